import { useEffect } from 'preact/hooks';
import { useApp } from '../app-context.ts';
import { GameContext, useGame } from '../game-context.ts';
import { recallSeat } from '../net/seat-memory.ts';
import { lazyScreen } from '../parts/lazy-screen.tsx';
import { Lobby } from './lobby/lobby.tsx';
import { StatusGate } from './status-gate.tsx';

const Match = lazyScreen(() => import('./match/match.tsx').then((m) => m.Match));
const Debrief = lazyScreen(() => import('./debrief/debrief.tsx').then((m) => m.Debrief));

/** One session: its lobby, its match or its debrief. A reload comes back to the same seat. */
export function Session({ code }: { code: string }) {
  const { router, sessions, tabShelf, words } = useApp();
  const game = sessions.game.value;
  const here = game !== null && !game.solo && (game.session.value?.code ?? code) === code;

  useEffect(() => {
    if (here) return;
    if (recallSeat(tabShelf, code) === null) {
      router.swap({ name: 'join', code });
      return;
    }
    void sessions.enter({ kind: 'resume', code }).then((reply) => {
      if (!reply.ok) router.swap({ name: 'join', code });
    });
    // Only on coming here: what happens to the seat later is told by its status.
  }, [code]);

  if (!here) {
    return (
      <main class="message" aria-busy="true">
        <p class="soft">{words.say('ui.status.connecting')}</p>
      </main>
    );
  }
  return (
    <GameContext value={game}>
      <StatusGate>
        <Phase />
      </StatusGate>
    </GameContext>
  );
}

function Phase() {
  const { session, match } = useGame();
  const { words } = useApp();
  const phase = session.value?.phase;
  if (phase === 'lobby') return <Lobby />;
  if (phase === 'live') return match.value?.phase === 'over' ? <Debrief /> : <Match />;
  if (phase === 'debrief') return <Debrief />;
  return (
    <main class="message" aria-busy="true">
      <p class="soft">{words.say('ui.status.connecting')}</p>
    </main>
  );
}
