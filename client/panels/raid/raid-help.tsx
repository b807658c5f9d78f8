import type { Signal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { useApp } from '../../app-context.ts';
import { Leave } from '../../parts/leave.tsx';
import { PING_KEY, TALK_KEY } from '../../state/keys.ts';

const KEYS = [
  ['↑ ↓ ← →', 'ui.raid.keyArrows'],
  ['Tab', 'ui.raid.keyTab'],
  ['Enter', 'ui.raid.keyEnter'],
  ['⇧ Enter', 'ui.raid.keyQuiet'],
  ['P', 'ui.raid.keyProbe'],
  [TALK_KEY, 'ui.help.talk'],
  [PING_KEY, 'ui.help.ping'],
  ['Esc', 'ui.raid.keyEscape'],
  ['?', 'ui.raid.keyHelp'],
] as const;

/** All keys, how to read the board, and the law once more. */
export function RaidHelp({ open }: { open: Signal<boolean> }) {
  const { words } = useApp();
  const sheet = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const dialog = sheet.current;
    if (dialog === null || dialog.open === open.value) return;
    if (open.value) dialog.showModal();
    else dialog.close();
  }, [open.value]);
  const t = (key: string) => words.say(`ui.raid.${key}`);
  const close = (): void => {
    open.value = false;
  };
  return (
    <dialog ref={sheet} class="sheet" aria-labelledby="raid-help-title" onClose={close}>
      <h2 id="raid-help-title">{t('keys')}</h2>
      <div class="sheet-columns">
        <dl class="keys">
          {KEYS.map(([key, name]) => (
            <div key={name}>
              <dt>
                {key.split(' ').map((part) => (
                  <kbd key={part}>{part}</kbd>
                ))}
              </dt>
              <dd>{words.say(name)}</dd>
            </div>
          ))}
        </dl>
        <section>
          <p>{t('readBoard')}</p>
          <p>{t('readWays')}</p>
          <p>{t('mechanisms')}</p>
          <p class="warn-ink">{t('law')}</p>
        </section>
      </div>
      <div class="sheet-foot">
        <Leave />
        <button type="button" class="button primary" onClick={close}>
          {words.say('ui.common.close')}
        </button>
      </div>
    </dialog>
  );
}
