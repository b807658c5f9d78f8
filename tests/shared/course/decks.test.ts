import { isDeepStrictEqual } from 'node:util';
import { describe, expect, test } from 'vitest';
import { playWith, scenarioFor } from '../../../server/cli/lab/matches.ts';
import { together } from '../../../server/cli/lab/pairs/ground/script.ts';
import { attacks } from '../../../shared/attacks/registry.ts';
import type { Args } from '../../../shared/commands/command.ts';
import { commandInPlay } from '../../../shared/commands/deck.ts';
import { commands } from '../../../shared/commands/registry.ts';
import { arrange } from '../../../shared/course/arrange.ts';
import { scenarios } from '../../../shared/course/scenarios/registry.ts';
import { play } from '../../../shared/match/play.ts';
import { sensors } from '../../../shared/mechanics/sensors/registry.ts';
import { clerk } from '../../../shared/minds/defenders/clerk.ts';
import type { Defender } from '../../../shared/minds/defenders/defender.ts';
import { expert } from '../../../shared/minds/defenders/expert.ts';
import { FLAW_NAMES } from '../../../shared/world/flaws/registry.ts';
import type { GameEvent } from '../../../shared/world/history.ts';
import { TICKS_PER_SECOND, type VmId } from '../../../shared/world/ids.ts';
import { DEVICES } from '../../../shared/world/machine/host.ts';
import { IMAGE_NAMES } from '../../../shared/world/machine/image.ts';
import { TECHNIQUES } from '../../../shared/world/machine/vm.ts';
import { WORKLOAD_NAMES } from '../../../shared/world/machine/workload.ts';
import { MIND_NAMES } from '../../../shared/world/people/attacker.ts';
import type { Scenario } from '../../../shared/world/scenario/schema.ts';
import { ZONE_NAMES } from '../../../shared/world/zone.ts';
import { redTeam, seatRed } from '../../support/red.ts';
import { Bench, eventsOf, id } from '../../support/worlds.ts';

const files = Object.values(scenarios);
const decks = files.flatMap(({ deck }) => deck ?? []);
const sorted = (names: Iterable<string>): string[] => [...new Set(names)].sort();

/** What an attacker needs whatever the match is about: it is in no deck and in every match. */
const offered = new Set(decks.flatMap((deck) => deck.attacks));
const common = [...attacks.keys()].filter((id) => !offered.has(id));

describe('what there is, some scenario offers', () => {
  test('commands', () => {
    const used = [...commands.values()].filter((one) =>
      files.some((scenario) => commandInPlay(scenario, one)),
    );
    expect(sorted(used.map(({ name }) => name))).toEqual(sorted(commands.keys()));
    expect(decks.flatMap((deck) => deck.commands).filter((name) => !commands.has(name))).toEqual(
      [],
    );
  });

  test('attacks: a way in, a look round, a step up and the spoils are in every match', () => {
    expect([...offered].filter((id) => !attacks.has(id))).toEqual([]);
    expect(sorted(common)).toEqual([
      'collect-guest-data',
      'entry-return',
      'entry-tenant',
      'priv-guest-root',
      'probe',
      'recon-guest',
      'recon-network',
    ]);
  });

  test('sensors, techniques, flaws, zones, devices, images and kinds of work', () => {
    expect(sorted(decks.flatMap((deck) => deck.sensors))).toEqual(
      sorted(sensors.map(({ name }) => name)),
    );
    expect(sorted(decks.flatMap((deck) => deck.techniques))).toEqual(sorted(TECHNIQUES));
    expect(sorted(files.flatMap(({ flaws }) => flaws.map(({ name }) => name)))).toEqual(
      sorted(FLAW_NAMES),
    );
    expect(sorted(files.flatMap(({ images }) => images.map(({ name }) => name)))).toEqual(
      sorted(IMAGE_NAMES),
    );
    expect(sorted(files.flatMap(({ zones }) => zones.map(({ name }) => name)))).toEqual(
      sorted(ZONE_NAMES),
    );
    expect(sorted(files.flatMap(({ images }) => images.flatMap(({ devices }) => devices)))).toEqual(
      sorted(DEVICES),
    );
    const work = files.flatMap(({ vms, catalogue, people }) => [
      ...vms.map(({ workload }) => workload),
      ...catalogue.map(({ plan }) => plan.workload),
      ...people.flatMap((one) => (one.kind === 'wants-vm' ? [one.plan.workload] : [])),
    ]);
    expect(sorted(work)).toEqual(sorted(WORKLOAD_NAMES));
  });
});

/** Asks once in a minute whether the switches keep to the policy. */
const verifier: Defender = (view) =>
  view.tick % 300 === 0 ? [{ command: 'verify-policy', args: { host: 1 } }] : [];

/** What came to an end as its attackers wanted it. */
const doneIn = (history: readonly GameEvent[]): string[] =>
  eventsOf(history, 'act-ended').flatMap(({ data }) =>
    data.outcome === 'done' ? [data.attack] : [],
  );

const SCRUB_RACE = 'res-scrub-tlb-race';
const VHOST = 'esc-vhost-migration';

/**
 * People attack in the inherited room: from the internet into the hospital's booking, its kernel, and,
 * once the advisory is out, frames that were cleared already.
 * @param cure what a defender orders before
 */
function racedScrub(cure: Args | null): Bench {
  const room = scenarios['inherited-room'];
  if (!room) throw new Error('no such room');
  const bench = seatRed(
    new Bench(arrange(room, { level: 'opportunist', minutes: null, peopleAttack: true })),
  );
  const after = (second: number): void => {
    bench.run(second * TICKS_PER_SECOND - bench.world.tick);
  };
  after(25);
  expect(redTeam(bench, 'recon-network', { from: 0 })).toBeNull();
  after(45);
  const vm = (bench.world.attackers[1]?.knownVms ?? []).indexOf(id<VmId>(5)) + 1;
  after(60);
  expect(redTeam(bench, 'img-stale-packages', { from: 0, vm })).toBeNull();
  after(110);
  expect(redTeam(bench, 'priv-guest-root', { vm })).toBeNull();
  after(200);
  if (cure) expect(bench.give('scrub-policy', cure)).toBeNull();
  after(286);
  expect(redTeam(bench, 'probe', { vm, attack: SCRUB_RACE, need: 'is-paravirtual' })).toBeNull();
  after(296);
  expect(redTeam(bench, SCRUB_RACE, { vm })).toBeNull();
  after(340);
  return bench;
}

/**
 * Empties the second host of the device bay without a thought for who waits for it, and once does something
 * before.
 */
const emptying = (cure: { readonly command: string; readonly args: Args } | null): Defender => {
  let done = cure === null;
  return (view) => {
    const row = view.tables.vms[7];
    if (!done && cure !== null && view.tick >= 112 * TICKS_PER_SECOND) {
      done = true;
      return [cure];
    }
    const goes = view.tick >= 128 * TICKS_PER_SECOND && row?.host === 2 && row.movingTo === 0;
    return goes ? [{ command: 'migrate-vm', args: { vm: 7, host: 3 } }] : [];
  };
};

/**
 * Every scenario, against every level, however it is defended: each once before any a second time.
 * @param wanted whether a scenario offers anything that has not come up yet: others are not played
 */
function* everyMatch(wanted: (scenario: Scenario) => boolean): Generator<ReturnType<typeof play>> {
  const by =
    (who: string, seed: number) =>
    (scenario: Scenario): ReturnType<typeof play> =>
      playWith({ scenario, seats: 1 }, who, seed);
  const ways: ((scenario: Scenario) => ReturnType<typeof play>)[] = [
    // Most comes up where nobody does anything about it; the rest as somebody does.
    by('idle', 1),
    (scenario) => play(scenario, 1, together(expert, verifier)),
    ...['clerk', 'novice'].map((who) => by(who, 1)),
    ...[2, 3].flatMap((seed) => ['idle', 'novice', 'clerk'].map((who) => by(who, seed))),
    ...[3, 11].map((seed) => by('expert', seed)),
    (scenario) => play(scenario, 2, together(clerk, verifier)),
  ];
  // Where nobody attacks every level is the same match.
  for (const way of ways)
    for (const [name, { attackers }] of Object.entries(scenarios))
      for (const level of attackers.length > 0 ? MIND_NAMES : MIND_NAMES.slice(0, 1))
        if (wanted(scenarioFor(name, level))) yield way(scenarioFor(name, level));
}

describe('what there is, comes up in matches', () => {
  const met = { attacks: new Set<string>(), sensors: new Set<string>() };
  const techniques = new Set<string>();

  test('people race the scrub of a real host, and not of one that scrubs on allocation', () => {
    const raced = racedScrub(null);
    expect(raced.events('frames-smuggled').length).toBeGreaterThan(0);
    for (const attack of doneIn(raced.history)) met.attacks.add(attack);
    const cured = racedScrub({ host: 2, policy: 'on-allocate' });
    expect(cured.events('frames-smuggled')).toEqual([]);
    expect(doneIn(cured.history)).not.toContain(SCRUB_RACE);
  });

  test('A87 whoever waits for a move has it, unless somebody has seen to the host or the VM before', () => {
    const waited = (cure: Parameters<typeof emptying>[0]): string[] =>
      doneIn(play(scenarioFor('device-bay', 'opportunist'), 1, emptying(cure)).match.history);
    const done = waited(null);
    expect(done).toContain(VHOST);
    for (const attack of done) met.attacks.add(attack);
    expect(waited({ command: 'disable-vhost', args: { vm: 7 } })).not.toContain(VHOST);
    expect(waited({ command: 'patch-host', args: { host: 2, how: 'live' } })).not.toContain(VHOST);
  });

  test('of every scenario, against every level, however it is defended', () => {
    const missing = () => ({
      attacks: sorted(attacks.keys()).filter((one) => !met.attacks.has(one)),
      sensors: sorted(sensors.map(({ name }) => name)).filter((one) => !met.sensors.has(one)),
      techniques: sorted(TECHNIQUES).filter((one) => !techniques.has(one)),
    });
    const all = { attacks: [], sensors: [], techniques: [] };
    const dealt = new Set(Object.values(scenarios).flatMap(({ deck }) => deck?.attacks ?? []));
    const wanted = ({ deck }: Scenario): boolean => {
      const left = missing();
      // What is in no deck can be tried anywhere.
      const attack = (one: string): boolean =>
        !dealt.has(one) || !deck || deck.attacks.includes(one);
      return (
        left.attacks.some(attack) ||
        left.sensors.some((one) => deck?.sensors.some((dealt) => dealt === one) ?? true) ||
        left.techniques.some((one) => deck?.techniques.some((dealt) => dealt === one) ?? true)
      );
    };
    // What came up in one match has come up: no more is played than that takes.
    for (const { match } of everyMatch(wanted)) {
      for (const attack of doneIn(match.history)) met.attacks.add(attack);
      for (const alert of match.world.alerts) if (alert) met.sensors.add(alert.sensor);
      for (const vm of match.world.vms) if (vm) techniques.add(vm.technique);
      if (isDeepStrictEqual(missing(), all)) break;
    }
    expect(missing()).toEqual(all);
  }, 480_000);
});
