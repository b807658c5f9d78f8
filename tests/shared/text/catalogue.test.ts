import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { catalogue } from '../../../shared/text/catalogue.ts';
import { chooseParticles } from '../../../shared/text/particles.ts';
import { isWords, type Texts, type Words } from '../../../shared/world/words.ts';
import { TEXTS } from './texts.ts';

/** Read the same in both languages: names of the trade, of the game and of the languages themselves. */
const SAME = new Set([
  'names.zones.dmz',
  'names.exits.mmio',
  'names.platforms.type1',
  'names.platforms.type2',
  'names.techniques.hvm',
  'names.techniquesShort.hvm',
  'names.techniquesShort.hybrid',
  'names.techniquesShort.para',
  'names.techniquesShort.bt',
  'names.techniquesShort.container',
  'names.techniquesShort.emulation',
  'names.techniquesTiny.hvm',
  'names.techniquesTiny.hybrid',
  'names.techniquesTiny.para',
  'names.techniquesTiny.bt',
  'names.techniquesTiny.container',
  'names.zonesShort.dmz',
  'ui.common.product',
  'ui.common.korean',
  'ui.common.english',
  'ui.map.dom0',
  'ui.map.inner.guestLong',
  'ui.map.inner.guest',
  'ui.map.strip.smt.on.short',
  'ui.map.strip.llc.on.short',
  'ui.map.strip.llc.off.short',
  'ui.map.strip.rows.off.short',
  'ui.map.host',
  'ui.map.vm',
  'ui.map.vtx',
  'ui.map.iommu',
  'ui.map.ept',
  'ui.map.svm',
  'ui.map.npt',
  'ui.traps.operand.mapping',
  'ui.map.smt',
  'ui.map.l1tf',
  'names.exits.mmio',
  'names.platforms.type1',
  'names.techniquesShort.hvm',
  'names.techniquesShort.hybrid',
  'names.techniquesShort.para',
  'names.techniquesShort.bt',
  'names.platforms.type2',
]);

/** Korean that needs no Hangul; English that has some. */
const LATIN = new Set([...SAME, 'ui.inspector.vms']);
const HANGUL = new Set(['ui.common.korean']);

/** The particles of the grammar; a pair beyond them has to be of use to some text. */
const BASIC = ['은/는', '이/가', '을/를', '과/와', '으로/로'];

const all = TEXTS;
const placeholders = (text: string): string[] => (text.match(/\{\{[^}]*\}\}/g) ?? []).sort();
const onlyValues = (text: string): boolean =>
  /^[\s\p{P}\p{S}\d]*$/u.test(text.replaceAll(/\{\{\w+\}\}/g, ''));
const wrong = (bad: (words: Words, path: string) => boolean): string[] =>
  all.filter(([path, words]) => bad(words, path)).map(([path]) => path);

describe('the catalogue', () => {
  test('is not empty, and no text of it is', () => {
    expect(all.length).toBeGreaterThan(200);
    expect(wrong(({ ko, en }) => ko.trim() === '' || en.trim() === '')).toEqual([]);
    expect(wrong(({ ko, en }) => ko !== ko.trim() || en !== en.trim())).toEqual([]);
  });

  test('is Korean in Korean', () => {
    expect(
      wrong(({ ko }, path) => !/[가-힣]/.test(ko) && !onlyValues(ko) && !LATIN.has(path)),
    ).toEqual([]);
  });

  test('is not Korean in English', () => {
    const hangul = /[\u1100-\u11ff\u3130-\u318f가-힣]/;
    expect(wrong(({ en }, path) => hangul.test(en) && !HANGUL.has(path))).toEqual([]);
  });

  test('says something else in each language', () => {
    expect(wrong(({ ko, en }, path) => ko === en && !onlyValues(ko) && !SAME.has(path))).toEqual(
      [],
    );
    const paths = all.map(([path]) => path);
    for (const path of [...LATIN, ...HANGUL]) expect(paths).toContain(path);
  });

  test('has the same values filled in in both', () => {
    const set = (text: string): string => [...new Set(placeholders(text))].join();
    expect(wrong(({ ko, en }) => set(ko) !== set(en))).toEqual([]);
    expect(
      wrong(({ ko, en }) =>
        [ko, en].some((t) => placeholders(t).some((p) => !/^\{\{\w+\}\}$/.test(p))),
      ),
    ).toEqual([]);
  });

  test('is composed: no letter of it is in pieces', () => {
    expect(wrong(({ ko, en }) => ko !== ko.normalize('NFC') || en !== en.normalize('NFC'))).toEqual(
      [],
    );
  });

  test('has no path with a separator in it', () => {
    const separators = (room: Texts): string[] =>
      Object.entries(room).flatMap(([key, entry]) => [
        ...(/[.:]/.test(key) ? [key] : []),
        ...(isWords(entry) ? [] : separators(entry)),
      ]);
    expect(separators(catalogue)).toEqual([]);
  });
});

describe('particles in it', () => {
  const used = (text: string): string[] =>
    [...text.replaceAll(/\{\{\w+\}\}/g, '').matchAll(/\{([^{}]*)\}/g)].map(
      (match) => match[1] ?? '',
    );
  const source = readFileSync(
    join(import.meta.dirname, '../../../shared/text/particles.ts'),
    'utf8',
  );
  const known = [...source.matchAll(/'([가-힣]+\/[가-힣]+)': \[/g)].map((match) => match[1] ?? '');

  test('are all known', () => {
    expect(known.length).toBeGreaterThan(3);
    expect(wrong(({ ko }) => used(ko).some((pair) => !known.includes(pair)))).toEqual([]);
    expect(
      wrong(({ ko }) => /[{}]/.test(chooseParticles(ko.replaceAll(/\{\{\w+\}\}/g, '값')))),
    ).toEqual([]);
  });

  test('are all of use somewhere', () => {
    const everywhere = new Set([...BASIC, ...all.flatMap(([, { ko }]) => used(ko))]);
    expect(known.filter((pair) => !everywhere.has(pair))).toEqual([]);
    expect(BASIC.filter((pair) => !known.includes(pair))).toEqual([]);
  });

  test('are in Korean only, and never written as 은(는)', () => {
    expect(wrong(({ en }) => used(en).some((pair) => /[가-힣]/.test(pair)))).toEqual([]);
    expect(wrong(({ ko }) => /[은이을과](?:\([는가를와]\)|\/[는가를와])(?!\})/.test(ko))).toEqual(
      [],
    );
  });

  test('stand after every value that a particle follows', () => {
    expect(
      wrong(({ ko }) => /\}\}[”’"')]?(?:은|는|이|가|을|를|과|와|으로|로)(?=[\s.,]|$)/.test(ko)),
    ).toEqual([]);
  });
});
