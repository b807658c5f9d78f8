import { describe, expect, test } from 'vitest';
import { GLOSSARY, type Term } from '../../../shared/text/glossary.ts';
import type { Words } from '../../../shared/world/words.ts';
import { some } from '../../support/some.ts';
import { TEXTS, textAt, wrongTexts } from './texts.ts';

/** Whether a text calls a concept something else, or uses its word for something else. */
function isStray({ strays, says }: Term, { ko, en }: Words): boolean {
  if (strays.ko?.test(ko) || strays.en?.test(en)) return true;
  if (says === undefined) return false;
  const [korean, english] = [says.ko.test(ko), says.en.test(en)];
  return (korean && !english) || (says.both === true && english && !korean);
}

const excepted = ({ but }: Term, path: string): boolean => but?.[path] !== undefined;

describe('one word, one meaning', () => {
  test.each(GLOSSARY.map((term) => [term.concept, term] as const))('%s', (_, term) => {
    expect(wrongTexts((words, path) => !excepted(term, path) && isStray(term, words))).toEqual([]);
  });

  test('each term is said somewhere, in its own words', () => {
    for (const { concept, says, ko } of GLOSSARY) {
      if (says === undefined) continue;
      const said = TEXTS.some(([, words]) => says.ko.test(words.ko) && says.en.test(words.en));
      expect(said, concept).toBe(true);
      expect(says.ko.test(ko.split(',')[0] ?? ''), concept).toBe(true);
    }
  });

  test('a term is no stray of its own or of another', () => {
    for (const { concept, ko, en } of GLOSSARY) {
      for (const { strays } of GLOSSARY) {
        expect(strays.ko?.test(ko) || strays.en?.test(en), concept).toBeFalsy();
      }
    }
  });

  test('an exception has a reason and is still of use', () => {
    const exceptions = GLOSSARY.flatMap((term) =>
      Object.entries(term.but ?? {}).map(([path, reason]) => ({ term, path, reason })),
    );
    for (const { term, path, reason } of some(exceptions)) {
      expect(reason.length, path).toBeGreaterThan(8);
      expect(isStray(term, textAt(path)), path).toBe(true);
    }
  });
});

/** Conditions and what-ifs are quoted as propositions, as a textbook states them: 해라체. */
const PROPOSITION = /^(?:attacks\.[^.]+\.needs\.|commands\.[^.]+\.done$)/;

const sentencesOf = (text: string): string[] =>
  text
    .split(/[.?!…]+(?:\s|$)/)
    .map((sentence) => sentence.replaceAll(/[”’"'\s)]+$/g, ''))
    .filter((sentence) => sentence !== '');

/** Words that end like a verb and are none; 마다 is a particle. */
const NOUNS = /(?:필요|중요|주요|개요|수요|마다)$/;

/** Whether a sentence ends in another level of speech than -습니다 and -세요. */
function isOffLevel(sentence: string): boolean {
  if (NOUNS.test(sentence)) return false;
  if (/십시오$|하오$|죠$|네요$|거야$|해라$|하라$/.test(sentence)) return true;
  if (/요$/.test(sentence)) return !/세요$|주세요$/.test(sentence);
  return /다$/.test(sentence) && !/(?:니다|시다)$/.test(sentence);
}

describe('the level of speech', () => {
  test('is -습니다, and -세요 in requests', () => {
    expect(
      wrongTexts(({ ko }, path) => !PROPOSITION.test(path) && sentencesOf(ko).some(isOffLevel)),
    ).toEqual([]);
  });

  test('is that of a proposition in conditions and what-ifs alone', () => {
    const told = TEXTS.filter(([path]) => PROPOSITION.test(path));
    expect(told.length).toBeGreaterThan(100);
    expect(
      told.filter(([, { ko }]) => !/다(?:\([^)]*\))?$/.test(ko) || /니다/.test(ko)).map(([p]) => p),
    ).toEqual([]);
  });

  test('is told apart', () => {
    for (const off of ['고르십시오', '고쳐요', '끝낼까요', '막는다', '그렇다', '좋네요'])
      expect(isOffLevel(off), off).toBe(true);
    for (const on of ['고르세요', '막습니다', '끝내시겠습니까', '소거합시다', '필요', '정책 배포'])
      expect(isOffLevel(on), on).toBe(false);
  });
});

describe('figures and units', () => {
  test('no space stands before a percent sign', () => {
    expect(wrongTexts(({ ko, en }) => [ko, en].some((text) => /[\d}]\s+%/.test(text)))).toEqual([]);
  });

  test('a range has a wave dash in Korean and an en dash in English', () => {
    const plain = (text: string): string => text.replaceAll(/CVE-\d+-\d+|XSA-\d+/g, '');
    expect(wrongTexts(({ ko }) => /\d\s?[-–—]\s?\d/.test(plain(ko)))).toEqual([]);
    expect(wrongTexts(({ en }) => /\d\s?[-~〜～]\s?\d/.test(plain(en)))).toEqual([]);
    expect(wrongTexts(({ ko }) => /\d\s+~|~\s+\d/.test(ko))).toEqual([]);
  });

  test('a counter follows its number without a space', () => {
    const apart =
      /[\d}]\s+(?:초|개|건|점|분|명|대|배|번|가지|시간)(?=[\s.,()]|$|[은는이가을를의에로만])/;
    expect(wrongTexts(({ ko }) => apart.test(ko))).toEqual([]);
  });
});
