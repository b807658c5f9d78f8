import { useApp } from '../app-context.ts';
import { useGame } from '../game-context.ts';
import { refusalText } from '../state/match/wording.ts';

/** What came back for an order, beside the place where it was given. */
export function OrderNote({ of: key }: { of: string }) {
  const { words } = useApp();
  const { orders, view } = useGame();
  const note = orders.notes.value.find((shown) => shown.key === key);
  return (
    <span class="order-note" aria-live="polite">
      {note?.kind === 'refused' && (
        <span class="refused">{refusalText(words.say, note.refusal, view.value)}</span>
      )}
    </span>
  );
}
