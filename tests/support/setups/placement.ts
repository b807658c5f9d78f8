import { dedicate } from '../../../shared/mechanics/pool/dedication.ts';
import { setFact } from '../../../shared/world/fact.ts';
import { NATURE } from '../../../shared/world/history.ts';
import {
  type HostId,
  SCENARIO,
  type TenantId,
  type VmId,
  type ZoneId,
} from '../../../shared/world/ids.ts';
import type { ScenarioFile } from '../../../shared/world/scenario/schema.ts';
import { type Necessity, setupOf } from '../necessity.ts';
import { type Bench, hostsWith, id } from '../worlds.ts';
import { benchOnNetwork, inSource, shopVm, website } from './network.ts';

export const SHOP = 2;

/** The shop's VM is on host 1, a website of the hospital on host 2; what is in the app zone keeps to it. */
const apart: Partial<ScenarioFile> = {
  vms: [shopVm, { ...website, host: 2 }],
  rules: [
    { from: 'app', to: 'app', service: 'any', allow: true },
    { from: 'dmz', to: 'any', service: 'any', allow: false },
  ],
};

/** The same, with a quota of so many frames for the shop, and host 2 set apart for whom that is (0: for nobody). */
export function benchApart(quota = 0, whose = 0, over: Partial<ScenarioFile> = {}): Bench {
  const bench = benchOnNetwork({ ...apart, ...over }, 'kernel');
  setFact(bench.world, 'tenants', SHOP, 'quota', quota, SCENARIO);
  const by = { actor: NATURE, cause: SCENARIO };
  dedicate(bench.match, id<HostId>(2), whose as TenantId | 0, by);
  return bench;
}

const ports = [
  { vm: 1, zone: 3 },
  { vm: 2, zone: 3 },
];

/** A third host, whose switch takes the shop's VM for one of a zone that nothing leaves. */
function threeHosts(): Bench {
  const hosts = [...hostsWith({}), ...hostsWith({}).slice(1)];
  const bench = benchApart(40, 0, { hosts });
  setFact(
    bench.world,
    'switches',
    3,
    'ports',
    [{ vm: id<VmId>(1), zone: id<ZoneId>(3) }],
    SCENARIO,
  );
  return bench;
}

/** Where a tenant has their VMs placed. */
export const placementSetups: Readonly<Record<string, Necessity>> = {
  'recon-coresidency': {
    setup: () =>
      setupOf(
        threeHosts(),
        { from: 1, vm: 2 },
        {
          ...{ attacker: 1, tenant: SHOP, from: 1, vm: 2, service: 0 },
          ...{ host: 2, frames: 2, has: 4 },
        },
      ),
    flips: {
      ...inSource,
      'tenants/id': [0, 1],
      'tenants/quota': [1, 3],
      'dedications/tenant': [1, 3],
      'vms/host': [0, 99, 3],
      'vms/card': ['none'],
      'vms/zone': [4],
      'zones/name': ['quarantine'],
      'switches/ports': [ports],
      'switches/overloaded': [true],
      'switches/rules': [[{ from: 0, to: 0, service: 'any', allow: false }]],
      'hosts/free': [[]],
    },
  },
};
