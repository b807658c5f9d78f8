import { describe, expect, test } from 'vitest';
import { moveVm } from '../../../../shared/mechanics/migration.ts';
import { editRules } from '../../../../shared/mechanics/network/edit.ts';
import { isPushed } from '../../../../shared/mechanics/network/push.ts';
import { comingTo } from '../../../../shared/view/network/drift.ts';
import { causesOf } from '../../../../shared/world/causes.ts';
import { setFact } from '../../../../shared/world/fact.ts';
import { NATURE } from '../../../../shared/world/history.ts';
import { SCENARIO } from '../../../../shared/world/ids.ts';
import type { Rule } from '../../../../shared/world/network.ts';
import type { ScenarioFile } from '../../../../shared/world/scenario/schema.ts';
import { benchOnNetwork, database, network, shopVm } from '../../../support/setups/network.ts';
import { Bench, id, tiny } from '../../../support/worlds.ts';
import { blueOf } from '../../support/views.ts';

const anyAny: Rule = { from: 0, to: 0, service: 'any', allow: true };

/** Ticks from being behind to being pushed to, and the tick in which it is noticed. */
const {
  automationDelay: DELAY,
  pushLength: PUSH,
  automationLength: LENGTH,
} = new Bench().world.pace;
const WINDOW = DELAY + PUSH;

/** A room whose pushes come by themselves, as bought through the door. */
function automated(over: Partial<ScenarioFile> = {}, bench = quiet(over)): Bench {
  expect(bench.give('automate-push', {})).toBeNull();
  return bench.run(LENGTH);
}

/** The same without attackers, and without a controller. */
const quiet = (over: Partial<ScenarioFile> = {}): Bench =>
  new Bench(tiny({ ...network, attackers: [], vms: [shopVm, database], ...over }));

/** Moves the database to the other host, whose switch is not told. */
const moved = (bench: Bench): Bench => {
  moveVm(bench.match, id(2), id(2), NATURE, SCENARIO);
  return bench;
};

const pushedTo = (bench: Bench): number[] =>
  bench.events('rules-pushed').map(({ data }) => data.host);

describe('a controller that pushes by itself', () => {
  test('N18 nothing is pushed before it is bought, and then what was behind already', () => {
    const bench = moved(quiet()).run(50);
    expect([pushedTo(bench), isPushed(bench.world, id(2))]).toEqual([[], false]);
    const { credits } = bench.world;
    automated({}, bench);
    expect(credits - bench.world.credits).toBe(bench.world.pace.automationPrice);
    const [order] = bench.events('order');
    const [on] = bench.events('setting-changed');
    expect([on?.data, on?.causes]).toEqual([{ setting: 'automaticPush', to: 'on' }, [order?.seq]]);
    expect(bench.world.policies[1]?.automaticSince).toBe(on?.tick);
    expect(bench.world.provenance['policies/1/automaticSince']).toBe(on?.seq);
    bench.run(WINDOW);
    expect([pushedTo(bench), isPushed(bench.world, id(2))]).toEqual([[2], true]);
  });

  test('N18 N6 a move is followed by a push to its host after the delay, with what a push drops and no hand', () => {
    const bench = moved(automated());
    bench.run(1);
    expect(bench.world.switches[2]?.pushAt).toBe(bench.world.tick + WINDOW);
    bench.run(WINDOW - 1);
    expect([pushedTo(bench), isPushed(bench.world, id(2))]).toEqual([[], false]);
    expect(bench.world.jobs.filter((job) => job !== null)).toEqual([]);
    bench.run(1);
    expect([pushedTo(bench), isPushed(bench.world, id(2))]).toEqual([[2], true]);
    const gate = bench.world.switches[2];
    expect([gate?.pushAt, gate?.dropsUntil]).toEqual([
      0,
      bench.world.tick + bench.world.pace.pushDrop,
    ]);
    expect(bench.events('order').map(({ data }) => data.command)).toEqual(['automate-push']);
    // It goes on: an edit makes every switch behind, and each is told.
    editRules(bench.match, { ...anyAny, allow: false }, 'add', NATURE, SCENARIO);
    bench.run(WINDOW + 1);
    expect(pushedTo(bench)).toEqual([2, 1, 2]);
    bench.run(50);
    expect(pushedTo(bench)).toHaveLength(3);
  });

  test('N18 J2 it is bought once, and a push by hand leaves nothing to push', () => {
    const bench = quiet();
    expect(bench.give('automate-push', {})).toBeNull();
    expect(bench.give('automate-push', {})?.code).toBe('rule.target-busy');
    bench.run(LENGTH);
    expect(bench.give('automate-push', {})?.code).toBe('rule.already-so');
    moved(bench);
    expect(bench.give('push-policy', { host: 2 })).toBeNull();
    bench.run(50);
    expect(pushedTo(bench)).toEqual([2]);
    expect(bench.world.switches[2]?.pushAt).toBe(0);
  });

  test('N19 who works on a switch is waited for', () => {
    const bench = moved(automated({ pace: { sensorLength: 30 } }));
    expect(bench.give('place-sensor', { host: 2, watch: 'ids' })).toBeNull();
    bench.run(28);
    expect(pushedTo(bench)).toEqual([]);
    bench.run(1);
    expect(pushedTo(bench)).toEqual([2]);
  });

  test('N19 a host that is off takes nothing; the delay begins anew when it is on again', () => {
    const bench = moved(automated({ pace: { rebuildHostLength: 30 } })).run(2);
    expect(bench.give('rebuild-host', { host: 2 })).toBeNull();
    bench.run(28);
    expect([pushedTo(bench), bench.world.switches[2]?.pushAt]).toEqual([[], 0]);
    bench.run(WINDOW);
    expect(pushedTo(bench)).toEqual([]);
    bench.run(2);
    expect(pushedTo(bench)).toEqual([2]);
  });

  test('N19 an empty host that reboots for a patch is off, one that is patched live is not', () => {
    const pushes = (how: string): number[] => {
      const bench = automated({
        flaws: [{ name: 'superpage', fixedIn: 50, public: true }],
        pace: { patchRebootLength: 30, patchLiveLength: 30 },
      });
      expect(bench.give('patch-host', { host: 2, how })).toBeNull();
      editRules(bench.match, { ...anyAny, allow: false }, 'add', NATURE, SCENARIO);
      return pushedTo(bench.run(20));
    };
    expect([pushes('reboot'), pushes('live')]).toEqual([[1], [1, 2]]);
  });

  test('N19 a host that is retired takes nothing by itself', () => {
    const bench = moved(automated());
    setFact(bench.world, 'hosts', 2, 'retired', true, SCENARIO);
    expect(pushedTo(bench.run(50))).toEqual([]);
    setFact(bench.world, 'hosts', 2, 'retired', false, SCENARIO);
    expect(pushedTo(bench.run(WINDOW + 1))).toEqual([2]);
  });

  test('N19 a host that fell takes it as by hand: nobody learns from that who is below its guests', () => {
    const fallen = (how: 'by hand' | 'by itself'): number[] => {
      const bench = moved(how === 'by itself' ? automated() : quiet());
      setFact(bench.world, 'hosts', 2, 'intruder', id<never>(1), SCENARIO);
      if (how === 'by hand') expect(bench.give('push-policy', { host: 2 })).toBeNull();
      return pushedTo(bench.run(50));
    };
    expect([fallen('by hand'), fallen('by itself')]).toEqual([[2], [2]]);
  });
});

describe('what is to be seen of it', () => {
  const coming = (bench: Bench) => [1, 2].map((host) => comingTo(blueOf(bench), host));

  test('N18 N19 when a switch will be pushed to, or that it takes nothing', () => {
    const without = moved(quiet()).run(1);
    expect(blueOf(without).tables.policies[1]?.automaticSince).toBe(0);
    expect(coming(without)).toEqual([null, null]);
    const bench = automated();
    expect(blueOf(bench).tables.policies[1]?.automaticSince).toBe(
      bench.events('setting-changed')[0]?.tick,
    );
    expect(coming(bench.run(1))).toEqual([null, null]);
    moved(bench).run(1);
    expect(coming(bench)).toEqual([null, bench.world.tick + WINDOW]);
    expect(bench.give('rebuild-host', { host: 2 })).toBeNull();
    expect(coming(bench)).toEqual([null, 'nothing']);
    bench.run(50);
    expect(coming(bench)).toEqual([null, null]);
  });
});

describe('what automation is worth against drift', () => {
  /** Attacked through what a move leaves open, so many ticks after it. */
  const attacked = (bench: Bench, after: number): Bench => {
    moved(bench).run(after);
    bench.act('net-fw-drift', { from: 1, vm: 2 });
    return bench.run(10);
  };
  const ended = (bench: Bench): string | undefined => {
    const data = bench.events('act-ended').at(-1)?.data;
    return data?.outcome === 'done' ? 'done' : data?.need;
  };
  const hostile = (over: Partial<ScenarioFile> = {}): Bench =>
    benchOnNetwork({ vms: [shopVm, database], ...over });

  test('A23 N18 it works without, and fails with, once the delay is over', () => {
    expect(ended(attacked(hostile(), WINDOW + 1))).toBe('done');
    expect(ended(attacked(automated({}, hostile()), WINDOW + 1))).toBe('reachable');
  });

  test('A23 N18 until the delay is over it works all the same', () => {
    const pace = { automationDelay: 20 };
    expect(ended(attacked(automated({}, hostile({ pace })), 0))).toBe('done');
    expect(ended(attacked(automated({}, hostile()), 0))).toBe('reachable');
  });

  test('A24 N20 a rule that allows everything is in every switch as soon, and the one who bought it in the chain', () => {
    const worked = (bench: Bench): string | undefined => {
      editRules(bench.match, anyAny, 'add', NATURE, SCENARIO);
      bench.run(WINDOW + 1);
      bench.act('net-any-any', { from: 1, vm: 2 });
      bench.run(10);
      return ended(bench);
    };
    expect(worked(hostile())).toBe('reachable');
    const spread = automated({}, hostile());
    expect(worked(spread)).toBe('done');
    const [harm] = spread.events('harm');
    const causes = causesOf(spread.history, harm!);
    const [order] = spread.events('order');
    expect(causes).toContain(order);
    expect(causes.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(['rules-edited', 'rules-pushed', 'setting-changed']),
    );
  });

  test('N20 A24 taken out, it is out of every switch as soon: there the counter is to take it out', () => {
    const bench = automated({}, hostile());
    editRules(bench.match, anyAny, 'add', NATURE, SCENARIO);
    bench.run(WINDOW + 1);
    expect(bench.give('remove-rule', { rule: 1 })).toBeNull();
    bench.run(bench.world.pace.ruleLength + WINDOW);
    bench.act('net-any-any', { from: 1, vm: 2 });
    bench.run(10);
    expect(ended(bench)).toBe('reachable');
  });
});
