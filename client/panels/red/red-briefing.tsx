import type { Signal } from '@preact/signals';
import { useApp } from '../../app-context.ts';

const STEPS = [
  ['briefProbe', 'briefProbeBody'],
  ['briefRead', 'briefReadBody'],
  ['briefStrike', 'briefStrikeBody'],
] as const;

/** What attackers are to do, how, and what is never to be done outside of the game. */
export function RedBriefing({ open }: { open: Signal<boolean> }) {
  const { words } = useApp();
  if (!open.value) return null;
  const t = (key: string) => words.say(`ui.red.${key}`);
  return (
    <section class="red-briefing" aria-labelledby="red-briefing-title">
      <h2 id="red-briefing-title">{t('briefTitle')}</h2>
      <p>{t('briefGoal')}</p>
      <h3>{t('briefLoop')}</h3>
      <ol>
        {STEPS.map(([name, body]) => (
          <li key={name}>
            <b>{t(name)}</b>
            <span>{t(body)}</span>
          </li>
        ))}
      </ol>
      <p class="red-law">
        {t('mechanisms')} <b>{t('law')}</b>
      </p>
      <button type="button" class="button primary" onClick={() => (open.value = false)}>
        {t('begin')}
      </button>
    </section>
  );
}
