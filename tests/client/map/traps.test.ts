import { describe, expect, test } from 'vitest';
import { compose, type Drawing } from '../../../client/map/compose.ts';
import { readFacts } from '../../../client/map/facts.ts';
import type { Layer } from '../../../client/map/layers/registry.ts';
import { planMap } from '../../../client/map/layout.ts';
import type { Sketch } from '../../../client/map/sketch.ts';
import type { ExitRow } from '../../../shared/view/machine-rows.ts';
import { sketchOf, type Town, town } from './fixture.ts';

const AREA = { w: 836, h: 708 };
const INSET = { top: 52, right: 0, bottom: 0, left: 0 };

function draw(given: Town, layer: Layer = 'traps', changes: Partial<Sketch> = {}): Drawing {
  const facts = readFacts(town(given));
  return compose(sketchOf(facts, changes, layer), planMap(facts, AREA, 1, INSET), null);
}

const exit = (changes: Partial<ExitRow> = {}): ExitRow => ({
  id: 1,
  tick: 8,
  vm: 2,
  reason: 'io',
  device: 'floppy',
  call: '',
  operand: 2048,
  bound: 512,
  verdict: 'emulated',
  ...changes,
});
const withExit = (changes: Partial<ExitRow> = {}): Town => ({
  vms: [4, 4],
  tables: { exits: [null, exit(changes)] },
});
const key = ({ pieces }: Drawing, id: string): string =>
  pieces.find((piece) => piece.id === id)?.stamp.key ?? '';

describe('an exit', () => {
  test('is counted as the view has it, in its own layer', () => {
    const exits = [null, exit(), exit({ id: 2, vm: 6, operand: 4 })];
    const given: Town = { vms: [4, 4], tables: { exits } };
    expect(draw(given).tally.drawnExits).toBe(2);
    expect(draw(given, 'memory').tally.drawnExits).toBe(0);
    // A record of a VM that has left its host says nothing of the map any more.
    expect(draw(withExit({ vm: 7 })).tally.drawnExits).toBe(0);
  });

  test('over its bound says port, operand and bound', () => {
    const text = key(draw(withExit()), 'exit/1/label/text');
    expect(text).toContain('0x3F5');
    expect(text).toContain('2,048 > 512');
  });

  test('that is a hypercall is measured in KiB, and only when it asks for too much', () => {
    const call = { reason: 'hypercall', device: '', call: 'mmu_update', bound: 4 } as const;
    expect(key(draw(withExit(call)), 'exit/1/label/text')).toContain('2,048 > 4 KiB');
    const everyday = key(draw(withExit({ ...call, operand: 3 })), 'exit/1/text');
    expect(everyday).not.toBe('');
    expect(everyday).not.toContain('≤');
    expect(everyday).toContain('mmu_update (1)');
  });

  test('within its bound has no label of harm', () => {
    const drawing = draw(withExit({ operand: 512 }));
    expect(key(drawing, 'exit/1/label/text')).toBe('');
    expect(key(drawing, 'exit/1/text')).not.toBe('');
  });

  test('without a bound is never over it', () => {
    expect(key(draw(withExit({ bound: 0 })), 'exit/1/label/text')).toBe('');
  });

  test('drops and climbs back; over its bound it stays below', () => {
    const ends = (changes: Partial<ExitRow>) => {
      const [trip] = draw(withExit(changes)).trips;
      return [trip?.path[0]?.[1], trip?.path.at(-1)?.[1]] as const;
    };
    const [from, to] = ends({ operand: 4 });
    expect(to).toBe(from);
    const [top, below] = ends({});
    expect(below).toBeGreaterThan(top ?? Number.POSITIVE_INFINITY);
  });

  test('moves once for each record, and not when it is history or nothing may move', () => {
    const ids = (tick: number, changes: Partial<Sketch> = {}): string[] =>
      draw(withExit({ tick }), 'traps', changes).trips.map(({ id }) => id);
    expect(ids(8)).toEqual(ids(8));
    expect(ids(9)).not.toEqual(ids(8));
    expect(ids(8, { clock: 100 })).toEqual([]);
    expect(ids(8, { still: true })).toEqual([]);
  });

  test('neither covers the name of its platform nor leaves it', () => {
    for (let vm = 1; vm <= 4; vm += 1) {
      const { pieces } = draw(withExit({ vm }));
      const box = (id: string) => pieces.find((piece) => piece.id === id)?.box;
      const name = box('host/1/platform/name');
      const pill = box('exit/1/label');
      const platform = box('host/1/platform');
      if (!pill || !platform) throw new Error('the exit is not drawn');
      expect(pill.x).toBeGreaterThanOrEqual(platform.x);
      expect(pill.x + pill.w).toBeLessThanOrEqual(platform.x + platform.w);
      if (!name) continue;
      expect(name.x + name.w <= pill.x || name.x >= pill.x + pill.w).toBe(true);
    }
  });
});

describe('the traps layer', () => {
  test('says how often each guest exits', () => {
    const drawing = draw({ vms: [3] });
    for (const vm of [1, 2, 3]) expect(key(drawing, `vm/${vm}/note@1`)).toContain(String(40 * vm));
  });

  test('says what confines device processes and what filters exits', () => {
    const chips = (host: NonNullable<Town['host']>): string[] =>
      draw({ vms: [1], host })
        .pieces.filter(({ id }) => /features\/\d+\/text$/.test(id))
        .map(({ stamp }) => stamp.key);
    const bare = chips((row) => ({ ...row, sandbox: false }));
    const guarded = chips((row) => ({
      ...row,
      filters: [
        { trap: 'floppy', action: 'bounds-check' },
        { trap: 'xhci', action: 'refuse' },
      ],
    }));
    expect(bare).toHaveLength(2);
    expect(guarded).toHaveLength(3);
    expect(guarded[0]).not.toBe(bare[0]);
  });
});
