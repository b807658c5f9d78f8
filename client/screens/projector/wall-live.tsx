import '../../style/match.css';
import { useEffect } from 'preact/hooks';
import { peopleAttack } from '../../../shared/protocol/modes/mode.ts';
import { modes } from '../../../shared/protocol/modes/registry.ts';
import type { ProjectorState } from '../../../shared/protocol/server.ts';
import { clockOf, remaining } from '../../../shared/text/clock.ts';
import { useApp } from '../../app-context.ts';
import { GameContext, useGame } from '../../game-context.ts';
import { Legend } from '../../panels/legend.tsx';
import { MapPane } from '../../panels/map-pane.tsx';
import { peopleIn } from '../../state/desk/desk-reading.ts';
import { useDesk } from '../console/desk-context.ts';
import { useToldClock } from '../console/use-told-clock.ts';
import { columnsFor, nameClass } from './columns.ts';
import { Standings } from './standings.tsx';

/** Teams beside which the clock has no room. */
const MANY = 6;

/** While a match goes on: its time, and a world or the scores where the instructor shows them. */
export function WallLive({ state }: { state: ProjectorState }) {
  const { say } = useApp().words;
  const watch = useDesk().watching.value;
  if (watch !== null) {
    return (
      <main class="wall-world">
        <header class="wall-strip">
          <h2 class="wall-strip-name">{say('ui.projector.mapOf')}</h2>
          <GameContext key={watch.world} value={watch.game}>
            <Legend />
          </GameContext>
          <Clock state={state} brief />
        </header>
        <GameContext key={watch.world} value={watch.game}>
          <WorldMap />
        </GameContext>
      </main>
    );
  }
  const scores = state.standings?.length ?? 0;
  const named = state.session.teams.length < 2 ? 'named' : '';
  const shape = scores > MANY ? 'scored crowded' : scores > 0 ? 'scored' : named;
  return (
    <main class={`wall-live ${shape}`}>
      <Clock state={state} />
      {state.standings !== null ? <Standings state={state} /> : <Teams state={state} />}
    </main>
  );
}

function WorldMap() {
  const game = useGame();
  // Who can reach whom is what a room can look at together: memory and traps are hidden from it.
  useEffect(() => {
    game.layer.value = 'network';
  }, [game]);
  return (
    <div class="wall-map">{game.view.value !== null && <MapPane wall onOpen={() => {}} />}</div>
  );
}

/** How much is left, and of what. */
function Clock({ state, brief = false }: { state: ProjectorState; brief?: boolean }) {
  const { say } = useApp().words;
  const times = state.clock;
  const { tick, lost } = useToldClock(state, times, state.session.time);
  if (times === null) return null;
  const now = Math.min(tick.value, times.overAt);
  const preparing = times.phase === 'prepare';
  const { time } = state.session;
  const note = lost
    ? say('ui.projector.lostLine')
    : time.kind === 'paused'
      ? say('ui.projector.paused')
      : time.kind === 'restart'
        ? say('ui.projector.restart', { seconds: time.seconds })
        : time.slow
          ? say('ui.projector.slow')
          : say(`ui.projector.${times.phase}`);
  return (
    <div class="wall-clock" role="timer">
      <span class="wall-clock-name">
        {say(preparing ? 'ui.projector.untilLive' : 'ui.projector.left')}
      </span>
      <b class="wall-digits">{remaining((preparing ? times.liveFrom : times.overAt) - now)}</b>
      <span class={`wall-clock-note${time.kind === 'running' && !lost ? '' : ' warn-ink'}`}>
        {note}
        {time.speed !== 1 && ` · ${say('ui.projector.speed', { speed: time.speed })}`}
        {!brief && ` · ${say('ui.projector.elapsed')} ${clockOf(now)} / ${clockOf(times.overAt)}`}
      </span>
    </div>
  );
}

/** Who plays, without a word about how well: the teams, or where there is one its people. */
function Teams({ state }: { state: ProjectorState }) {
  const { say } = useApp().words;
  const { teams, settings } = state.session;
  if (teams.length < 2) {
    const people = peopleIn(state.session);
    return (
      <ul class="wall-roster" style={{ '--columns': columnsFor(people.length) }}>
        {people.map(({ seat, nickname }) => (
          <li key={seat} class={nameClass(nickname)}>
            {nickname}
          </li>
        ))}
      </ul>
    );
  }
  return (
    <ul class={`wall-names${teams.length > 8 ? ' many' : ''}`}>
      {teams.map((team) => (
        <li key={team.id}>
          {say(`names.teams.${team.id}`)}
          {peopleAttack(modes[settings.mode]) && (
            <small class="wall-side">
              {say(`ui.projector.${team.side === 'red' ? 'attacks' : 'defends'}`)}
            </small>
          )}
        </li>
      ))}
    </ul>
  );
}
