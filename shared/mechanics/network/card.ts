import { NONE, type VmId } from '../../world/ids.ts';
import type { Card } from '../../world/machine/card.ts';
import { type Deep, find } from '../../world/table.ts';
import type { ReadonlyWorld } from '../../world/world.ts';

/** What a VM has for a network card; of the internet (0) nothing is asked. */
export const cardOf = (world: ReadonlyWorld, vm: VmId | 0): Card =>
  find(world.vms, vm)?.card ?? 'virtual';

/**
 * Whether what a VM sends and receives passes its host's virtual switch: not where the card is its own.
 * Neither rules nor settings of ports nor a sensor in the switch are asked about it then (rule N15).
 */
export const isOnSwitch = (world: ReadonlyWorld, vm: VmId | 0): boolean =>
  vm !== NONE && cardOf(world, vm) === 'virtual';

/** Whether a VM has no network card at all just now: it neither sends nor receives. */
export const isUnplugged = (world: ReadonlyWorld, vm: VmId | 0): boolean =>
  cardOf(world, vm) === 'none';

/**
 * Whether the network card of a host lets a virtual function send from a MAC address that it was not
 * given: nobody checks it, or the function is trusted to give itself another (rule N16).
 */
export const takesAnyMac = (host: {
  readonly spoofCheck: boolean;
  readonly vfTrust: boolean;
}): boolean => !host.spoofCheck || host.vfTrust;

/** How many virtual functions of a host's card are given away. */
export const vfsInUse = (
  vms: readonly (Deep<{ host: number; card: Card }> | null)[],
  host: number,
): number => vms.filter((vm) => vm?.host === host && vm.card === 'vf').length;
