import { useRef } from 'preact/hooks';
import type { Refusal } from '../../shared/protocol/refusal.ts';
import { useApp } from '../app-context.ts';
import { useGame } from '../game-context.ts';
import { type Coinciding, coinciding } from '../state/match/coinciding.ts';
import { standsStill } from '../state/match/standing.ts';
import { whoAt } from '../state/match/team.ts';
import { commandName, refusalText } from '../state/match/wording.ts';

/** What came back for an order, beside the place where it was given. */
export function OrderNote({ of: key }: { of: string }) {
  const { orders, view, myPlace } = useGame();
  const note = orders.notes.value.find((shown) => shown.key === key);
  const now = view.value;
  const refusal = note?.kind === 'refused' ? note.refusal : null;
  const told = refusal !== null && (now === null || standsStill(now, refusal, myPlace.value));
  return (
    <span class="order-note" aria-live="polite">
      {told && <Refused of={key} refusal={refusal} />}
    </span>
  );
}

/** Why it was not done; or by whom it is being done already. */
function Refused({ of: key, refusal }: { of: string; refusal: Refusal }) {
  const { words } = useApp();
  const { view, session, world, myPlace } = useGame();
  // The job comes a moment after the answer, and may be done before this has been read.
  const found = useRef<Coinciding | null>(null);
  found.current ??= coinciding(view.value, refusal, key);
  const other = found.current;
  if (other !== null && other.job.seat !== myPlace.value) {
    const name =
      whoAt(session.value, world.value, other.job.seat)?.nickname ?? words.say('ui.talk.someone');
    const { command, args } = other.job;
    const job = commandName(words.say, command, args, view.value);
    return (
      <span class={other.same ? 'merged' : 'refused'}>
        {words.say(other.same ? 'ui.match.sameOrder' : 'ui.match.busyBy', { name, job })}
      </span>
    );
  }
  return <span class="refused">{refusalText(words.say, refusal, view.value)}</span>;
}
