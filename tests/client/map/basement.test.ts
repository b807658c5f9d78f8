import { describe, expect, test } from 'vitest';
import { compose } from '../../../client/map/compose.ts';
import type { Piece } from '../../../client/map/drawing/piece.ts';
import { bottom, overlaps } from '../../../client/map/drawing/rect.ts';
import { readFacts } from '../../../client/map/facts.ts';
import { LAYERS, type Layer } from '../../../client/map/layers/registry.ts';
import { planMap } from '../../../client/map/layout.ts';
import { catalogue } from '../../../shared/text/catalogue.ts';
import { createSpeaker } from '../../../shared/text/speak.ts';
import type { HostRow, VmRow } from '../../../shared/view/machine-rows.ts';
import type { MatchRow } from '../../../shared/view/rows.ts';
import { LANGUAGES } from '../../../shared/world/words.ts';
import { some } from '../../support/some.ts';
import { setter, sketchOf, type Town, town } from './fixture.ts';

const INSET = { top: 52, right: 0, bottom: 0, left: 0 };
const LAPTOP = { w: 762, h: 620 };
const SMALL = { w: 520, h: 467 };
const LARGE = { w: 1230, h: 930 };

interface Look {
  readonly layer?: Layer;
  readonly area?: { readonly w: number; readonly h: number };
  readonly language?: (typeof LANGUAGES)[number];
}

function draw(given: Town, { layer = 'compute', area = LAPTOP, language = 'ko' }: Look = {}) {
  const facts = readFacts(town(given));
  const writer = { say: createSpeaker(catalogue, language), setter, family: 'sans-serif' };
  return compose(sketchOf(facts, { writer }, layer), planMap(facts, area, 1, INSET), null).pieces;
}

/** Hosts set so, of which the first guest has a card so. */
const set = (host: Partial<HostRow>, vm: Partial<VmRow> = {}): Town => ({
  vms: [3, 2],
  host: (row) => ({ ...row, ...host }),
  vm: (row) => (row.id === 1 ? { ...row, ...vm } : row),
});

const starting = (pieces: readonly Piece[], start: string): readonly string[] =>
  pieces.map(({ id }) => id).filter((id) => id.startsWith(start));

const said = (pieces: readonly Piece[], id: string): string =>
  pieces.find((piece) => piece.id === id)?.stamp.key.split('|')[1] ?? '';

/** A match that is played with these orders alone. */
const playedWith = (commands: readonly string[]): Partial<Town> => ({
  tables: {
    match: [null, { id: 1, deck: { commands, techniques: ['hvm'] } } as unknown as MatchRow],
  },
});

const FULL = { remaps: 'interrupts', iommu: true, interruptRemapping: true } as const;

describe.each(Object.keys(LAYERS) as Layer[])('the gate of the IOMMU, in the %s layer', (layer) => {
  test.each([
    ['closed', 'closed', FULL],
    ['closed', 'open', { ...FULL, interruptRemapping: false }],
    ['closed', 'absent', { ...FULL, remaps: 'dma', interruptRemapping: false }],
    ['open', 'open', { ...FULL, iommu: false, interruptRemapping: false }],
    ['open', 'absent', { remaps: 'dma', iommu: false }],
    ['absent', 'absent', { remaps: 'nothing' }],
  ] as const)('is %s, and its small bar for interrupts %s, as the host is', (dma, bar, host) => {
    const pieces = draw(set(host), { layer });
    expect(
      starting(pieces, 'host/1/gate/dma/').filter((id) => !/(text|sign|ground)$/.test(id)),
    ).toEqual([`host/1/gate/dma/${dma}`]);
    const drawn = starting(pieces, `host/1/gate/interrupts/${bar}`);
    expect(drawn.length > 0).toBe(bar !== 'absent');
    for (const other of ['closed', 'open'].filter((one) => one !== bar)) {
      expect(starting(pieces, `host/1/gate/interrupts/${other}`)).toEqual([]);
    }
  });

  test.each([
    ['vf', true],
    ['whole', true],
    ['virtual', false],
    ['none', false],
  ] as const)('a %s card goes through it: %s', (card, through) => {
    const kept = starting(draw(set(FULL, { card }), { layer }), 'vm/1/kept@1');
    expect(kept).toEqual(through ? ['vm/1/kept@1'] : []);
    const open = draw(set({ ...FULL, iommu: false }, { card }), { layer });
    expect(starting(open, 'vm/1/spread@1')).toEqual(through ? ['vm/1/spread@1'] : []);
    expect(starting(open, 'vm/1/kept@1')).toEqual([]);
  });
});

test('a shaft goes from the slab to the gate, and what comes out below reaches the frames', () => {
  for (const host of [FULL, { ...FULL, iommu: false }]) {
    const pieces = draw(set(host, { card: 'vf' }));
    const of = (id: string): Piece => some(pieces.filter((piece) => piece.id === id))[0]!;
    const gate = of(`host/1/gate/dma/${host.iommu ? 'closed' : 'open'}`);
    const walls = ['vm/1/wire@1', 'vm/1/wire@1/wall'].map(of);
    for (const { box } of walls) expect(Math.abs(bottom(box) - gate.box.y)).toBeLessThan(2);
    const mouth = of(host.iommu ? 'vm/1/kept@1' : 'vm/1/spread@1');
    expect(mouth.box.y).toBeGreaterThanOrEqual(bottom(gate.box));
    expect(bottom(mouth.box)).toBe(of('frame/1').box.y);
  }
});

test('what the gate says is what it is, in both languages, and of no size over each other', () => {
  for (const area of [SMALL, LAPTOP, LARGE]) {
    for (const language of LANGUAGES) {
      for (const [host, state] of [
        [FULL, /켜짐|on/],
        [{ ...FULL, iommu: false, interruptRemapping: false }, /꺼짐|off/],
        [{ remaps: 'nothing' as const }, /없음|no /],
      ] as const) {
        const given = { ...set(host, { card: 'whole' }), ...playedWith(['enable-iommu']) };
        const pieces = draw(given, { area, language });
        expect(said(pieces, 'host/1/gate/dma/text')).toMatch(state);
        const words = pieces.filter(({ id }) => /^host\/1\/gate\/\w+\/(text|sign)$/.test(id));
        some(words).forEach((one, i) => {
          // A text has two pixels to spare at either end.
          const { x, y, w, h } = one.box;
          const ink = { x: x + 2, y, w: w - 4, h };
          for (const other of words.slice(i + 1)) {
            expect(overlaps(ink, other.box), `${one.id} ${other.id}`).toBe(false);
          }
        });
      }
    }
  }
});

describe('where no order is about it', () => {
  test('neither gate nor strip is drawn, and a device of a guest’s own brings the gate', () => {
    const plain = draw({ ...set(FULL), ...playedWith(['scrub-policy']) });
    expect([...starting(plain, 'host/1/gate'), ...starting(plain, 'host/1/strip')]).toEqual([]);
    const passed = draw({ ...set(FULL, { card: 'vf' }), ...playedWith(['scrub-policy']) });
    expect(starting(passed, 'host/1/gate/dma/closed')).not.toEqual([]);
    expect(starting(passed, 'host/1/strip')).toEqual([]);
    const asked = draw({ ...set(FULL), ...playedWith(['enable-iommu', 'disable-smt']) });
    expect(starting(asked, 'host/1/gate/dma/closed')).not.toEqual([]);
    expect(starting(asked, 'host/1/strip')).not.toEqual([]);
  });

  test('nor on a wall, which is told nothing of how a host is set', () => {
    const wall = draw(set({ ...FULL, build: 0 }, { card: 'vf' }));
    expect([...starting(wall, 'host/1/gate'), ...starting(wall, 'host/1/strip')]).toEqual([]);
  });
});

describe('the strip of what guests share', () => {
  const NAMES = ['smt', 'llc', 'pages', 'rows'] as const;
  const all = { smt: true, cachePartition: false, dedup: true, rowGuard: false };
  const none = { smt: false, cachePartition: true, dedup: false, rowGuard: true };

  test.each(NAMES)('draws %s by the fact, both ways', (name) => {
    const key = { smt: 'smt', llc: 'cachePartition', pages: 'dedup', rows: 'rowGuard' }[name];
    const state = (host: Partial<HostRow>): readonly string[] =>
      starting(draw(set(host)), `host/1/strip/${name}/`).filter((id) => !id.endsWith('text'));
    expect(state(all)).toEqual([`host/1/strip/${name}/together`]);
    expect(state(none)).toEqual([`host/1/strip/${name}/apart`]);
    // That fact alone decides.
    expect(state({ ...all, [key]: none[key as keyof typeof none] })).toEqual([
      `host/1/strip/${name}/apart`,
    ]);
  });

  test('the cache bears the tenants that run there: one box for all, or a part for each VM', () => {
    const cache = (host: Partial<HostRow>, power: VmRow['power'] = 'running'): string =>
      draw({
        ...set(host),
        vm: (row) => ({ ...row, tenant: row.id === 3 ? 1 : row.id, power }),
      }).find(({ id }) => /^host\/1\/strip\/llc\/(together|apart)$/.test(id))?.stamp.key ?? '';
    const colours = (key: string): number => (key.match(/#/g) ?? []).length;
    const rim = 1;
    expect(colours(cache(all))).toBe(2 + rim);
    expect(colours(cache(none))).toBe(3 + rim);
    expect(colours(cache(none, 'stopped'))).toBe(rim);
  });

  test('says how many pages were merged, and no figure of anything else', () => {
    const given = set(all, { merged: [11, 12] });
    for (const language of LANGUAGES) {
      const pieces = draw(given, { language });
      const texts = NAMES.map((name) => said(pieces, `host/1/strip/${name}/text`));
      expect(texts.filter((text) => text.replace(/L\d/g, '').match(/\d/))).toEqual([texts[2]]);
      expect(texts[2]).toContain('2');
    }
  });

  test('has room for all four at every size, in both languages', () => {
    for (const area of [SMALL, LAPTOP, LARGE]) {
      for (const language of LANGUAGES) {
        for (const host of [all, none]) {
          const given = { ...set(host), ...playedWith(['disable-smt']) };
          const pieces = draw(given, { area, language });
          const words = pieces.filter(({ id }) => /^host\/1\/strip\/\w+\/text$/.test(id));
          expect(words.length, `${area.w} ${language}`).toBe(NAMES.length);
          words.slice(1).forEach(({ box }, i) => {
            const before = words[i]!.box;
            expect(before.x + before.w).toBeLessThanOrEqual(box.x + 2);
          });
        }
      }
    }
  });
});
