import { useSignal } from '@preact/signals';
import { NOTICE_LENGTH } from '../../../../shared/protocol/limits.ts';
import type { InstructorAct } from '../../../../shared/protocol/messages.ts';
import { useApp } from '../../../app-context.ts';
import { peopleIn } from '../../../state/desk/desk-reading.ts';
import { refusalText } from '../../../state/match/wording.ts';
import { useDesk, useDeskState } from '../desk-context.ts';
import { Dialog } from '../dialog.tsx';
import { teamName } from '../words.ts';

type Recipient = Extract<InstructorAct, { kind: 'message' }>['to'];

/** `all`, `team/2` or `seat/7`, as the choice has it. */
function recipientOf(text: string): Recipient {
  const [kind, id = '0'] = text.split('/');
  if (kind === 'team') return { team: Number(id) };
  return kind === 'seat' ? { seat: Number(id) } : 'all';
}

/** Words to everyone, a team or one person: they stay on their screens until they are closed. */
export function MessageDialog({ close }: { close: () => void }) {
  const { say } = useApp().words;
  const desk = useDesk();
  const { session } = useDeskState();
  const to = useSignal('all');
  const text = useSignal('');
  const trouble = useSignal('');

  const send = async (): Promise<void> => {
    const words = text.value.trim();
    if (words === '') return;
    const reply = await desk.act('message', {
      kind: 'message',
      to: recipientOf(to.value),
      text: words,
    });
    if (reply.ok) close();
    else trouble.value = refusalText(say, reply.refusal, null);
  };

  return (
    <Dialog title={say('ui.console.message')} close={close}>
      <form
        class="person-form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void send();
        }}
      >
        <div class="field">
          <label for="message-to">{say('ui.console.messageTo')}</label>
          <select
            id="message-to"
            class="select"
            value={to.value}
            onChange={(event) => {
              to.value = event.currentTarget.value;
            }}
          >
            <option value="all">{say('ui.console.everyone')}</option>
            {session.teams.length > 1 &&
              session.teams.map(({ id }) => (
                <option key={id} value={`team/${id}`}>
                  {teamName(say, id)}
                </option>
              ))}
            {peopleIn(session).map(({ seat, nickname }) => (
              <option key={seat} value={`seat/${seat}`}>
                {nickname}
              </option>
            ))}
          </select>
        </div>
        <div class="field">
          <label for="message-text">{say('ui.console.messageText')}</label>
          <input
            id="message-text"
            class="input"
            autocomplete="off"
            maxLength={NOTICE_LENGTH}
            aria-describedby="message-hint"
            value={text.value}
            onInput={(event) => {
              text.value = event.currentTarget.value;
              trouble.value = '';
            }}
          />
          <p id="message-hint" class="hint">
            {say('ui.console.messageHint', { length: NOTICE_LENGTH })}
          </p>
        </div>
        <p class="form-note" aria-live="polite">
          {trouble.value}
        </p>
        <div class="dialog-foot">
          <button type="button" class="button quiet" onClick={close}>
            {say('ui.console.cancel')}
          </button>
          <button type="submit" class="button primary">
            {say('ui.console.send')}
          </button>
        </div>
      </form>
    </Dialog>
  );
}
