import { describe, expect, test } from 'vitest';
import { compose } from '../../../client/map/compose.ts';
import type { Piece } from '../../../client/map/drawing/piece.ts';
import { bottom, overlaps, rect, right } from '../../../client/map/drawing/rect.ts';
import { readFacts } from '../../../client/map/facts.ts';
import { hit } from '../../../client/map/hit.ts';
import { LAYERS, type Layer } from '../../../client/map/layers/registry.ts';
import { planMap } from '../../../client/map/layout.ts';
import { withShelves } from '../../../client/map/trust/shelf.ts';
import { catalogue } from '../../../shared/text/catalogue.ts';
import { createSpeaker } from '../../../shared/text/speak.ts';
import type { SnapshotRow, VmRow } from '../../../shared/view/machine-rows.ts';
import type { RepositoryRow, StoreRow } from '../../../shared/view/rows.ts';
import type { BlueView } from '../../../shared/view/view.ts';
import { LANGUAGES } from '../../../shared/world/words.ts';
import { some } from '../../support/some.ts';
import { setter, sketchOf, type Town, town } from './fixture.ts';

const INSET = { top: 52, right: 0, bottom: 0, left: 0 };
const SMALL = { w: 520, h: 467 };
const LAPTOP = { w: 762, h: 620 };
const LARGE = { w: 1230, h: 930 };
const AREAS = [SMALL, LAPTOP, LARGE, { w: 2400, h: 1300 }];

const store = (id: number, hosts: readonly number[], zones: StoreRow['reachedFrom']): StoreRow => ({
  id: id as StoreRow['id'],
  hosts: hosts as StoreRow['hosts'],
  reachedFrom: zones,
  library: false,
  verified: null,
});

const saved = (id: number, vm: number, memory: boolean): SnapshotRow =>
  ({ id, vm, host: 1, memory, takenAt: 0 }) as unknown as SnapshotRow;

const server = (row: Partial<RepositoryRow>): RepositoryRow => ({
  id: 1 as RepositoryRow['id'],
  build: 20,
  reachedFrom: [],
  encrypted: true,
  immutable: true,
  ...row,
});

/** Two hosts on a datastore that the DMZ mounts as well; VM 1 has two snapshots, one of them with its memory. */
const estate = (
  tables: Partial<BlueView['tables']> = {},
  vm: (row: VmRow) => VmRow = (row) => row,
  vms: readonly number[] = [3, 2],
): Town => ({
  vms,
  vm,
  tables: {
    stores: [null, store(1, [1, 2], ['dmz'])],
    snapshots: [null, saved(1, 1, false), saved(2, 1, true)],
    ...tables,
  },
});

function draw(given: Town, layer: Layer = 'trust', area = LAPTOP, language = 'ko' as 'ko' | 'en') {
  const facts = readFacts(town(given));
  const writer = { say: createSpeaker(catalogue, language), setter, family: 'sans-serif' };
  const plan = withShelves(planMap(facts, area, 1, INSET), facts, LAYERS[layer]);
  const { pieces } = compose(sketchOf(facts, { writer }, layer), plan, null);
  return { pieces, plan, facts };
}

const ids = (pieces: readonly Piece[], pattern: RegExp): string[] =>
  pieces.map(({ id }) => id).filter((id) => pattern.test(id));
const keyOf = (pieces: readonly Piece[], id: string): string =>
  pieces.find((piece) => piece.id === id)?.stamp.key ?? '';
const said = (pieces: readonly Piece[], id: string): string =>
  keyOf(pieces, id).split('|')[1] ?? '';

describe('the files of VMs, in the layer of trust', () => {
  test('lie under their VMs where memory is else, what was saved of memory among them', () => {
    const { pieces } = draw(estate());
    expect(ids(pieces, /sheet/)).toEqual([
      'vm/1/sheet/0',
      'vm/1/sheet/1',
      'vm/1/sheet/2',
      'vm/2/sheet/0',
      'vm/3/sheet/0',
      'vm/4/sheet/0',
      'vm/5/sheet/0',
    ]);
    expect(keyOf(pieces, 'vm/1/sheet/1')).toContain('sheet|memory');
    expect(keyOf(pieces, 'vm/1/sheet/2')).toContain('sheet|snapshot');
    expect(ids(pieces, /^frame\/|^block\//)).toEqual([]);
  });

  test('are nowhere else, nor where VMs lie on no datastore', () => {
    const layers = (Object.keys(LAYERS) as Layer[]).filter((layer) => layer !== 'trust');
    expect(layers.map((layer) => ids(draw(estate(), layer).pieces, /sheet/))).toEqual(
      layers.map(() => []),
    );
    const bare = draw(estate({ stores: [null] })).pieces;
    expect(ids(bare, /sheet/)).toEqual([]);
    expect(ids(bare, /^frame\//).length).toBe(48);
  });

  test('M20 M23 saved memory is rimmed while others mount it, unless its files are encrypted', () => {
    const memory = (given: Town): string => keyOf(draw(given).pieces, 'vm/1/sheet/1');
    expect(memory(estate())).toMatch(/\|false\|true$/);
    expect(memory(estate({ stores: [null, store(1, [1, 2], [])] }))).toMatch(/\|false\|false$/);
    const sealed = estate({}, (row) => ({ ...row, filesEncrypted: true }));
    expect(memory(sealed)).toMatch(/\|true\|false$/);
  });

  test('A173 files of a VM that is off are rimmed while others mount them and nothing is checked', () => {
    const off = (row: VmRow): VmRow => (row.id === 1 ? { ...row, power: 'stopped' } : row);
    const rims = (given: Town): string[] => {
      const { pieces } = draw(given);
      return ['vm/1/sheet/0', 'vm/2/sheet/0'].map(
        (id) => keyOf(pieces, id).split('|').at(-1) ?? '',
      );
    };
    expect(rims(estate())).toEqual(['false', 'false']);
    expect(rims(estate({}, off))).toEqual(['true', 'false']);
    const checked = { ...store(1, [1, 2], ['dmz'] as const), verified: true };
    expect(rims(estate({ stores: [null, checked] }, off))).toEqual(['false', 'false']);
    expect(rims(estate({ stores: [null, store(1, [1, 2], [])] }, off))).toEqual(['false', 'false']);
    const sealed = (row: VmRow): VmRow => ({ ...off(row), filesEncrypted: true });
    expect(rims(estate({}, sealed))).toEqual(['false', 'false']);
  });

  test('a datastore says who mounts it', () => {
    const at = 'host/1/files/store';
    expect(said(draw(estate(), 'trust', LARGE).pieces, at)).toBe('DS1 · DMZ에서도 마운트');
    const alone = estate({ stores: [null, store(1, [1, 2], [])] });
    expect(said(draw(alone, 'trust', LARGE).pieces, at)).toBe('DS1 · 호스트만 마운트');
    const other = estate({ stores: [null, store(1, [2], [])] });
    expect(said(draw(other, 'trust', LARGE, 'en').pieces, at)).toBe('its own disk');
  });

  test.each(
    AREAS.flatMap((area) => LANGUAGES.map((language) => [`${area.w} ${language}`, area, language])),
  )('at every size they lie on their shelf, and none on another: %s', (_, area, language) => {
    for (const vms of [
      [3, 2],
      [6, 6, 6, 6],
      [14, 3],
    ]) {
      const { pieces, plan } = draw(
        estate({}, undefined, vms),
        'trust',
        area as typeof SMALL,
        language as 'ko',
      );
      const sheets = pieces.filter(({ id }) => id.includes('/sheet/'));
      const shelves = plan.lots.flatMap(({ box: { x, y }, section: { shelf } }) =>
        shelf ? [rect(x + shelf.x, y + shelf.y, shelf.w, shelf.h)] : [],
      );
      const titles = pieces.filter(({ id }) => id.endsWith('/files/store'));
      expect([vms, shelves.length]).toEqual([vms, vms.length]);
      const lies = some([...sheets, ...titles]).filter(
        ({ box }) =>
          !shelves.some(
            (shelf) =>
              box.x >= shelf.x - 1 &&
              right(box) <= right(shelf) + 1 &&
              box.y >= shelf.y - 1 &&
              bottom(box) <= bottom(shelf) + 1,
          ),
      );
      expect([vms, lies.map(({ id }) => id)]).toEqual([vms, []]);
      const crossed = sheets.flatMap((a, i) =>
        sheets.slice(i + 1).flatMap((b) => (overlaps(a.box, b.box) ? [`${a.id} ${b.id}`] : [])),
      );
      expect([vms, crossed]).toEqual([vms, []]);
    }
  });

  test('who points at a sheet means its VM; memory that is not drawn is not pointed at', () => {
    const { pieces, plan, facts } = draw(estate());
    const found = pieces
      .filter(({ id }) => id.includes('/sheet/'))
      .map(({ id, box }) => [id.split('/')[1], hit(facts, plan, box.x + box.w / 2, box.y + 4)]);
    expect(found).toEqual(['1', '1', '1', '2', '3', '4', '5'].map((vm) => [vm, `vms/${vm}`]));
    const shelf = pieces.find(({ id }) => id === 'host/2/files')!.box;
    expect(hit(facts, plan, right(shelf) - 3, bottom(shelf) - 3)).toBe('hosts/2');
  });
});

describe('the backup server', () => {
  const FLAW = { id: 1, name: 'backup-deserialisation', component: 'backup-server', fixedIn: 30 };
  const flawed = [null, { ...FLAW, publishedAt: 0 }] as unknown as BlueView['tables']['advisories'];
  const drawn = (row: Partial<RepositoryRow>, advisories: typeof flawed = []) =>
    draw(estate({ repositories: [null, server(row)], advisories }), 'trust', LARGE).pieces;
  const rim = (pieces: readonly Piece[]): string => keyOf(pieces, 'backups/1').split('|')[3] ?? '';

  test('stands on the street, once, where files are told of', () => {
    expect(ids(drawn({}), /^backups\/1$/)).toEqual(['backups/1']);
    const many = estate({ repositories: [null, server({})] }, undefined, [3, 3, 3, 3, 3, 3, 3, 3]);
    expect(ids(draw(many, 'trust', LARGE).pieces, /^backups\/1$/)).toEqual(['backups/1']);
    expect(ids(draw(many, 'network', LARGE).pieces, /^backups/)).toEqual([]);
  });

  test('M24 M25 M28 M29 is amber while it is old and reached, or what it keeps is read or deleted', () => {
    const good = rim(drawn({}));
    const warn = rim(drawn({ encrypted: false }));
    expect(warn).not.toBe(good);
    expect(rim(drawn({ immutable: false }))).toBe(warn);
    expect(rim(drawn({ reachedFrom: ['dmz'] }, flawed))).toBe(warn);
    expect(rim(drawn({ reachedFrom: ['dmz'], build: 30 }, flawed))).toBe(good);
    expect(rim(drawn({}, flawed))).toBe(good);
  });

  test('says as much as there is room for, and overlaps nothing', () => {
    expect(said(drawn({ reachedFrom: ['dmz'] }, flawed), 'backups/1/text')).toBe(
      '백업 서버 빌드 20 (수정 30) · DMZ',
    );
    const watched = {
      repositories: [null, server({ reachedFrom: ['dmz'] as const })],
      advisories: flawed,
      wires: [null, { id: 1, watch: 'ids' }] as unknown as BlueView['tables']['wires'],
    };
    const shown = AREAS.flatMap((area) =>
      LANGUAGES.map((language) => {
        const { pieces, plan } = draw(estate(watched), 'trust', area, language);
        const own = pieces.find(({ id }) => id === 'backups/1');
        if (!own) return 'no room';
        const others = pieces.filter(({ id }) => /^street\/0\/(switch|sensor)$/.test(id));
        const free = others.every(({ box }) => !overlaps(box, own.box));
        return free && right(own.box) <= plan.streets[0]!.x2 ? 'stands' : 'collides';
      }),
    );
    expect(shown).not.toContain('collides');
    expect(shown.filter((one) => one === 'stands').length).toBeGreaterThan(5);
  });
});
