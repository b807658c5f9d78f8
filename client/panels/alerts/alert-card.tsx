import { useEffect, useRef } from 'preact/hooks';
import type { AlertRow } from '../../../shared/view/rows.ts';
import type { BlueView } from '../../../shared/view/view.ts';
import type { RowRef } from '../../../shared/world/fact.ts';
import { useApp } from '../../app-context.ts';
import { useGame } from '../../game-context.ts';
import { rowOf } from '../../state/rows.ts';
import { alertValues, clockOf, hostName, vmName } from '../../state/wording.ts';

function placeRef(alert: AlertRow, view: BlueView): RowRef | null {
  if (rowOf(view, 'vms', alert.vm) !== null) return `vms/${alert.vm}`;
  return rowOf(view, 'hosts', alert.host) === null ? null : `hosts/${alert.host}`;
}

interface AlertCardProps {
  readonly alert: AlertRow;
  /** Shows who saw it and who could not have. */
  readonly open: boolean;
  readonly toggle: () => void;
}

/** What was seen, where, when and by what; never what to conclude from it. */
export function AlertCard({ alert, open, toggle }: AlertCardProps) {
  const { words } = useApp();
  const game = useGame();
  const view = game.view.value;
  // An opened card is taller: what it tells should not lie below the edge.
  const card = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (open) card.current?.scrollIntoView({ block: 'nearest' });
  }, [open]);
  if (view === null) return null;
  const t = words.say;
  const values = alertValues(t, alert, view);
  const vm = rowOf(view, 'vms', alert.vm);
  const where = [
    alert.host === 0 ? '' : hostName(alert.host),
    alert.vm === 0
      ? ''
      : `${vmName(alert.vm)}${vm === null ? '' : ` ${t(`names.workloads.${vm.workload}`)}`}`,
  ].filter((part) => part !== '');
  const kind =
    alert.seen.kind === 'complaint'
      ? 'harm'
      : alert.seen.kind === 'nothing-found'
        ? 'calm'
        : 'attention';

  const press = (): void => {
    toggle();
    const place = placeRef(alert, view);
    if (place !== null) game.select(place);
    if (alert.state === 'open') game.orders.give('acknowledge-alert', { alert: alert.id });
  };

  return (
    <button
      ref={card}
      type="button"
      class={`alert ${kind} ${alert.state}`}
      aria-expanded={open}
      onClick={press}
    >
      <span class="alert-title">{t(`reports.alerts.${alert.seen.kind}.title`, values)}</span>
      <span class="alert-body">{t(`reports.alerts.${alert.seen.kind}.body`, values)}</span>
      {open && (
        <span class="alert-sensor">
          <b>{t(`names.sensors.${alert.sensor}.name`)}</b>
          <span>{t(`names.sensors.${alert.sensor}.sees`)}</span>
          <span class="blind">{t(`names.sensors.${alert.sensor}.blind`)}</span>
        </span>
      )}
      <span class="alert-foot">
        <span>
          {[...where, ...(open ? [] : [t(`names.sensors.${alert.sensor}.name`)])].join(' · ')}
        </span>
        <span>
          {alert.state === 'over' && `${t('ui.match.ended')} · `}
          {clockOf(alert.tick)}
        </span>
      </span>
    </button>
  );
}
