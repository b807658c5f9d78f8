import { useApp } from '../../app-context.ts';
import { PING_KEY, TALK_KEY, TICKER_KEY } from '../../state/page/keys.ts';
import { KeyModes } from '../key-modes.tsx';
import { KeyList, Sheet } from '../sheet.tsx';

const KEYS = [
  ['↑ ↓ ← →', 'ui.red.keyArrows'],
  ['Tab', 'ui.red.keyTab'],
  ['Enter', 'ui.red.keyEnter'],
  ['⇧ Enter', 'ui.red.keyQuiet'],
  ['P', 'ui.red.keyProbe'],
  [TALK_KEY, 'ui.help.talk'],
  [PING_KEY, 'ui.help.ping'],
  [TICKER_KEY, 'ui.help.happenings'],
  ['Esc', 'ui.red.keyEscape'],
  ['?', 'ui.red.keyHelp'],
] as const;

/** All keys, how to read the board, and the law once more. */
export function RedHelp({ close }: { close: () => void }) {
  const { words } = useApp();
  const t = (key: string) => words.say(`ui.red.${key}`);
  return (
    <Sheet title={t('keys')} close={close}>
      <section>
        <KeyList keys={KEYS} />
        <KeyModes />
      </section>
      <section>
        <p>{t('readBoard')}</p>
        <p>{t('readWays')}</p>
        <p>{t('mechanisms')}</p>
        <p class="warn-ink">{t('law')}</p>
      </section>
    </Sheet>
  );
}
