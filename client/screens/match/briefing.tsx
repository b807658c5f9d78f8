import { useSignal } from '@preact/signals';
import { watching } from '../../../shared/mechanics/sensors/watching.ts';
import type { Speaker, Values } from '../../../shared/text/speak.ts';
import { rowsOf } from '../../../shared/view/reading.ts';
import type { MatchRow } from '../../../shared/view/rows.ts';
import type { BlueView } from '../../../shared/view/view.ts';
import { useApp } from '../../app-context.ts';
import { useGame } from '../../game-context.ts';
import { Modal } from '../../parts/modal.tsx';
import { tenantNames } from '../../state/match/wording.ts';
import { Phrase } from './phrase.tsx';

/** Ticks from the start within which someone who comes in has just begun. */
const NEW_TICKS = 15;

/** What is to be kept, before one begins: alone the match waits for it; with Prepare it is over. */
export function Briefing() {
  const { words } = useApp();
  const game = useGame();
  const { view, match } = game;
  // Whoever comes back in the middle knows it already.
  const closed = useSignal((view.peek()?.tick ?? 0) > NEW_TICKS);
  const now = view.value;
  const row = match.value;
  if (now === null || row === null || closed.value || row.phase !== 'prepare') return null;
  const close = (): void => {
    closed.value = true;
  };
  const t = (key: string, values = {}) => words.say(`ui.briefing.${key}`, values);
  const title = (
    <>
      {words.say(`scenarios.${row.scenario}.name`)}
      <small>{words.say(`scenarios.${row.scenario}.length`)}</small>
    </>
  );
  return (
    <Modal class="briefing" title={title} close={close} holds={game}>
      <ul>
        <li>{t('promise', promised(now, words.say))}</li>
        <li>{words.say(`scenarios.${row.scenario}.brief`)}</li>
        <li>{words.say(`scenarios.${row.scenario}.threat`)}</li>
      </ul>
      <Sensors match={row} />
      <Phrase match={row} />
      <button type="button" class="button primary" data-first onClick={close}>
        {t('begin')}
      </button>
    </Modal>
  );
}

function promised(view: BlueView, say: Speaker): Values {
  const tenants = rowsOf(view, 'tenants').map((tenant) => tenant.id);
  return {
    tenants: tenantNames(say, view, tenants),
    // A machine of its own is shared by nobody.
    vms: rowsOf(view, 'vms').filter(({ technique }) => technique !== 'native').length,
    hosts: rowsOf(view, 'hosts').filter(({ platform }) => platform !== 'native').length,
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
