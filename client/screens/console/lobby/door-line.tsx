import type { RosterEntry } from '../../../../shared/protocol/server.ts';
import { useApp } from '../../../app-context.ts';
import { ActButton, ActNote } from '../act-note.tsx';

/** An answer to somebody without a seat; all but `decline` give one. */
type DoorAnswer = 'approve' | 'decline' | 'letBack';

interface DoorLineProps {
  readonly person: RosterEntry;
  /** The first is what is hoped for. */
  readonly answers: readonly DoorAnswer[];
}

/** Somebody at the door, or behind it, with the answers to them. */
export function DoorLine({ person: { seat, nickname }, answers }: DoorLineProps) {
  const { say } = useApp().words;
  const of = `approve ${seat}`;
  return (
    <li>
      <b class="waiting-name">{nickname}</b>
      {answers.map((answer) => (
        <ActButton
          key={answer}
          of={of}
          class={answer === 'approve' ? 'button' : 'button quiet'}
          act={{ kind: 'approve', seat, yes: answer !== 'decline' }}
          label={`${nickname} · ${say(`ui.console.${answer}`)}`}
        >
          {say(`ui.console.${answer}`)}
        </ActButton>
      ))}
      <ActNote of={of} />
    </li>
  );
}
