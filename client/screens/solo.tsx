import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { clockOf } from '../../shared/text/clock.ts';
import { useApp } from '../app-context.ts';
import { GameContext } from '../game-context.ts';
import { lazyScreen } from '../parts/page/lazy-screen.tsx';
import { Wait } from '../parts/waiting.tsx';
import { isOfTheseRules, type KeptLine, type SoloMatch } from '../solo/kept-matches.ts';
import { Match } from './match/match.tsx';
import { StatusGate } from './status-gate.tsx';

const Debrief = lazyScreen(() => import('./debrief/debrief.tsx').then((m) => m.Debrief));

const SEEDS = 1_000_000;

/**
 * A match alone, of the scenario and the seed in the address; without a seed a new one is drawn, and
 * put there. So an address is one match: a reload, or the browser's buttons, come back to it.
 */
export function Solo({ scenario, seed }: { scenario: string; seed: number | undefined }) {
  const { router, draw } = useApp();
  useEffect(() => {
    if (seed !== undefined) return;
    router.swap({ name: 'solo', scenario, seed: 1 + (draw() % SEEDS) });
  }, [router, draw, scenario, seed]);
  return seed === undefined ? (
    <Loading />
  ) : (
    <Kept key={`${scenario}/${seed}`} match={{ scenario, seed }} />
  );
}

/** What is wrong while the match is fetched is told. */
function Loading() {
  const { words, sessions } = useApp();
  return <Wait text={words.say('ui.common.loading')} trouble={sessions.trouble.value} />;
}

/** A match that was played by other rules is not run again: it would be another one. */
function Kept({ match }: { match: SoloMatch }) {
  const { keptMatches } = useApp();
  const kept = useSignal(keptMatches.find(match));
  if (kept.value === null || isOfTheseRules(kept.value)) return <Played match={match} />;
  const begin = (): void => {
    keptMatches.drop(match);
    kept.value = null;
  };
  return <Older kept={kept.value} begin={begin} />;
}

function Played({ match: { scenario, seed } }: { match: SoloMatch }) {
  const { sessions, router } = useApp();
  const elsewhere = useSignal(false);
  const play = async (take: boolean): Promise<void> => {
    const again = (): void => router.go({ name: 'solo', scenario, seed: seed + 1 });
    const where = await sessions.playAlone({ scenario, seed }, again, take);
    elsewhere.value = where === 'elsewhere';
  };
  useEffect(() => {
    void play(false);
    // Over the same address the debrief may be fetched while the match is played.
    const timer = setTimeout(() => import('./debrief/debrief.tsx').catch(() => {}), 5000);
    return () => clearTimeout(timer);
  }, [sessions, router, scenario, seed]);

  if (elsewhere.value) {
    const other = (): void => router.go({ name: 'solo', scenario });
    return <Elsewhere goOn={() => void play(true)} other={other} />;
  }
  const game = sessions.game.value;
  const { alone } = game?.link ?? {};
  if (game === null || alone?.scenario !== scenario || alone.seed !== seed) return <Loading />;
  return (
    <GameContext key={game} value={game}>
      <StatusGate>{game.match.value?.phase === 'over' ? <Debrief /> : <Match />}</StatusGate>
    </GameContext>
  );
}

/** Another tab of this browser plays it: both would write the same record. */
function Elsewhere({ goOn, other }: { goOn: () => void; other: () => void }) {
  const { words } = useApp();
  return (
    <main class="message">
      <h1>{words.say('ui.leaving.elsewhere')}</h1>
      <p>{words.say('ui.leaving.elsewhereBody')}</p>
      <div class="message-ways">
        <button type="button" class="button primary" onClick={goOn}>
          {words.say('ui.status.takeBack')}
        </button>
        <button type="button" class="button quiet" onClick={other}>
          {words.say('ui.leaving.otherSeed')}
        </button>
      </div>
    </main>
  );
}

function Older({ kept, begin }: { kept: KeptLine; begin: () => void }) {
  const { words, router } = useApp();
  return (
    <main class="message">
      <h1>{words.say('ui.leaving.older')}</h1>
      <p>{words.say('ui.leaving.olderBody', { time: clockOf(kept.tick) })}</p>
      <div class="message-ways">
        <button type="button" class="button primary" onClick={begin}>
          {words.say('ui.leaving.begin')}
        </button>
        <button type="button" class="button quiet" onClick={() => router.go({ name: 'landing' })}>
          {words.say('ui.common.home')}
        </button>
      </div>
    </main>
  );
}
