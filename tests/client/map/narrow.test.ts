import { describe, expect, test } from 'vitest';
import { compose } from '../../../client/map/compose.ts';
import type { Brush, Piece } from '../../../client/map/drawing/piece.ts';
import { readFacts } from '../../../client/map/facts.ts';
import type { Layer } from '../../../client/map/layers/registry.ts';
import { planMap } from '../../../client/map/layout.ts';
import { catalogue } from '../../../shared/text/catalogue.ts';
import { createSpeaker } from '../../../shared/text/speak.ts';
import type { MatchRow } from '../../../shared/view/rows.ts';
import { LANGUAGES } from '../../../shared/world/words.ts';
import { ZONE_NAMES } from '../../../shared/world/zone.ts';
import { some } from '../../support/some.ts';
import { setter, sketchOf, type Town, town } from './fixture.ts';

/** The place that the map has on the smallest screen, 1024 × 640, and what lies over its top. */
const SMALL = { w: 520, h: 467 };
const LARGE = { w: 1230, h: 930 };
const INSET = { top: 52, right: 0, bottom: 0, left: 0 };

/** Played with what is about neither gates nor shared hardware. */
const MATCH = { id: 1, deck: { commands: ['scrub-policy'], techniques: ['hvm'] } };

interface Look {
  readonly layer?: Layer;
  readonly language?: (typeof LANGUAGES)[number];
  readonly area?: typeof SMALL;
}

function draw(given: Town, { layer = 'compute', language = 'ko', area = SMALL }: Look = {}) {
  const tables = { match: [null, MATCH as unknown as MatchRow], ...given.tables };
  const facts = readFacts(town({ ...given, tables }));
  const say = createSpeaker(catalogue, language);
  const writer = { say, setter, family: 'sans-serif' };
  return {
    say,
    pieces: compose(sketchOf(facts, { writer }, layer), planMap(facts, area, 1, INSET), null)
      .pieces,
  };
}

/** What a piece writes, as its painter writes it; a letter is 0.6 of its size wide. */
function writtenOn({ stamp }: Piece): string[] {
  const written: string[] = [];
  const nothing = (): void => {};
  const state: Record<string, unknown> = { font: '12px x' };
  const sizeOf = (): number => Number(/([\d.]+)px/.exec(String(state.font))?.[1]);
  const brush = new Proxy(state, {
    get: (all, name: string) => {
      if (name === 'fillText') return (text: string) => written.push(text);
      if (name === 'measureText')
        return (text: string) => ({ width: [...text].length * sizeOf() * 0.6 });
      return name in all ? all[name] : nothing;
    },
  });
  stamp.paint(brush as unknown as Brush);
  return written;
}

const column = (pieces: readonly Piece[], id: number): Piece =>
  some(pieces.filter((piece) => piece.id === `vm/${id}`))[0]!;

describe('the narrowest column', () => {
  test.each(LANGUAGES)('says how its guest is held, whatever that is, in %s', (language) => {
    for (const technique of ['hvm', 'hybrid', 'para', 'bt', 'emulation'] as const) {
      const { pieces, say } = draw(
        { vms: [4, 6, 3, 1], frames: 40, vm: (row) => ({ ...row, technique }) },
        { language },
      );
      const names = ['techniques', 'techniquesShort', 'techniquesTiny'].map((length) =>
        say(`names.${length}.${technique}`),
      );
      const written = writtenOn(column(pieces, 1));
      expect(
        written.some((text) => names.includes(text)),
        `${technique}: ${written}`,
      ).toBe(true);
    }
  });

  test.each(LANGUAGES)(
    'bears the whole name of its zone or its short one, never a part, in %s',
    (language) => {
      const zones = [null, ...ZONE_NAMES.map((name, i) => ({ id: i + 1, name }))];
      for (const [i, name] of ZONE_NAMES.entries()) {
        const { pieces, say } = draw(
          {
            vms: [4, 6, 3, 1],
            frames: 40,
            tables: { zones },
            vm: (row) => ({ ...row, zone: i + 1 }),
          },
          { layer: 'network', language },
        );
        const written = writtenOn(column(pieces, 1));
        const names = [say(`names.zones.${name}`), say(`names.zonesShort.${name}`)];
        expect(
          written.filter((text) => text.endsWith('…')),
          name,
        ).toEqual([]);
        expect(
          written.some((text) => names.includes(text)),
          `${name}: ${written}`,
        ).toBe(true);
      }
    },
  );

  test('of five hosts bears its number, of one digit or of two', () => {
    const { pieces } = draw({
      vms: [1, 1, 1, 5, 4],
      frames: 36,
      blocks: 18,
      platforms: ['native', 'native', 'native', 'type1', 'type1'],
    });
    for (let id = 1; id <= 12; id += 1) {
      expect(writtenOn(column(pieces, id)), `vm${id}`).toContain(String(id));
    }
  });
});

describe('a guest whose work is done by guests of its own', () => {
  const nesting = (host: boolean, changes: object = {}): Town => ({
    vms: [2],
    host: (row) => ({ ...row, nested: host }),
    vm: (row) =>
      row.id === 1
        ? { ...row, technique: 'hvm', workload: 'nested-lab', nested: true, ...changes }
        : row,
  });
  const inner = (given: Town): string =>
    /"inner":(null|\{"runs":(?:true|false))/.exec(
      column(draw(given, { area: LARGE }).pieces, 1).stamp.key,
    )?.[1] ?? '';

  test('K84 has a column in its column: whole where they run, an outline where they have no leave', () => {
    expect(inner(nesting(true))).toBe('{"runs":true');
    expect(inner(nesting(false))).toBe('{"runs":false');
    expect(inner(nesting(true, { nested: false }))).toBe('{"runs":false');
    expect(inner(nesting(true, { technique: 'para' }))).toBe('{"runs":false');
    expect(inner(nesting(true, { power: 'stopped' }))).toBe('{"runs":false');
  });

  test('and no other has, though it may nest; nor is it told of on a wall', () => {
    expect(inner(nesting(true, { workload: 'payments' }))).toBe('null');
    const untold = nesting(true);
    expect(inner({ ...untold, host: (row) => ({ ...row, nested: false, build: 0 }) })).toBe('null');
  });

  test('is written in its own column where there is room, and hangs at its edge where there is none', () => {
    for (const language of LANGUAGES) {
      const { pieces, say } = draw(nesting(true), { area: LARGE, language });
      const words = [say('ui.map.inner.guestLong'), say('ui.map.inner.guest')];
      const written = writtenOn(column(pieces, 1));
      expect(
        written.some((text) => words.includes(text)),
        `${written}`,
      ).toBe(true);
      expect(pieces.map(({ id }) => id)).not.toContain('vm/1/inner');
    }
    const crowded = draw({ ...nesting(true), vms: [4, 4, 6], frames: 40 }).pieces;
    expect(crowded.map(({ id }) => id)).toContain('vm/1/inner');
    expect(crowded.map(({ id }) => id)).not.toContain('vm/2/inner');
  });
});
