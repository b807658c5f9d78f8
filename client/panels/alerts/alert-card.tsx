import { Fragment } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { clockOf } from '../../../shared/text/clock.ts';
import type { AlertGroup } from '../../../shared/view/cards.ts';
import { rowOf } from '../../../shared/view/reading.ts';
import type { AlertRow } from '../../../shared/view/rows.ts';
import { vmOf } from '../../../shared/view/signs/alerts.ts';
import type { BlueView } from '../../../shared/view/view.ts';
import type { RowRef } from '../../../shared/world/fact.ts';
import { useApp } from '../../app-context.ts';
import { useGame } from '../../game-context.ts';
import { useHiddenDetail } from '../../parts/role-only.tsx';
import { groupTitle, linesOf } from '../../state/match/cards.ts';
import { alertValues, hostName, vmName } from '../../state/match/wording.ts';

/** The place that an alert is about, when it is still there. */
function placeRef(alert: AlertRow, view: BlueView): RowRef | null {
  const vm = vmOf(view.tables, alert);
  if (rowOf(view, 'vms', vm) !== null) return `vms/${vm}`;
  return rowOf(view, 'hosts', alert.host) === null ? null : `hosts/${alert.host}`;
}

/** How much an observation by itself wants attention. */
function moodOf({ seen }: AlertRow): 'harm' | 'good' | 'calm' | 'attention' {
  switch (seen.kind) {
    case 'complaint':
    case 'host-complaint':
    case 'host-compromised':
    case 'measurement-differs':
    case 'kernel-altered':
    case 'code-found':
    case 'device-process':
      return 'harm';
    // Somebody looked for what others left, and there was nothing left.
    case 'searching':
      return 'good';
    case 'nothing-found':
      return 'calm';
    default:
      return 'attention';
  }
}

/** What was seen of traffic stayed inside one host: it never was on a wire. */
const stayedInside = ({ seen }: AlertRow): boolean => seen.kind === 'traffic' && !seen.crossed;

/** A guest reads of its own steal time, though not who took it: more than other counters tell. */
const isSteal = ({ seen }: AlertRow): boolean => seen.kind === 'steal';

interface AlertCardProps {
  readonly alerts: AlertGroup;
  /** Shows what was seen when, who saw it, and who could not have. */
  readonly open: boolean;
  /** It was unfolded by hand, and not by itself. */
  readonly picked: boolean;
  readonly toggle: () => void;
}

/** What was seen of one cause, where, when and by what; never what to conclude from it. */
export function AlertCard({ alerts, open, picked, toggle }: AlertCardProps) {
  const { words } = useApp();
  const game = useGame();
  const hidden = useHiddenDetail('evidence');
  const view = game.view.value;
  // An opened card is taller: what it tells should not lie below the edge, not even until the next picture.
  const card = useRef<HTMLElement>(null);
  useLayoutEffect(() => {
    if (picked) card.current?.scrollIntoView({ block: 'nearest' });
  }, [picked]);
  if (view === null) return null;
  const t = words.say;
  const [newest] = alerts;
  const vm = rowOf(view, 'vms', vmOf(view.tables, newest));
  const host = vm?.host ?? newest.host;
  const sensors = [...new Set(alerts.map(({ sensor }) => sensor))];
  const where = [
    host === 0 ? '' : hostName(host),
    vm === null ? '' : `${vmName(vm.id)} ${t(`names.workloads.${vm.workload}`)}`,
    open ? '' : sensors.map((sensor) => t(`sensors.${sensor}.name`)).join(', '),
  ].filter((part) => part !== '');
  const hint = game.hint.value;
  const hinted = hint?.kind === 'alert' && alerts.some(({ id }) => id === hint.alert);

  const press = (): void => {
    toggle();
    const place = placeRef(newest, view);
    if (place !== null) game.select(place);
  };

  return (
    <article
      ref={card}
      class={`alert ${moodOf(newest)} ${newest.state}${open ? ' unfolded' : ''}${hinted ? ' hinted' : ''}`}
    >
      <button type="button" class="alert-head" aria-expanded={open} onClick={press}>
        <span class="alert-title">
          {groupTitle(t, view, alerts)}
          {alerts.length > 1 && <span class="alert-count">{alerts.length}</span>}
        </span>
        {hidden === null && alerts.length === 1 && (
          <span class="alert-body">
            {t(`alerts.${newest.seen.kind}.body`, alertValues(t, newest, view))}
          </span>
        )}
        <span class="alert-foot">
          <span>{where.join(' · ')}</span>
          <span>
            {newest.state !== 'open' && `${t(`ui.match.closed.${newest.state}`)} · `}
            {clockOf(newest.latest)}
          </span>
        </span>
      </button>
      {open && hidden !== null && <p class="role-only">{hidden}</p>}
      {open && hidden === null && (
        <>
          {alerts.length > 1 && (
            <ol class="alert-lines">
              {linesOf(t, view, alerts).map((line) => (
                <li key={line.text} class={line.over ? 'over' : ''}>
                  <span>{clockOf(line.at)}</span>
                  <span>
                    {line.text} <small>{line.sensors.map(shortSensor).join(' · ')}</small>
                  </span>
                </li>
              ))}
            </ol>
          )}
          <dl class="alert-sensor">
            {sensors.map((sensor) => (
              <Fragment key={sensor}>
                <dt>{t(`sensors.${sensor}.name`)}</dt>
                <dd>{t(`sensors.${sensor}.sees`)}</dd>
                <dt class="blind">{t('ui.match.couldNotSee')}</dt>
                <dd>
                  {alerts.every(stayedInside)
                    ? t('ui.match.stayedInside', { host: hostName(newest.host) })
                    : alerts.every(isSteal)
                      ? t('ui.match.stealBlind')
                      : t(`sensors.${sensor}.blind`)}
                </dd>
              </Fragment>
            ))}
          </dl>
        </>
      )}
    </article>
  );
}

/** S1, S4: what a sensor is called beside a line; people and looks have a name for a name. */
const shortSensor = (sensor: string): string => (/^S\d+$/.test(sensor) ? sensor : '');
