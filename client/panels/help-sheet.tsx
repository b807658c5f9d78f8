import type { Signal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { useApp } from '../app-context.ts';
import { useGame } from '../game-context.ts';
import { Leave } from '../parts/leave.tsx';

const KEYS = [
  ['Space', 'pause'],
  ['1 2 3 4', 'layers'],
  ['↑ ↓ ← →', 'arrows'],
  ['Enter', 'enter'],
  ['A–Z', 'letters'],
  ['T', 'talk'],
  ['Z', 'ping'],
  ['/', 'search'],
  ['Esc', 'escape'],
  ['?', 'sheet'],
] as const;

/** Keys that mean nothing to someone alone. */
const WITH_OTHERS: ReadonlySet<string> = new Set(['talk', 'ping']);

export function HelpSheet({ open }: { open: Signal<boolean> }) {
  const { words } = useApp();
  const { solo } = useGame();
  const sheet = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const dialog = sheet.current;
    if (dialog === null || dialog.open === open.value) return;
    if (open.value) dialog.showModal();
    else dialog.close();
  }, [open.value]);
  const t = (key: string) => words.say(`ui.help.${key}`);
  const close = (): void => {
    open.value = false;
  };
  return (
    <dialog ref={sheet} class="sheet" aria-labelledby="help-title" onClose={close}>
      <h2 id="help-title">{t('title')}</h2>
      <div class="sheet-columns">
        <section>
          <h3 class="panel-title">{t('keys')}</h3>
          <dl class="keys">
            {KEYS.filter(([, name]) => !(solo && WITH_OTHERS.has(name))).map(([key, name]) => (
              <div key={name}>
                <dt>
                  {key.split(' ').map((part) => (
                    <kbd key={part}>{part}</kbd>
                  ))}
                </dt>
                <dd>{t(name)}</dd>
              </div>
            ))}
          </dl>
        </section>
        <section>
          <h3 class="panel-title">{t('reading')}</h3>
          <p>{t('building')}</p>
          <p>{t('colours')}</p>
          <p>{t('duties')}</p>
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
