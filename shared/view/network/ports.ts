import type { VmRow } from '../machine-rows.ts';
import { rowsOf } from '../reading.ts';
import type { BlueView } from '../view.ts';

/** Whether a VM is on a trunk: its port of the virtual switch is one, and it is not shut off from everyone. */
export function onTrunk(view: BlueView, { trunk, card, zone }: VmRow): boolean {
  return trunk && card === 'virtual' && view.tables.zones[zone]?.name !== 'quarantine';
}

/**
 * VMs that answer like a DHCP server, as far as anybody has told of it: an alert that stands, or a harm that came of
 * it and is open. What has not been seen nobody knows (rule X1).
 */
export function falseGateways(view: BlueView): ReadonlySet<number> {
  const found = new Set<number>();
  for (const { vm, seen, state } of rowsOf(view, 'alerts')) {
    if (state !== 'over' && seen.kind === 'traffic' && seen.nature === 'dhcp-offer') found.add(vm);
  }
  for (const { vm, attack, open } of rowsOf(view, 'breaches')) {
    if (open && attack === 'net-dhcp-rogue') found.add(vm);
  }
  return found;
}
