import type { Signal } from '@preact/signals';
import { useApp } from '../app-context.ts';
import { useGame } from '../game-context.ts';
import { PING_KEY, TALK_KEY, TICKER_KEY } from '../state/page/keys.ts';
import { KeyList, Sheet } from './sheet.tsx';

const KEYS = [
  ['Space', 'ui.help.pause'],
  ['1 2 3 4', 'ui.help.layers'],
  ['↑ ↓ ← →', 'ui.help.arrows'],
  ['Enter', 'ui.help.enter'],
  ['A–Z', 'ui.help.letters'],
  [TALK_KEY, 'ui.help.talk'],
  [PING_KEY, 'ui.help.ping'],
  [TICKER_KEY, 'ui.help.happenings'],
  ['/', 'ui.help.search'],
  ['Esc', 'ui.help.escape'],
  ['?', 'ui.help.sheet'],
] as const;

const DUTIES = ['fidelity', 'isolation', 'performance'] as const;

/** Keys that mean nothing to someone alone. */
const WITH_OTHERS: ReadonlySet<string> = new Set([TALK_KEY, PING_KEY]);

export function HelpSheet({ open }: { open: Signal<boolean> }) {
  const { words } = useApp();
  const { solo } = useGame();
  const t = (key: string) => words.say(`ui.help.${key}`);
  return (
    <Sheet open={open} title={t('title')}>
      <section>
        <h3 class="panel-title">{t('keys')}</h3>
        <KeyList keys={KEYS.filter(([key]) => !(solo && WITH_OTHERS.has(key)))} />
      </section>
      <section>
        <h3 class="panel-title">{t('reading')}</h3>
        <p>{t('building')}</p>
        <p>{t('colours')}</p>
        <p>{t('duties')}</p>
        <ul>
          {DUTIES.map((duty) => (
            <li key={duty}>{words.say(`ui.match.counted.${duty}`)}</li>
          ))}
        </ul>
      </section>
    </Sheet>
  );
}
