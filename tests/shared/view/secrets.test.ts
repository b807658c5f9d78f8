import { describe, expect, test } from 'vitest';
import { Authority } from '../../../shared/authority/authority.ts';
import type { Input } from '../../../shared/match/input.ts';
import { createMatch, stepMatch } from '../../../shared/match/match.ts';
import { discover } from '../../../shared/mechanics/harm/breaches.ts';
import { BLUE_COLUMNS } from '../../../shared/view/columns.ts';
import type { World } from '../../../shared/world/world.ts';
import { benchWithReader, copyOf, hostileShop, id, tiny } from '../../support/worlds.ts';
import { blueOf, bytesOf } from '../support/views.ts';

/** A match in which the keys have leaked, and nobody knows. */
function leaking(): ReturnType<typeof benchWithReader> {
  const bench = benchWithReader({ pace: { complaintAfter: 500 } });
  bench.act('res-mem-unscrubbed', { vm: 1 });
  bench.give('stop-vm', { vm: 2 });
  bench.run(13);
  bench.give('scrub-policy', { host: 1, policy: 'on-free' });
  expect(bench.world.breaches[1]).toMatchObject({ discoveredAt: 0 });
  return bench;
}

type Mutable = World & Record<string, unknown>;

/** What the defenders do not know, and another state that it could be in. */
const HIDDEN: Readonly<Record<string, (world: Mutable) => void>> = {
  'acts under way': (world) => {
    world.operations.push({
      id: id(9),
      attacker: id(1),
      number: 9,
      attack: 'entry-tenant',
      args: {},
      seat: id(2),
      quiet: true,
      startedAt: 1,
      length: 9,
      done: 1,
      held: false,
      act: id(1),
      hits: 0,
    });
  },
  'acts decided': (world) => {
    world.acts = [{ attacker: id(1), attack: 'entry-tenant', args: {} }];
  },
  'traces that nobody looked for': (world) => {
    world.evidence.push({
      id: id(9),
      tick: 1,
      kind: 'read-before-write',
      vm: id(1),
      frame: id(1),
      held: id(2),
    });
  },
  'harms that nobody discovered': (world) => {
    world.breaches[1]!.landed += 50;
    world.breaches.push({ ...world.breaches[1]!, id: id(2), asset: id(2) });
  },
  'that there was no harm at all': (world) => {
    world.breaches.splice(1);
  },
  'who means harm': (world) => {
    world.attackers.push({ ...copyOf(world.attackers[1]!), id: id(2), tenant: id(1) });
  },
  'that nobody means harm': (world) => {
    world.attackers.splice(1);
    world.operations.splice(1);
  },
  'what an attacker knows and holds': (world) => {
    world.attackers[1]!.knownVms.push(id(1), id(2));
    world.attackers[1]!.loot.push(id(2));
    world.attackers[1]!.hosts.push(id(1));
    world.attackers[1]!.notes['vm/1/technique'] = 'para';
    world.attackers[1]!.knownRequests.splice(0);
  },
  'what people who attack have begun, and when they may again': (world) => {
    Object.assign(world.attackers[1]!, { begun: 70, restsUntil: 900 });
  },
  'what the computer wants that defends': (world) => {
    world.wishes = [{ command: 'stop-vm', args: { vm: 1 } }];
  },
  'what a mind remembers': (world) => {
    world.attackers[1]!.memory = {
      waitUntil: 77,
      tried: { magic: 7 },
      doing: ['magic'],
      temper: 4,
      lootBefore: 1,
      plan: ['magic'],
      reason: 'other',
    };
  },
  footholds: (world) => {
    for (const vm of world.vms) if (vm) (vm as { foothold: string }).foothold = 'kernel';
  },
  'what was found on a host that fell, and what was loaded there': (world) => {
    for (const host of world.hosts) if (host) Object.assign(host, { stolen: 7, tampered: true });
  },
  'what people will want': (world) => {
    Object.assign(world, { calendar: [{ tick: 400, kind: 'wants-rid', vm: 1 }] });
    world.nextEntry += 1;
  },
  'how far a guest has got with writing': (world) => {
    for (const vm of world.vms) if (vm) vm.fillIn += 1;
  },
  'stamps of facts': (world) => {
    for (const key of Object.keys(world.provenance)) world.provenance[key] = id(1);
  },
  'the length of the history, the tally and the seed': (world) => {
    world.history = { length: 999, hash: 1 };
    world.tally.stopped += 5;
    (world as { seed: number }).seed = 5;
  },
};

describe('what is hidden', () => {
  test.each(Object.entries(HIDDEN))('X1 %s: another state, the same bytes', (_, change) => {
    const { match } = leaking();
    const other = copyOf(match.world);
    change(other as Mutable);
    expect(JSON.stringify(other)).not.toBe(JSON.stringify(match.world));
    expect(bytesOf(blueOf({ ...match, world: other }))).toBe(bytesOf(blueOf(match)));
  });

  test('X1 a discovered harm is in the view, with a number of the defenders’ own', () => {
    const bench = leaking();
    const before = bytesOf(blueOf(bench.match));
    const hidden = { ...bench.world.breaches[1]!, id: id<never>(2) };
    bench.world.breaches.splice(1, 0, { ...hidden, id: id(1), discoveredAt: 0 });
    discover(bench.match, bench.world.breaches[2]!, id(1));
    const view = blueOf(bench.match);
    expect(bytesOf(view)).not.toBe(before);
    expect(view.tables.breaches).toHaveLength(2);
    expect(view.tables.breaches[1]).toMatchObject({
      id: 1,
      asset: 1,
      attack: 'res-mem-unscrubbed',
    });
  });

  test('X1 harms are numbered as the defenders learn of them', () => {
    const bench = benchWithReader({
      residue: [
        { host: 1, asset: 'payment-keys', frames: 1 },
        { host: 1, asset: 'ledger', frames: 1 },
      ],
      pace: { complaintAfter: 500, fillEvery: 50 },
    });
    bench.act('res-mem-unscrubbed', { vm: 1 });
    bench.run(16);
    const assets = (): unknown => blueOf(bench.match).tables.breaches.map((row) => row?.asset ?? 0);
    expect(assets()).toEqual([0]);
    discover(bench.match, bench.world.breaches[2]!, id(1));
    bench.run(1);
    expect(assets()).toEqual([0, 2]);
    discover(bench.match, bench.world.breaches[1]!, id(1));
    expect(assets()).toEqual([0, 2, 1]);
  });

  test('X1 no column of the wire is named after what is hidden', () => {
    const named = new Set(Object.values(BLUE_COLUMNS).flat());
    const secret = [
      'foothold',
      'stolen',
      'tampered',
      'filled',
      'fillIn',
      'landed',
      'harm',
      'acknowledgedBy',
      'lastOrder',
    ];
    expect(secret.filter((column) => named.has(column as never))).toEqual([]);
    expect(Object.keys(BLUE_COLUMNS)).not.toContain('evidence');
    const tables = Object.keys(blueOf(leaking().match).tables);
    expect(tables).toEqual(Object.keys(BLUE_COLUMNS));
  });
});

describe('a leak, from the moment it happens until it is discovered', () => {
  const scenario = tiny({
    attackers: [hostileShop],
    residue: [{ host: 1, asset: 'payment-keys', frames: 2 }],
    // The mind asks for its VM, and then thinks for longer than the match lasts.
    pace: { think: 5000, complaintAfter: 200, live: 400 },
  });
  const serve: Input = {
    kind: 'order',
    seat: 1,
    n: 1,
    command: 'create-vm',
    args: { request: 1, host: 1, technique: 'hvm' },
  };
  const read: Input = {
    kind: 'act',
    attacker: id(1),
    attack: 'res-mem-unscrubbed',
    args: { vm: 1 },
  };

  test('H4 nothing that the defenders see depends on it, meters and seat states included', () => {
    const honest = new Authority({ scenario, seed: 1 });
    const silent = new Authority({ scenario, seed: 1 });
    let differ = 0;
    for (let tick = 1; tick <= 400 && differ === 0; tick += 1) {
      const [one, two] = [honest, silent].map((authority) => {
        if (tick === 1) authority.submit({ kind: 'seat', seat: 1, pilot: 'human' });
        if (tick === 10) authority.submit(serve);
        if (tick === 20) authority.look(1, 'vms/3');
        if (tick === 30) authority.look(1, 'assets/1');
        if (tick === 15 && authority === silent) authority.submit(read);
        const { frames, answers, seats } = authority.step();
        return JSON.stringify([
          [...frames.values()].map((f) => Buffer.from(f).toString('hex')),
          answers,
          seats,
        ]);
      });
      if (one !== two) differ = tick;
    }
    // The guest has written over its first frame by then; the second is read in the act's last tick.
    expect(silent.hash().parts.breaches).not.toBe(honest.hash().parts.breaches);
    expect(differ).toBe(28 + 200);
  });

  test('H4 what would be sent to someone who joins late does not depend on it either', () => {
    const matches = [true, false].map((reads) => {
      const match = createMatch(scenario, 1);
      for (let tick = 1; tick <= 120; tick += 1) {
        const inputs: Input[] = tick === 1 ? [{ kind: 'seat', seat: 1, pilot: 'human' }] : [];
        if (tick === 10) inputs.push(serve);
        if (tick === 15 && reads) inputs.push(read);
        stepMatch(match, inputs);
      }
      return match;
    });
    expect(matches.map(({ world }) => world.breaches.length)).toEqual([2, 1]);
    expect(bytesOf(blueOf(matches[0]!))).toBe(bytesOf(blueOf(matches[1]!)));
  });
});
