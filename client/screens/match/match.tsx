import '../../style/match.css';
import '../../style/alerts.css';
import '../../style/foot.css';
import '../../style/inspector.css';
import '../../style/sheet.css';
import '../../style/tree.css';
// Last: what a small screen changes of all of these.
import '../../style/small.css';
import { useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import { useApp } from '../../app-context.ts';
import { useGame } from '../../game-context.ts';
import { AlertPanel } from '../../panels/alerts/alert-panel.tsx';
import { Announcer } from '../../panels/announcing/announcer.tsx';
import { BlueTicker } from '../../panels/blue-ticker.tsx';
import { JobPanel } from '../../panels/foot/job-panel.tsx';
import { RequestPanel } from '../../panels/foot/request-panel.tsx';
import { TeamPanel } from '../../panels/foot/team-panel.tsx';
import { HelpSheet } from '../../panels/help-sheet.tsx';
import { HintBar } from '../../panels/hint-bar.tsx';
import { Inspector } from '../../panels/inspector/inspector.tsx';
import { LayerSwitch } from '../../panels/layer-switch.tsx';
import { Legend } from '../../panels/legend.tsx';
import { MapPane } from '../../panels/map-pane.tsx';
import { TopBar } from '../../panels/top/top-bar.tsx';
import { TrapDesk } from '../../panels/traps/trap-desk.tsx';
import { TreePanel } from '../../panels/tree/tree-panel.tsx';
import { BlastPanel } from '../../panels/trust/blast-panel.tsx';
import { Arriving } from '../../parts/arriving.tsx';
import { Briefing } from './briefing.tsx';
import { useMatchKeys } from './match-keys.ts';

export function Match() {
  const { words } = useApp();
  const game = useGame();
  const help = useSignal(false);
  const search = useRef<HTMLInputElement>(null);
  const actions = useRef<HTMLDivElement>(null);
  const floats = useRef<HTMLDivElement>(null);
  const openHelp = (): void => {
    help.value = true;
  };
  useMatchKeys(game, { openHelp, find: () => search.current?.focus() });
  const toActions = (): void => {
    actions.current?.querySelector('button')?.focus();
  };
  if (game.view.value === null) return <Arriving />;
  return (
    <div class={`match${game.solo ? ' alone' : ''}`}>
      <TopBar onHelp={openHelp} />
      <div class="left">
        <TrapDesk />
        <AlertPanel />
        <TreePanel search={search} onEnter={toActions} />
      </div>
      <main class="centre">
        <MapPane onOpen={toActions} floats={floats} />
        <div class="centre-top" ref={floats}>
          <LayerSwitch />
          <Legend />
        </div>
        <BlueTicker />
      </main>
      <aside class="right" aria-label={words.say('ui.inspector.selection')}>
        <div class="inspector">
          <BlastPanel />
          <Inspector actions={actions} />
        </div>
        <HintBar />
      </aside>
      <footer class="foot">
        <RequestPanel />
        <JobPanel />
        {!game.solo && <TeamPanel />}
      </footer>
      <Announcer />
      <Briefing />
      {help.value && <HelpSheet close={() => (help.value = false)} />}
    </div>
  );
}
