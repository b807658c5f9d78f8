import { type ReadonlySignal, signal } from '@preact/signals';
import { createSpeaker, type Speaker } from '../../../shared/text/speak.ts';
import { LANGUAGES, type Language, type Texts } from '../../../shared/world/words.ts';

const KEY = 'hyperward/language';

export interface LanguageState {
  readonly language: ReadonlySignal<Language>;
  /** Reads the language as it speaks, so whatever renders its words renders again on a switch. */
  readonly say: Speaker;
  choose(language: Language): void;
  /** Fetches every word of the game, which the first page does without. Once is enough. */
  complete(): Promise<void>;
}

/** The first of the browser's languages that the game speaks; English for everyone else. */
export function preferredLanguage(saved: string | null, preferences: readonly string[]): Language {
  const known = (text: string | null): Language | undefined =>
    LANGUAGES.find((language) => text?.toLowerCase().split('-')[0] === language);
  return known(saved) ?? preferences.map(known).find((found) => found !== undefined) ?? 'en';
}

/**
 * @param first what can be said at once
 * @param fetchAll everything, the first words among it
 */
export function createLanguage(
  first: Texts,
  fetchAll: () => Promise<Texts>,
  storage: Pick<Storage, 'getItem' | 'setItem'>,
  preferences: readonly string[],
): LanguageState {
  const language = signal(preferredLanguage(storage.getItem(KEY), preferences));
  const catalogue = signal(first);
  const speakers = new Map<Language, Speaker>();
  const speaker = (): Speaker => {
    const words = catalogue.value;
    const known = speakers.get(language.value);
    if (known !== undefined) return known;
    const made = createSpeaker(words, language.value, (problem) => reportError(problem));
    speakers.set(language.value, made);
    return made;
  };
  let fetched: Promise<void> | null = null;
  return {
    language,
    say: (path, values) => speaker()(path, values),
    choose: (next) => {
      language.value = next;
      storage.setItem(KEY, next);
    },
    complete: () => {
      fetched ??= fetchAll().then(
        (all) => {
          speakers.clear();
          catalogue.value = all;
        },
        (error) => {
          // The next who asks tries again.
          fetched = null;
          throw error;
        },
      );
      return fetched;
    },
  };
}
