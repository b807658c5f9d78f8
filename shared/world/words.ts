/** One thing to read, in every language of the game. `{{name}}` is filled in; see `particles.ts`. */
export interface Words {
  readonly ko: string;
  readonly en: string;
}

export type Language = keyof Words;
export const LANGUAGES = ['ko', 'en'] as const satisfies readonly Language[];

/** A folder of texts: words, or folders of them. */
export interface Texts {
  readonly [key: string]: Words | Texts;
}

export function isWords(entry: Words | Texts): entry is Words {
  return typeof (entry as Words).ko === 'string' && typeof (entry as Words).en === 'string';
}
