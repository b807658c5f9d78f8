import { describe, expect, test } from 'vitest';
import { compose } from '../../../client/map/compose.ts';
import type { Piece } from '../../../client/map/drawing/piece.ts';
import { overlaps, rect } from '../../../client/map/drawing/rect.ts';
import { readFacts } from '../../../client/map/facts.ts';
import type { Layer } from '../../../client/map/layers/registry.ts';
import { planMap } from '../../../client/map/layout.ts';
import type { Sketch } from '../../../client/map/sketch.ts';
import type { HostRow } from '../../../shared/view/machine-rows.ts';
import type { JobRow } from '../../../shared/view/rows.ts';
import { sketchOf, type Town, town } from './fixture.ts';

const AREA = { w: 856, h: 712 };
const KINDS = ['type1', 'type2', 'container', 'type1'] as const;
const INSET = { top: 0, right: 0, bottom: 0, left: 0 };

function draw(given: Town, changes: Partial<Sketch> = {}, layer: Layer = 'memory') {
  const facts = readFacts(town(given));
  const plan = planMap(facts, AREA, 1, INSET);
  return { ...compose(sketchOf(facts, changes, layer), plan, null), facts, plan };
}

const byId = (pieces: readonly Piece[], id: string): Piece | undefined =>
  pieces.find((piece) => piece.id === id);

const job = (changes: Partial<JobRow>): JobRow => ({
  id: 1,
  command: 'scrub-frames',
  args: {},
  seat: 1,
  host: 1,
  claims: [],
  startedAt: 0,
  endsAt: 20,
  ...changes,
});

describe('what is drawn', () => {
  test.each(['compute', 'memory', 'network', 'traps', 'trust'] as const)(
    'equals the view in the %s layer',
    (layer) => {
      for (const vms of [[0], [6, 3], [8, 0, 1, 7], [1, 2, 3, 4, 5, 6, 7, 8]]) {
        const frame: NonNullable<Town['frame']> = (row) => ({
          ...row,
          residue: row.id % 3 === 0 ? 2 : 0,
        });
        const block: NonNullable<Town['block']> = (row) => ({
          ...row,
          residue: row.id % 4 === 0 ? 1 : 0,
        });
        const { tally } = draw({ vms, frame, block, platforms: KINDS }, {}, layer);
        expect(tally).toMatchObject({
          drawnHosts: vms.length,
          drawnVms: vms.reduce((a, b) => a + b, 0),
          drawnFrames: vms.length * 24,
          residueFrames: vms.length * 8,
          drawnBlocks: vms.length * 12,
          residueBlocks: vms.length * 3,
          drawnPorts: vms.reduce((a, b) => a + b, 0),
          loosePorts: 0,
        });
      }
    },
  );

  test('has no two pieces of one name, and nothing off the map', () => {
    const { pieces } = draw({ vms: [6, 3, 8] }, { selection: 'vms/2', offered: [24, 23] });
    expect(new Set(pieces.map(({ id }) => id)).size).toBe(pieces.length);
    for (const { box } of pieces) expect(overlaps(box, rect(0, 0, AREA.w, AREA.h))).toBe(true);
  });

  test('is the same for the same view', () => {
    const [a, b] = [draw({ vms: [4, 4] }), draw({ vms: [4, 4] })];
    expect(a.pieces.map(({ id, stamp, box }) => [id, stamp.key, box])).toEqual(
      b.pieces.map(({ id, stamp, box }) => [id, stamp.key, box]),
    );
  });
});

describe('a frame', () => {
  const looks = (changes: Partial<Record<'owner' | 'content' | 'residue', number>>): string => {
    const frame: NonNullable<Town['frame']> = (row) =>
      row.id === 1 ? { ...row, ...changes } : row;
    return byId(draw({ vms: [2], frame }).pieces, 'frame/1')?.stamp.key ?? '';
  };

  test('looks different in each of its states', () => {
    const states = [
      looks({ owner: 0, content: 0, residue: 0 }),
      looks({ owner: 0, content: 0, residue: 2 }),
      looks({ owner: 1, content: 0, residue: 0 }),
      looks({ owner: 1, content: 2, residue: 0 }),
      looks({ owner: 1, content: 0, residue: 3 }),
      looks({ owner: 1, content: 0, residue: 2 }),
    ];
    expect(new Set(states).size).toBe(states.length);
  });

  test('is repainted alone when it alone changes', () => {
    const before = draw({ vms: [2] }).pieces;
    const frame: NonNullable<Town['frame']> = (row) =>
      row.id === 20 ? { ...row, residue: 1 } : row;
    const after = draw({ vms: [2], frame }).pieces;
    const changed = after.filter(({ id, stamp }) => byId(before, id)?.stamp.key !== stamp.key);
    expect(changed.map(({ id }) => id).sort()).toEqual(['frame/20', 'host/1/features/tally']);
  });
});

describe('a disk', () => {
  test('B7 tells what logs hold from what is free, block by block', () => {
    const logged = (row: HostRow): HostRow => ({
      ...row,
      logBlocks: row.freeBlocks.slice(0, 2),
      freeBlocks: row.freeBlocks.slice(2),
    });
    const looks = ({ pieces }: ReturnType<typeof draw>): string[] =>
      pieces.filter(({ id }) => id.startsWith('block/')).map(({ stamp }) => stamp.key);
    const [before, after] = [looks(draw({ vms: [2] })), looks(draw({ vms: [2], host: logged }))];
    const changed = after.flatMap((key, i) => (key === before[i] ? [] : [key]));
    expect([before.length, changed.length]).toEqual([12, 2]);
    for (const key of changed) expect(before).not.toContain(key);
  });
});

describe('layers', () => {
  test('light different parts of one drawing', () => {
    const litIn = (layer: Layer, id: string): number =>
      byId(draw({ vms: [3] }, {}, layer).pieces, id)?.lit ?? 0;
    expect(litIn('memory', 'frame/1')).toBe(1);
    expect(litIn('compute', 'frame/1')).toBeLessThan(litIn('memory', 'frame/1'));
    expect(litIn('network', 'host/1/rail')).toBe(1);
    expect(litIn('memory', 'host/1/rail')).toBeLessThan(1);
    expect(litIn('compute', 'vm/1')).toBe(1);
  });

  test('name the zones in the network layer only', () => {
    // The writer of the tests says a path by its last letters: zone 2 is `app`.
    const named = (layer: Layer) => byId(draw({ vms: [3] }, {}, layer).pieces, 'vm/1')?.stamp.key;
    expect(named('network')).toContain('"zoneNames":[".app"');
    expect(named('memory')).toContain('"zoneNames":[]');
  });
});

describe('marks', () => {
  test('surround the selected VM and its own frames and blocks', () => {
    const { pieces } = draw({ vms: [2] }, { selection: 'vms/2' });
    const marks = pieces.filter(({ id }) => id.startsWith('mark/selected'));
    expect(marks).toHaveLength(1 + 3 + 2);
  });

  test('say who points at a thing and what they mean, only where it stands', () => {
    const calls = [
      { ref: 'vms/2', urgent: true, text: '김 · 위험합니다' },
      { ref: 'hosts/2', urgent: false, text: '이 · 여기를 보세요' },
      { ref: 'requests/1', urgent: false, text: '박 · 제가 맡습니다' },
    ] as const;
    const { pieces } = draw({ vms: [2, 2] }, { calls });
    expect(byId(pieces, 'call/vms/2/text')?.stamp.key).toContain('김 · 위험합니다');
    expect(byId(pieces, 'call/hosts/2/text')?.stamp.key).toContain('이 · 여기를 보세요');
    expect(byId(pieces, 'call/requests/1/text')).toBeUndefined();
    const outlined = (ref: string): boolean =>
      pieces.some(({ id }) => id.startsWith(`mark/call/${ref}/`));
    expect([outlined('vms/2'), outlined('hosts/2'), outlined('requests/1')]).toEqual([
      true,
      true,
      false,
    ]);
    expect(new Set(pieces.map(({ id }) => id)).size).toBe(pieces.length);
  });

  test('number the offered frames in the order of the allocator', () => {
    const { pieces } = draw({ vms: [2] }, { offered: [24, 23] });
    expect(byId(pieces, 'mark/offer/24/order')?.stamp.key).toContain('text|1|');
    expect(byId(pieces, 'mark/offer/23/order')?.stamp.key).toContain('text|2|');
  });
});

describe('a job', () => {
  test('stands on what it claims', () => {
    const jobs = [job({ claims: ['vms/2'] })];
    const { pieces } = draw({ vms: [3], jobs });
    expect(byId(pieces, 'job/1/vm')).toBeDefined();
    expect(byId(pieces, 'job/1/host')).toBeUndefined();
  });

  test('that makes a VM stands on the VM that appeared', () => {
    const given: Town = {
      vms: [1, 1],
      jobs: [job({ claims: ['requests/1'], args: { host: 2 }, startedAt: 9 })],
    };
    const view = town(given);
    const vms = view.tables.vms.map((vm) =>
      vm?.host === 2 ? { ...vm, power: 'provisioning' as const, bornAt: 9 } : vm,
    );
    const facts = readFacts({ ...view, tables: { ...view.tables, vms } });
    const { pieces } = compose(sketchOf(facts), planMap(facts, AREA, 1, INSET), null);
    expect(byId(pieces, 'job/1/vm')).toBeDefined();
  });

  test('moves with the clock, and nothing else does', () => {
    const given: Town = { vms: [3], jobs: [job({ claims: ['hosts/1'] })] };
    const [a, b] = [draw(given, { clock: 5 }), draw(given, { clock: 10 })];
    const moved = b.pieces.filter(({ id, stamp }) => byId(a.pieces, id)?.stamp.key !== stamp.key);
    expect(moved.map(({ id }) => id)).toEqual(['job/1/host']);
  });
});

test('of a host that a view tells nothing of, neither a setting nor its load is drawn', () => {
  const drawn = (build: number): readonly string[] => {
    const platforms = ['type1', 'type2', 'container'] as const;
    const given: Town = { vms: [2, 2, 2], platforms, host: (row) => ({ ...row, build }) };
    return [...draw(given).pieces, ...draw(given, {}, 'network').pieces]
      .map(({ id }) => id)
      .filter((id) => /^host\/\d\/(load|percent|platform\/(scrub|seccomp|fix)|.*sight)$/.test(id));
  };
  expect(drawn(0)).toEqual([]);
  expect(drawn(38)).toEqual(
    expect.arrayContaining([
      'host/1/load',
      'host/2/platform/scrub',
      'host/3/platform/seccomp',
      expect.stringMatching(/sight$/),
    ]),
  );
});
