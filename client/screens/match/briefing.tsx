import { useSignal } from '@preact/signals';
import { useApp } from '../../app-context.ts';
import { useGame } from '../../game-context.ts';
import { rowsOf } from '../../state/rows.ts';
import { tenantNames } from '../../state/wording.ts';

/** Ticks from the start within which someone who comes in has just begun. */
const NEW_TICKS = 15;

/** What is to be kept, for the first seconds: it goes when Live begins or something is chosen. */
export function Briefing() {
  const { words } = useApp();
  const { view, match, selection } = useGame();
  // Whoever comes back in the middle knows it already.
  const closed = useSignal((view.peek()?.tick ?? 0) > NEW_TICKS);
  const now = view.value;
  const row = match.value;
  if (now === null || row === null || closed.value || row.phase !== 'prepare') return null;
  if (selection.value !== null) {
    closed.value = true;
    return null;
  }
  const t = (key: string, values = {}) => words.say(`ui.briefing.${key}`, values);
  return (
    <section class="briefing" aria-labelledby="briefing-title">
      <h2 id="briefing-title">{words.say(`names.scenarios.${row.scenario}.name`)}</h2>
      <ul>
        <li>
          {t('promise', {
            tenants: tenantNames(
              words.say,
              now,
              rowsOf(now, 'tenants').map((tenant) => tenant.id),
            ),
            vms: rowsOf(now, 'vms').length,
            hosts: rowsOf(now, 'hosts').length,
          })}
        </li>
        <li>{words.say(`names.scenarios.${row.scenario}.brief`)}</li>
        <li>{words.say(`names.scenarios.${row.scenario}.threat`)}</li>
      </ul>
      <button type="button" class="button" onClick={() => (closed.value = true)}>
        {t('begin')}
      </button>
    </section>
  );
}
