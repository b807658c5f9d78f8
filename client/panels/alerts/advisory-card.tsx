import { clockOf } from '../../../shared/text/clock.ts';
import type { AdvisoryRow } from '../../../shared/view/rows.ts';
import { useApp } from '../../app-context.ts';
import { useGame } from '../../game-context.ts';
import { useHiddenDetail } from '../../parts/role-only.tsx';
import { exposedWords } from './exposed.ts';

interface AdvisoryCardProps {
  readonly advisory: AdvisoryRow;
  readonly open: boolean;
  readonly toggle: () => void;
}

/** A published flaw: what it is, which builds have it, and what of ours has such a build. */
export function AdvisoryCard({ advisory, open, toggle }: AdvisoryCardProps) {
  const { words } = useApp();
  const game = useGame();
  const hidden = useHiddenDetail('exposure');
  const view = game.view.value;
  if (view === null) return null;
  const t = words.say;
  const { name, component, fixedIn, publishedAt } = advisory;
  const exposed = exposedWords(t, view, advisory);
  const affected = exposed !== null;
  const hinted = game.hint.value?.kind === 'advisory' && game.hint.value.advisory === advisory.id;
  return (
    <article
      class={`alert advisory ${affected ? 'open' : 'over'}${open ? ' unfolded' : ''}${hinted ? ' hinted' : ''}`}
    >
      <button type="button" class="alert-head" aria-expanded={open} onClick={toggle}>
        <span class="alert-title">{t(`flaws.${name}.name`)}</span>
        <span class="alert-body">
          {t('ui.match.fixedIn', { component: t(`names.components.${component}`), build: fixedIn })}
        </span>
        <span class="alert-foot">
          <span class={affected && hidden === null ? 'warn-ink' : ''}>
            {hidden === null && (exposed ?? t('ui.match.noneExposed'))}
          </span>
          <span>
            {t('ui.match.advisory')} ·{' '}
            {publishedAt === 0 ? t('ui.inspector.atStart') : clockOf(publishedAt)}
          </span>
        </span>
      </button>
      {open && (
        <div class="advisory-more">
          <p>{t(`flaws.${name}.what`)}</p>
          <p class="real">{t(`flaws.${name}.real`)}</p>
          {hidden !== null && <p class="role-only">{hidden}</p>}
        </div>
      )}
    </article>
  );
}
