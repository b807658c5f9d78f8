import { describe, expect, test } from 'vitest';
import type { JournalRow } from '../../server/store/store.ts';
import { Authority } from '../../shared/authority/authority.ts';
import { scenarios } from '../../shared/course/scenarios/registry.ts';
import type { BlueView } from '../../shared/view/view.ts';
import { RULES_VERSION } from '../../shared/world/world.ts';
import type { Given } from './classmate.ts';
import { compare, compareState, type Told } from './durability.ts';
import type { Kept } from './rerun.ts';

const ORDERED_AT = 6;
const TICKS = 12;

/** A short match with one order, honestly kept and honestly told. */
function honest(): { kept: Kept; told: Told } {
  const scenario = scenarios['vacated-seat']!;
  const authority = new Authority({ scenario, seed: 7 });
  const rows: JournalRow[] = [];
  const seen: BlueView[] = [];
  const order = { n: 1, command: 'scrub-policy', args: { host: 1, policy: 'on-free' } };
  const given: Given[] = [{ ...order, reply: null }];
  for (let tick = 1; tick <= TICKS; tick += 1) {
    if (tick === 1) authority.submit({ kind: 'seat', seat: 1, pilot: 'human' });
    if (tick === ORDERED_AT) authority.submit({ kind: 'order', seat: 1, ...order });
    const { inputs, answers, frames } = authority.step();
    rows.push({ match: 'm', tick, inputs });
    for (const { reply } of answers) given[0]!.reply = reply;
    if (frames.has('blue')) seen.push(authority.projection);
  }
  const match = {
    id: 'm',
    session: 's',
    world: 1,
    scenario,
    seed: 7,
    rules: RULES_VERSION,
    end: null,
  };
  const { tick, state, events } = authority.checkpoint();
  const kept: Kept = { match, rows, checkpoint: { tick, state, events: [events] } };
  return { kept, told: { place: 1, given, seen } };
}

describe('what a store is held against', () => {
  test('lets pass what is as it was told', () => {
    const { kept, told } = honest();
    expect(told.given[0]?.reply).toEqual({ ok: true, value: { tick: ORDERED_AT } });
    expect(compare(kept, [told])).toEqual([]);
    expect(compareState(kept)).toEqual([]);
  });

  test('finds a row that was lost', () => {
    const { kept, told } = honest();
    const rows = kept.rows.slice(0, ORDERED_AT - 1);
    expect(compare({ ...kept, rows }, [told])).toEqual(
      expect.arrayContaining([
        `order 1:1 of tick ${ORDERED_AT} is nowhere`,
        expect.stringContaining(`${ORDERED_AT - 1} was the last that was kept`),
      ]),
    );
    expect(compareState({ ...kept, rows })).not.toEqual([]);
  });

  test('finds an order that is there twice, or at another tick, or as another', () => {
    const { kept, told } = honest();
    const moved = (by: number, again: boolean): Kept => {
      const inputs = kept.rows[ORDERED_AT - 1]!.inputs;
      const rows = kept.rows.map((row) => {
        if (row.tick === ORDERED_AT + by) return { ...row, inputs };
        return row.tick === ORDERED_AT && !again ? { ...row, inputs: [] } : row;
      });
      return { ...kept, rows };
    };
    expect(compare(moved(1, true), [told])).toContain('order 1:1 is in the journal once more');
    expect(compare(moved(1, false), [told]).join()).toContain(`is tick ${ORDERED_AT + 1} as`);
    const args = { host: 1, policy: 'never' };
    const other = { ...told, given: [{ ...told.given[0]!, args }] };
    expect(compare(kept, [other])).toHaveLength(1);
  });

  test('finds a view to which the journal does not lead, and a state', () => {
    const { kept, told } = honest();
    const other = { ...kept, match: { ...kept.match, seed: 8 } };
    const [first] = told.seen;
    const false1 = { ...first!, tables: { ...first!.tables, hosts: [] } };
    expect(compare(kept, [{ ...told, seen: [false1] }])).toEqual([
      `tick ${first!.tick} was seen as the journal does not lead to it`,
    ]);
    expect(compareState(other)).toEqual([`the match of tick ${TICKS} is not that of its journal`]);
  });
});
