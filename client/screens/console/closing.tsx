import { useSignal } from '@preact/signals';
import { useApp } from '../../app-context.ts';
import { Go } from '../../parts/go.tsx';
import { ActNote } from './act-note.tsx';
import { useDesk, useDeskState } from './desk-context.ts';
import { DeskWays } from './desk-ways.tsx';
import { Confirm } from './dialog.tsx';

/** The end of the class, at the end of everything else. It asks. */
export function CloseClass() {
  const { say } = useApp().words;
  const desk = useDesk();
  const { retentionHours } = useDeskState().session;
  const asking = useSignal(false);
  return (
    <section class="side-part close-class">
      <button
        type="button"
        class="button danger-quiet wide-button"
        onClick={() => (asking.value = true)}
      >
        {say('ui.console.close')}
      </button>
      <ActNote of="close" />
      {asking.value && (
        <Confirm
          title={say('ui.console.closeSure')}
          body={say('ui.console.closeWarning', { hours: retentionHours })}
          action={say('ui.console.close')}
          act={() => void desk.act('close', { kind: 'close' })}
          close={() => (asking.value = false)}
        />
      )}
    </section>
  );
}

/** What becomes of a class that is closed: how long it is kept, and how it is deleted at once. */
export function Closed() {
  const { say } = useApp().words;
  const { session, worlds } = useDeskState();
  const { retentionHours: hours } = session;
  const read = worlds.length > 0;
  return (
    <section class="closed-class" aria-labelledby="closed-title">
      <h2 id="closed-title">{say('ui.console.closedTitle')}</h2>
      <p>{say(read ? 'ui.console.closedBody' : 'ui.console.closedEmpty', { hours })}</p>
      <div class="results-ways">
        <Go to={{ name: 'host' }} class="button primary">
          {say('ui.console.openAnother')}
        </Go>
        <Erase />
      </div>
    </section>
  );
}

/** Nothing of it is left. */
export function Deleted() {
  const { say } = useApp().words;
  return (
    <main class="message">
      <h1>{say('ui.console.deletedTitle')}</h1>
      <p>{say('ui.console.deletedBody')}</p>
      <DeskWays />
    </main>
  );
}

/** Deletes the session and all of it, after asking once more. */
function Erase() {
  const { say } = useApp().words;
  const desk = useDesk();
  const asking = useSignal(false);
  return (
    <>
      <button type="button" class="button danger-quiet" onClick={() => (asking.value = true)}>
        {say('ui.console.erase')}
      </button>
      <ActNote of="erase" />
      {asking.value && (
        <Confirm
          title={say('ui.console.eraseSure')}
          body={say('ui.console.eraseBody')}
          action={say('ui.console.erase')}
          act={() => void desk.act('erase', { kind: 'erase' })}
          close={() => (asking.value = false)}
        />
      )}
    </>
  );
}
