import { useSignal } from '@preact/signals';
import { watching } from '../../../shared/mechanics/sensors/watching.ts';
import type { Speaker, Values } from '../../../shared/text/speak.ts';
import { rowsOf } from '../../../shared/view/reading.ts';
import type { MatchRow } from '../../../shared/view/rows.ts';
import type { BlueView } from '../../../shared/view/view.ts';
import { useApp } from '../../app-context.ts';
import { useGame } from '../../game-context.ts';
import { tenantNames } from '../../state/match/wording.ts';

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
      <h2 id="briefing-title">
        {words.say(`scenarios.${row.scenario}.name`)}
        <small>{words.say(`scenarios.${row.scenario}.length`)}</small>
      </h2>
      <ul>
        <li>{t('promise', promised(now, words.say))}</li>
        <li>{words.say(`scenarios.${row.scenario}.brief`)}</li>
        <li>{words.say(`scenarios.${row.scenario}.threat`)}</li>
      </ul>
      <Sensors match={row} />
      <button type="button" class="button primary" onClick={() => (closed.value = true)}>
        {t('begin')}
      </button>
    </section>
  );
}

function promised(view: BlueView, say: Speaker): Values {
  const tenants = rowsOf(view, 'tenants').map((tenant) => tenant.id);
  return {
    tenants: tenantNames(say, view, tenants),
    vms: rowsOf(view, 'vms').length,
    hosts: rowsOf(view, 'hosts').length,
  };
}

/** The eyes that a scenario has, and what each of them sees. */
function Sensors({ match }: { match: MatchRow }) {
  const { words } = useApp();
  const sensors = (match.deck?.sensors ?? []).filter((sensor) => watching.includes(sensor));
  if (sensors.length === 0) return null;
  return (
    <dl class="briefing-sensors" aria-label={words.say('ui.briefing.sensors')}>
      {sensors.map((sensor) => (
        <div key={sensor}>
          <dt>{words.say(`sensors.${sensor}.name`)}</dt>
          <dd>{words.say(`sensors.${sensor}.sees`)}</dd>
        </div>
      ))}
    </dl>
  );
}
