import { describe, expect, test } from 'vitest';
import type { Attack } from '../../shared/attacks/attack.ts';
import { allNeeds, needOf, PROBE } from '../../shared/attacks/probe.ts';
import { attacks, probeable } from '../../shared/attacks/registry.ts';
import { arrange } from '../../shared/course/arrange.ts';
import { scenarios } from '../../shared/course/scenarios/registry.ts';
import type { Input } from '../../shared/match/input.ts';
import { createMatch, hashMatch, type Match, stepMatch } from '../../shared/match/match.ts';
import { replay } from '../../shared/match/replay.ts';
import type { RedTeamView } from '../../shared/view/red/red-team.ts';
import { draw } from '../../shared/world/random.ts';
import { redBytes, redOf } from '../support/red.ts';
import { copyOf, eventsOf } from '../support/worlds.ts';

const TICKS = 1100;
const BY_MINDS = { from: 'minds' } as const;
const names = [...attacks.keys(), 'no-such-attack'];

/**
 * What someone might order who presses at random: half of it off the cards, a third of that a look at
 * one of their needs, and half of it nonsense.
 */
function pressed(
  seed: number,
  view: RedTeamView,
): Pick<Input & { kind: 'order' }, 'command' | 'args'> {
  const pick = (occasion: number, most: number): number =>
    draw({ seed, stream: 'temper', subject: view.tick, occasion }, 0, most);
  const cards = view.tables.cards.flatMap((card) => card ?? []);
  const card = cards[pick(1, Math.max(0, cards.length - 1))];
  const quiet = pick(2, 1);
  if (card && pick(3, 1) === 0) {
    const { attack, args, needs } = card;
    const need = needs[pick(13, Math.max(0, needs.length - 1))]?.need;
    return need !== undefined && pick(14, 2) === 0
      ? { command: PROBE, args: { ...args, attack, need, quiet } }
      : { command: attack, args: { ...args, quiet } };
  }
  const args: Record<string, number | string> = { quiet };
  // Places and ids, where they belong and where they do not.
  const words = [...names, ...allNeeds(attacks.get('net-fw-drift')!).map(({ id }) => id)];
  for (const [i, name] of ['from', 'vm', 'attack', 'need'].entries()) {
    if (pick(4 + i, 1) === 1) continue;
    const asWord = (pick(16 + i, 4) === 0) !== i > 1;
    args[name] = asWord ? words[pick(8 + i, words.length - 1)]! : pick(8 + i, 6);
  }
  return { command: names[pick(12, names.length - 1)] ?? '', args };
}

function playRandom(name: string, seed: number) {
  const scenario = arrange(scenarios[name]!, { level: 'crew', minutes: null, peopleAttack: true });
  const match = createMatch(scenario, seed);
  const journal = new Map<number, Input[]>([
    [1, [{ kind: 'seat', seat: 1, pilot: 'human', side: 'red' }]],
  ]);
  const counts = { taken: 0, refused: 0 };
  let view = redOf(match);
  while (match.world.tick < TICKS) {
    const tick = match.world.tick + 1;
    const inputs = journal.get(tick) ?? [];
    if (tick > 1 && tick % 3 === 0) {
      inputs.push({ kind: 'order', seat: 1, n: tick, ...pressed(seed, view) });
      journal.set(tick, inputs);
    }
    const other: Match | null = tick % 90 === 0 ? twinOf(match, tick) : null;
    const [answer] = stepMatch(match, inputs).slice(-1);
    if (answer) counts[answer.refusal === null ? 'taken' : 'refused'] += 1;
    if (other && answer?.refusal) {
      // But for its number it is as if it had never been given.
      expect([answer.refusal.code, hashMatch(other)]).toEqual([
        answer.refusal.code,
        hashMatch(match),
      ]);
    }
    view = redOf(match, view);
  }
  return { scenario, match, journal, counts, view };
}

/** The match one tick on without the order of that tick, which is counted all the same. */
function twinOf(match: Match, tick: number): Match {
  const other: Match = { ...match, world: copyOf(match.world), history: [...match.history] };
  stepMatch(other, []);
  const [, seat] = other.world.seats;
  if (seat) seat.lastOrder = tick;
  return other;
}

/** What comes of it while a registry is the other way round. */
function reordered<T>(registry: ReadonlyMap<string, Attack>, run: () => T): T {
  const map = registry as Map<string, Attack>;
  const lines = [...map];
  const fill = (all: typeof lines): void => {
    map.clear();
    for (const [id, attack] of all) map.set(id, attack);
  };
  fill([...lines].reverse());
  try {
    return run();
  } finally {
    fill(lines);
  }
}

describe.each([
  ['first-shift', 1],
  ['first-shift', 2],
  ['three-tenants', 3],
  ['vacated-seat', 4],
] as const)('whoever presses at random in %s, seed %i', (name, seed) => {
  const { scenario, match, journal, counts, view } = playRandom(name, seed);

  test('A50 J7 is answered each time, and what is refused changes nothing', () => {
    expect(counts.taken).toBeGreaterThan(20);
    expect(counts.refused).toBeGreaterThan(50);
    expect(counts.taken + counts.refused).toBe(Math.trunc(TICKS / 3));
  });

  test('A50 never has more under way than they have hands', () => {
    const began = match.history.filter(({ kind }) => kind === 'act').length;
    const ended = match.history.filter(({ kind }) => kind === 'act-ended').length;
    expect(began).toBe(counts.taken);
    expect(began - ended).toBeLessThanOrEqual(match.world.pace.handsRedSolo);
  });

  test('D1 A51 what is journalled, done and remembered goes by ids, in whatever order attacks stand', () => {
    const acts = eventsOf(match.history, 'act').map(({ data }) => data);
    const probes = acts.filter(({ attack }) => attack === PROBE);
    expect(probes.length).toBeGreaterThan(5);
    expect(new Set(probes.map(({ args }) => args.attack)).size).toBeGreaterThan(2);
    for (const { args } of probes)
      expect(needOf(probeable.get(args.attack!)!, args.need!)).not.toBeNull();
    const again = reordered(attacks, () =>
      reordered(probeable, () => replay({ scenario, seed, journal, acts: BY_MINDS, until: TICKS })),
    );
    expect(JSON.stringify(again.history)).toBe(JSON.stringify(match.history));
    expect(hashMatch(again)).toEqual(hashMatch(match));
  });

  test('D1 X2 the journal makes it again, and its view is the whole projection', () => {
    const again = replay({ scenario, seed, journal, acts: BY_MINDS, until: TICKS });
    expect(hashMatch(again)).toEqual(hashMatch(match));
    expect(redBytes(view)).toBe(redBytes(redOf(again)));
  });
});
