import type { Deep } from '../../world/table.ts';
import { rowOf, rowsOf } from '../reading.ts';
import type { PolicyRow } from '../rows.ts';
import type { BlueView } from '../view.ts';

/** Lawful flows from or to VMs of a host that an IPS on their way blocks. */
export function stoppedAt(view: BlueView, host: number): number {
  return rowsOf(view, 'flows').filter(
    ({ state, from, to }) =>
      state === 'blocked' && [from, to].some((vm) => rowOf(view, 'vms', vm)?.host === host),
  ).length;
}

/** Whether a rule of the policy lets everything through to everywhere. */
export const joinsAll = ({ from, to, service, allow }: Deep<PolicyRow['rules'][number]>): boolean =>
  allow && from === 0 && to === 0 && service === 'any';
