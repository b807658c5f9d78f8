import { remaining } from '../../../shared/text/clock.ts';
import { redRow, redRows } from '../../../shared/view/red/red-reading.ts';
import type { StrikeRow } from '../../../shared/view/red/red-rows.ts';
import { useApp } from '../../app-context.ts';
import { useGame } from '../../game-context.ts';
import { Bar } from '../../parts/bar.tsx';
import { handsShown } from '../../state/match/hands.ts';
import { whoAt } from '../../state/match/team.ts';
import { attackName } from '../../state/red/names.ts';
import { probedBy } from '../../state/red/probe.ts';
import { progressOf } from '../../state/red/red.ts';
import { aboutName, needName } from './red-words.ts';

/** What the team has under way, and by whose hands. */
export function RedStrikes() {
  const { words } = useApp();
  const game = useGame();
  const strikes = redRows(game.red.value, 'strikes');
  const all = redRow(game.red.value, 'redTeam', 1)?.hands ?? 0;
  const hands = handsShown(game, { all, used: strikes.length });
  return (
    <section class="red-foot-panel" aria-labelledby="red-strikes-title">
      <h2 id="red-strikes-title" class="panel-title">
        {words.say('ui.red.strikes')}
        {hands !== null && <span>{words.say('ui.red.handsLong', hands)}</span>}
      </h2>
      {strikes.length === 0 ? (
        <p class="quiet-note">
          <b>{words.say('ui.red.noStrikes')}</b>
          {words.say('ui.red.noStrikesBody')}
        </p>
      ) : (
        <ul class="red-strikes">
          {strikes.map((strike) => (
            <Strike key={strike.id} strike={strike} />
          ))}
        </ul>
      )}
    </section>
  );
}

function Strike({ strike }: { strike: StrikeRow }) {
  const { words } = useApp();
  const { red, clock, session, world, myPlace } = useGame();
  const now = clock.tick.value;
  const probed = probedBy(strike);
  const about = aboutName(words.say, red.value, strike.args);
  const who =
    strike.seat === 0
      ? ''
      : strike.seat === myPlace.value
        ? words.say('ui.common.you')
        : (whoAt(session.value, world.value, strike.seat)?.nickname ?? '');
  const note = [about, who, strike.quiet ? words.say('ui.red.quietMark') : '']
    .filter((part) => part !== '')
    .join(' · ');
  return (
    <li class={`red-strike${strike.quiet ? ' quiet' : ''}`}>
      <b>
        {probed === null
          ? attackName(words.say, strike.attack)
          : words.say('ui.red.probeThis', { need: needName(words.say, probed.need) })}
      </b>
      <span class="red-strike-note">{note}</span>
      <span class="red-strike-time">
        <Bar share={progressOf(strike, now)} kind={strike.quiet ? 'calm' : 'accent'} moving />
        <span>{words.say('ui.red.left', { time: remaining(strike.endsAt - now) })}</span>
      </span>
    </li>
  );
}
