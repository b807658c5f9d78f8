import { takesAnyMac } from '../mechanics/network/card.ts';
import { functionObstacle } from '../mechanics/passing.ts';
import { isOwn } from '../world/machine/card.ts';
import { WORKLOADS } from '../world/machine/workload.ts';
import type { HostRow, VmRow } from './machine-rows.ts';
import { rowOf, rowsOf, vmsOn } from './reading.ts';
import type { BlueView } from './view.ts';

/** VMs of a host that drive hardware of it themselves. */
export const driversOn = (view: BlueView, { id }: Pick<HostRow, 'id'>): VmRow[] =>
  vmsOn(view, id).filter(({ card }) => isOwn(card));

/** VMs with hardware of their own whose service answers whoever gets to it. */
export const openPastSwitch = (view: BlueView): VmRow[] =>
  rowsOf(view, 'vms').filter(
    ({ card, workload }) => isOwn(card) && WORKLOADS[workload].serves === 'db',
  );

/** Whether a host's card lets its functions send from any MAC address (rule N16). */
export const letsAnyMac = (host: HostRow): boolean => takesAnyMac(host);

/** Whether the work of a VM takes MAC addresses on, as a router of VRRP does. */
export const movesMac = ({ workload }: VmRow): boolean => WORKLOADS[workload].movesMac === true;

/** Running VMs of a host that wait for each packet, and that could be given a function of its card. */
export function waitingOn(view: BlueView, host: HostRow): VmRow[] {
  const vms = rowsOf(view, 'vms');
  return vmsOn(view, host.id).filter(({ card, power, workload, image, technique }) => {
    const row = rowOf(view, 'images', image);
    if (card !== 'virtual' || power !== 'running' || row === null) return false;
    return (
      WORKLOADS[workload].mix === 'quotes' && functionObstacle(vms, host, technique, row) === null
    );
  });
}
