import { useApp } from '../../app-context.ts';
import { Modal } from '../../parts/modal.tsx';

const STEPS = [
  ['briefProbe', 'briefProbeBody'],
  ['briefRead', 'briefReadBody'],
  ['briefStrike', 'briefStrikeBody'],
] as const;

/** What attackers are to do, how, and what is never to be done outside of the game. */
export function RedBriefing({ close }: { close: () => void }) {
  const { words } = useApp();
  const t = (key: string) => words.say(`ui.red.${key}`);
  return (
    <Modal class="red-briefing" title={t('briefTitle')} close={close}>
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
      <button type="button" class="button primary" data-first onClick={close}>
        {t('begin')}
      </button>
    </Modal>
  );
}
