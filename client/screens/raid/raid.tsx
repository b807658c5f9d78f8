import '../../style/sheet.css';
import '../../style/raid.css';
import '../../style/raid-board.css';
import '../../style/raid-cards.css';
import '../../style/raid-foot.css';
import { useSignal } from '@preact/signals';
import { useEffect, useMemo } from 'preact/hooks';
import { splitRef } from '../../../shared/view/reading.ts';
import { useApp } from '../../app-context.ts';
import { useGame } from '../../game-context.ts';
import type { Subject } from '../../net/link.ts';
import { createRaidDesk, type RaidDesk, RaidDeskContext } from '../../panels/raid/desk.ts';
import { KnownVmFacts } from '../../panels/raid/known-vm-facts.tsx';
import { RaidBoard } from '../../panels/raid/raid-board.tsx';
import { RaidBriefing } from '../../panels/raid/raid-briefing.tsx';
import { RaidCards } from '../../panels/raid/raid-cards.tsx';
import { RaidHelp } from '../../panels/raid/raid-help.tsx';
import { RaidNews } from '../../panels/raid/raid-news.tsx';
import { RaidStrikes } from '../../panels/raid/raid-strikes.tsx';
import { RaidTop } from '../../panels/raid/raid-top.tsx';
import type { Game } from '../../state/match/game.ts';
import { redRow } from '../../state/raid/raid.ts';
import { useRaidKeys } from './raid-keys.ts';

const BRIEFED = 'hyperward/raid-briefed';

/** The attackers' screen: what is known, what could be tried, and what came of it. */
export function Raid() {
  const { tabShelf } = useApp();
  const game = useGame();
  const help = useSignal(false);
  const session = game.session.value;
  const match = `${session?.code ?? ''} ${session?.half ?? 1}`;
  // Whoever reloads in the middle has read it already.
  const briefing = useSignal(!game.watching && tabShelf.getItem(BRIEFED) !== match);
  const knownVm = useSignal(0);
  const card = useSignal(0);
  const desk = useMemo(() => createRaidDesk(game, knownVm, card), [game, knownVm, card]);
  useRaidKeys(game, desk, { help, briefing });
  const looked = game.looked.value;
  useEffect(() => {
    // Where a teammate points one goes by what is looked at.
    if (looked !== null) goTo(game, desk, looked);
  }, [looked, game, desk]);
  const briefed = !briefing.value;
  useEffect(() => {
    if (briefed) tabShelf.setItem(BRIEFED, match);
  }, [briefed, match, tabShelf]);

  if (game.red.value === null) return <main class="message" aria-busy="true" />;
  return (
    <RaidDeskContext value={desk}>
      <div class="raid">
        <RaidTop onHelp={() => (help.value = true)} />
        <main class="raid-main">
          <div class="raid-left">
            <RaidBoard />
            <KnownVmFacts />
            <RaidBriefing open={briefing} />
          </div>
          <RaidCards />
        </main>
        <footer class="raid-foot">
          <RaidStrikes />
          <RaidNews />
        </footer>
        <RaidHelp open={help} />
      </div>
    </RaidDeskContext>
  );
}

/** Brings what is looked at before the eyes: a VM with its cards, or one card. */
function goTo(game: Game, desk: RaidDesk, looked: Subject): void {
  const { table, id } = splitRef(looked);
  if (table === 'knownVms') desk.knownVm.value = id;
  if (table !== 'cards') return;
  const about = redRow(game.red.peek(), 'cards', id)?.args;
  const knownVm = desk.knownVm.peek();
  if (about?.vm !== knownVm && about?.from !== knownVm) desk.knownVm.value = 0;
  desk.card.value = id;
  requestAnimationFrame(() => {
    document.querySelector(`[data-card="${id}"]`)?.scrollIntoView({ block: 'nearest' });
  });
}
