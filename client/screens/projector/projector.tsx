import '../../style/projector.css';
import type { ProjectorState } from '../../../shared/protocol/server.ts';
import { useApp } from '../../app-context.ts';
import { PageSettings } from '../../parts/page/page-settings.tsx';
import { useDesk } from '../console/desk-context.ts';
import { DeskGate } from '../console/desk-gate.tsx';
import { Standings } from './standings.tsx';
import { WallFoot } from './wall-foot.tsx';
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
        <PageSettings short />
      </header>
      <Phase state={state} />
      <WallFoot state={state} />
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
