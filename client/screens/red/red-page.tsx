import '../../style/sheet.css';
import '../../style/red.css';
import '../../style/red-board.css';
import '../../style/red-cards.css';
import '../../style/red-foot.css';
import { useSignal } from '@preact/signals';
import { useEffect, useMemo } from 'preact/hooks';
import { splitRef } from '../../../shared/view/reading.ts';
import { redRow } from '../../../shared/view/red/red-reading.ts';
import { useApp } from '../../app-context.ts';
import { useGame } from '../../game-context.ts';
import type { Subject } from '../../net/link.ts';
import { KnownVmFacts } from '../../panels/red/known-vm-facts.tsx';
import { RedBoard } from '../../panels/red/red-board.tsx';
import { RedBriefing } from '../../panels/red/red-briefing.tsx';
import { RedCards } from '../../panels/red/red-cards.tsx';
import { RedHelp } from '../../panels/red/red-help.tsx';
import { RedNews } from '../../panels/red/red-news.tsx';
import { RedStrikes } from '../../panels/red/red-strikes.tsx';
import { RedTicker } from '../../panels/red/red-ticker.tsx';
import { RedTop } from '../../panels/red/red-top.tsx';
import {
  createRedSelection,
  type RedSelection,
  RedSelectionContext,
} from '../../panels/red/selection.ts';
import { Arriving } from '../../parts/arriving.tsx';
import type { Game } from '../../state/match/game.ts';
import { useRedKeys } from './red-keys.ts';

const BRIEFED = 'hyperward/red-briefed';

/** The attackers' screen: what is known, what could be tried, and what came of it. */
export function RedPage() {
  const { tabShelf } = useApp();
  const game = useGame();
  const help = useSignal(false);
  const session = game.session.value;
  const match = `${session?.code ?? ''} ${session?.half ?? 1}`;
  // Whoever reloads in the middle has read it already.
  const briefing = useSignal(!game.watching && tabShelf.getItem(BRIEFED) !== match);
  const knownVm = useSignal(0);
  const card = useSignal(0);
  const selection = useMemo(() => createRedSelection(game, knownVm, card), [game, knownVm, card]);
  useRedKeys(game, selection, () => (help.value = true));
  const looked = game.looked.value;
  useEffect(() => {
    // Where a teammate points one goes by what is looked at.
    if (looked !== null) goTo(game, selection, looked);
  }, [looked, game, selection]);
  const briefed = !briefing.value;
  useEffect(() => {
    if (briefed) tabShelf.setItem(BRIEFED, match);
  }, [briefed, match, tabShelf]);

  if (game.red.value === null) return <Arriving />;
  return (
    <RedSelectionContext value={selection}>
      <div class="red-page">
        <RedTop onHelp={() => (help.value = true)} />
        <main class="red-main">
          <div class="red-left">
            <RedBoard />
            <KnownVmFacts />
            <RedTicker />
          </div>
          <RedCards />
        </main>
        <footer class="red-foot">
          <RedStrikes />
          <RedNews />
        </footer>
        {briefing.value && <RedBriefing close={() => (briefing.value = false)} />}
        {help.value && <RedHelp close={() => (help.value = false)} />}
      </div>
    </RedSelectionContext>
  );
}

/** Brings what is looked at before the eyes: a VM with its cards, or one card. */
function goTo(game: Game, selection: RedSelection, looked: Subject): void {
  const { table, id } = splitRef(looked);
  if (table === 'knownVms') selection.knownVm.value = id;
  if (table !== 'cards') return;
  const about = redRow(game.red.peek(), 'cards', id)?.args;
  const knownVm = selection.knownVm.peek();
  if (about?.vm !== knownVm && about?.from !== knownVm) selection.knownVm.value = 0;
  selection.card.value = id;
  requestAnimationFrame(() => {
    document.querySelector(`[data-card="${id}"]`)?.scrollIntoView({ block: 'nearest' });
  });
}
