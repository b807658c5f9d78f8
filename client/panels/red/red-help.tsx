import type { Signal } from '@preact/signals';
import { useApp } from '../../app-context.ts';
import { PING_KEY, TALK_KEY } from '../../state/page/keys.ts';
import { KeyList, Sheet } from '../sheet.tsx';

const KEYS = [
  ['↑ ↓ ← →', 'ui.red.keyArrows'],
  ['Tab', 'ui.red.keyTab'],
  ['Enter', 'ui.red.keyEnter'],
  ['⇧ Enter', 'ui.red.keyQuiet'],
  ['P', 'ui.red.keyProbe'],
  [TALK_KEY, 'ui.help.talk'],
  [PING_KEY, 'ui.help.ping'],
  ['Esc', 'ui.red.keyEscape'],
  ['?', 'ui.red.keyHelp'],
] as const;

/** All keys, how to read the board, and the law once more. */
export function RedHelp({ open }: { open: Signal<boolean> }) {
  const { words } = useApp();
  const t = (key: string) => words.say(`ui.red.${key}`);
  return (
    <Sheet open={open} title={t('keys')}>
      <KeyList keys={KEYS} />
      <section>
        <p>{t('readBoard')}</p>
        <p>{t('readWays')}</p>
        <p>{t('mechanisms')}</p>
        <p class="warn-ink">{t('law')}</p>
      </section>
    </Sheet>
  );
}
