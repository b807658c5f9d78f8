import { useApp } from '../app-context.ts';
import { useGame } from '../game-context.ts';
import { JUMP_KEYS, PING_KEY, TALK_KEY, TICKER_KEY } from '../state/page/keys.ts';
import { AloneSection } from './alone-section.tsx';
import { KeyModes } from './key-modes.tsx';
import { KeyList, Sheet } from './sheet.tsx';

const KEYS = [
  ['Space', 'ui.help.pause'],
  ['1 2 3 4 5', 'ui.help.layers'],
  [JUMP_KEYS.map(([, key]) => key).join(' '), 'ui.help.jumps'],
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

export function HelpSheet({ close }: { close: () => void }) {
  const { words } = useApp();
  const { link } = useGame();
  const { alone } = link;
  const t = (key: string) => words.say(`ui.help.${key}`);
  return (
    <Sheet title={t('title')} close={close}>
      <div class="sheet-column">
        <section>
          <h3 class="panel-title">{t('keys')}</h3>
          <KeyList keys={KEYS.filter(([key]) => !(alone !== null && WITH_OTHERS.has(key)))} />
          <KeyModes />
        </section>
        <section>
          <h3 class="panel-title">{t('categories')}</h3>
          <p>{t('categoriesBody')}</p>
        </section>
      </div>
      <div class="sheet-column">
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
        {alone !== null && <AloneSection alone={alone} />}
      </div>
    </Sheet>
  );
}
