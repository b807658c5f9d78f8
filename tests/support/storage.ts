import { meet } from '../../shared/mechanics/harm/intrusion.ts';
import { bindPort } from '../../shared/mechanics/network/ports.ts';
import { revert } from '../../shared/mechanics/snapshots.ts';
import { setFact } from '../../shared/world/fact.ts';
import { NATURE } from '../../shared/world/history.ts';
import { SCENARIO } from '../../shared/world/ids.ts';
import type { Foothold } from '../../shared/world/machine/vm.ts';
import type { Scenario, ScenarioFile } from '../../shared/world/scenario/schema.ts';
import type { World } from '../../shared/world/world.ts';
import { Bench, hostileShop, hostsWith, id, tiny } from './worlds.ts';

const payments = {
  tenant: 'bank',
  host: 1,
  workload: 'payments',
  zone: 'app',
  asset: 'payment-keys',
  frames: 3,
  fills: 2,
  blocks: 2,
  blockFills: 1,
  demand: 300,
} as const satisfies ScenarioFile['vms'][number];

export const bankVm = (over: Partial<ScenarioFile['vms'][number]> = {}) => ({
  ...payments,
  ...over,
});

/**
 * Two hosts with four blocks each: 1 to 4 and 5 to 8. VM 1 of the bank has frames 1 to 3 and blocks
 * 1 and 2 on host 1, of which it has written 1, 2 and block 1; nothing else runs.
 */
export function disked(over: Partial<ScenarioFile> = {}): Scenario {
  return tiny({ hosts: hostsWith({ blocks: 4 }), vms: [bankVm()], ...over });
}

/** What each of those blocks holds, as `owner:content:residue`, sealed ones with an `s`. */
export function blocks({ blocks: all }: World, ...ids: number[]): string[] {
  return ids.map((n) => {
    const block = all[n];
    return `${block?.owner}:${block?.content}:${block?.residue}${block?.sealed ? 's' : ''}`;
  });
}

export function frames({ frames: all }: World, ...ids: number[]): string[] {
  return ids.map((n) => `${all[n]?.owner}:${all[n]?.content}:${all[n]?.residue}`);
}

/**
 * Internet 1, app 2, data 3, quarantine 4. Anyone's web is reached from the internet, whatever is in
 * app reaches the rest of app and the internet, and nothing else goes anywhere.
 */
export const STREET = {
  zones: [{ name: 'internet' }, { name: 'app' }, { name: 'data' }, { name: 'quarantine' }],
  rules: [
    { from: 'internet', to: 'app', service: 'web', allow: true },
    { from: 'app', to: 'app', service: 'any', allow: true },
    { from: 'app', to: 'internet', service: 'any', allow: true },
    { from: 'any', to: 'any', service: 'any', allow: false },
  ],
  flaws: [
    { name: 'shellshock', fixedIn: 12, public: true },
    { name: 'scrub-tlb', fixedIn: 50, public: true },
  ],
} as const satisfies Partial<ScenarioFile>;

/** Puts attacker 1 into a VM, as far as that, without saying how: between two ticks. */
export function letIn({ world }: Bench, vm: number, ring: Foothold): number {
  setFact(world, 'vms', vm, 'foothold', ring, SCENARIO);
  setFact(world, 'vms', vm, 'intruder', id(1), SCENARIO);
  return meet(world.attackers[1]!, id(vm));
}

/**
 * The bank's VM 1 offers its service on host 1, with the old build 10, which it had before it was
 * rolled back from 12. The shop's VM 2 runs on host 2, and means harm; attacker 1 knows VM 2 as
 * their 1 and VM 1 as their 2.
 */
export function street(over: Partial<ScenarioFile> = {}, { reverted = true } = {}): Bench {
  const vm = bankVm({ service: 12, snapshot: { kernel: 10, service: 10 } });
  const bench = new Bench(disked({ ...STREET, vms: [vm], attackers: [hostileShop], ...over }));
  if (reverted) revert(bench.match, id(1), id(1), NATURE, SCENARIO);
  bench.act('entry-tenant');
  bench.run(1);
  bench.give('create-vm', { request: 1, host: 2, technique: 'hvm' });
  bench.run(3);
  bindPort(bench.world, id(2), id(2), id(2), SCENARIO);
  meet(bench.world.attackers[1]!, id(1));
  return bench;
}
