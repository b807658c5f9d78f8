import { useEffect } from 'preact/hooks';
import { useApp } from '../app-context.ts';
import { GameContext } from '../game-context.ts';
import { lazyScreen } from '../parts/lazy-screen.tsx';
import { Wait } from '../parts/waiting.tsx';
import { Match } from './match/match.tsx';
import { StatusGate } from './status-gate.tsx';

const Debrief = lazyScreen(() => import('./debrief/debrief.tsx').then((m) => m.Debrief));

const SEEDS = 1_000_000;

/** A match alone, of the scenario in the address. `?seed=` chooses it; otherwise each one is new. */
export function Solo({ scenario }: { scenario: string }) {
  const { sessions, words, draw } = useApp();
  useEffect(() => {
    const query = new URLSearchParams(location.search);
    const asked = Number(query.get('seed'));
    const seed = Number.isInteger(asked) && asked > 0 ? asked : 1 + (draw() % SEEDS);
    void sessions.playAlone(scenario, seed);
    // Over the same address the debrief may be fetched while the match is played.
    const timer = setTimeout(() => import('./debrief/debrief.tsx').catch(() => {}), 5000);
    return () => clearTimeout(timer);
  }, [sessions, draw, scenario]);

  const game = sessions.game.value;
  if (game === null || !game.solo) {
    return <Wait text={words.say('ui.common.loading')} trouble={sessions.trouble.value} />;
  }
  return (
    <GameContext value={game}>
      <StatusGate>{game.match.value?.phase === 'over' ? <Debrief /> : <Match />}</StatusGate>
    </GameContext>
  );
}
