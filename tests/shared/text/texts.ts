import { catalogue } from '../../../shared/text/catalogue.ts';
import { isWords, type Texts, type Words } from '../../../shared/world/words.ts';

function* textsIn(room: Texts, path = ''): Generator<readonly [path: string, words: Words]> {
  for (const [key, entry] of Object.entries(room)) {
    const here = path === '' ? key : `${path}.${key}`;
    if (isWords(entry)) yield [here, entry];
    else yield* textsIn(entry, here);
  }
}

/** Every text of the game with its path. */
export const TEXTS = [...textsIn(catalogue)];

const BY_PATH = new Map(TEXTS);

export function textAt(path: string): Words {
  const words = BY_PATH.get(path);
  if (words === undefined) throw new Error(`there is no text ${path}`);
  return words;
}

/** The paths of what is wrong, each with what it says. */
export const wrongTexts = (bad: (words: Words, path: string) => boolean): string[] =>
  TEXTS.filter(([path, words]) => bad(words, path)).map(
    ([path, { ko, en }]) => `${path}: ${ko} | ${en}`,
  );
