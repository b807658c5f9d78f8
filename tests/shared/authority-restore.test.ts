import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Authority } from '../../shared/authority/authority.ts';
import type { Answer, Checkpoint } from '../../shared/authority/contract.ts';
import { arrange } from '../../shared/course/arrange.ts';
import { scenarios } from '../../shared/course/scenarios/registry.ts';
import type { Input } from '../../shared/match/input.ts';
import type { MatchRecord } from '../../shared/match/match.ts';
import { play } from '../../shared/match/play.ts';
import { clerk } from '../../shared/minds/defenders/clerk.ts';
import { decodePatch } from '../../shared/protocol/codec.ts';
import { RED_COLUMNS } from '../../shared/view/red/red-columns.ts';
import type { RedRows } from '../../shared/view/red/red-rows.ts';
import type { RedTeamView } from '../../shared/view/red/red-team.ts';
import { applyPatch } from '../../shared/view/view.ts';
import type { GameEvent } from '../../shared/world/history.ts';
import { copyOf, id, planOf } from '../support/worlds.ts';
import { lively, plays } from './support/plays.ts';
import { rowsOf } from './support/views.ts';

const TICKS = 160;
type Journal = MatchRecord['journal'];

/** A match as its host keeps it: rows, checkpoints, and what its seats were answered. */
interface Kept {
  readonly authority: Authority;
  readonly rows: [number, readonly Input[]][];
  readonly checkpoints: Checkpoint[];
  readonly answers: Answer[];
}

function run(kept: Kept, ticks: readonly (readonly Input[])[], at: readonly number[] = []): Kept {
  for (const inputs of ticks) {
    for (const input of inputs) kept.authority.submit(input);
    const { over } = kept.authority;
    const beat = kept.authority.step();
    if (!over) kept.rows.push([beat.tick, copyOf(beat.inputs)]);
    kept.answers.push(...beat.answers);
    if (at.includes(beat.tick)) kept.checkpoints.push(copyOf(kept.authority.checkpoint()));
  }
  return kept;
}

const begun = (seed: number): Kept => ({
  authority: new Authority({ scenario: lively, seed }),
  rows: [],
  checkpoints: [],
  answers: [],
});

function found({ rows, checkpoints }: Kept, seed: number): Authority {
  const last = checkpoints.at(-1);
  const events = checkpoints.map((one) => one.events);
  const latest = last ? { tick: last.tick, state: last.state, events } : null;
  return Authority.restore({ scenario: lively, seed }, latest, copyOf(rows) as Journal);
}

/** What the instructor does beside what players do. */
const led: readonly Input[] = [
  { kind: 'time', liveFrom: 9, overAt: 150 },
  { kind: 'event', plan: { kind: 'wants-vm', tenant: id(1), plan: planOf({ asset: id(1) }) } },
  { kind: 'event', plan: { kind: 'owner-leaves', vm: id(2) } },
  { kind: 'seat', seat: 4, pilot: 'human', roles: ['network', 'analyst'] },
];

const redViewOf = (authority: Authority): RedTeamView =>
  applyPatch<RedRows>(RED_COLUMNS, null, decodePatch(authority.since('red', -1)[0]!));

const rowOf = (authority: Authority): unknown => {
  const { tables } = rowsOf(authority.projection) as { tables: unknown };
  return tables;
};

describe('a match that is restored', () => {
  const any = fc.tuple(
    plays(TICKS),
    fc.nat(TICKS - 1),
    fc.array(fc.integer({ min: 1, max: TICKS }), { maxLength: 4 }),
  );

  test('D6 goes on from any checkpoint as if nothing had been', () => {
    let without = 0;
    fc.assert(
      fc.property(any, ({ 0: play1, 1: stop, 2: at }) => {
        const { seed } = play1;
        const ticks = play1.ticks.map((inputs, i) => [...inputs, ...led.slice(i, i + 1)]);
        const kept = run(begun(seed), ticks.slice(0, stop), at);
        if (kept.checkpoints.length === 0) without += 1;
        const again = found(kept, seed);
        const { authority } = kept;
        expect(again.tick).toBe(authority.tick);
        expect(again.hash()).toEqual(authority.hash());
        expect(rowOf(again)).toEqual(rowOf(authority));
        expect(new Map(again.record().journal)).toEqual(new Map(authority.record().journal));

        const rest = ticks.slice(stop);
        const other: Kept = { ...begun(seed), authority: again };
        run(kept, rest);
        run(other, rest);
        expect(again.hash()).toEqual(authority.hash());
        expect(other.rows).toEqual(kept.rows.slice(kept.rows.length - other.rows.length));
        expect(other.answers).toEqual(
          kept.answers.slice(kept.answers.length - other.answers.length),
        );
        expect(rowOf(again)).toEqual(rowOf(authority));
        if (authority.over) expect(again.outline()).toEqual(authority.outline());
      }),
      { numRuns: 15 },
    );
    expect(without).toBeGreaterThan(0);
  });

  test('I2 answers an order that is sent again as it was answered', () => {
    const asked: Input[] = [
      { kind: 'order', seat: 1, n: 1, command: 'stop-vm', args: { vm: 1 } },
      { kind: 'order', seat: 1, n: 2, command: 'stop-vm', args: { vm: 99 } },
    ];
    const ticks: Input[][] = [[{ kind: 'seat', seat: 1, pilot: 'human' }], [], [asked[0]!]];
    for (const at of [[], [3], [4]]) {
      const kept = run(begun(1), [...ticks, [], [asked[1]!], []], at);
      const again = found(kept, 1);
      for (const order of asked) again.submit(order);
      const beat = again.step();
      expect(beat.answers).toEqual(kept.answers);
      expect(kept.answers).toMatchObject([{ reply: { ok: true } }, { reply: { ok: false } }]);
      expect(beat.inputs).toEqual([]);
    }
  });

  test('D6 goes on being kept where it was: the next checkpoint has the events since', () => {
    const ticks = Array.from({ length: 40 }, (_, i): Input[] =>
      i === 0 ? [{ kind: 'seat', seat: 1, pilot: 'human' }] : [],
    );
    const kept = run(begun(2), ticks, [10, 20]);
    const again = found(kept, 2);
    kept.checkpoints.push(again.checkpoint());
    const twice = found(kept, 2);
    expect(twice.hash()).toEqual(kept.authority.hash());
    expect(twice.moments(0)).toEqual(kept.authority.moments(0));
    const lists = kept.checkpoints.map(({ events }) => JSON.parse(events) as { seq: number }[]);
    expect(lists.flat().map(({ seq }) => seq)).toEqual(lists.flat().map((_, i) => i + 1));
  });

  test('D6 does not go on from events that are not its own', () => {
    const ticks = Array.from({ length: 40 }, (): Input[] => []);
    const kept = run(begun(2), ticks, [10, 30]);
    kept.checkpoints.shift();
    expect(() => found(kept, 2)).toThrow('events');
  });

  test('D6 from its record alone is told of as it was', () => {
    const ticks = Array.from({ length: 160 }, (): Input[] => []);
    const kept = run(begun(5), ticks, [40, 80, 120]);
    const again = found(kept, 5);
    expect(again.over).toBe(true);
    expect(again.debrief()).toEqual(kept.authority.debrief());
  });
});

test('D6 A56 where people attack and nobody defends, what the computer decided is kept too', () => {
  const scenario = arrange(scenarios['three-tenants']!, {
    level: 'crew',
    minutes: null,
    peopleAttack: true,
  });
  const options = { scenario, seed: 3 };
  const authority = new Authority(options);
  authority.attend('red');
  authority.submit({ kind: 'seat', seat: 1, pilot: 'human', side: 'red' });
  const rows: [number, readonly Input[]][] = [];
  const checkpoints: Checkpoint[] = [];
  let n = 0;
  for (let tick = 1; tick <= 700; tick += 1) {
    const cards = redViewOf(authority).tables.cards.flatMap((card) => card ?? []);
    const card = cards[tick % Math.max(1, cards.length)];
    if (card && tick % 7 === 0) {
      n += 1;
      authority.submit({ kind: 'order', seat: 1, n, command: card.attack, args: { ...card.args } });
    }
    const beat = authority.step();
    rows.push([beat.tick, beat.inputs]);
    if (tick % 30 === 0) checkpoints.push(authority.checkpoint());
    if (tick % 70 !== 0) continue;
    const { tick: at, state } = checkpoints.at(-1)!;
    const found = { tick: at, state, events: checkpoints.map(({ events }) => events) };
    const again = Authority.restore(options, found, rows);
    expect(again.hash()).toEqual(authority.hash());
    expect(redViewOf(again).tables).toEqual(redViewOf(authority).tables);
  }
  const events = checkpoints.flatMap((one) => JSON.parse(one.events) as GameEvent[]);
  const kinds = events.map(({ kind }) => kind);
  expect(kinds).toContain('act');
  expect(kinds).toContain('order');
  // Some of them fell where the computer's next moves were waiting to be taken.
  expect(checkpoints.some(({ state }) => !state.includes('"wishes":[]'))).toBe(true);
});

test('D6 the largest scenario is back in no time, with a checkpoint not ten seconds old', () => {
  const scenario = scenarios['three-tenants']!;
  const { match, journal } = play(scenario, 1, clerk);
  const authority = new Authority({ scenario, seed: 1 });
  const end = match.world.tick - 60;
  const rows: [number, readonly Input[]][] = [];
  const checkpoints: Checkpoint[] = [];
  for (let tick = 1; tick <= end; tick += 1) {
    for (const input of journal.get(tick) ?? []) authority.submit(input);
    const beat = authority.step();
    rows.push([beat.tick, beat.inputs]);
    if (beat.tick % 50 === 0) checkpoints.push(authority.checkpoint());
  }
  const last = checkpoints.at(-1)!;
  const latest = { ...last, events: checkpoints.map(({ events }) => events) };
  const restore = (): Authority => Authority.restore({ scenario, seed: 1 }, latest, rows);
  expect(end - last.tick).toBeGreaterThan(30);
  expect(restore().hash()).toEqual(authority.hash());
  // Of the processor: other tests beside this one take time, too.
  const took = Array.from({ length: 5 }, () => {
    const from = process.cpuUsage();
    restore();
    const { user, system } = process.cpuUsage(from);
    return (user + system) / 1000;
  });
  expect(Math.min(...took)).toBeLessThan(50);
});
