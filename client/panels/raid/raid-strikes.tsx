import type { StrikeRow } from '../../../shared/view/red-rows.ts';
import { useApp } from '../../app-context.ts';
import { useGame } from '../../game-context.ts';
import { Bar } from '../../parts/bar.tsx';
import { whoAt } from '../../state/match/team.ts';
import { remaining } from '../../state/match/wording.ts';
import { attackName } from '../../state/raid/names.ts';
import { progressOf, redRow, redRows } from '../../state/raid/raid.ts';
import { probedBy } from '../../state/raid/raid-probe.ts';
import { aboutName, needName } from './raid-words.ts';

/** What the team has under way, and by whose hands. */
export function RaidStrikes() {
  const { words } = useApp();
  const { red, seat } = useGame();
  const strikes = redRows(red.value, 'strikes');
  const all = seat.value?.hands.all ?? redRow(red.value, 'raid', 1)?.hands ?? 0;
  const used = seat.value?.hands.used ?? strikes.length;
  return (
    <section class="raid-foot-panel" aria-labelledby="raid-strikes-title">
      <h2 id="raid-strikes-title" class="panel-title">
        {words.say('ui.raid.strikes')}
        <span>{words.say('ui.raid.handsLong', { all, used })}</span>
      </h2>
      {strikes.length === 0 ? (
        <p class="quiet-note">
          <b>{words.say('ui.raid.noStrikes')}</b>
          {words.say('ui.raid.noStrikesBody')}
        </p>
      ) : (
        <ul class="raid-strikes">
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
  const note = [about, who, strike.quiet ? words.say('ui.raid.quietMark') : '']
    .filter((part) => part !== '')
    .join(' · ');
  return (
    <li class={`raid-strike${strike.quiet ? ' quiet' : ''}`}>
      <b>
        {probed === null
          ? attackName(words.say, strike.attack)
          : words.say('ui.raid.probeThis', { need: needName(words.say, probed.need) })}
      </b>
      <span class="raid-strike-note">{note}</span>
      <span class="raid-strike-time">
        <Bar share={progressOf(strike, now)} kind={strike.quiet ? 'calm' : 'accent'} moving />
        <span>{words.say('ui.raid.left', { time: remaining(strike.endsAt - now) })}</span>
      </span>
    </li>
  );
}
