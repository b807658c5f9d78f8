import type { VmRow } from './rows.ts';
import type { BlueView } from './view.ts';

/**
 * VMs of a host whose port its switch was never told of: nothing filters what enters them. Into
 * quarantine nothing gets all the same.
 */
export function unboundOn(view: BlueView, host: number): VmRow[] {
  const { switches, vms, zones } = view.tables;
  const gate = switches[host];
  if (!gate) return [];
  return vms.filter(
    (vm): vm is VmRow =>
      vm?.host === host &&
      vm.power !== 'provisioning' &&
      zones[vm.zone]?.name !== 'quarantine' &&
      !gate.ports.some((port) => port.vm === vm.id),
  );
}
