import { describe, expect, test } from 'vitest';
import { type MapTheme, THEMES as PALETTES } from '../../../client/map/drawing/palette.ts';
import { contrast, others, pages, styles, THEMES, token } from './styles.ts';

/** Type that is no part of a panel: in a drawing of its own units, one step smaller is enough. */
const DRAWN = /red-lines text/;

test('every name that a style asks for is given somewhere', () => {
  const all = styles.map(({ text }) => text).join('\n');
  const given = new Set([...all.matchAll(/(--[\w-]+):/g)].map(([, name]) => name));
  // Some come from the page itself, with what is drawn.
  for (const [, name] of pages.matchAll(/'(--[\w-]+)':/g)) given.add(name);
  const missing = others.flatMap(({ path, text }) =>
    [...text.matchAll(/var\((--[\w-]+)/g)]
      .filter(([, name]) => !given.has(name ?? ''))
      .map(([, name]) => `${path}: ${name}`),
  );
  expect(missing).toEqual([]);
});

test('colours are said in one place, where each theme has its own', () => {
  const strays = others.flatMap(({ path, text }) =>
    [...text.matchAll(/:[^;{}]*?((?<!url\(")#[0-9a-f]{3,8}\b|\b(?:rgb|hsl|oklch)a?\()/gi)].map(
      ([, found]) => `${path}: ${found}`,
    ),
  );
  expect(strays).toEqual([]);
});

test('nothing in a panel is written smaller than 13 px', () => {
  const small = others.flatMap(({ path, text }) =>
    [...text.matchAll(/([^{}]+)\{([^{}]*)\}/g)].flatMap(([, selector = '', rules = '']) =>
      [...rules.matchAll(/font(?:-size)?:[^;]*?\b([\d.]+)px/g)]
        .filter(([, size]) => Number(size) < 13 && !DRAWN.test(selector))
        .map(([said]) => `${path}: ${selector.trim()} ${said}`),
    ),
  );
  expect(small).toEqual([]);
});

describe.each(THEMES)('in the %s theme', (theme) => {
  const of = (name: string): string => token(name, theme);
  const map: MapTheme = PALETTES[theme];

  test.each(['ground', 'panel', 'raised', 'raised-more'])(
    'every ink can be read on %s',
    (ground) => {
      const inks = [
        'ink',
        'soft',
        'faint',
        'accent',
        'good',
        'warn',
        'warn-soft',
        'harm',
        'harm-soft',
      ];
      const faint = inks.filter((ink) => contrast(of(ink), of(ground)) < 4.5);
      expect(faint).toEqual([]);
    },
  );

  test('what is written on a fill can be read', () => {
    const pairs = [
      ['accent-ink', 'accent'],
      ['accent-ink', 'accent-bright'],
      ['harm-ink', 'harm'],
      ['ink', 'accent-ground'],
      ['soft', 'accent-ground'],
      ['ink', 'chosen'],
      ['harm-soft', 'harm-ground'],
      ['harm-soft', 'harm-ground-more'],
      ['soft', 'harm-ground'],
      ['warn-soft', 'warn-ground'],
      ['badge-ink', 'bank'],
      ['badge-ink', 'shop'],
      ['badge-ink', 'hospital'],
    ] as const;
    expect(pairs.filter(([ink, fill]) => contrast(of(ink), of(fill)) < 4.5)).toEqual([]);
  });

  test('a wall is read from its last row', () => {
    for (const ink of ['ink', 'wall-soft', 'wall-accent']) {
      expect(contrast(of(ink), of('ground')), ink).toBeGreaterThanOrEqual(7);
    }
  });

  test('the map has the page’s colours', () => {
    const { ground, line, ink, accent, warn, good, harm, tenants, zones } = map;
    expect({ ground, line, ink, accent, warn, good, harm }).toEqual({
      ground: of('ground'),
      line: of('line'),
      ink: of('ink'),
      accent: of('accent'),
      warn: of('warn'),
      good: of('good'),
      harm: of('harm'),
    });
    expect(tenants).toEqual(['bank', 'shop', 'hospital', 'fourth'].map(of));
    for (const [zone, colour] of Object.entries(zones)) expect(colour).toBe(of(`zone-${zone}`));
  });

  test('what the map writes can be read where it is written', () => {
    const pairs: [ink: keyof MapTheme, ground: keyof MapTheme][] = [
      ['ink', 'building'],
      ['soft', 'building'],
      ['faint', 'building'],
      ['warn', 'building'],
      ['accent', 'appFloor'],
      ['soft', 'appFloor'],
      ['faint', 'appFloor'],
      ['soft', 'kernelFloor'],
      ['platformInk', 'platform'],
      ['platformSoft', 'platform'],
      ['platformSoft', 'kernelFloor'],
      ['osInk', 'os'],
      ['osSoft', 'os'],
      ['sharedInk', 'shared'],
      ['sharedSoft', 'shared'],
      ['sharedSoft', 'appFloor'],
      ['harmInk', 'harmPlatform'],
      ['ink', 'pill'],
      ['soft', 'pill'],
    ];
    const unread = pairs.filter(
      ([ink, ground]) => contrast(String(map[ink]), String(map[ground])) < 4.5,
    );
    expect(unread).toEqual([]);
    for (const tenant of map.tenants) expect(contrast(map.chipInk, tenant)).toBeGreaterThan(4.5);
  });
});
