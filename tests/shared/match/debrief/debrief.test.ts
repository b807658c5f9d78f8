import { describe, expect, test } from 'vitest';
import { Authority } from '../../../../shared/authority/authority.ts';
import { scenarios } from '../../../../shared/course/scenarios/registry.ts';
import { chainOf } from '../../../../shared/match/debrief/chain.ts';
import { makeDebrief, outlineOf } from '../../../../shared/match/debrief/debrief.ts';
import { namesOf } from '../../../../shared/match/debrief/names.ts';
import { prove } from '../../../../shared/match/debrief/prevention.ts';
import { Kept } from '../../../../shared/match/replay.ts';
import type { Debrief, NeedInChain, Prevention } from '../../../../shared/match/report.ts';
import { scoreOf } from '../../../../shared/match/score.ts';
import type { ScenarioFile } from '../../../../shared/world/scenario/schema.ts';
import { Bench, benchWithReader, eventsOf, hostileShop, tiny } from '../../../support/worlds.ts';

const ended = (bench: Bench): Debrief => {
  bench.run(bench.world.pace.live + bench.world.pace.prepare);
  return makeDebrief(bench.match, bench.journal);
};

const need = (debrief: Debrief, name: string): NeedInChain =>
  debrief.harms[0]!.needs.find((n) => n.need === name)!;

/** The shop's VM has read the bank's keys. */
function leaked(over: Partial<ScenarioFile> = {}): Bench {
  const bench = benchWithReader({ ...over, pace: { live: 200, fillEvery: 50, ...over.pace } });
  bench.act('res-mem-unscrubbed', { vm: 1 });
  return bench.run(14);
}

describe('a debrief', () => {
  test('P1 it tells the truth of the score, of what was served and what was missed', () => {
    const bench = leaked();
    bench.ask(3);
    const debrief = ended(bench);
    const truth = scoreOf(bench.history, bench.world.pace, 'truth');
    expect(debrief).toMatchObject({
      scenario: 'tiny',
      seed: 1,
      overAt: 200,
      total: truth.total,
      won: truth.total >= 700,
      // The second request waits until the portal places it: nobody came to it.
      counts: { orders: 1, served: 1, missed: 1 },
    });
    expect(debrief.minutes).toEqual(truth.minutes.map((m) => Object.values(m)));
  });

  test('P1 beside it stands what was shown in play, to the minute', () => {
    const scenario = scenarios['first-shift']!;
    const authority = new Authority({ scenario, seed: 3 });
    authority.submit({ kind: 'seat', seat: 1, pilot: 'human' });
    // A customer's VM is shut off without cause, and data leaks that nobody looks for.
    authority.submit({ kind: 'order', seat: 1, n: 1, command: 'stop-vm', args: { vm: 1 } });
    while (!authority.over) authority.step();
    const shown = authority.projection.tables.match[1]!;
    const { known, total, minutes } = authority.outline();
    expect(known.total).toBe(shown.score);
    expect(known.bars).toEqual(shown.minutes.map((minute) => minute[3]));
    expect(known.bars).toHaveLength(minutes.length);
    expect(known.total).not.toBe(total);
  });

  test('T3 T4 a request that the portal placed counts as one that nobody came to', () => {
    const people: ScenarioFile['people'] = [
      { kind: 'wants-vm', at: [0, 0], tenant: 'shop', plan: hostileShop.plan },
    ];
    const bench = new Bench(tiny({ people, pace: { live: 100, requestWait: 20 } }));
    const { counts } = ended(bench);
    expect(bench.events('request-ended').map(({ data }) => data.outcome)).toEqual(['self-served']);
    expect(counts).toMatchObject({ served: 0, missed: 1 });
  });

  test('H4 a harm is told with when it was discovered and closed', () => {
    const bench = leaked();
    bench.run(20);
    const asked = bench.world.tick + 1;
    expect(bench.give('close-breach', { asset: 1 })).toBeNull();
    const [harm] = ended(bench).harms;
    expect(harm).toMatchObject({
      kind: 'leak',
      attack: 'res-mem-unscrubbed',
      target: 1,
      asset: 'payment-keys',
      victim: 'bank',
      vm: 3,
      workload: 'order-queue',
      tenant: 'shop',
      host: 1,
      weight: 240,
      closedAt: asked + 5,
    });
    expect(harm?.discoveredAt).toBe(harm!.tick + 20);
  });

  test('V4 what is gone is still told by its name', () => {
    const bench = leaked();
    bench.act('entry-return', { vm: 1 });
    const [harm] = ended(bench).harms;
    expect(harm).toMatchObject({ vm: 3, workload: 'order-queue', tenant: 'shop' });
  });

  test('P1 the timeline is in order, and has its three lanes', () => {
    const { timeline } = ended(leaked());
    expect(timeline.map(({ tick }) => tick)).toEqual(
      timeline.map(({ tick }) => tick).sort((a, b) => a - b),
    );
    expect(new Set(timeline.map(({ lane }) => lane))).toEqual(
      new Set(['defenders', 'attacker', 'world']),
    );
  });
});

describe('a chain', () => {
  test('A3 residue from before the match begins it with the scenario', () => {
    const [harm] = ended(leaked()).harms;
    expect(harm?.chain.map(({ kind }) => kind)).toEqual([
      'scenario',
      'act',
      'request-opened',
      'vm-placed',
      'act',
      'harm',
    ]);
    expect(harm?.chain[0]?.facts).toEqual({ asset: 'payment-keys', host: 1, tenant: 'bank' });
  });

  test('A3 residue from the match begins it with who left it there', () => {
    const people: ScenarioFile['people'] = [{ kind: 'deletes-own', at: [0, 0], vm: 1 }];
    const [harm] = ended(leaked({ residue: [], people })).harms;
    expect(harm?.chain.map(({ kind, actor }) => [kind, actor])).toEqual([
      ['vm-destroyed', 'tenant'],
      ['frames-freed', 'nature'],
      ['act', 'attacker'],
      ['request-opened', 'tenant'],
      ['vm-placed', 'seat'],
      ['act', 'attacker'],
      ['harm', 'attacker'],
    ]);
    expect(harm?.chain[1]?.facts).toEqual({
      host: 1,
      asset: 'payment-keys',
      frames: 2,
      policy: 'never',
    });
  });

  test('A3 it says of how many frames the data stayed in, not of how many were freed', () => {
    const vm = { ...tiny().vms[0]!, frames: 3, fills: 1 };
    const people: ScenarioFile['people'] = [{ kind: 'deletes-own', at: [0, 0], vm: 1 }];
    const attacker = { ...hostileShop, plan: { ...hostileShop.plan, frames: 3 } };
    const bench = leaked({ residue: [], vms: [vm], people, attackers: [attacker] });
    const freed = ended(bench).harms[0]?.chain.find(({ kind }) => kind === 'frames-freed');
    expect(freed?.facts).toMatchObject({ asset: 'payment-keys', frames: 1 });
  });

  test('A3 a request that was taken up, dropped and taken up again still leads to who asked', () => {
    const bench = new Bench(
      tiny({
        residue: [{ host: 1, asset: 'payment-keys', frames: 4 }],
        attackers: [hostileShop],
        pace: { live: 120, fillEvery: 50 },
      }),
    );
    bench.act('entry-tenant');
    bench.give('create-vm', { request: 1, host: 1, technique: 'hvm' });
    bench.give('cancel-job', { job: 1 });
    bench.give('create-vm', { request: 1, host: 1, technique: 'hvm' });
    bench.run(4);
    bench.act('res-mem-unscrubbed', { vm: 2 });
    bench.run(14);
    const harm = bench.events('harm')[0]!;
    const kinds = chainOf(bench.history, harm, namesOf(bench.match)).map(({ kind }) => kind);
    expect(kinds).toContain('request-opened');
  });
});

describe('needs', () => {
  test('A3 each tells since when it was true', () => {
    const bench = leaked();
    const placed = bench.events('vm-placed')[0]!.tick;
    const debrief = ended(bench);
    expect(need(debrief, 'frame-is-theirs')).toMatchObject({
      since: placed,
      facts: [{ ref: 'frames/3/owner', since: placed }],
    });
    expect(need(debrief, 'guest-runs').since).toBe(placed + 3);
    expect(need(debrief, 'foreign-residue').facts).toMatchObject([
      { ref: 'frames/3/residue', since: 0, seq: 0 },
      { ref: 'assets/1/tenant', since: 0, seq: 0 },
      { ref: 'vms/3/tenant', since: placed },
    ]);
  });

  test('A3 they are told as the strike found them, though the guest writes over it in that tick', () => {
    const bench = benchWithReader({ pace: { live: 60, fillEvery: 15 } });
    const running = bench.world.tick;
    // The first frame is read in the last tick of the work, and written in that very tick.
    bench.act('res-mem-unscrubbed', { vm: 1 });
    bench.run(13);
    const harm = bench.events('harm')[0]!;
    expect([harm.tick, harm.data.args]).toEqual([running + 14, { vm: 3, frame: 3 }]);
    expect(bench.frames(3)).toEqual(['3:3:0']);
    const { facts } = need(ended(bench), 'foreign-residue');
    expect(facts[0]).toEqual({ ref: 'frames/3/residue', since: 0, seq: 0 });
  });
});

describe('preventions', () => {
  /** What came of the first counter of that name to the first harm, tried by itself. */
  const tried = ({ match, journal, history }: Bench, command: string): Prevention | null => {
    const [harm] = eventsOf(history, 'harm');
    if (!harm) throw new Error('there was no harm');
    const kept = new Kept(match.scenario, match.seed, journal);
    const { needs } = harm.data;
    const counter = needs.flatMap(({ counters }) => counters).find((c) => c.command === command)!;
    const scene = { match, journal, harm, kept, needs, world: kept.before(harm.tick).world };
    return prove(scene, counter);
  };

  /** The same of a match that goes on to its end. */
  const triedAtTheEnd = (bench: Bench, command: string): Prevention | null => {
    ended(bench);
    return tried(bench, command);
  };

  test('A3 stopping the reader in time prevents it, and costs service', () => {
    const stop = triedAtTheEnd(leaked(), 'stop-vm');
    expect(stop).toMatchObject({ args: { vm: 3 }, outcome: 'gone', lastResort: true });
    expect(stop?.points?.isolation).toBeGreaterThan(0);
    expect(stop?.points?.performance).toBeLessThanOrEqual(0);
  });

  test('A3 placing it elsewhere prevents it, at the tick in which it was placed', () => {
    const bench = leaked();
    const placed = bench.events('vm-placed')[0]!.tick;
    expect(triedAtTheEnd(bench, 'create-vm')).toMatchObject({
      args: { request: 1, host: 2, technique: 'hybrid' },
      tick: placed,
      outcome: 'gone',
    });
  });

  test('A3 one that could not have been ordered is told as refused', () => {
    const full = { ...tiny().vms[1]!, frames: 6 };
    const bench = leaked({ vms: [tiny().vms[0]!, full] });
    expect(triedAtTheEnd(bench, 'create-vm')).toMatchObject({
      outcome: 'refused',
      points: null,
      instead: null,
    });
  });

  test('A3 one that is too late for its own length is told as of no use', () => {
    const bench = leaked({ pace: { stopLength: 100 } });
    expect(triedAtTheEnd(bench, 'stop-vm')).toMatchObject({
      outcome: 'same',
      points: null,
      instead: null,
    });
  });

  test('A3 one that the team could not pay for is told as refused', () => {
    const outcomes = [20, 0].map((startCredits) => {
      const pace = { live: 200, fillEvery: 50, startCredits };
      const people: ScenarioFile['people'] = [{ kind: 'deletes-own', at: [4, 4], vm: 1 }];
      const bench = new Bench(tiny({ people, attackers: [hostileShop], pace }));
      bench.run(25);
      bench.act('entry-tenant');
      bench.run(1);
      bench.give('create-vm', { request: 1, host: 1, technique: 'hvm' });
      bench.run(3);
      bench.act('res-mem-unscrubbed', { vm: 1 });
      ended(bench);
      return tried(bench, 'scrub-policy')?.outcome;
    });
    expect(outcomes).toEqual(['gone', 'refused']);
  });

  test('J5 what one seat could have done does not depend on who has left since', () => {
    const bench = leaked();
    bench.tick(
      { kind: 'seat', seat: 2, pilot: 'human' },
      { kind: 'seat', seat: 1, pilot: 'computer' },
    );
    expect(triedAtTheEnd(bench, 'stop-vm')?.outcome).toBe('gone');
  });

  test('A3 when the first seat had no one in it, another of the team could have done it', () => {
    const bench = new Bench(
      tiny({
        residue: [{ host: 1, asset: 'payment-keys', frames: 2 }],
        attackers: [hostileShop],
        pace: { live: 120, fillEvery: 50 },
      }),
    );
    bench.tick(
      { kind: 'seat', seat: 2, pilot: 'human' },
      { kind: 'seat', seat: 1, pilot: 'computer' },
    );
    bench.act('entry-tenant');
    bench.run(1);
    bench.give('create-vm', { request: 1, host: 1, technique: 'hvm' }, 2);
    bench.run(3);
    bench.act('res-mem-unscrubbed', { vm: 1 });
    bench.run(14);
    expect(bench.events('harm')).toHaveLength(1);
    expect(triedAtTheEnd(bench, 'stop-vm')?.outcome).toBe('gone');
  });

  describe('with the attacker left free to think again', () => {
    /** What comes of a counter to the first harm, and what they would have done instead. */
    const free = (
      command: string,
      over: Partial<ScenarioFile>,
      host = 1,
    ): Pick<Prevention, 'outcome' | 'instead'> | null => {
      const bench = new Bench(
        tiny({
          attackers: [hostileShop],
          deck: {
            commands: ['create-vm', 'scrub-frames', 'scrub-policy'],
            attacks: ['res-mem-unscrubbed'],
            sensors: [],
            techniques: ['hvm'],
          },
          ...over,
          pace: { live: 160, fillEvery: 50, ...over.pace },
        }),
        { think: true },
      );
      bench.run(3);
      bench.give('create-vm', { request: 1, host, technique: 'hvm' });
      ended(bench);
      return tried(bench, command);
    };

    test('A3 they may find the same data elsewhere', () => {
      // Having found nothing they do not rest, and what they ask for next is placed on the other host.
      const found = free(
        'scrub-frames',
        {
          residue: [
            { host: 2, asset: 'payment-keys', frames: 2 },
            { host: 1, asset: 'payment-keys', frames: 4 },
          ],
          pace: { live: 300, requestWait: 20, afterSuccess: 300 },
        },
        2,
      );
      expect(found).toMatchObject({ outcome: 'gone', instead: 'same-elsewhere' });
    });

    test('A3 or harm someone else', () => {
      const found = free('create-vm', {
        residue: [
          { host: 1, asset: 'payment-keys', frames: 2 },
          { host: 2, asset: 'patient-records', frames: 2 },
        ],
        pace: { live: 60, requestWait: 500 },
      });
      expect(found).toMatchObject({ outcome: 'gone', instead: 'other-victim' });
    });

    test('A3 or nothing', () => {
      const residue: ScenarioFile['residue'] = [{ host: 1, asset: 'payment-keys', frames: 2 }];
      const found = free('scrub-frames', { residue });
      expect(found).toMatchObject({ outcome: 'gone', instead: 'nothing' });
    });
  });

  test('A3 what is told at once is the same, but for the what-ifs', () => {
    const bench = leaked();
    const whole = ended(bench);
    const outline = outlineOf(bench.match);
    expect([outline.proved, whole.proved]).toEqual([false, true]);
    const bare = (debrief: Debrief): Debrief => ({
      ...debrief,
      proved: false,
      harms: debrief.harms.map((harm) => ({
        ...harm,
        needs: harm.needs.map((met) => ({ ...met, preventions: [] })),
      })),
    });
    expect(outline).toEqual(bare(whole));
    expect(outline).not.toEqual(whole);
  });
});
