import type { ComponentChildren } from 'preact';
import type { InstructorAct } from '../../../shared/protocol/messages.ts';
import { useApp } from '../../app-context.ts';
import { refusalText } from '../../state/match/wording.ts';
import { useDesk } from './desk-context.ts';

/** Why something was not done, beside the place where it was asked for. */
export function ActNote({ of: key }: { of: string }) {
  const { words } = useApp();
  const note = useDesk().acts.notes.value.find((shown) => shown.key === key);
  return (
    <span class="order-note" aria-live="polite">
      {note?.kind === 'refused' && (
        <span class="refused">{refusalText(words.say, note.refusal, null)}</span>
      )}
    </span>
  );
}

interface ActButtonProps {
  /** Names the act while it is on its way; unless given, its kind. */
  readonly of?: string;
  readonly act: InstructorAct;
  readonly class?: string;
  readonly label?: string;
  readonly pressed?: boolean;
  readonly children: ComponentChildren;
}

/** A button that does one thing at once. While it is on its way it does nothing more. */
export function ActButton(props: ActButtonProps) {
  const { acts, act } = useDesk();
  const key = props.of ?? props.act.kind;
  const sent = acts.pending.value.some((pending) => pending.key === key);
  return (
    <button
      type="button"
      class={props.class ?? 'button quiet'}
      aria-disabled={sent}
      {...(props.label === undefined ? {} : { 'aria-label': props.label })}
      {...(props.pressed === undefined ? {} : { 'aria-pressed': props.pressed })}
      onClick={() => {
        if (!sent) void act(key, props.act);
      }}
    >
      {props.children}
    </button>
  );
}
