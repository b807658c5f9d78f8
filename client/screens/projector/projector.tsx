import '../../style/projector.css';
import type { ProjectorState } from '../../../shared/protocol/server.ts';
import { useApp } from '../../app-context.ts';
import { LanguageSwitch } from '../../parts/language-switch.tsx';
import { useDesk } from '../console/desk-context.ts';
import { DeskGate } from '../console/desk-gate.tsx';
import { WallLive } from './wall-live.tsx';
import { WallLobby } from './wall-lobby.tsx';

/** The page on the wall: the code while people come in, then the time and whatever is looked at. */
export function Projector(props: { code: string; given: string | undefined }) {
  return (
    <DeskGate as="projector" code={props.code} given={props.given}>
      <Wall />
    </DeskGate>
  );
}

function Wall() {
  const { say } = useApp().words;
  const state = useDesk().shown.value;
  if (state === null) return null;
  return (
    <div class="wall">
      <header class="wall-corner">
        <h1 class="unseen">{say('ui.projector.title')}</h1>
        <LanguageSwitch short />
      </header>
      <Phase state={state} />
    </div>
  );
}

function Phase({ state }: { state: ProjectorState }) {
  switch (state.session.phase) {
    case 'lobby':
      return <WallLobby state={state} />;
    case 'live':
      return <WallLive state={state} />;
    case 'debrief':
      return <Said title="debrief" body="debriefBody" state={state} />;
    case 'closed':
      return <Said title="closed" body="closedBody" state={null} />;
  }
}

/** One sentence for the whole room, and below it the scores, where they are shown. */
function Said(props: { title: string; body: string; state: ProjectorState | null }) {
  const { say } = useApp().words;
  const { state } = props;
  return (
    <main class="wall-said">
      <h2 class="wall-headline">{say(`ui.projector.${props.title}`)}</h2>
      <p>{say(`ui.projector.${props.body}`)}</p>
      {state !== null && <Standings state={state} />}
    </main>
  );
}

/** Teams by what they have, the most first; nothing when scores are not shown. */
export function Standings({ state }: { state: ProjectorState }) {
  const { say } = useApp().words;
  if (state.standings === null || state.standings.length === 0) return null;
  const sorted = [...state.standings].sort((a, b) => b.score - a.score || a.team - b.team);
  const { session } = state;
  return (
    <section class="standings" aria-label={say('ui.projector.standings')}>
      <ol class={sorted.length > 6 ? 'many' : ''}>
        {sorted.map(({ team, score }) => {
          const world = session.teams.find(({ id }) => id === team)?.world ?? 0;
          const before = session.half === 2 ? session.firstHalf[world - 1] : undefined;
          return (
            <li key={team} class="standing">
              <b class="standing-team">{say(`names.teams.${team}`)}</b>
              <span class="standing-bar" aria-hidden="true">
                <span
                  class="standing-fill"
                  style={{ transform: `scaleX(${Math.max(0, score / 1000).toFixed(3)})` }}
                />
              </span>
              <span class="standing-score">{score}</span>
              {before !== undefined && (
                <small class="standing-before">
                  {say('ui.projector.firstHalf', { score: before })}
                </small>
              )}
            </li>
          );
        })}
      </ol>
    </section>
  );
}
