import { describe, expect, test } from 'vitest';
import { compose } from '../../../client/map/compose.ts';
import type { Piece } from '../../../client/map/drawing/piece.ts';
import { readFacts } from '../../../client/map/facts.ts';
import { kernelFloorOf, kernelWords } from '../../../client/map/guest/rings.ts';
import { planMap } from '../../../client/map/layout.ts';
import type { HostRow } from '../../../shared/view/machine-rows.ts';
import type { AdvisoryRow, AlertRow, BreachRow } from '../../../shared/view/rows.ts';
import type { Footing, Technique } from '../../../shared/world/machine/vm.ts';
import { sketchOf, type Town, town } from './fixture.ts';

const AREA = { w: 856, h: 712 };
const INSET = { top: 0, right: 0, bottom: 0, left: 0 };

function draw(given: Town, layer: 'compute' | 'memory' | 'traps' = 'compute'): readonly Piece[] {
  const facts = readFacts(town(given));
  return compose(sketchOf(facts, {}, layer), planMap(facts, AREA, 1, INSET), null).pieces;
}

const key = (pieces: readonly Piece[], id: string): string | undefined =>
  pieces.find((piece) => piece.id === id)?.stamp.key;

const advisory = (changes: Partial<AdvisoryRow>): AdvisoryRow => ({
  id: 1,
  name: 'venom',
  component: 'hypervisor',
  fixedIn: 47,
  publishedAt: 1,
  ...changes,
});

describe('a guest kernel', () => {
  test.each([
    ['hvm', 'nonRoot', 'nonRoot'],
    ['hybrid', 'nonRoot', 'nonRoot'],
    ['bt', 'one', 'one'],
    // 64-bit mode has no segment limits to keep ring 1 out of the hypervisor.
    ['para', 'one', 'three'],
    ['container', null, null],
    ['emulation', 'process', 'process'],
  ] as const)('K20 of %s stands %s on 32 bits and %s on 64', (technique, old, late) => {
    expect(kernelFloorOf(technique, 32)).toBe(old);
    expect(kernelFloorOf(technique, 64)).toBe(late);
    const { writer } = sketchOf(readFacts(town({ vms: [1] })));
    const say = (path: string): string => path;
    expect(kernelWords({ ...writer, say }, old)).toHaveLength(old === null ? 0 : 3);
  });

  test('K20 is drawn by its word size', () => {
    const para: Town = {
      vms: [1, 1],
      vm: (row) => ({ ...row, technique: 'para', wordSize: row.id === 1 ? 32 : 64 }),
    };
    const pieces = draw(para);
    expect(key(pieces, 'vm/1')).toContain('"kernel":"one"');
    expect(key(pieces, 'vm/2')).toContain('"kernel":"three"');
  });

  test('has a floor of its own in every column but a container’s', () => {
    const pieces = draw({ vms: [4, 4], platforms: ['type1', 'container'] });
    expect(key(pieces, 'vm/1')).toMatch(/"kernelH":[1-9]/);
    expect(key(pieces, 'vm/5')).toContain('"kernelH":0');
    expect(key(pieces, 'vm/5')).toContain('"kernel":null');
  });

  test('in which foreign code was found says so while its alert lasts', () => {
    const alert = (state: AlertRow['state'], ring: Footing = 'kernel-0'): Town => ({
      vms: [2],
      tables: {
        alerts: [
          null,
          {
            id: 1,
            tick: 3,
            latest: 3,
            closedAt: 0,
            sensor: 'investigation',
            host: 1,
            vm: 2,
            seen: { kind: 'code-found', ring },
            state,
          },
        ],
      },
    });
    for (const ring of ['kernel-0', 'kernel-1', 'kernel-3', 'kernel-emulated'] as const) {
      expect(key(draw(alert('open', ring)), 'vm/2')).toContain('"found":"kernel"');
    }
    expect(key(draw(alert('open', 'user')), 'vm/2')).toContain('"found":"apps"');
    expect(key(draw(alert('open')), 'vm/1')).toContain('"found":null');
    expect(key(draw(alert('over')), 'vm/2')).toContain('"found":null');
  });
});

describe('a platform', () => {
  const fixes = (rows: readonly AdvisoryRow[], platform: 'type1' | 'container'): boolean =>
    draw({ vms: [1], platforms: [platform], tables: { advisories: [null, ...rows] } }).some(
      ({ id }) => id === 'host/1/platform/fix',
    );

  test('tells of a published fix of its own component that is newer than its build', () => {
    expect(fixes([], 'type1')).toBe(false);
    expect(fixes([advisory({})], 'type1')).toBe(true);
    expect(fixes([advisory({ fixedIn: 43 })], 'type1')).toBe(false);
    expect(fixes([advisory({})], 'container')).toBe(false);
    expect(fixes([advisory({ component: 'host-kernel' })], 'container')).toBe(true);
    expect(fixes([advisory({ component: 'guest-kernel' })], 'type1')).toBe(false);
  });

  test('names the newest of several fixes', () => {
    const advisories = [null, advisory({ fixedIn: 51 }), advisory({ id: 2, fixedIn: 49 })];
    expect(key(draw({ vms: [1], tables: { advisories } }), 'host/1/platform/fix')).toContain('51');
  });

  test('K21 is in root mode only where a guest uses the extension of its CPU', () => {
    const mode = (technique: Technique, host: Partial<HostRow> = {}): string | undefined =>
      key(
        draw({
          vms: [1],
          vm: (row) => ({ ...row, technique }),
          host: (row) => ({ ...row, ...host }),
        }),
        'host/1/platform/root',
      );
    const none = { virtualisationExtension: false, nestedPaging: false, year: 2003 };
    for (const technique of ['hvm', 'hybrid'] as const) expect(mode(technique)).toContain('root');
    for (const technique of ['para', 'bt', 'emulation'] as const) {
      expect(mode(technique)).toContain('Zero');
      expect(mode(technique, none)).toContain('Zero');
    }
  });

  test('is cracked by a known takeover of its host, and scarred once that is over', () => {
    const breach = (changes: Partial<BreachRow>): BreachRow => ({
      id: 1,
      kind: 'takeover',
      asset: 0,
      victim: 0,
      vm: 1,
      host: 2,
      weight: 1,
      tick: 4,
      discoveredAt: 6,
      open: true,
      attack: 'esc',
      needs: [],
      ...changes,
    });
    const crackOf = (row: BreachRow, host: number): string | undefined =>
      key(draw({ vms: [1, 1], tables: { breaches: [null, row] } }), `host/${host}/platform/crack`);
    const open = crackOf(breach({}), 2);
    const over = crackOf(breach({ open: false }), 2);
    expect(open).toBeDefined();
    expect(over).toBeDefined();
    expect(over).not.toBe(open);
    expect(crackOf(breach({}), 1)).toBeUndefined();
    expect(crackOf(breach({ kind: 'leak' }), 2)).toBeUndefined();
  });
});

describe('a block', () => {
  const looks = (
    changes: Parameters<NonNullable<Town['block']>>[0] extends infer R ? Partial<R> : never,
  ) => {
    const block: NonNullable<Town['block']> = (row) =>
      row.id === 1 ? { ...row, ...changes } : row;
    const tables = {
      snapshots: [null, { id: 1, vm: 1, host: 1, takenAt: 2, kernel: 1, service: 1, memory: true }],
    };
    return key(draw({ vms: [1], block, tables }, 'memory'), 'block/1') ?? '';
  };

  test('looks different in each of its states', () => {
    const states = [
      looks({ owner: 0, content: 0 }),
      looks({ owner: 1, content: 0 }),
      looks({ owner: 1, content: 2 }),
      looks({ owner: 0, content: 0, residue: 2 }),
      looks({ owner: 0, content: 0, residue: 2, sealed: true }),
      looks({ owner: 0, content: 2, snapshot: 1 }),
      looks({ owner: 1, content: 0, residue: 3 }),
    ];
    expect(new Set(states).size).toBe(states.length);
  });
});

describe('a device', () => {
  test('that enlarges the surface is shown; disks and network cards are everyone’s', () => {
    const pieces = draw({
      vms: [2],
      vm: (row) => (row.id === 2 ? { ...row, devices: ['disk', 'nic', 'floppy', 'xhci'] } : row),
    });
    expect(pieces.filter(({ id }) => id.includes('/device/')).map(({ id }) => id)).toEqual([
      'vm/2/device/floppy',
      'vm/2/device/xhci',
    ]);
  });

  test('behind a filter wears it', () => {
    const town: Town = { vms: [1], vm: (row) => ({ ...row, devices: ['floppy'] }) };
    const host: NonNullable<Town['host']> = (row) => ({
      ...row,
      filters: [{ trap: 'floppy', action: 'bounds-check' }],
    });
    const bare = key(draw(town, 'traps'), 'vm/1/device/floppy');
    expect(bare).toBeDefined();
    expect(key(draw({ ...town, host }, 'traps'), 'vm/1/device/floppy')).not.toBe(bare);
  });
});
