import { isDeepStrictEqual } from 'node:util';
import { describe, expect, test } from 'vitest';
import { allNeeds } from '../../../shared/attacks/probe.ts';
import { attacks } from '../../../shared/attacks/registry.ts';
import type { Evidence } from '../../../shared/world/evidence.ts';
import { FLAW_NAMES } from '../../../shared/world/flaws/registry.ts';
import type { Known } from '../../../shared/world/people/known.ts';
import { get } from '../../../shared/world/table.ts';
import { factsOf, strikeIn, tracesOf } from '../../support/necessity.ts';
import { setups } from '../../support/setups/registry.ts';
import { copyOf } from '../../support/worlds.ts';

/** An id that no table has. */
const NOWHERE = 9999;

/** How to use each flaw, and which build is safe from it; of who has that build, nothing. */
const EVERY_FLAW = Object.fromEntries(FLAW_NAMES.map((name) => [name, 9]));

/** What they did and what they rent is known to them without a look. */
const OF_THEMSELVES: ReadonlySet<string> = new Set([
  'foreign-data',
  'not-yet',
  'core-returns',
  'not-holding',
]);

/** Who has never looked at anything. */
const STRANGER: Known = { vms: [], notes: {}, flaws: EVERY_FLAW, waiting: false, asked: 0 };

const rows = [...attacks.values()].map((attack) => [attack.id, attack] as const);

describe.each(rows)('%s', (id, attack) => {
  const setup = setups[id]!.setup();
  const { strike } = setup;

  test('A1 a strike at what is not there fails, and touches nothing', () => {
    const { world } = setup.turn;
    const facts = factsOf(attack.needs, world, strike);
    const others = Object.keys(strike).flatMap((name) => {
      const { [name]: _, ...unnamed } = strike;
      return [unnamed, { ...strike, [name]: NOWHERE }];
    });
    // What only a deeper effect or the words are about is none of its needs'.
    const about = others.filter(
      (other) => !isDeepStrictEqual(factsOf(attack.needs, world, other), facts),
    );
    const came = about.map((other) => [other, strikeIn({ ...setup, strike: other }, attack)]);
    expect(came).toEqual(about.map((other) => [other, { worked: false, touched: false }]));
    expect(about.length > 0).toBe(facts.length > 0);
  });

  test('A1 of nothing at all no attack has all its needs, and each can be asked', () => {
    const needs = allNeeds(attack);
    for (const need of needs) {
      expect([need.id, typeof need.holds(setup.turn.world, {})]).toEqual([need.id, 'boolean']);
      expect(Array.isArray(need.counters(setup.turn.world, {}))).toBe(true);
    }
    expect(factsOf(needs, setup.turn.world, {}).length > 0).toBe(needs.length > 0);
    expect(needs.every((need) => need.holds(setup.turn.world, {}))).toBe(needs.length === 0);
  });

  test('S1 an act begun when what it is about is gone leaves no trace of it', () => {
    const nowhere = Object.fromEntries(Object.keys(strike).map((name) => [name, NOWHERE]));
    // Whom a tenant's calls are of is no question of what they are about.
    const others = ({ kind }: Evidence) => kind !== 'api-calls';
    for (const args of [setup.args, {}])
      expect(tracesOf({ ...setup, args }, attack, nowhere).filter(others)).toEqual([]);
    // 0 is the outside world, of which traffic may be seen and nothing else.
    const kinds = tracesOf(setup, attack, {}).map(({ kind }) => kind);
    expect(kinds.filter((kind) => kind !== 'traffic' && kind !== 'api-calls')).toEqual([]);
  });

  test('A57 whoever never looked knows nothing of its preconditions, and plans at no VM', () => {
    const act = { vm: 1, from: 1, flaw: attack.flaw, device: attack.device };
    const known = allNeeds(attack)
      .filter(({ id: need }) => !OF_THEMSELVES.has(need))
      .flatMap(({ id: need, known: of }) => [
        [need, of?.inside?.(STRANGER, act)],
        [need, of?.around?.(STRANGER, act)],
      ]);
    expect(known.filter(([, what]) => what !== undefined)).toEqual([]);
    const plans = attack.prospects(STRANGER).map(({ args }) => [args.vm ?? 0, args.from ?? 0]);
    expect(plans.filter(([vm, from]) => vm !== 0 || from !== 0)).toEqual([]);
  });

  test('A3 at nothing no strike falls due that could work', () => {
    const due = [1, 2].flatMap((done) => attack.strikes(setup.turn.world, {}, done, 2));
    const worked = due.filter((one) => strikeIn({ ...setup, strike: one }, attack).worked);
    expect(worked).toEqual(attack.needs.length === 0 ? due : []);
  });

  test('A57 an act that names nothing, or what its attacker never met, means nothing or fails', () => {
    const world = copyOf(setup.turn.world);
    const attacker = get(world.attackers, setup.attacker as never);
    // Where no VM is meant it is done from outside, which everyone may.
    const unnamed = attack.takes.includes('vm') ? {} : { from: NOWHERE };
    const meant = [unnamed, { from: NOWHERE, vm: NOWHERE }].flatMap((args) => {
      const about = attack.resolve(world, attacker, args);
      return about === null ? [] : attack.strikes(world, about, 1, 1);
    });
    const worked = meant.filter((one) => strikeIn({ ...setup, strike: one }, attack).worked);
    expect(worked).toEqual(attack.takes.length === 0 ? meant : []);
  });
});
