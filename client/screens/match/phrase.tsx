import type { MatchRow } from '../../../shared/view/rows.ts';
import { PHRASES } from '../../../shared/world/people/phrase.ts';
import { useApp } from '../../app-context.ts';
import { useGame } from '../../game-context.ts';

const NAME = 'choose-phrase';

/** With these a deck is about what is left in memory and on disks. */
const ABOUT_RESIDUE = ['scrub-frames', 'scrub-policy', 'wipe-blocks'];

/** The team's phrase, to be chosen while nothing has happened: what is read of their data later bears it. */
export function Phrase({ match }: { match: MatchRow }) {
  const { words } = useApp();
  const { orders } = useGame();
  const [waiting] = orders.pending.value.filter(({ command }) => command === NAME).slice(-1);
  const chosen = waiting?.args.phrase ?? match.phrase;
  const dealt = match.deck?.commands ?? ABOUT_RESIDUE;
  if (!dealt.some((command) => ABOUT_RESIDUE.includes(command))) return null;
  return (
    <fieldset class="briefing-phrase">
      <legend>{words.say('ui.briefing.phrase')}</legend>
      <p>{words.say('ui.briefing.phraseWhy')}</p>
      <div class="briefing-phrases">
        {PHRASES.map((phrase, i) => (
          <button
            key={phrase}
            type="button"
            aria-pressed={chosen === i + 1}
            onClick={() => orders.give(NAME, { phrase: i + 1 })}
          >
            {phrase}
          </button>
        ))}
      </div>
    </fieldset>
  );
}
