import '../../style/match.css';
import '../../style/alerts.css';
import '../../style/foot.css';
import '../../style/inspector.css';
import '../../style/tree.css';
import { useEffect, useRef } from 'preact/hooks';
import { peopleAttack } from '../../../shared/protocol/modes/mode.ts';
import { modes } from '../../../shared/protocol/modes/registry.ts';
import type { Side } from '../../../shared/world/people/seat.ts';
import { useApp } from '../../app-context.ts';
import { GameContext, useGame } from '../../game-context.ts';
import { SILENCE_MS } from '../../net/trouble.ts';
import { AlertPanel } from '../../panels/alerts/alert-panel.tsx';
import { JobPanel } from '../../panels/foot/job-panel.tsx';
import { RequestPanel } from '../../panels/foot/request-panel.tsx';
import { Inspector } from '../../panels/inspector/inspector.tsx';
import { LayerSwitch } from '../../panels/layer-switch.tsx';
import { Legend } from '../../panels/legend.tsx';
import { MapPane } from '../../panels/map-pane.tsx';
import { TreePanel } from '../../panels/tree/tree-panel.tsx';
import { BlastPanel } from '../../panels/trust/blast-panel.tsx';
import { useLate } from '../../parts/arriving.tsx';
import { lazyScreen } from '../../parts/page/lazy-screen.tsx';
import { Wait } from '../../parts/waiting.tsx';
import type { Layer } from '../../state/match/layers.ts';
import { ActButton, ActNote } from './act-note.tsx';
import { useDesk, useDeskState } from './desk-context.ts';
import { worldName } from './words.ts';

const RedPage = lazyScreen(() => import('../red/red-page.tsx').then((m) => m.RedPage));
const Debrief = lazyScreen(() => import('../debrief/debrief.tsx').then((m) => m.Debrief));

interface WorldScreenProps {
  readonly world: number;
  readonly eyes: Side;
  readonly look: (eyes: Side) => void;
  readonly back: () => void;
}

/** One world as its players see it: to look at, never to touch. */
export function WorldScreen({ world, eyes, look, back }: WorldScreenProps) {
  const { say } = useApp().words;
  const desk = useDesk();
  const { session, worlds, projected } = useDeskState();
  const watch = desk.watching.value;
  const summary = worlds.find((other) => other.world === world);
  const over = session.phase === 'debrief' || session.phase === 'closed';
  const bothSides = peopleAttack(modes[session.settings.mode]) && !over;
  return (
    <div class="world-screen">
      <section class="watch-bar" aria-label={worldName(say, session, world)}>
        <button type="button" class="button quiet" aria-keyshortcuts="Escape" onClick={back}>
          ← {say('ui.console.back')}
        </button>
        <h2>{worldName(say, session, world)}</h2>
        {/* A debrief says itself what came out in the end. */}
        {summary !== undefined && !over && (
          <span class="watch-score">{say('ui.console.scoreNow', { score: summary.score })}</span>
        )}
        {!over && <span class="watch-note">{say('ui.console.watching')}</span>}
        <ActNote of="project" />
        {session.phase === 'live' && (
          <ActButton of="project" act={{ kind: 'project', world: projected === world ? 0 : world }}>
            {say(projected === world ? 'ui.console.unprojectWorld' : 'ui.console.projectWorld')}
          </ActButton>
        )}
        {bothSides && (
          <fieldset class="eyes">
            <legend class="unseen">{say('ui.console.eyes')}</legend>
            {(['blue', 'red'] as const).map((side) => (
              <button
                key={side}
                type="button"
                class={`layer ${side}`}
                aria-pressed={eyes === side}
                onClick={() => look(side)}
              >
                {say(`ui.console.${side}Eyes`)}
              </button>
            ))}
          </fieldset>
        )}
      </section>
      {watch === null ? (
        <Loading />
      ) : (
        <GameContext key={`${watch.world} ${watch.eyes}`} value={watch.game}>
          {over ? <Debrief /> : eyes === 'red' ? <RedWorld /> : <BlueWorld back={back} />}
        </GameContext>
      )}
    </div>
  );
}

function Loading() {
  const { say } = useApp().words;
  const desk = useDesk();
  const late = useLate(SILENCE_MS);
  return (
    <Wait
      text={say('ui.console.loadingWorld')}
      trouble={late ? 'silent' : null}
      again={desk.retry}
    />
  );
}

function RedWorld() {
  return useGame().red.value === null ? <Loading /> : <RedPage />;
}

const LAYERS: Readonly<Record<string, Layer>> = {
  Digit1: 'compute',
  Digit2: 'memory',
  Digit3: 'network',
  Digit4: 'traps',
  Digit5: 'trust',
};

/** The keys of looking: layers, and Esc out of a selection and then out of the world. */
function useWatchKeys(back: () => void): void {
  const game = useGame();
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
      if (event.target instanceof HTMLInputElement) return;
      const layer = LAYERS[event.code];
      if (layer !== undefined) game.layer.value = layer;
      else if (event.key === 'Escape' && game.selection.peek() !== null) game.select(null);
      else if (event.key === 'Escape') back();
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, [game, back]);
}

function BlueWorld({ back }: { back: () => void }) {
  const { words } = useApp();
  const game = useGame();
  const search = useRef<HTMLInputElement>(null);
  const actions = useRef<HTMLDivElement>(null);
  useWatchKeys(back);
  if (game.view.value === null) return <Loading />;
  return (
    <div class="match watching alone">
      <div class="left">
        <AlertPanel />
        <TreePanel search={search} onEnter={() => {}} />
      </div>
      <main class="centre">
        <MapPane onOpen={() => {}} />
        <div class="centre-top">
          <LayerSwitch />
          <Legend />
        </div>
      </main>
      <aside class="right" aria-label={words.say('ui.inspector.selection')}>
        <div class="inspector">
          <BlastPanel />
          <Inspector actions={actions} />
        </div>
      </aside>
      <footer class="foot">
        <RequestPanel />
        <JobPanel />
      </footer>
    </div>
  );
}
