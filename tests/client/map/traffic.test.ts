import { describe, expect, test } from 'vitest';
import { compose, type Drawing } from '../../../client/map/compose.ts';
import { along, lengthOf, streetWay } from '../../../client/map/drawing/way.ts';
import { readFacts } from '../../../client/map/facts.ts';
import { planMap } from '../../../client/map/layout.ts';
import { routesOf } from '../../../client/map/network/routes.ts';
import type { Sketch } from '../../../client/map/sketch.ts';
import type { FlowRow } from '../../../shared/view/rows.ts';
import { some } from '../../support/some.ts';
import { sketchOf, type Town, town } from './fixture.ts';

const AREA = { w: 856, h: 712 };
const INSET = { top: 0, right: 0, bottom: 0, left: 0 };

function draw(given: Town, changes: Partial<Sketch> = {}): Drawing {
  const facts = readFacts(town(given));
  return compose(sketchOf(facts, changes, 'network'), planMap(facts, AREA, 1, INSET), null);
}

function routes(given: Town) {
  const facts = readFacts(town(given));
  const plan = planMap(facts, AREA, 1, INSET);
  return { routes: routesOf(facts, plan), plan };
}

const flow = (changes: Partial<FlowRow>): FlowRow => ({
  id: 1,
  from: 1,
  to: 2,
  service: 'web',
  state: 'delivered',
  ...changes,
});
const flows = (...rows: Partial<FlowRow>[]): NonNullable<Town['tables']> => ({
  flows: [null, ...rows.map((row, i) => flow({ id: i + 1, ...row }))],
});

/** Hosts 1 and 2 with two VMs each: 1, 2 and 3, 4. */
const TWO: Town = { vms: [2, 2] };

describe('a flow', () => {
  test('inside one host never reaches the street', () => {
    const { routes: all, plan } = routes({ ...TWO, tables: flows({ from: 1, to: 2 }) });
    const street = plan.streets[0]!.y;
    expect(all[0]!.path.every(([, y]) => y < street)).toBe(true);
  });

  test('between hosts takes both lanes and the street', () => {
    const { routes: all, plan } = routes({ ...TWO, tables: flows({ from: 1, to: 3 }) });
    for (const lot of some(plan.lots)) {
      expect(all[0]!.path).toContainEqual([lot.laneX, lot.streetY]);
      expect(all[0]!.path).toContainEqual([lot.laneX, lot.box.y + lot.section.railY]);
    }
  });

  test('from the internet comes in by the street', () => {
    const { routes: all, plan } = routes({ ...TWO, tables: flows({ from: 0, to: 4 }) });
    expect(all[0]!.path[0]).toEqual([0, plan.streets[0]!.y]);
  });

  test('that is denied ends at the switch of its goal', () => {
    const tables = flows({ from: 1, to: 3, state: 'denied' });
    const { routes: all, plan } = routes({ ...TWO, tables });
    const lot = plan.lots[1]!;
    expect(all[0]!.stop?.[1]).toBe(lot.box.y + lot.section.railY);
    expect(all[0]!.path.at(-1)).toEqual(all[0]!.stop);
  });

  test('that is dropped ends at the switch that takes in a policy', () => {
    const gate: NonNullable<Town['gate']> = (row) =>
      row.id === 1 ? { ...row, dropsUntil: 99 } : row;
    const tables = flows({ from: 1, to: 3, state: 'dropped' });
    const { routes: all, plan } = routes({ ...TWO, gate, tables });
    const lot = plan.lots[0]!;
    expect(all[0]!.stop?.[1]).toBe(lot.box.y + lot.section.railY);
  });

  test('that is dropped ends at the switch whose IPS cannot keep up', () => {
    const gate: NonNullable<Town['gate']> = (row) =>
      row.id === 1 ? { ...row, watch: 'ips', overloaded: true } : row;
    const tables = flows({ from: 1, to: 3, state: 'dropped' });
    const { routes: all, plan } = routes({ ...TWO, gate, tables });
    const lot = plan.lots[0]!;
    expect(all[0]!.stop?.[1]).toBe(lot.box.y + lot.section.railY);
  });

  test('that an IPS on the wire blocks ends on the street', () => {
    const tables = {
      ...flows({ from: 1, to: 3, state: 'blocked' }),
      wires: [null, { id: 1, watch: 'ips' as const }],
    };
    const { routes: all, plan } = routes({ ...TWO, tables });
    expect(all[0]!.stop).toEqual([plan.lots[0]!.laneX, plan.lots[0]!.streetY]);
  });
});

describe('traffic', () => {
  const tables = flows(
    { from: 1, to: 2 },
    { from: 1, to: 3, state: 'denied' },
    { from: 2, to: 3, state: 'denied' },
    { from: 0, to: 4 },
  );

  test('counts what flows and what is stopped as the view does', () => {
    const { tally, pieces } = draw({ ...TWO, tables });
    expect([tally.flowing, tally.brokenFlows]).toEqual([2, 2]);
    // Both end at one port: one mark, with a figure.
    expect(pieces.filter(({ id }) => /^stop\/[^/]*$/.test(id))).toHaveLength(1);
    expect(pieces.some(({ id }) => id.endsWith('/count'))).toBe(true);
  });

  test('marks what an IPS blocks apart from what a rule denies', () => {
    const glyphs = (...states: FlowRow['state'][]): string[] =>
      draw({ ...TWO, tables: flows(...states.map((state) => ({ from: 1, to: 3, state }))) })
        .pieces.filter(({ id }) => /^stop\/[^~]*$/.test(id) && !id.endsWith('/count'))
        .map(({ stamp }) => stamp.key.split('|')[1] ?? '');
    expect(glyphs('denied')).toEqual(['cross']);
    expect(glyphs('blocked')).toEqual(['bar']);
    expect(glyphs('denied', 'blocked').sort()).toEqual(['bar', 'cross']);
  });

  test('sets out again with time, each flow at its own beat, and not while time stands still', () => {
    const at = (clock: number): string[] =>
      draw({ ...TWO, tables }, { clock }).trips.map(({ id }) => id);
    const all = new Set(Array.from({ length: 24 }, (_, i) => at(100 + i)).flat());
    expect(all.size).toBeGreaterThanOrEqual(8);
    expect(all.size).toBeLessThanOrEqual(12);
    expect(at(100)).toEqual(at(100));
  });

  test('rests as a mark where nothing may move', () => {
    const { trips, pieces } = draw({ ...TWO, tables }, { still: true });
    expect(trips).toEqual([]);
    expect(pieces.filter(({ id }) => /^flow\/\d+$/.test(id))).toHaveLength(2);
  });
});

describe('a switch', () => {
  const text = (given: Town): string =>
    draw(given).pieces.find(({ id }) => id === 'host/1/rail/text')?.stamp.key ?? '';
  const dashed = (given: Town): boolean =>
    draw(given).pieces.some(({ id }) => id === 'host/1/rail~0');

  test('whose IPS cannot keep up says so, and looks like one that lets nothing by', () => {
    const gate: NonNullable<Town['gate']> = (row) => ({ ...row, watch: 'ips', overloaded: true });
    expect(dashed({ vms: [2], gate })).toBe(true);
    expect(text({ vms: [2], gate })).toMatch(/^text\|aded/);
    expect(text({ vms: [2] })).not.toMatch(/^text\|aded/);
  });

  test('with an older policy than the intended one is dashed and says both versions', () => {
    const gate: NonNullable<Town['gate']> = (row) => ({ ...row, version: 2 });
    expect(dashed({ vms: [2] })).toBe(false);
    expect(dashed({ vms: [2], gate })).toBe(true);
    expect(text({ vms: [2], gate })).toMatch(/2,3/);
  });

  test('that was never told of a VM leaves its wire hanging', () => {
    const gate: NonNullable<Town['gate']> = (row) => ({
      ...row,
      ports: row.ports.filter(({ vm }) => vm !== 2),
    });
    const { tally, pieces } = draw({ vms: [3], gate });
    expect([tally.drawnPorts, tally.loosePorts]).toEqual([3, 1]);
    const nodes = new Map(pieces.map((piece) => [piece.id, piece.box.y]));
    expect(nodes.get('vm/2/wire@1/node')).toBeLessThan(nodes.get('vm/1/wire@1/node') ?? 0);
    expect(dashed({ vms: [3], gate })).toBe(true);
  });

  test('is lit where a sensor looks in, and only there', () => {
    const room = (watch: 'none' | 'ids'): string | undefined =>
      draw({ vms: [1], gate: (row) => ({ ...row, watch }) }).pieces.find(
        ({ id }) => id === 'host/1/room',
      )?.stamp.key;
    expect(room('ids')).not.toBe(room('none'));
    const eyes = draw({ vms: [1], gate: (row) => ({ ...row, watch: 'ids' }) }).pieces;
    expect(eyes.some(({ id }) => id === 'host/1/eye')).toBe(true);
  });

  test('and the street have their own eyes', () => {
    const wires = [null, { id: 1, watch: 'ids' as const }];
    const { pieces } = draw({ vms: [1], tables: { wires } });
    expect(pieces.some(({ id }) => id === 'street/0/eye')).toBe(true);
    expect(pieces.some(({ id }) => id === 'host/1/eye')).toBe(false);
  });
});

describe('a way', () => {
  const way = [
    [0, 0],
    [0, 10],
    [30, 10],
  ] as const;

  test('is walked at an even pace', () => {
    expect(lengthOf(way)).toBe(40);
    expect(along(way, 0)).toEqual([0, 0]);
    expect(along(way, 0.25)).toEqual([0, 10]);
    expect(along(way, 0.5)).toEqual([10, 10]);
    expect(along(way, 1)).toEqual([30, 10]);
  });

  test('to another street goes by the trunk', () => {
    const home = (host: number, y: number) => ({
      host,
      toStreet: [
        [5, y - 20],
        [5, y],
      ] as const,
      trunkX: 90,
    });
    expect(streetWay(home(1, 50), home(2, 50))).not.toContainEqual([90, 50]);
    expect(streetWay(home(1, 50), home(2, 150)).slice(2, 4)).toEqual([
      [90, 50],
      [90, 150],
    ]);
  });

  test('home goes with a VM that moves', () => {
    const homes = draw(TWO).pieces.flatMap(({ id, home }) => (home ? [[id, home.host]] : []));
    expect(homes).toEqual([
      ['vm/1', 1],
      ['vm/2', 1],
      ['vm/3', 2],
      ['vm/4', 2],
    ]);
  });
});

describe('a VM that is being moved', () => {
  const moved = (moveEncrypted: boolean) =>
    draw({ ...TWO, vm: (row) => (row.id === 1 ? { ...row, movingTo: 2, moveEncrypted } : row) });
  const of = ({ pieces }: Drawing) =>
    pieces.filter(({ id }) => id.startsWith('move/')).map(({ id }) => id);

  test('has its way drawn along the street, with a lock where it is encrypted', () => {
    expect(of(draw(TWO))).toEqual([]);
    expect(of(moved(false)).every((id) => id.startsWith('move/1/'))).toBe(true);
    expect(of(moved(false)).some((id) => id.includes('~'))).toBe(true);
    expect(of(moved(false))).not.toContain('move/1/lock');
    expect(of(moved(true))).toContain('move/1/lock');
    expect(of(moved(true)).some((id) => id.includes('~'))).toBe(false);
  });
});
