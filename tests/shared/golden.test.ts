import { describe, test } from 'vitest';
import { Authority } from '../../shared/authority/authority.ts';
import type { Input } from '../../shared/match/input.ts';
import { createMatch, stepMatch } from '../../shared/match/match.ts';
import { decodePatch } from '../../shared/protocol/codec.ts';
import { BLUE_COLUMNS } from '../../shared/view/columns.ts';
import { projectRed, type RedView } from '../../shared/view/red/red.ts';
import { isNamed } from '../../shared/view/view.ts';
import type { Actor, GameEvent } from '../../shared/world/history.ts';
import { hostileShop, id, tiny } from '../support/worlds.ts';
import { expectGolden } from './support/golden.ts';

const TICKS = 120;

/** A little of everything: residue of before and of now, a leak, a look, a scrub, a change of mind. */
const scenario = tiny({
  residue: [{ host: 1, asset: 'ledger', frames: 2 }],
  people: [
    { kind: 'deletes-own', at: [6, 6], vm: 1 },
    { kind: 'wants-rid', at: [11, 11], vm: 2 },
  ],
  attackers: [hostileShop],
  deck: {
    commands: ['create-vm', 'investigate-vm', 'scrub-frames', 'scrub-policy', 'push-policy'],
    attacks: ['res-mem-unscrubbed'],
    sensors: ['S7', 'investigation', 'tenant'],
    techniques: ['hvm'],
  },
  pace: { prepare: 10, live: TICKS - 10, requestWait: 40, fillEvery: 20 },
});

const ORDERS: Readonly<Record<number, readonly [string, Record<string, number | string>][]>> = {
  18: [['create-vm', { request: 1, host: 1, technique: 'hvm' }]],
  23: [
    ['investigate-vm', { vm: 3 }],
    ['investigate-vm', { vm: 3 }],
  ],
  42: [
    ['close-breach', { asset: 2 }],
    ['scrub-frames', { host: 1 }],
  ],
  50: [['scrub-policy', { host: 1, policy: 'on-free' }]],
  52: [['cancel-job', { job: 5 }]],
  58: [['destroy-vm', { vm: 2 }]],
  66: [['scrub-policy', { host: 2, policy: 'on-allocate' }]],
  80: [['win', {}]],
};

function inputsOf(tick: number): Input[] {
  if (tick === 1) return [{ kind: 'seat', seat: 1, pilot: 'human' }];
  return (ORDERS[tick] ?? []).map(([command, args], i) => {
    return { kind: 'order', seat: 1, n: 10 * tick + i, command, args };
  });
}

const words = (value: unknown): string =>
  typeof value === 'string' ? value : (JSON.stringify(value)?.replaceAll('"', '') ?? '');

const line = (tick: number, ...rest: string[]): string =>
  [String(tick).padStart(3), ...rest].join('  ');

describe('golden transcripts', () => {
  test('X1 X2 what the defenders are shown, row by changed row, and what they are answered', () => {
    const authority = new Authority({ scenario, seed: 1 });
    const tables = Object.keys(BLUE_COLUMNS);
    const lines: string[] = [];
    const tell = (frame: Uint8Array | undefined): void => {
      if (!frame) return;
      const [tick, , changes, removed] = decodePatch(frame);
      for (const [table, row, mask, ...values] of changes) {
        const name = tables[table] as keyof typeof BLUE_COLUMNS;
        const columns = BLUE_COLUMNS[name].filter((_, bit) => isNamed(mask, bit));
        const said = columns.map((column, i) => `${column}=${words(values[i])}`);
        lines.push(line(tick, `${name}/${row}`, ...said));
      }
      for (let i = 0; i < removed.length; i += 2) {
        lines.push(line(tick, `${tables[removed[i]!]}/${removed[i + 1]}`, 'gone'));
      }
    };
    tell(authority.since('blue', -1)[0]);
    while (!authority.over) {
      const inputs = inputsOf(authority.tick + 1);
      for (const input of inputs) authority.submit(input);
      const beat = authority.step();
      beat.answers.forEach(({ n, reply }, i) => {
        const input = inputs[i];
        const asked = input?.kind === 'order' ? `${input.command} ${words(input.args)}` : '';
        lines.push(
          line(beat.tick, `order ${n}: ${asked}`, reply.ok ? 'taken' : reply.refusal.code),
        );
      });
      tell(beat.frames.get('blue'));
    }
    expectGolden('blue.txt', `${lines.join('\n')}\n`);
  });

  test('A4 X1 what the attacker’s mind sees, and what it does', () => {
    const match = createMatch(scenario, 1);
    const lines: string[] = [];
    let before: Partial<Record<keyof RedView, string>> = {};
    while (match.world.phase !== 'over') {
      stepMatch(match, inputsOf(match.world.tick + 1));
      const { tick, actLengths, lengths, inPlay, ...view } = projectRed(match.world, id(1));
      if (before.phase === undefined) {
        lines.push(line(tick, `actLengths=${words(actLengths)}`));
        lines.push(line(tick, `inPlay=${words(inPlay)}`, `lengths=${words(lengths)}`));
      }
      const now = Object.fromEntries(
        Object.entries(view).map(([key, value]) => [key, words(value)]),
      );
      const changed = Object.keys(now).filter((key) => now[key] !== before[key as keyof RedView]);
      before = now;
      if (changed.length > 0) lines.push(line(tick, ...changed.map((key) => `${key}=${now[key]}`)));
      for (const { attack, args } of match.world.acts)
        lines.push(line(tick, `will ${attack} ${words(args)}`));
    }
    expectGolden('red.txt', `${lines.join('\n')}\n`);
  });

  test('A3 P1 what really happened, event by event, with its causes', () => {
    const match = createMatch(scenario, 1);
    while (match.world.phase !== 'over') stepMatch(match, inputsOf(match.world.tick + 1));
    const who = (actor: Actor): string =>
      actor.kind === 'nature' ? '' : 'id' in actor ? `${actor.kind} ${actor.id}` : actor.kind;
    const told = ({ seq, tick, kind, actor, subjects, causes, data }: GameEvent): string =>
      line(
        tick,
        `#${seq}`,
        kind,
        ...[who(actor), subjects.join(' '), words(data)].filter(Boolean),
        causes.length ? `because ${causes.map((c) => `#${c}`).join(' ')}` : '',
      ).trimEnd();
    expectGolden('events.txt', `${match.history.map(told).join('\n')}\n`);
  });
});
