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
    <div class="briefing-phrase">
      <label>
        <b>{words.say('ui.briefing.phrase')}</b>
        <select
          value={String(chosen)}
          onChange={(event) => orders.give(NAME, { phrase: Number(event.currentTarget.value) })}
        >
          <option value="0" disabled>
            {words.say('ui.briefing.phraseNone')}
          </option>
          {PHRASES.map((phrase, i) => (
            <option key={phrase} value={String(i + 1)}>
              {phrase}
            </option>
          ))}
        </select>
      </label>
      <p>{words.say('ui.briefing.phraseWhy')}</p>
    </div>
  );
}
