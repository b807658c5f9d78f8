import { isOwn } from '../../world/machine/card.ts';
import type { DeviceName } from '../../world/machine/host.ts';
import type { Vm } from '../../world/machine/vm.ts';
import {
  MIXES,
  NIC_TOUCHES,
  type OperationCounts,
  WORKLOADS,
} from '../../world/machine/workload.ts';
import type { Deep } from '../../world/table.ts';

/** What of a guest decides how often its work does what. */
type Works = Pick<Deep<Vm>, 'workload' | 'devices'> & Partial<Pick<Deep<Vm>, 'card'>>;

/**
 * How often a guest's work does what, in a million native cycles. What it hands to a network card of its own
 * goes to the metal and to no model, ring or process (table A2, the row of the SR-IOV VF; rule K92). What
 * tenants' work waits for is an answer to a packet.
 */
export function countsOf({ workload, card = 'virtual' }: Works): OperationCounts {
  const { mix } = WORKLOADS[workload];
  const counts: OperationCounts = MIXES[mix];
  if (!isOwn(card)) return counts;
  const touches = NIC_TOUCHES[mix];
  return {
    ...counts,
    device: counts.device - touches,
    alone: 0,
    direct: counts.direct + touches + counts.alone,
  };
}

/** The devices of a guest of which its host has a model or a ring: all but a card of its own. */
export const modelledOf = ({ devices, card = 'virtual' }: Works): readonly DeviceName[] =>
  isOwn(card) ? devices.filter((device) => device !== 'nic') : devices;
