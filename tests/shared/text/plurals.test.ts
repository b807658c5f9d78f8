import { describe, expect, test } from 'vitest';
import { catalogue } from '../../../shared/text/catalogue.ts';
import { choosePlurals } from '../../../shared/text/plurals.ts';
import { createSpeaker } from '../../../shared/text/speak.ts';
import { isWords, type Texts } from '../../../shared/world/words.ts';
import { some } from '../../support/some.ts';

describe('plurals', () => {
  test.each([
    ['1 free {frame/frames} still {holds/hold} keys', '1 free frame still holds keys'],
    ['2 free {frame/frames} still {holds/hold} keys', '2 free frames still hold keys'],
    ['0 {frame/frames}', '0 frames'],
    ['1,001 {frame/frames}', '1,001 frames'],
    ['4 frames, 1 {holds/hold} it', '4 frames, 1 holds it'],
    ['H1 has 3 free {frame/frames}', 'H1 has 3 free frames'],
    ['on H2: 1 {job/jobs}', 'on H2: 1 job'],
    ['at 02:01, {frame/frames}', 'at 02:01, frames'],
  ])('%s', (text, said) => {
    expect(choosePlurals(text)).toBe(said);
  });
});

/** Every English text with its path. */
function* textsOf(room: Texts, path: string): Generator<readonly [path: string, text: string]> {
  for (const [key, entry] of Object.entries(room)) {
    const here = path === '' ? key : `${path}.${key}`;
    if (isWords(entry)) yield [here, entry.en];
    else yield* textsOf(entry, here);
  }
}

const english = [...textsOf(catalogue, '')];

/** Every noun and verb that some text marks, by its form for one and for many. */
const marked = new Map(
  english.flatMap(([, text]) =>
    [...text.matchAll(/\{([A-Za-z]+)\/([A-Za-z]+)\}/g)].map(
      ([, one = '', many = '']) => [one, many] as const,
    ),
  ),
);

/** Slots that are filled with how many there are of something: they alone stand before a plural. */
const COUNTS: ReadonlySet<string> = new Set(
  (
    'all blocks bound channels count credits cycles dirty doors everyday exceptions frames free grants ' +
    'hands hosts hours length limit minutes most needed next operand pages permille points price ' +
    'programs promised quota read refused residue sealed seconds size stale swapped teams ticks used vms wanted written'
  ).split(' '),
);

/** Slots that are filled with a name, a time, a share or another text. */
const NAMES: ReadonlySet<string> = new Set(
  (
    'action added address aimed alerts asked asset attack attacks bit bits boundary build by call choice code ' +
    'command component cost cpl device done edge ends example fate fates feature figure first fix flaw ' +
    'flaws phrase frame from gateway grant harm has host how id image instructions job kept kernel known lack lag layer ' +
    'left looked mark measured minute misfit mode model ms name names nature need needs network now number order os ' +
    'part path peer percent place plan planned platform policy port power rang rank ring role rule sections ' +
    'reached runtime scenario score seen service setting shares speed step steps store subject team technique tenant ' +
    'tenants text time title to tool total trap until version vfs victim vm watch weight what where who ' +
    'why wish workload year zone zones'
  ).split(' '),
);

const slotsIn = (text: string): string[] =>
  [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, slot = '']) => slot);

const say = createSpeaker(catalogue, 'en');

/** A text with that many of whatever it counts, and a name for everything else. */
const saidOf = (path: string, text: string, count: number): string =>
  say(
    path,
    Object.fromEntries(slotsIn(text).map((slot) => [slot, COUNTS.has(slot) ? count : 'X9'])),
  );

/** Units and words that end so and are no plurals. */
const NO_NOUNS = new Set(['across', 'access', 'is', 'its', 'less', 'this', 'was', 'has', 'holds']);

describe('what follows a number', () => {
  const counted = english.filter(([, text]) => slotsIn(text).some((slot) => COUNTS.has(slot)));

  test('every slot is known to be a count or a name', () => {
    const slots = new Set(english.flatMap(([, text]) => slotsIn(text)));
    const unknown = [...slots].filter((slot) => !COUNTS.has(slot) && !NAMES.has(slot));
    expect(unknown).toEqual([]);
  });

  test('is no plural when there is one', () => {
    const wrong = some(counted).flatMap(([path, text]) =>
      [...saidOf(path, text, 1).matchAll(/(?<![\w.:/])1 (?:[A-Za-z]+ ){0,2}?([A-Za-z]{2,}s)\b/g)]
        .filter(([, noun = '']) => !NO_NOUNS.has(noun))
        .map(([found]) => `${path}: ${found}`),
    );
    expect(wrong).toEqual([]);
  });

  test('is no form for one when there are two', () => {
    const ones = [...marked.keys()];
    const wrong = some(counted).flatMap(([path, text]) =>
      ones
        .filter((one) =>
          new RegExp(`(?<![\\w.:/-])2 (?:[a-z]+ ){0,2}?${one}\\b`).test(saidOf(path, text, 2)),
        )
        .map((one) => `${path}: ${one}`),
    );
    expect(wrong).toEqual([]);
  });
});

describe('how a text begins', () => {
  /** Slots that are filled with everyday words, which have no capital of their own. */
  const EVERYDAY = ['asset', 'workload', 'component', 'device', 'nature', 'service', 'measured'];

  test('titles begin with a capital or with a name, which is never changed', () => {
    const titles = english.filter(([path]) =>
      /^(alerts\..*\.(title|several)|attacks\..*\.title|ui\.match\.(leakOf|takeoverOf))$/.test(
        path,
      ),
    );
    const wrong = some(titles).filter(([, text]) => {
      const [, slot] = /^\{\{(\w+)\}\}/.exec(text) ?? [];
      return slot === undefined ? !/^[^a-z]/.test(text) : EVERYDAY.includes(slot);
    });
    expect(wrong).toEqual([]);
  });
});

/** A verb that is of one or of many, right behind a name that may be of either: `the ledger`, `the payment keys`. */
const AGREEING =
  /\{\{asset\}\}(?: of \{\{\w+\}\})?,? (?:\{\w+\/\w+\} |(?:was|were|is|are|has|have|lies|lie)\b)/;

test('no verb of one or of many follows the name of an asset', () => {
  expect(AGREEING.test('The {{asset}} of {{victim}} {was/were} read')).toBe(true);
  expect(AGREEING.test('{{host}} read the {{asset}} of {{victim}}')).toBe(false);
  expect(english.filter(([, text]) => AGREEING.test(text))).toEqual([]);
});
