import { asks } from '../../../shared/commands/badges.ts';
import { isOwn } from '../../../shared/world/machine/card.ts';
import { type Facts, type HostFacts, told } from '../facts.ts';

/**
 * Whether the gate between devices and memory is drawn on a map: where an order is about it, or a guest
 * has a device of its own, and the view tells how its hosts are set.
 */
export const hasGates = ({ hosts, view }: Facts): boolean =>
  hosts.some(({ row }) => told(row)) && (asks(view, 'passes-devices') || hosts.some(passesDevices));

/** Whether what guests share below them is drawn: where an order is against it. */
export const hasStrips = ({ hosts, view }: Facts): boolean =>
  hosts.some(({ row }) => told(row)) && asks(view, 'shares-hardware');

/** Whether a guest of that host has a device of its own. */
export const passesDevices = ({ vms }: HostFacts): boolean => vms.some(({ card }) => isOwn(card));

/** How a host's IOMMU is: in its chipset and on, in it and off, or not in it. */
export type GateState = 'closed' | 'open' | 'absent';

/** How far a host holds what its devices write back from the frames of others. */
export function dmaGate({ row }: HostFacts): GateState {
  if (row.remaps === 'nothing') return 'absent';
  return row.iommu ? 'closed' : 'open';
}

/** Likewise the interrupts that they signal: the first chipsets with an IOMMU could not. */
export function interruptGate({ row }: HostFacts): GateState {
  if (row.remaps !== 'interrupts') return 'absent';
  return row.interruptRemapping ? 'closed' : 'open';
}
