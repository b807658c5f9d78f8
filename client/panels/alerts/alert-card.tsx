import { useEffect, useRef } from 'preact/hooks';
import { rowOf } from '../../../shared/view/reading.ts';
import type { AlertRow } from '../../../shared/view/rows.ts';
import { vmOf } from '../../../shared/view/signs/alerts.ts';
import type { BlueView } from '../../../shared/view/view.ts';
import type { RowRef } from '../../../shared/world/fact.ts';
import { useApp } from '../../app-context.ts';
import { useGame } from '../../game-context.ts';
import { OrderNote } from '../../parts/order-note.tsx';
import { useHiddenDetail } from '../../parts/role-only.tsx';
import { type Answer, answersTo } from '../../state/match/answers.ts';
import { orderKey } from '../../state/match/orders.ts';
import { alertValues, clockOf, commandName, hostName, vmName } from '../../state/match/wording.ts';

/** The place that an alert is about, when it is still there. */
function placeRef(alert: AlertRow, view: BlueView): RowRef | null {
  const vm = vmOf(alert);
  if (rowOf(view, 'vms', vm) !== null) return `vms/${vm}`;
  return rowOf(view, 'hosts', alert.host) === null ? null : `hosts/${alert.host}`;
}

/** How much an observation by itself wants attention. */
function moodOf({ seen }: AlertRow): 'harm' | 'calm' | 'attention' {
  switch (seen.kind) {
    case 'complaint':
    case 'host-complaint':
    case 'host-compromised':
    case 'code-found':
    case 'device-process':
      return 'harm';
    case 'nothing-found':
      return 'calm';
    default:
      return 'attention';
  }
}

/** What was seen of traffic stayed inside one host: it never was on a wire. */
const stayedInside = ({ seen }: AlertRow): boolean => seen.kind === 'traffic' && !seen.crossed;

interface AlertCardProps {
  readonly alert: AlertRow;
  /** Shows who saw it, who could not have, and what can be answered. */
  readonly open: boolean;
  /** It was unfolded by hand, and not by itself. */
  readonly picked: boolean;
  readonly toggle: () => void;
  /** An answer was given: the next card may have the room. */
  readonly done: () => void;
}

/** What was seen, where, when and by what; never what to conclude from it. */
export function AlertCard({ alert, open, picked, toggle, done }: AlertCardProps) {
  const { words } = useApp();
  const game = useGame();
  const hidden = useHiddenDetail('evidence');
  const view = game.view.value;
  // An opened card is taller: what it tells should not lie below the edge.
  const card = useRef<HTMLElement>(null);
  useEffect(() => {
    if (picked) card.current?.scrollIntoView({ block: 'nearest' });
  }, [picked]);
  if (view === null) return null;
  const t = words.say;
  const values = alertValues(t, alert, view);
  const vm = rowOf(view, 'vms', vmOf(alert));
  const host = vm?.host ?? alert.host;
  const where = [
    host === 0 ? '' : hostName(host),
    vm === null ? '' : `${vmName(vm.id)} ${t(`names.workloads.${vm.workload}`)}`,
    open ? '' : t(`sensors.${alert.sensor}.name`),
  ].filter((part) => part !== '');
  const hinted = game.hint.value?.kind === 'alert' && game.hint.value.alert === alert.id;

  const press = (): void => {
    toggle();
    const place = placeRef(alert, view);
    if (place !== null) game.select(place);
  };

  return (
    <article
      ref={card}
      class={`alert ${moodOf(alert)} ${alert.state}${open ? ' unfolded' : ''}${hinted ? ' hinted' : ''}`}
    >
      <button type="button" class="alert-head" aria-expanded={open} onClick={press}>
        <span class="alert-title">{t(`alerts.${alert.seen.kind}.title`, values)}</span>
        {hidden === null && (
          <span class="alert-body">{t(`alerts.${alert.seen.kind}.body`, values)}</span>
        )}
        <span class="alert-foot">
          <span>{where.join(' · ')}</span>
          <span>
            {alert.state !== 'open' &&
              `${t(`ui.match.${alert.state === 'over' ? 'ended' : 'acknowledged'}`)} · `}
            {clockOf(alert.tick)}
          </span>
        </span>
      </button>
      {open && hidden !== null && <p class="role-only">{hidden}</p>}
      {open && hidden === null && (
        <dl class="alert-sensor">
          <dt>{t(`sensors.${alert.sensor}.name`)}</dt>
          <dd>{t(`sensors.${alert.sensor}.sees`)}</dd>
          <dt class="blind">{t('ui.match.couldNotSee')}</dt>
          <dd>
            {stayedInside(alert)
              ? t('ui.match.stayedInside', { host: hostName(alert.host) })
              : t(`sensors.${alert.sensor}.blind`)}
          </dd>
        </dl>
      )}
      {open && !game.watching && <Answers alert={alert} view={view} done={done} />}
    </article>
  );
}

interface AnswersProps {
  readonly alert: AlertRow;
  readonly view: BlueView;
  readonly done: () => void;
}

function Answers({ alert, view, done }: AnswersProps) {
  const { words } = useApp();
  const { orders } = useGame();
  const answers = answersTo(view, alert);
  if (answers.length === 0) return null;
  const give = ({ kind, command, args }: Answer): void => {
    orders.give(command, args);
    // Whoever acts on an alert has read it.
    if (kind !== 'ignore') orders.give('acknowledge-alert', { alert: alert.id });
    done();
  };
  return (
    <div class="answers">
      {answers.map((answer) => (
        <button
          key={answer.kind}
          type="button"
          class={`answer ${answer.kind}`}
          onClick={() => give(answer)}
        >
          {answer.kind === 'ignore'
            ? words.say('ui.match.ignore')
            : commandName(words.say, answer.command, answer.args, view)}
        </button>
      ))}
      {answers.map(({ kind, command, args }) => (
        <OrderNote key={kind} of={orderKey(command, args)} />
      ))}
    </div>
  );
}
