import { describe, expect, test } from 'vitest';
import {
  addRow,
  fact,
  provenanceOf,
  removeRow,
  rowRef,
  setFact,
} from '../../../shared/world/fact.ts';
import { NATURE } from '../../../shared/world/history.ts';
import { SCENARIO, seconds } from '../../../shared/world/ids.ts';
import { draw } from '../../../shared/world/random.ts';
import { build } from '../../../shared/world/scenario/build.ts';
import type { Scenario, ScenarioFile } from '../../../shared/world/scenario/schema.ts';
import { find, get, rows } from '../../../shared/world/table.ts';
import { emit, stampsOf } from '../../../shared/world/turn.ts';
import { Bench, hostileShop, id, tiny, turnOf } from '../../support/worlds.ts';

describe('facts', () => {
  test('D4 setFact changes the field and stamps it with its cause', () => {
    const { world } = turnOf();
    setFact(world, 'vms', 1, 'power', 'stopped', id(4));
    expect(world.vms[1]?.power).toBe('stopped');
    expect(world.provenance).toEqual({ 'vms/1/power': 4 });
    setFact(world, 'vms', 1, 'power', 'running', id(9));
    expect(provenanceOf(world, fact('vms', 1, 'power'))).toBe(9);
    expect(() => setFact(world, 'vms', 9, 'power', 'stopped', id(4))).toThrow('no vms/9');
  });

  test('D4 a fact that nothing has touched is the scenario’s, or its row’s', () => {
    const { world } = turnOf();
    expect(provenanceOf(world, fact('vms', 1, 'power'))).toBe(SCENARIO);
    const asset = { name: 'ledger', tenant: id<never>(1), weight: 60 } as const;
    const row = addRow(world, 'assets', (n) => ({ id: id<never>(n), ...asset }), id(6));
    expect(row.id).toBe(5);
    const refs = [
      fact('assets', 5, 'weight'),
      fact('assets', 5, 'name'),
      fact('assets', 1, 'name'),
    ];
    expect(stampsOf(world, refs)).toEqual([6, 6, 0]);
    setFact(world, 'assets', 5, 'weight', 100, id(8));
    expect(stampsOf(world, refs)).toEqual([8, 6, 0]);
  });

  test('V4 a row that goes leaves a hole and takes its own stamps with it', () => {
    const { world } = turnOf();
    for (const n of [1, 2]) setFact(world, 'frames', n, 'owner', 0, id(3));
    setFact(world, 'frames', 12, 'owner', 0, id(3));
    removeRow(world, 'frames', 1);
    expect(world.frames[1]).toBeNull();
    expect(Object.keys(world.provenance)).toEqual(['frames/2/owner', 'frames/12/owner']);
    expect(rowRef('frames', 12)).toBe('frames/12');
  });

  test('V4 tables answer for holes and for what never was', () => {
    const { world } = turnOf();
    removeRow(world, 'vms', 1);
    expect([find(world.vms, 1), find(world.vms, 77), find(world.vms, -1)]).toEqual([
      null,
      null,
      null,
    ]);
    expect(() => get(world.vms, 1)).toThrow('no row 1');
    expect([...rows(world.vms)].map((vm) => vm.id)).toEqual([2]);
  });
});

describe('events', () => {
  const happening = { actor: NATURE, subjects: [], data: { credits: 1, upkeep: 0 } };

  test('P1 each gets the next number; its causes are sorted, once each, without the scenario', () => {
    const turn = turnOf();
    const causes = [id<never>(5), id<never>(0), id<never>(2), id<never>(5)];
    expect(emit(turn, 'bill', { ...happening, causes })).toBe(1);
    expect(emit(turn, 'bill', { ...happening, causes: [] })).toBe(2);
    expect(turn.history[0]).toMatchObject({ seq: 1, tick: 1, kind: 'bill', causes: [2, 5] });
    expect(turn.world.history.length).toBe(2);
  });

  test('D2 the history’s rolling hash is in the world: another event, another hash', () => {
    const hashes = [1, 1, 2].map((credits) => {
      const turn = turnOf();
      emit(turn, 'bill', { ...happening, causes: [], data: { credits, upkeep: 0 } });
      return turn.world.history.hash;
    });
    expect(hashes[0]).toBe(hashes[1]);
    expect(hashes[2]).not.toBe(hashes[0]);
  });
});

describe('draws', () => {
  const key = { seed: 1, stream: 'calendar', subject: 2, occasion: 3 };

  test('D3 the same key draws the same, whatever was drawn in between', () => {
    const alone = draw(key, 0, 1_000_000);
    for (let i = 0; i < 100; i += 1) draw({ ...key, occasion: i }, 0, 9);
    expect(draw(key, 0, 1_000_000)).toBe(alone);
  });

  test('D3 each part of the key counts', () => {
    const keys = [
      key,
      { ...key, seed: 2 },
      { ...key, stream: 'advisories' },
      { ...key, subject: 3 },
      { ...key, occasion: 4 },
      { ...key, subject: 3, occasion: 2 },
    ];
    expect(new Set(keys.map((k) => draw(k, 0, 1_000_000_000))).size).toBe(keys.length);
  });

  test('D3 both ends can be drawn and nothing outside them', () => {
    const drawn = Array.from({ length: 300 }, (_, seed) => draw({ ...key, seed }, 3, 6));
    expect([...new Set(drawn)].sort()).toEqual([3, 4, 5, 6]);
    expect(draw(key, 5, 5)).toBe(5);
  });

  test('D3 one more person in a scenario moves none of the others', () => {
    const person = (vm: number): ScenarioFile['people'][number] => ({
      kind: 'wants-rid',
      at: [1, 500],
      vm,
    });
    const wants = (scenario: Scenario, vm: number): number | undefined =>
      build(scenario, 5).calendar.find((entry) => 'vm' in entry && entry.vm === vm)?.tick;
    const two = tiny({ people: [person(1), person(2)] });
    const more = tiny({
      people: [person(1), person(2), { kind: 'deletes-own', at: [1, 500], vm: 1 }],
      attackers: [hostileShop],
    });
    expect(wants(two, 2)).toBe(wants(more, 2));
    expect(build(more, 5).calendar).toHaveLength(3);
  });

  test('T2 what was drawn for the past falls due in the first tick', () => {
    const bench = new Bench(tiny({ people: [{ kind: 'wants-rid', at: [0, 0], vm: 1 }] }));
    expect(bench.world.requests[1]?.openedAt).toBe(1);
    expect(seconds(0.5)).toBe(2);
  });
});
