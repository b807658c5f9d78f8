import { useApp } from '../app-context.ts';
import { useGame } from '../game-context.ts';
import { standsStill } from '../state/match/standing.ts';
import { refusalText } from '../state/match/wording.ts';

/** What came back for an order, beside the place where it was given. */
export function OrderNote({ of: key }: { of: string }) {
  const { words } = useApp();
  const { orders, view, myPlace } = useGame();
  const note = orders.notes.value.find((shown) => shown.key === key);
  const now = view.value;
  const refusal = note?.kind === 'refused' ? note.refusal : null;
  const told = refusal !== null && (now === null || standsStill(now, refusal, myPlace.value));
  return (
    <span class="order-note" aria-live="polite">
      {told && <span class="refused">{refusalText(words.say, refusal, now)}</span>}
    </span>
  );
}
