import { describe, expect, test } from 'vitest';
import { compose } from '../../../client/map/compose.ts';
import type { Brush, Piece } from '../../../client/map/drawing/piece.ts';
import { contains } from '../../../client/map/drawing/rect.ts';
import { LEAST_TYPE } from '../../../client/map/drawing/text.ts';
import { readFacts } from '../../../client/map/facts.ts';
import { columnBox } from '../../../client/map/guest/columns.ts';
import { hit } from '../../../client/map/hit.ts';
import type { Layer } from '../../../client/map/layers/registry.ts';
import { planMap } from '../../../client/map/layout.ts';
import { catalogue } from '../../../shared/text/catalogue.ts';
import { createSpeaker } from '../../../shared/text/speak.ts';
import type { RowRef } from '../../../shared/world/fact.ts';
import { LANGUAGES } from '../../../shared/world/words.ts';
import { some } from '../../support/some.ts';
import { setter, sketchOf, type Town, town } from './fixture.ts';

/** The place that the map has on the smallest screen, 1024 × 640, and what lies over its top. */
const AREA = { w: 520, h: 487 };
const INSET = { top: 50, right: 0, bottom: 0, left: 0 };

interface Looked {
  readonly selection?: RowRef | null;
  readonly hover?: RowRef | null;
  readonly layer?: Layer;
  readonly language?: (typeof LANGUAGES)[number];
}

function draw(
  given: Town,
  { selection = null, hover = null, layer = 'memory', language = 'ko' }: Looked = {},
) {
  const facts = readFacts(town(given));
  const plan = planMap(facts, AREA, 1, INSET);
  const say = createSpeaker(catalogue, language);
  const writer = { say, setter, family: 'sans-serif' };
  const sketch = sketchOf(facts, { selection, writer }, layer);
  return { ...compose(sketch, plan, hover), facts, plan, say };
}

const opened = (pieces: readonly Piece[]): readonly Piece[] =>
  pieces.filter(({ id }) => /^open\/\d+\/column$/.test(id));

/** What a piece writes, and how large, as its painter writes it; a letter is 0.6 of its size wide. */
function writtenOn({ stamp }: Piece): { readonly text: string; readonly size: number }[] {
  const written: { text: string; size: number }[] = [];
  const nothing = (): void => {};
  const state: Record<string, unknown> = { font: '12px x' };
  const sizeOf = (): number => Number(/([\d.]+)px/.exec(String(state.font))?.[1]);
  const brush = new Proxy(state, {
    get: (all, name: string) => {
      if (name === 'fillText') return (text: string) => written.push({ text, size: sizeOf() });
      if (name === 'measureText')
        return (text: string) => ({ width: [...text].length * sizeOf() * 0.6 });
      return name in all ? all[name] : nothing;
    },
  });
  stamp.paint(brush as unknown as Brush);
  return written;
}

describe('on a host with sixteen guests, where the screen is small', () => {
  const crowd: Town = { vms: [16, 3], frames: 56 };

  test.each(LANGUAGES)('each can be pointed at, and is then written whole, in %s', (language) => {
    const { facts, plan } = draw(crowd);
    const lot = plan.lots[0]!;
    some(facts.hosts[0]!.vms).forEach((vm, nth) => {
      const box = columnBox({ host: facts.hosts[0]!, lot }, nth)!;
      const ref = hit(facts, plan, box.x + box.w / 2, box.y + box.h / 2);
      expect(ref).toBe(`vms/${vm.id}`);
      const { pieces, say } = draw(crowd, { hover: ref, language });
      const [column, ...others] = opened(pieces);
      expect(others).toEqual([]);
      const texts = writtenOn(column!);
      const words = texts.map(({ text }) => text);
      expect(words).toContain(say('ui.map.vm', { id: vm.id }));
      expect(words).toContain(say(`names.workloads.${vm.workload}`));
      for (const { size } of texts) expect(size).toBeGreaterThanOrEqual(LEAST_TYPE);
      const { x, y, w, h } = column!.box;
      expect(contains({ x: 0, y: 0, w: AREA.w, h: AREA.h }, x, y)).toBe(true);
      expect(x + w).toBeLessThanOrEqual(AREA.w);
      expect(y + h).toBeLessThanOrEqual(lot.box.y + lot.box.h);
    });
  });

  test('the one under the pointer opens in every layer, with what that layer says of it', () => {
    for (const layer of ['compute', 'memory', 'network', 'traps', 'trust'] as const) {
      const { pieces, say } = draw(crowd, { selection: 'vms/3', hover: 'vms/9', layer });
      expect(opened(pieces).map(({ id }) => id)).toEqual(['open/9/column']);
      const words = writtenOn(opened(pieces)[0]!).map(({ text }) => text);
      expect(words.includes(say('names.zones.dmz'))).toBe(layer === 'network');
      expect(new Set(pieces.map(({ id }) => id)).size).toBe(pieces.length);
    }
  });

  test('one at a time opens, that under the pointer: nothing does unasked, and none by being selected', () => {
    const { pieces } = draw(crowd, { selection: 'vms/3', hover: 'vms/18' });
    expect(opened(pieces).map(({ id }) => id)).toEqual(['open/18/column']);
    expect(opened(draw(crowd).pieces)).toEqual([]);
    expect(opened(draw(crowd, { selection: 'vms/3' }).pieces)).toEqual([]);
    expect(opened(draw(crowd, { selection: 'hosts/1', hover: 'frames/4' }).pieces)).toEqual([]);
  });

  test('that it does not run is said as well', () => {
    const vm: NonNullable<Town['vm']> = (row) =>
      row.id === 4 ? { ...row, power: 'stopped' } : row;
    const { pieces, say } = draw({ ...crowd, vm }, { hover: 'vms/4' });
    const notes = pieces.filter(({ id }) => id.startsWith('open/4/') && id.includes('/note'));
    expect(notes.map(({ stamp }) => stamp.key.split('|')[1])).toEqual([say('names.power.stopped')]);
  });
});

test('where a column says it all, nothing opens over its neighbours', () => {
  expect(opened(draw({ vms: [3] }, { hover: 'vms/2' }).pieces)).toEqual([]);
});
