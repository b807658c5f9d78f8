import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { doors } from '../../../../shared/mechanics/network/drift.ts';
import { intended, reaches } from '../../../../shared/mechanics/network/path.ts';
import { WORKLOADS } from '../../../../shared/world/machine/workload.ts';
import type { Rule, ServiceName } from '../../../../shared/world/network.ts';
import type { ScenarioFile } from '../../../../shared/world/scenario/schema.ts';
import type { World } from '../../../../shared/world/world.ts';
import { database, shopVm, website } from '../../../support/setups/network.ts';
import { hostsWith, id, tiny, turnOf } from '../../../support/worlds.ts';

/** The world as a table of plain numbers, for an oracle that shares no code with the game. */
interface Plan {
  readonly vms: readonly { readonly kind: number; readonly zone: number; readonly host: number }[];
  readonly meant: readonly Line[];
  /** For each host: its own rules, and for each VM the zone its port is bound in, or 0 for unbound. */
  readonly gates: readonly { readonly rules: readonly Line[]; readonly bound: readonly number[] }[];
}

/** From zone, to zone (0: any), service (3: any), allow. */
type Line = readonly [from: number, to: number, service: number, allow: boolean];

const ZONES = ['internet', 'app', 'data', 'quarantine'] as const;
const HOSTS = 2;
const MOST = 5;
const KINDS = [shopVm, database, website];
const SERVED = ['queue', 'db', 'web'];
const SERVICES = ['web', 'db', 'queue'];

const line: fc.Arbitrary<Line> = fc.tuple(
  fc.nat(ZONES.length),
  fc.nat(ZONES.length),
  fc.constantFrom(0, 1, 2, 3, 3),
  fc.boolean(),
);
const anyAny: Line = [0, 0, 3, true];
const lines = fc.array(
  fc.oneof({ weight: 6, arbitrary: line }, { weight: 1, arbitrary: fc.constant(anyAny) }),
  {
    maxLength: 6,
  },
);

const plan: fc.Arbitrary<Plan> = fc.record({
  vms: fc.array(
    fc.record({
      kind: fc.nat(KINDS.length - 1),
      zone: fc.integer({ min: 2, max: ZONES.length }),
      host: fc.integer({ min: 1, max: HOSTS }),
    }),
    { minLength: 1, maxLength: MOST },
  ),
  meant: lines,
  gates: fc.array(
    fc.record({
      rules: lines,
      bound: fc.array(fc.nat(ZONES.length), { minLength: MOST, maxLength: MOST }),
    }),
    { minLength: HOSTS, maxLength: HOSTS },
  ),
});

const ruleOf = ([from, to, service, allow]: Line): Rule => ({
  from: id(from),
  to: id(to),
  service: service === 3 ? 'any' : (SERVICES[service] as ServiceName),
  allow,
});

/** Builds what the plan says: switches that know what they know, whatever the policy means. */
function worldOf({ vms, meant, gates }: Plan): World {
  const scenario = tiny({
    hosts: hostsWith({ frames: MOST }),
    zones: ZONES.map((name) => ({ name })),
    rules: [],
    vms: vms.map(({ kind, zone, host }): ScenarioFile['vms'][number] => ({
      ...KINDS[kind]!,
      frames: 1,
      fills: 1,
      zone: ZONES[zone - 1]!,
      host,
    })),
  });
  const { world } = turnOf(scenario);
  world.policies[1] = {
    ...world.policies[1]!,
    version: 2,
    rules: meant.map(ruleOf),
  };
  gates.forEach(({ rules, bound }, i) => {
    const ports = vms.flatMap((vm, n) =>
      vm.host === i + 1 && bound[n] ? [{ vm: id(n + 1), zone: id(bound[n]) }] : [],
    ) as World['switches'][number] extends infer S ? (S & { ports: unknown })['ports'] : never;
    world.switches[i + 1] = { ...world.switches[i + 1]!, rules: rules.map(ruleOf), ports };
  });
  return world;
}

/** What the first line that fits says: 1 allow, -1 deny, 0 nothing. */
function says(all: readonly Line[], from: number, to: number, service: string): number {
  const fitting = all.filter((one) => {
    const zones = [one[0] === 0 || one[0] === from, one[1] === 0 || one[1] === to];
    return zones[0] && zones[1] && (one[2] === 3 || SERVICES[one[2]] === service);
  });
  return fitting.length === 0 ? 0 : fitting[0]![3] ? 1 : -1;
}

const INTERNET = 1;
const QUARANTINE = 4;

/** Every way that is open: `from>to`, by trying each pair. `why` is null where it is meant. */
function tryAll({ vms, meant, gates }: Plan): Map<string, { open: boolean; why: string | null }> {
  const all = new Map<string, { open: boolean; why: string | null }>();
  for (let to = 1; to <= vms.length; to += 1) {
    for (let from = 0; from <= vms.length; from += 1) {
      if (from === to) continue;
      const target = vms[to - 1]!;
      const source = from === 0 ? null : vms[from - 1]!;
      const service = SERVED[target.kind]!;
      const sourceZone = source === null ? INTERNET : source.zone;
      const out = source === null ? 0 : gates[source.host - 1]!.bound[from - 1]!;
      const into = gates[target.host - 1]!.bound[to - 1]!;
      const letOut =
        out === 0 ||
        says(source === null ? [] : gates[source.host - 1]!.rules, out, target.zone, service) >= 0;
      const letIn =
        into === 0 || says(gates[target.host - 1]!.rules, sourceZone, into, service) > 0;
      const written = says(meant, sourceZone, target.zone, service) > 0;
      const careful = meant.filter(([f, t, s, allow]) => !(f === 0 && t === 0 && s === 3 && allow));
      const meantSo = says(careful, sourceZone, target.zone, service) > 0;
      const why = written
        ? meantSo
          ? null
          : 'any-any'
        : into === 0
          ? 'unbound-port'
          : 'old-rules';
      // Whatever switches say, nothing comes out of quarantine and nothing gets in.
      const shut = sourceZone === QUARANTINE || target.zone === QUARANTINE;
      all.set(`${from}>${to}`, { open: letOut && letIn && !shut, why });
    }
  }
  return all;
}

describe('drift, against an oracle that tries every way', () => {
  test('N2 N3 N4 N7 what reaches is what trying every pair finds', () => {
    fc.assert(
      fc.property(plan, (some) => {
        const world = worldOf(some);
        for (const [way, { open }] of tryAll(some)) {
          const [from = 0, to = 0] = way.split('>').map(Number);
          const service = WORKLOADS[world.vms[to]!.workload].serves;
          expect([way, reaches(world, id(from), id(to), service)]).toEqual([way, open]);
        }
      }),
      { numRuns: 400 },
    );
  });

  test('N8 the doors of all hosts are the open ways that are not meant, each with its cause', () => {
    let found = 0;
    fc.assert(
      fc.property(plan, (some) => {
        const world = worldOf(some);
        const computed = [1, 2].flatMap((host) =>
          doors(world, id(host)).map(({ from, to, why }) => `${from}>${to} ${why}`),
        );
        const expected = [...tryAll(some)]
          .filter(([, { open, why }]) => open && why !== null)
          .map(([way, { why }]) => `${way} ${why}`);
        expect(computed.sort()).toEqual(expected.sort());
        found += expected.length;
      }),
      { numRuns: 400 },
    );
    expect(found).toBeGreaterThan(100);
  });

  test('N8 a switch that was given the policy with every port leaves nothing open but any-any', () => {
    fc.assert(
      fc.property(plan, (some) => {
        const gates = some.gates.map(() => ({
          rules: some.meant,
          bound: Array.from({ length: MOST }, (_, n) => some.vms[n]?.zone ?? 0),
        }));
        const world = worldOf({ ...some, gates });
        const why = [1, 2].flatMap((host) => doors(world, id(host)).map((door) => door.why));
        expect(why.filter((one) => one !== 'any-any')).toEqual([]);
        for (const door of [1, 2].flatMap((host) => doors(world, id(host))))
          expect(intended(world, door.from, door.to, door.service)).toBe(true);
      }),
      { numRuns: 200 },
    );
  });
});
