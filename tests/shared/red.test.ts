import { describe, expect, test } from 'vitest';
import { handsOf } from '../../shared/match/hands.ts';
import { destroyVm } from '../../shared/mechanics/lifecycle.ts';
import { reinstall } from '../../shared/mechanics/upkeep/reinstall.ts';
import { NATURE } from '../../shared/world/history.ts';
import { brokenInto } from '../support/hypervisor.ts';
import { codeOf, newsIn, RED, redOf, redTeam, seatRed } from '../support/red.ts';
import { benchOnNetwork, database, website } from '../support/setups/network.ts';
import { Bench, benchWithReader, hostileShop, id, planOf, tiny } from '../support/worlds.ts';
import { blueOf } from './support/views.ts';

const SLOW = { pace: { fillEvery: 50, complaintAfter: 500 } };

/** The shop's VM 3 with the bank's keys in its memory, and someone who plays the shop. */
const reader = (over: Parameters<typeof benchWithReader>[0] = {}): Bench =>
  seatRed(benchWithReader({ ...SLOW, ...over }));

/** Someone who attacks in a VM of the shop's, beside a web service and a database. */
const neighbour = (): Bench =>
  seatRed(
    benchOnNetwork({
      vms: [{ ...website, tenant: 'shop', asset: 'orders' }, website, database],
      hosts: tiny().hosts,
    }),
  );

describe('orders of people who attack', () => {
  test('A50 an attack that means something is begun, by the hand of whoever ordered it', () => {
    const bench = reader();
    expect(redTeam(bench, 'res-mem-unscrubbed', { vm: 1 })).toBeNull();
    expect(bench.world.operations.at(-1)).toMatchObject({
      attacker: 1,
      attack: 'res-mem-unscrubbed',
      args: { vm: 1 },
      seat: RED,
      quiet: false,
      length: 14,
    });
    expect(bench.events('act').at(-1)?.data).toMatchObject({ seat: RED, quiet: false });
    bench.run(13);
    expect(bench.events('harm').map(({ data }) => data.asset)).toEqual([1]);
  });

  test.each([
    ['no-such-attack', {}, 'rule.unknown-command'],
    ['scrub-policy', { host: 1, policy: 'on-free' }, 'rule.unknown-command'],
    ['res-mem-unscrubbed', {}, 'rule.bad-arguments'],
    ['res-mem-unscrubbed', { vm: '1' }, 'rule.bad-arguments'],
    ['res-mem-unscrubbed', { vm: 1.5 }, 'rule.bad-arguments'],
    ['res-mem-unscrubbed', { vm: -1 }, 'rule.bad-arguments'],
    ['res-mem-unscrubbed', { vm: 1, from: 0 }, 'rule.bad-arguments'],
    ['res-mem-unscrubbed', { vm: 1, quiet: 2 }, 'rule.bad-arguments'],
    ['entry-tenant', {}, 'rule.already-so'],
  ] as const)('A50 %s %j: %s, and nothing is begun', (attack, args, code) => {
    const bench = reader();
    expect(codeOf(redTeam(bench, attack, args))).toBe(code);
    expect(bench.world.operations.every((row) => row === null)).toBe(true);
  });

  const look = { vm: 1, attack: 'res-mem-unscrubbed', need: 'foreign-residue' };
  test.each([
    ['attack', { vm: 1, need: look.need }],
    ['attack', { ...look, attack: 'no-such-attack' }],
    ['attack', { ...look, attack: 10 }],
    ['attack', { ...look, attack: 'probe' }],
    ['need', { vm: 1, attack: look.attack }],
    ['need', { ...look, need: 'no-such-need' }],
    // A need, but none of this attack's.
    ['need', { ...look, need: 'reachable' }],
    ['need', { ...look, need: 2 }],
    ['vm', { attack: look.attack, need: look.need }],
    ['vm', { ...look, vm: '1' }],
    ['vm', { ...look, vm: 0.5 }],
    ['from', { ...look, from: 0 }],
    ['host', { ...look, host: 1 }],
    ['quiet', { ...look, quiet: 'yes' }],
  ] as const)('A50 a probe is refused for its %s: %j', (path, args) => {
    const bench = reader();
    expect(redTeam(bench, 'probe', args)).toEqual({ code: 'rule.bad-arguments', facts: { path } });
    expect(bench.world.operations.every((row) => row === null)).toBe(true);
    expect(redTeam(bench, 'probe', look)).toBeNull();
  });

  test.each(['attack', 'need'])('A50 an attack that is no probe takes no %s', (path) => {
    const bench = reader();
    const refused = redTeam(bench, 'res-mem-unscrubbed', { vm: 1, [path]: 'foreign-residue' });
    expect(refused).toEqual({ code: 'rule.bad-arguments', facts: { path } });
  });

  test('A50 what is hidden answers like what is not there', () => {
    const bench = reader();
    const [hidden, absent] = [2, 99].map((vm) => redTeam(bench, 'res-mem-unscrubbed', { vm }));
    expect(hidden).toEqual({ code: 'rule.no-such-thing', facts: {} });
    expect(absent).toEqual(hidden);
  });

  test('A50 what the scenario is played without is refused, the probe of it too', () => {
    const deck = {
      commands: ['create-vm'],
      attacks: [],
      sensors: [],
      techniques: ['hvm'],
    } as const;
    const bench = reader({ deck: { ...deck, attacks: ['net-fw-drift'] } as never });
    expect(codeOf(redTeam(bench, 'res-mem-unscrubbed', { vm: 1 }))).toBe('rule.not-in-deck');
    expect(codeOf(redTeam(bench, 'probe', look))).toBe('rule.not-in-deck');
  });

  test('A50 nothing is begun in Prepare', () => {
    const bench = seatRed(new Bench(tiny({ attackers: [hostileShop], pace: { prepare: 20 } })));
    expect(codeOf(redTeam(bench, 'entry-tenant'))).toBe('rule.not-live');
    bench.run(20);
    expect(redTeam(bench, 'entry-tenant')).toBeNull();
  });

  test('A50 the same is not done twice at once, and one VM is asked for at a time', () => {
    const bench = reader();
    redTeam(bench, 'res-mem-unscrubbed', { vm: 1 });
    expect(codeOf(redTeam(bench, 'res-mem-unscrubbed', { vm: 1, quiet: 1 }))).toBe(
      'rule.under-way',
    );
    const other = seatRed(new Bench(tiny({ attackers: [hostileShop] })));
    expect(redTeam(other, 'entry-tenant')).toBeNull();
    expect(codeOf(redTeam(other, 'entry-tenant'))).toBe('rule.under-way');
  });

  test('J6 hands are shared among the people who attack, and defenders’ have nothing to do with it', () => {
    const bench = neighbour();
    expect(handsOf(bench.world, RED)).toEqual({ all: 2, used: 0 });
    seatRed(bench, 3, 4);
    expect([RED, 3, 4].map((seat) => handsOf(bench.world, seat).all)).toEqual([2, 1, 1]);
    expect(handsOf(bench.world, 1).all).toBe(3);
    expect(redTeam(bench, 'recon-guest', { vm: 1 }, 3)).toBeNull();
    expect(redTeam(bench, 'recon-network', { from: 0 }, 3)).toEqual({
      code: 'rule.no-free-hand',
      facts: { hands: 1 },
    });
    expect(redTeam(bench, 'recon-network', { from: 0 }, RED)).toBeNull();
    expect([RED, 3, 4].map((seat) => handsOf(bench.world, seat).used)).toEqual([1, 1, 0]);
  });
});

describe('quietly', () => {
  test.each([
    [0, 6, 1],
    [1, 9, 5],
  ])('A52 quiet %i: %i ticks of work, and the tell in the %i. of them', (quiet, length, tell) => {
    const bench = seatRed(brokenInto());
    redTeam(bench, 'recon-guest', { vm: 1, quiet });
    expect(bench.world.operations.at(-1)).toMatchObject({ length, quiet: quiet === 1 });
    bench.run(length);
    const [act] = bench.events('act').slice(-1);
    const traces = bench.events('evidence').filter(({ causes }) => causes.includes(act!.seq));
    expect(traces.map(({ tick }) => tick - act!.tick + 1)).toEqual([tell, tell]);
    expect(bench.events('learned').map(({ tick }) => tick - act!.tick + 1)).toEqual([length]);
  });

  test('A52 a strike leaves what it always leaves', () => {
    const found = [0, 1].map((quiet) => {
      const bench = seatRed(brokenInto());
      redTeam(bench, 'esc-floppy-venom', { vm: 1, quiet });
      bench.run(20);
      return [bench.world.evidence.length, bench.events('harm').length];
    });
    expect(found).toEqual([found[1], found[0]]);
    // Beside nothing: an exit of the tell, one of the strike, and what the host’s processes show of it.
    expect(found[0]).toEqual([4, 1]);
  });
});

describe('a probe', () => {
  const need = (bench: Bench, attack: string, vm: number, what: string) => {
    redTeam(bench, 'probe', { vm, attack, need: what });
    bench.run(2);
    return bench.events('learned').at(-1)?.data.probed;
  };

  test('A51 shows one precondition as it is, of any strike that would be made', () => {
    const bench = reader();
    const found = ['guest-runs', 'frame-is-theirs', 'foreign-residue'].map(
      (what) => need(bench, 'res-mem-unscrubbed', 1, what)?.holds,
    );
    expect(found).toEqual([true, true, true]);
    const clean = reader({ residue: [] });
    expect(need(clean, 'res-mem-unscrubbed', 1, 'foreign-residue')?.holds).toBe(false);
    expect(clean.world.attackers[1]?.notes).toMatchObject({
      'need/res-mem-unscrubbed?vm=1/foreign-residue': 0,
      'need-at/res-mem-unscrubbed?vm=1/foreign-residue': clean.world.tick,
    });
  });

  test('A51 takes everyone as long, holds a hand, and leaves no trace', () => {
    const bench = reader({ attackers: [{ ...hostileShop, mind: 'crew' }] });
    const before = bench.world.evidence.length;
    redTeam(bench, 'probe', { vm: 1, attack: 'res-mem-unscrubbed', need: 'frame-is-theirs' });
    expect(bench.world.operations.at(-1)?.length).toBe(3);
    expect(handsOf(bench.world, RED).used).toBe(1);
    bench.run(2);
    expect(handsOf(bench.world, RED).used).toBe(0);
    expect(bench.world.evidence).toHaveLength(before);
  });

  test('A51 what they could not try they cannot look at', () => {
    const bench = reader();
    const look = { from: 9, vm: 1, attack: 'net-fw-drift', need: 'reachable' };
    expect(codeOf(redTeam(bench, 'probe', look))).toBe('rule.no-such-thing');
  });
});

describe('what failure teaches', () => {
  test('A54 an act that fails notes which need it was, and one that works that all held', () => {
    const bench = neighbour();
    redTeam(bench, 'net-fw-drift', { from: 0, vm: 2 });
    bench.run(8);
    expect(newsIn(redOf(bench)).at(-1)).toBe('failed net-fw-drift 2 reachable false');
    expect(bench.world.attackers[1]?.notes).toMatchObject({
      'need/net-fw-drift?from=0&vm=2/reachable': 0,
    });
    redTeam(bench, 'img-stale-packages', { from: 1, vm: 2 });
    bench.run(4);
    expect(newsIn(redOf(bench)).at(-1)).toBe('foothold img-stale-packages 2');
    expect(bench.world.attackers[1]?.notes).toMatchObject({
      'need/img-stale-packages?from=1&vm=2/reachable': 1,
      'need/img-stale-packages?from=1&vm=2/service-unpatched': 1,
    });
  });

  test('A55 of a stranger’s VM that has gone nobody is told before they have spent their time', () => {
    const runs = [false, true].map((gone) => {
      const bench = neighbour();
      if (gone) destroyVm(bench.match, id(2), NATURE, id(1));
      const answers = [redTeam(bench, 'net-fw-drift', { from: 0, vm: 2 })];
      const seen: string[] = [];
      for (let i = 0; i < 7; i += 1) {
        seen.push(JSON.stringify(redOf(bench).tables));
        bench.run(1);
      }
      return { answers, seen, told: newsIn(redOf(bench)).at(-1) };
    });
    expect(runs[1]?.answers).toEqual([null]);
    expect(runs[1]?.seen).toEqual(runs[0]?.seen);
    expect(runs.map(({ told }) => told)).toEqual([
      'failed net-fw-drift 2 reachable false',
      'failed net-fw-drift 2 guest-runs false',
    ]);
  });

  test('A55 a probe of it finds that nothing is true there', () => {
    const bench = neighbour();
    destroyVm(bench.match, id(2), NATURE, id(1));
    const look = { from: 0, vm: 2, attack: 'net-fw-drift', need: 'serves-data' };
    expect(redTeam(bench, 'probe', look)).toBeNull();
    bench.run(2);
    expect(newsIn(redOf(bench)).at(-1)).toBe('learned net-fw-drift 2 serves-data false');
  });
});

describe('being thrown out', () => {
  /** They have broken into the web service beside them. */
  function inside(): Bench {
    const bench = neighbour();
    redTeam(bench, 'img-stale-packages', { from: 1, vm: 2 });
    return bench.run(4);
  }

  test('A53 costs a rest, and what is under way elsewhere goes on', () => {
    const bench = inside();
    redTeam(bench, 'recon-network', { from: 0 });
    bench.give('rebuild-vm', { vm: 2 });
    for (let i = 0; i < 12 && bench.events('evicted').length === 0; i += 1) bench.run(1);
    const thrown = bench.events('evicted').at(-1);
    expect(thrown?.data).toEqual({ vm: 2, attacker: 1 });
    const until = (thrown?.tick ?? 0) + 8;
    expect(redOf(bench).tables.redTeam[1]?.restsUntil).toBe(until);
    expect(newsIn(redOf(bench))).toContain('evicted 2');
    const ticks = until - bench.world.tick - 1;
    expect(redTeam(bench, 'recon-guest', { vm: 1 })).toEqual({
      code: 'rule.resting',
      facts: { ticks, seconds: Math.ceil(ticks / 5) },
    });
    bench.run(ticks);
    expect(redTeam(bench, 'recon-guest', { vm: 1 })).toBeNull();
    expect(bench.events('learned').map(({ data }) => data.attack)).toContain('recon-network');
  });

  test('A53 so does a rented VM that someone takes away, and they may ask for another', () => {
    const bench = reader();
    destroyVm(bench.match, id(3), NATURE, id(1));
    expect(newsIn(redOf(bench)).at(-1)).toBe('evicted 1');
    expect(codeOf(redTeam(bench, 'entry-tenant'))).toBe('rule.resting');
    bench.run(8);
    expect(redTeam(bench, 'entry-tenant')).toBeNull();
  });

  test('A53 so does a host that is installed anew under them, once, and they are told why', () => {
    const bench = seatRed(brokenInto());
    redTeam(bench, 'esc-floppy-venom', { vm: 1 });
    bench.run(6);
    expect(bench.world.hosts[1]?.intruder).toBe(1);
    const taken = newsIn(redOf(bench));
    expect(taken.at(-1)).toBe('host esc-floppy-venom 1');
    const holds = () => redOf(bench).tables.knownVms[1]?.hostTaken;
    expect(holds()).toBe(bench.world.tick);
    // Of a host in which they had nothing they hear nothing.
    reinstall(bench.match, id(2), NATURE, id(1));
    expect(newsIn(redOf(bench))).toEqual(taken);
    reinstall(bench.match, id(1), NATURE, id(1));
    expect(newsIn(redOf(bench))).toEqual([...taken, 'host-lost 1']);
    expect(holds()).toBe(0);
    expect(codeOf(redTeam(bench, 'recon-guest', { vm: 1 }))).toBe('rule.resting');
    reinstall(bench.match, id(1), NATURE, id(1));
    expect(newsIn(redOf(bench))).toEqual([...taken, 'host-lost 1']);
  });

  test('A53 giving it back themselves costs nothing', () => {
    const bench = reader();
    expect(redTeam(bench, 'entry-return', { vm: 1 })).toBeNull();
    expect(bench.world.vms[3]).toBeNull();
    expect(redTeam(bench, 'entry-tenant')).toBeNull();
    expect(newsIn(redOf(bench)).filter((line) => line.startsWith('evicted'))).toEqual([]);
  });
});

describe('the hook', () => {
  test('T1 a hostile tenant’s request is the lawful one’s, to the byte', () => {
    const rows = ['hostile', 'lawful'].map((who) => {
      const bench = seatRed(new Bench(tiny({ attackers: [hostileShop] })));
      if (who === 'hostile') redTeam(bench, 'entry-tenant');
      else {
        bench.run(1);
        bench.ask(2, { kind: 'create', plan: planOf({ fills: 1 }) });
      }
      return Buffer.from(JSON.stringify(blueOf(bench.match).tables.requests)).toString('hex');
    });
    expect(rows[0]).toBe(rows[1]);
    expect(rows[0]?.length).toBeGreaterThan(100);
  });
});
