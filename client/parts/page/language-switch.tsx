import { LANGUAGES } from '../../../shared/world/words.ts';
import { useApp } from '../../app-context.ts';

const NAMES = { ko: 'ui.common.korean', en: 'ui.common.english' } as const;
const SHORT = { ko: '한', en: 'EN' } as const;

export function LanguageSwitch({ short = false }: { short?: boolean }) {
  const { words } = useApp();
  return (
    <fieldset class="languages">
      <legend class="unseen">{words.say('ui.common.languages')}</legend>
      {LANGUAGES.map((language) => (
        <button
          key={language}
          type="button"
          class="language"
          lang={language}
          aria-pressed={words.language.value === language}
          // What is heard holds what is seen: whoever speaks to their computer reads it aloud.
          aria-label={short ? `${SHORT[language]}, ${words.say(NAMES[language])}` : undefined}
          onClick={() => words.choose(language)}
        >
          {short ? SHORT[language] : words.say(NAMES[language])}
        </button>
      ))}
    </fieldset>
  );
}
