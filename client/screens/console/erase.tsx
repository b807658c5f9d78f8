import { useSignal } from '@preact/signals';
import { useApp } from '../../app-context.ts';
import { ActNote } from './act-note.tsx';
import { useDesk } from './desk-context.ts';
import { Confirm } from './dialog.tsx';

/** Deletes the session and all of it, after asking once more. */
export function Erase() {
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
