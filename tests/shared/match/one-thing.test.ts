import { describe, expect, test } from 'vitest';
import { scenarios } from '../../../shared/course/scenarios/registry.ts';
import { createMatch, stepMatch } from '../../../shared/match/match.ts';
import { type OneThing, oneThings } from '../../../shared/match/one-thing.ts';
import { blastOf } from '../../../shared/view/blast/blast.ts';
import type { Start } from '../../../shared/view/blast/start.ts';
import { NO_METERS, projectBlue } from '../../../shared/view/blue.ts';
import type { BlueView } from '../../../shared/view/view.ts';
import { fallen } from '../../support/fallen.ts';
import type { Bench } from '../../support/worlds.ts';

const look = ({ world, history }: Pick<Bench, 'world' | 'history'>): BlueView =>
  projectBlue(world, history, NO_METERS, null);
const START: Start = { kind: 'vm', id: 1 };
const by = (things: readonly OneThing[], command: string): OneThing | undefined =>
  things.find(({ orders }) => orders[0]?.command === command);

describe('one thing that is changed', () => {
  test('X8 what it says would be left is left once the order has been carried out', () => {
    const bench = fallen({}, false);
    const things = oneThings(look(bench), START, bench.world.pace);
    for (const command of ['rotate-credentials', 'confine-host']) {
      const thing = by(things, command);
      expect(thing?.before).toBe(blastOf(look(bench), START).fallenVms.length);
      const other = fallen({}, false);
      other.world.credits = 1000;
      for (const { command: name, args } of thing?.orders ?? []) {
        expect(other.give(name, args)).toBeNull();
        other.run(thing?.length ?? 0);
      }
      expect(blastOf(look(other), START).fallenVms.length).toBe(thing?.after);
    }
  });

  test('X8 price and time are those of the command, and the work is never begun', () => {
    const bench = fallen({}, false);
    const before = JSON.stringify(bench.world);
    const things = oneThings(look(bench), START, bench.world.pace);
    const { rotateLength, confinePrice, confineLength } = bench.world.pace;
    expect(by(things, 'rotate-credentials')).toMatchObject({ price: 0, length: rotateLength });
    expect(by(things, 'confine-host')).toMatchObject({
      price: confinePrice,
      length: confineLength,
    });
    expect(JSON.stringify(bench.world)).toBe(before);
  });

  test('X8 only what is in play is told, what changes nothing too, and what stops the work last', () => {
    let without = 0;
    for (const [name, scenario] of Object.entries(scenarios)) {
      const match = createMatch(scenario, 1);
      for (let i = 0; i < 20; i += 1) stepMatch(match, [], { think: false });
      const view = look(match);
      const deck = view.tables.match[1]?.deck?.commands ?? [];
      for (const vm of [1, 3]) {
        const things = oneThings(view, { kind: 'vm', id: vm }, match.world.pace);
        without += things.filter(({ before, after }) => before === after).length;
        for (const { orders, before, after } of things) {
          expect([name, after <= view.tables.vms.length, before > 0]).toEqual([name, true, true]);
          for (const { command } of orders) {
            const always = ['stop-vm', 'quarantine-vm', 'migrate-vm', 'restart-vm'];
            expect([...deck, ...always]).toContain(command);
          }
        }
        const named = things.map(({ orders }) => orders[0]?.command);
        const stops = named.indexOf('stop-vm');
        if (stops >= 0) expect(stops).toBeGreaterThan(named.lastIndexOf('patch-guest'));
      }
    }
    expect(without).toBeGreaterThan(0);
  });
});
