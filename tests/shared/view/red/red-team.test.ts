import { describe, expect, test } from 'vitest';
import { scenarios } from '../../../../shared/course/scenarios/registry.ts';
import { createMatch, type Match, stepMatch } from '../../../../shared/match/match.ts';
import { destroyVm } from '../../../../shared/mechanics/lifecycle.ts';
import { decodePatch, encodePatch } from '../../../../shared/protocol/codec.ts';
import { RED_COLUMNS } from '../../../../shared/view/red/red-columns.ts';
import type { RedTeamView } from '../../../../shared/view/red/red-team.ts';
import { applyPatch, difference } from '../../../../shared/view/view.ts';
import { NATURE } from '../../../../shared/world/history.ts';
import type { World } from '../../../../shared/world/world.ts';
import { cardOf, chips, newsIn, redBytes, redOf, redTeam, seatRed } from '../../../support/red.ts';
import { benchOnNetwork, database, website } from '../../../support/setups/network.ts';
import { type Bench, copyOf, id, tiny } from '../../../support/worlds.ts';
import { blueOf, bytesOf, rowsOf } from '../../support/views.ts';

/** In a VM of the shop's, beside a web service and a database that they have not been in. */
function looking(): Bench {
  const bench = seatRed(
    benchOnNetwork({
      vms: [{ ...website, tenant: 'shop', asset: 'orders' }, website, database],
      hosts: tiny().hosts,
    }),
  );
  redTeam(bench, 'recon-guest', { vm: 1 });
  redTeam(bench, 'recon-network', { from: 1 });
  return bench.run(7);
}

type Mutable = World & Record<string, unknown>;
/** As much of a row as matters. */
const made = <T>(row: object): T => row as T;
const put = (row: unknown, over: object): unknown => Object.assign(row as object, over);

/** What these attackers have not discovered, and another state that it could be in. */
const HIDDEN: Readonly<Record<string, (world: Mutable) => void>> = {
  'builds and settings of a host since they looked': (world) => {
    for (const host of world.hosts) {
      if (host)
        put(host, { build: 99, seccomp: true, sandbox: true, scrub: 'on-free', filters: [] });
    }
  },
  'who else’s VM runs, how old it is, where it is and what is in it': (world) => {
    put(world.vms[2], { power: 'stopped', service: 99, kernel: 99, zone: 2, host: 2, asset: 0 });
    put(world.vms[3], { technique: 'para', devices: [], foothold: 'kernel', intruder: 7 });
  },
  'a stranger’s VM that has gone': (world) => {
    world.vms[2] = null;
    world.vms[3] = null;
  },
  'what frames and blocks hold': (world) => {
    for (const frame of world.frames) if (frame) put(frame, { residue: 1, content: 0, owner: 0 });
  },
  'policies, switches and sensors': (world) => {
    for (const gate of world.switches) if (gate) put(gate, { rules: [], ports: [], watch: 'ips' });
    for (const wire of world.wires) if (wire) put(wire, { watch: 'ips' });
    put(world.policies[1], { version: 9, rules: [] });
  },
  'what defenders do, have and know': (world) => {
    world.credits += 500;
    world.alerts.push(made({ id: id(1), tick: 1, state: 'open' }));
    world.jobs.push(made({ id: id(1), seat: id(1), command: 'push-policy', args: {} }));
    put(world.seats[1], { pilot: 'computer', roles: ['network'], lastOrder: 50 });
    world.wishes = [{ command: 'push-policy', args: {} }];
  },
  'flaws that nobody has published': (world) => {
    world.flaws.push({ ...world.flaws[1]!, id: id(2), name: 'venom', public: false });
  },
  'other people’s requests, and what people will want': (world) => {
    world.requests.push(made({ id: id(1), tenant: id(1), state: 'open' }));
    Object.assign(world, { calendar: [{ tick: 400, kind: 'wants-rid', vm: 1 }], nextEntry: 4 });
  },
  'another attacker, and what that one has under way': (world) => {
    world.attackers.push({ ...copyOf(world.attackers[1]!), id: id(2) });
    world.operations.push(
      made({ id: 9, attacker: 2, number: 5, attack: 'recon-network', args: { from: 0 } }),
    );
  },
  'what a mind of theirs would remember': (world) => {
    put(world.attackers[1]?.memory, { waitUntil: 99, reason: 'other', plan: ['magic'] });
  },
  'harms that others did': (world) => {
    world.breaches.push(made({ id: id(1), asset: id(1), host: id(1), open: true }));
  },
};

describe('what attackers do not know', () => {
  test.each(Object.entries(HIDDEN))('X1 %s: another state, the same bytes', (_, change) => {
    const bench = looking();
    const other = copyOf(bench.world) as Mutable;
    change(other);
    expect(JSON.stringify(other)).not.toBe(JSON.stringify(bench.world));
    const view = redOf({ world: other, history: bench.history });
    expect(redBytes(view)).toBe(redBytes(redOf(bench)));
  });

  test('X1 all of it at once, and at every tick of what is under way', () => {
    const bench = looking();
    redTeam(bench, 'net-fw-drift', { from: 1, vm: 2 });
    for (let i = 0; i < 10; i += 1) {
      const other = copyOf(bench.world) as Mutable;
      for (const change of Object.values(HIDDEN)) change(other);
      expect(redBytes(redOf({ world: other, history: bench.history }))).toBe(
        redBytes(redOf(bench)),
      );
      bench.run(1);
    }
  });

  test('X1 what they come to know is in it', () => {
    const bench = looking();
    const before = redBytes(redOf(bench));
    Object.assign(bench.world.attackers[1]!.notes, { 'vm/2/technique': 'para' });
    expect(redBytes(redOf(bench))).not.toBe(before);
    expect(redOf(bench).tables.knownVms[2]?.technique).toBe('para');
  });

  test('X1 what only attackers know leaves the defenders’ bytes as they are', () => {
    const bench = looking();
    const other = copyOf(bench.world);
    const [, attacker] = other.attackers;
    Object.assign(attacker!, { restsUntil: 900, begun: 40, loot: [1], hosts: [1], notes: {} });
    other.operations.splice(1);
    expect(bytesOf(blueOf({ world: other, history: bench.history }))).toBe(
      bytesOf(blueOf(bench.match)),
    );
  });
});

describe('the attackers’ view', () => {
  test('A57 shows what they found, and fog where they have not looked', () => {
    const { tables } = redOf(looking());
    expect(tables.knownVms[1]).toMatchObject({
      own: false,
      power: 'running',
      ring: 'root',
      technique: 'hvm',
      devices: ['disk', 'nic'],
      hostBuild: 43,
    });
    expect(tables.knownVms[2]).toMatchObject({
      power: 'unknown',
      ring: 'none',
      technique: null,
      hostBuild: null,
      service: 'web',
      serviceBuild: 8,
      ways: [{ from: 1, reach: true, sameHost: true, sameSegment: true }],
    });
    expect(tables.redTeam[1]).toMatchObject({ hands: 2, loot: 0, waiting: false, restsUntil: 0 });
    expect(tables.redSeats.map((row) => row?.pilot)).toEqual([undefined, undefined, 'human']);
  });

  test('A57 cards: what a mind would try, and what it knows better than to try where it is', () => {
    const view = redOf(looking());
    expect(chips(cardOf(view, 'img-stale-packages', { from: 1, vm: 2 }))).toMatchObject({
      'source-runs': 'true',
      reachable: 'true',
      'service-unpatched': 'true',
      'nothing-blocks': 'unknown',
    });
    expect(cardOf(view, 'img-stale-packages')).toMatchObject({ gain: 'ring', fast: 4, quiet: 6 });
    expect(cardOf(view, 'recon-guest', { vm: 1 })).toBeDefined();
    // A flaw that nobody knows how to use makes no card.
    expect(cardOf(view, 'hc-l2-superpage', { vm: 1 })).toBeUndefined();
    expect(cardOf(view, 'probe')).toBeUndefined();
  });

  test('A57 a card keeps its number, whatever comes and goes, and with no view before', () => {
    const bench = looking();
    const numbers = new Map<string, number>();
    let cards = 0;
    let before: RedTeamView | null = null;
    for (let i = 0; i < 30; i += 1) {
      if (i === 3) redTeam(bench, 'img-stale-packages', { from: 1, vm: 2 });
      if (i === 12) redTeam(bench, 'recon-network', { from: 2 });
      if (i === 20) redTeam(bench, 'entry-tenant');
      before = redOf(bench, before);
      expect(rowsOf(before as never)).toEqual(rowsOf(redOf(bench) as never));
      const seen = new Set<number>();
      for (const card of before.tables.cards) {
        if (!card) continue;
        const key = `${card.attack} ${JSON.stringify(card.args)}`;
        expect([key, numbers.get(key) ?? card.id]).toEqual([key, card.id]);
        expect(seen.has(card.id)).toBe(false);
        seen.add(card.id);
        numbers.set(key, card.id);
      }
      cards = Math.max(cards, seen.size);
      bench.run(1);
    }
    expect(numbers.size).toBeGreaterThan(cards);
    expect(new Set(numbers.values()).size).toBe(numbers.size);
  });

  test('X2 rows and tables that say the same are the same, and patches lead from view to view', () => {
    const bench = looking();
    let view = redOf(bench);
    let copy = applyPatch(RED_COLUMNS, null, difference(RED_COLUMNS, null, view));
    for (let i = 0; i < 20; i += 1) {
      if (i === 4) redTeam(bench, 'img-stale-packages', { from: 1, vm: 2, quiet: 1 });
      else bench.run(1);
      const next = redOf(bench, view);
      const bytes = encodePatch(difference(RED_COLUMNS, view, next));
      copy = applyPatch(RED_COLUMNS, copy, decodePatch(bytes));
      expect(rowsOf(copy as never)).toEqual(rowsOf(next as never));
      if (i === 2)
        for (const table of Object.keys(RED_COLUMNS) as (keyof typeof RED_COLUMNS)[]) {
          expect(next.tables[table]).toBe(view.tables[table]);
        }
      view = next;
    }
  });

  test('X1 what is under way has the attackers’ own numbers', () => {
    const bench = looking();
    bench.world.attackers.push({ ...copyOf(bench.world.attackers[1]!), id: id(2) });
    bench.tick({ kind: 'act', attacker: id(2), attack: 'recon-network', args: { from: 0 } });
    redTeam(bench, 'recon-network', { from: 0, quiet: 1 });
    const { strikes } = redOf(bench).tables;
    expect(strikes.filter(Boolean)).toEqual([
      {
        id: 3,
        attack: 'recon-network',
        args: { from: 0 },
        quiet: true,
        seat: 2,
        startedAt: bench.world.tick,
        endsAt: bench.world.tick + 8,
      },
    ]);
    bench.run(8);
    expect(redOf(bench).tables.strikes.filter(Boolean)).toEqual([]);
  });

  test('A54 news tells what came of it, and not what happens to strangers', () => {
    const bench = looking();
    destroyVm(bench.match, id(3), NATURE, id(1));
    redTeam(bench, 'img-stale-packages', { from: 1, vm: 2 });
    bench.run(4);
    redTeam(bench, 'collect-guest-data', { vm: 2 });
    bench.run(4);
    expect(newsIn(redOf(bench))).toEqual([
      'learned recon-guest 1',
      'learned recon-network 1',
      'foothold img-stale-packages 2',
      'loot collect-guest-data 2 patient-records',
    ]);
  });

  test('A54 a look that shows what was known already says so, and one after a change does not', () => {
    const bench = looking();
    redTeam(bench, 'recon-network', { from: 1 });
    bench.run(7);
    expect(newsIn(redOf(bench)).at(-1)).toBe('nothing recon-network 1');
    put(bench.world.vms[2], { service: 99 });
    redTeam(bench, 'recon-network', { from: 1 });
    bench.run(7);
    expect(newsIn(redOf(bench)).at(-1)).toBe('learned recon-network 1');
  });

  test('A54 only the latest news stay, with the numbers that they had', () => {
    const bench = looking();
    let view = redOf(bench);
    for (let i = 0; i < 60; i += 1) {
      redTeam(bench, 'recon-guest', { vm: 1 });
      bench.run(5);
      view = redOf(bench, view);
    }
    const ids = view.tables.news.flatMap((row) => row?.id ?? []);
    expect(ids).toEqual(Array.from({ length: 40 }, (_, i) => 23 + i));
    expect(redBytes(view)).toBe(redBytes(redOf(bench)));
  });
});

describe('in a whole match', () => {
  test.each(Object.keys(scenarios).filter((name) => scenarios[name]!.attackers.length > 0))(
    'X2 %s: from view to view it is the whole projection',
    (name) => {
      const scenario = scenarios[name]!;
      const crew = {
        ...scenario,
        attackers: scenario.attackers.map((one) => ({ ...one, mind: 'crew' as const })),
      };
      const match = createMatch(crew, 4);
      let view = redOf(match);
      let changes = 0;
      while (match.world.phase !== 'over' && match.world.tick < 1600) {
        stepMatch(match, []);
        const next = redOf(match, view);
        if (next.tables.cards !== view.tables.cards) changes += 1;
        view = next;
        if (match.world.tick % 10 === 0) expect(redBytes(view)).toBe(redBytes(redOf(match)));
      }
      expect(changes).toBeGreaterThan(3);
    },
  );

  function played(): Match {
    const match = createMatch(scenarios['three-tenants']!, 3);
    for (let tick = 0; tick < 1500; tick += 1) stepMatch(match, []);
    return match;
  }

  test('X1 the largest scenario: what attackers do not know is not in it', () => {
    const match = played();
    const other = copyOf(match.world) as Mutable;
    for (const host of other.hosts) if (host) put(host, { build: 1, filters: [], scrub: 'never' });
    for (const frame of other.frames) if (frame) put(frame, { residue: 0, content: 0 });
    for (const gate of other.switches) if (gate) put(gate, { rules: [], ports: [] });
    for (const vm of other.vms) {
      if (vm && vm.intruder !== 1) put(vm, { power: 'stopped', service: 1, host: 1, devices: [] });
    }
    const views = [match.world, other].map((world) => redOf({ world, history: match.history }));
    expect(redBytes(views[1]!)).toBe(redBytes(views[0]!));
    expect(views[0]?.tables.knownVms.length).toBeGreaterThan(3);
    expect(Buffer.from(redBytes(views[0]!), 'hex').length).toBeLessThan(12_000);
  });
});
