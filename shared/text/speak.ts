import i18next from 'i18next';
import { isWords, LANGUAGES, type Language, type Texts } from '../world/words.ts';
import { chooseParticles } from './particles.ts';
import { choosePlurals } from './plurals.ts';

export type Values = Readonly<Record<string, string | number>>;

/** Says a text by its path, such as `commands.create-vm.name`. An unknown path says itself. */
export type Speaker = (path: string, values?: Values) => string;

type Tree = { [key: string]: string | Tree };

function inLanguage(room: Texts, language: Language): Tree {
  const out: Tree = {};
  for (const [key, entry] of Object.entries(room)) {
    out[key] = isWords(entry) ? entry[language] : inLanguage(entry, language);
  }
  return out;
}

/**
 * A speaker of one language over a catalogue of texts.
 * @param report told of a text that lacks a fact, which then reads as nothing; the default throws it
 */
export function createSpeaker(
  catalogue: Texts,
  language: Language,
  report: (problem: Error) => void = (problem) => {
    throw problem;
  },
): Speaker {
  let path = '';
  const instance = i18next.createInstance();
  void instance.init({
    lng: language,
    fallbackLng: false,
    initAsync: false,
    resources: Object.fromEntries(
      LANGUAGES.map((lng) => [lng, { translation: inLanguage(catalogue, lng) }]),
    ),
    // Text reaches the page as text nodes only, so nothing is to be escaped.
    interpolation: { escapeValue: false },
    missingInterpolationHandler: (_text, [, missing]) => {
      report(new Error(`${path} lacks ${missing}`));
      return '';
    },
  });
  return (of, values) => {
    path = of;
    const said = instance.t(path, { ...values });
    return language === 'ko' ? chooseParticles(said) : choosePlurals(said);
  };
}
