import type { RefObject } from 'preact';
import type { RowRef } from '../../../shared/world/fact.ts';
import { useApp } from '../../app-context.ts';
import { useGame } from '../../game-context.ts';
import { assignKeys } from '../../state/keys.ts';
import { orderKey } from '../../state/orders.ts';
import { ActionButton } from './action-button.tsx';

/** Everything this seat could order about the subject, as the authority lists it. */
export function Actions({
  subject,
  place,
}: {
  subject: RowRef;
  place: RefObject<HTMLDivElement | null>;
}) {
  const { words } = useApp();
  const { seat } = useGame();
  const state = seat.value;
  const known = state !== null && state.looking === subject;
  const options = known ? state.options : [];
  const keys = assignKeys(options);
  // What can be done first; the letters stay with their options.
  const order = options
    .map((option, i) => ({ option, letter: keys[i] ?? '' }))
    .sort((a, b) => Number(a.option.refusal !== null) - Number(b.option.refusal !== null));
  return (
    <div class="actions" ref={place} aria-busy={!known}>
      <h3 class="panel-title">{words.say('ui.inspector.actions')}</h3>
      {order.map(({ option, letter }) => (
        <ActionButton
          key={orderKey(option.command, option.args)}
          option={option}
          subject={subject}
          letter={letter}
        />
      ))}
      {options.length === 0 && (
        <p class="soft">{words.say(known ? 'ui.inspector.noActions' : 'ui.inspector.thinking')}</p>
      )}
    </div>
  );
}
