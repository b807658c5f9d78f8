import { expect, test } from 'vitest';
import { scenarios } from '../../../shared/course/scenarios/registry.ts';
import { createMatch, stepMatch } from '../../../shared/match/match.ts';
import { play } from '../../../shared/match/play.ts';
import { expert } from '../../../shared/minds/defenders/expert.ts';
import { NO_METERS, projectBlue, TABLES } from '../../../shared/view/blue.ts';
import { glances } from '../../../shared/view/glance.ts';
import { rowsOf } from '../../../shared/view/reading.ts';
import type { BlueView } from '../../../shared/view/view.ts';

const firstShift = scenarios['first-shift']!;

test('X1 a glance shows what the whole view shows, however seldom a table is read', () => {
  const { journal } = play(firstShift, 5, expert);
  const match = createMatch(firstShift, 5);
  const glance = glances();
  let read = 0;
  for (let tick = 1; tick <= 900; tick += 1) {
    stepMatch(match, journal.get(tick) ?? []);
    const glanced = glance(match.world, match.history);
    const whole = projectBlue(match.world, match.history, NO_METERS, null);
    // Each table in turns of its own length: some in every tick, some once in a while.
    const now = TABLES.filter((_, i) => tick % (i + 1) === 0);
    read += now.length;
    const of = (view: BlueView) => now.map((table) => [table, view.tables[table]]);
    expect(of(glanced)).toEqual(of(whole));
  }
  expect(read).toBeGreaterThan(900);
});

test('what did not change since it was last read is the same table again', () => {
  const match = createMatch(firstShift, 5);
  const glance = glances();
  const before = glance(match.world, match.history).tables.zones;
  stepMatch(match, []);
  expect(glance(match.world, match.history).tables.zones).toBe(before);
});

test('what is read too late would say what was not so then: it throws', () => {
  const match = createMatch(firstShift, 5);
  const view = glances()(match.world, match.history);
  expect(rowsOf(view, 'hosts')).not.toEqual([]);
  stepMatch(match, []);
  expect(() => rowsOf(view, 'hosts')).toThrow('hosts of tick 0');
  expect(view.tick).toBe(0);
});
