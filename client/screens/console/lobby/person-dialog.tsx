import { useSignal } from '@preact/signals';
import { NICKNAME_LENGTH } from '../../../../shared/protocol/limits.ts';
import type { RosterEntry } from '../../../../shared/protocol/server.ts';
import { format } from '../../../../shared/text/rejoin.ts';
import { ROLE_NAMES, type Role } from '../../../../shared/world/people/seat.ts';
import { useApp } from '../../../app-context.ts';
import { ActNote } from '../act-note.tsx';
import { useDesk, useDeskState } from '../desk-context.ts';
import { Confirm, Dialog } from '../dialog.tsx';
import { DoorLine } from './door-line.tsx';
import { TeamSelect } from './team-select.tsx';

/** Everything that can be done about one person. */
export function PersonDialog({ seat, close }: { seat: number; close: () => void }) {
  const { say } = useApp().words;
  const entry = useDeskState().session.roster.find((person) => person.seat === seat);
  if (entry === undefined || entry.presence === 'removed' || entry.presence === 'left') return null;
  return (
    <Dialog title={say('ui.console.person', { name: entry.nickname })} close={close}>
      <div class="person-form">
        <Rename entry={entry} />
        <div class="setting-line">
          <span aria-hidden="true">{say('ui.console.team')}</span>
          <TeamSelect entry={entry} />
        </div>
        <Watches entry={entry} />
        {entry.presence !== 'watching' && <Roles entry={entry} />}
        <Rejoin seat={seat} />
      </div>
      <div class="dialog-foot">
        <Remove entry={entry} done={close} />
        <button type="button" class="button quiet" onClick={close}>
          {say('ui.console.done')}
        </button>
      </div>
    </Dialog>
  );
}

function Rename({ entry }: { entry: RosterEntry }) {
  const { say } = useApp().words;
  const desk = useDesk();
  const name = useSignal(entry.nickname);
  const key = `rename ${entry.seat}`;
  return (
    <form
      class="field"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        const nickname = name.value.trim();
        if (nickname === '' || nickname === entry.nickname) return;
        void desk.act(key, { kind: 'rename', seat: entry.seat, nickname });
      }}
    >
      <label for="rename">{say('ui.console.rename')}</label>
      <div class="field-row">
        <input
          id="rename"
          class="input"
          autocomplete="off"
          spellcheck={false}
          maxLength={NICKNAME_LENGTH.max * 2}
          value={name.value}
          onInput={(event) => {
            name.value = event.currentTarget.value;
          }}
        />
        <button type="submit" class="button quiet">
          {say('ui.console.renameGo')}
        </button>
      </div>
      <ActNote of={key} />
    </form>
  );
}

function Roles({ entry }: { entry: RosterEntry }) {
  const { say } = useApp().words;
  const desk = useDesk();
  const key = `roles ${entry.seat}`;
  const set = (role: Role, on: boolean): void => {
    const roles = ROLE_NAMES.filter((name) => (name === role ? on : entry.roles.includes(name)));
    // Someone without any role could do nothing at all.
    if (roles.length > 0) void desk.act(key, { kind: 'roles', seat: entry.seat, roles });
  };
  return (
    <fieldset class="role-choice">
      <legend>{say('ui.console.roles')}</legend>
      {ROLE_NAMES.map((role) => (
        <label key={role} class="role-toggle">
          <input
            type="checkbox"
            checked={entry.roles.includes(role)}
            onChange={(event) => set(role, event.currentTarget.checked)}
          />
          {say(`ui.roles.${role}`)}
        </label>
      ))}
      <ActNote of={key} />
    </fieldset>
  );
}

/** Whether they only look on: a guest, or one more than a team has something to do for. */
function Watches({ entry }: { entry: RosterEntry }) {
  const { say } = useApp().words;
  const desk = useDesk();
  const { seat } = entry;
  const key = `watch ${seat}`;
  return (
    <div class="setting-line">
      <label class="role-toggle">
        <input
          type="checkbox"
          checked={entry.presence === 'watching'}
          onChange={(event) =>
            void desk.act(key, { kind: 'watch', seat, on: event.currentTarget.checked })
          }
        />
        {say('ui.console.watchesOnly')}
      </label>
      <p class="hint">{say('ui.console.watchesBody')}</p>
      <ActNote of={key} />
    </div>
  );
}

function Rejoin({ seat }: { seat: number }) {
  const { words } = useApp();
  const shown = useSignal(false);
  const person = useDeskState().people.find((other) => other.seat === seat);
  if (person === undefined) return null;
  const { say } = words;
  return (
    <div class="person-rejoin">
      <span class="person-rejoin-name">{say('ui.console.rejoin')}</span>
      {shown.value ? (
        <b class="person-rejoin-code">{format(person.rejoin, words.language.value)}</b>
      ) : (
        <button type="button" class="button quiet" onClick={() => (shown.value = true)}>
          {say('ui.console.showRejoin')}
        </button>
      )}
      <p class="hint">{say('ui.console.rejoinBody')}</p>
    </div>
  );
}

function Remove({ entry, done }: { entry: RosterEntry; done: () => void }) {
  const { say } = useApp().words;
  const desk = useDesk();
  const asking = useSignal(false);
  return (
    <>
      <button type="button" class="button danger-quiet" onClick={() => (asking.value = true)}>
        {say('ui.console.remove')}
      </button>
      {asking.value && (
        <Confirm
          title={say('ui.console.removeSure', { name: entry.nickname })}
          body={say('ui.console.removeBody')}
          action={say('ui.console.remove')}
          act={() => {
            void desk.act(`remove ${entry.seat}`, { kind: 'remove', seat: entry.seat });
            done();
          }}
          close={() => (asking.value = false)}
        />
      )}
    </>
  );
}

/** Those at the door, with an answer for each. */
export function Waiting({ people }: { people: readonly RosterEntry[] }) {
  const { say } = useApp().words;
  const desk = useDesk();
  if (people.length === 0) return null;
  return (
    <section class="waiting-room" aria-labelledby="waiting-title">
      <h2 id="waiting-title" class="panel-title">
        {say('ui.console.waiting')}
        {people.length > 1 && (
          <button
            type="button"
            class="link-button"
            onClick={() => {
              for (const { seat } of people) {
                void desk.act(`approve ${seat}`, { kind: 'approve', seat, yes: true });
              }
            }}
          >
            {say('ui.console.approveAll')}
          </button>
        )}
      </h2>
      <ul>
        {people.map((person) => (
          <DoorLine key={person.seat} person={person} answers={['approve', 'decline']} />
        ))}
      </ul>
    </section>
  );
}
