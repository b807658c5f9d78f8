import type { ExitReason } from '../world/exit.ts';
import type { DeviceName, Host } from '../world/host.ts';
import type { Vm } from '../world/vm.ts';
import { MIXES, WORKLOADS } from '../world/workload.ts';
import { boundOf } from './exits-bounds.ts';

/** An exit before anything has been made of it. */
export interface RawExit {
  readonly reason: ExitReason;
  readonly device: DeviceName | '';
  readonly operand: number;
}

/** Which exits a guest's everyday work makes, by table A2; a container makes none (rule K4). */
function reasonsOf({ technique }: Vm, { nestedPaging }: Host): readonly ExitReason[] {
  switch (technique) {
    case 'hvm':
      return nestedPaging
        ? ['io', 'mmio', 'interrupt', 'cpuid', 'hlt']
        : ['page-table', 'io', 'page-table', 'mmio', 'interrupt', 'page-table', 'hlt'];
    case 'hybrid':
      return nestedPaging
        ? ['kick', 'interrupt', 'kick', 'hlt']
        : ['page-table', 'kick', 'page-table', 'interrupt'];
    case 'para':
      return ['hypercall'];
    case 'bt':
      return ['io', 'page-table', 'mmio'];
    case 'emulation':
      return ['io', 'mmio'];
    case 'container':
      return [];
  }
}

/** Work that touches no device makes no exits for one. */
function madeBy(vm: Vm, host: Host): ExitReason[] {
  const { device } = MIXES[WORKLOADS[vm.workload].mix];
  const forDevices: readonly ExitReason[] = ['io', 'mmio', 'kick'];
  return reasonsOf(vm, host).filter((reason) => device > 0 || !forDevices.includes(reason));
}

/** What an everyday exit of that reason is about. */
function deviceOf(reason: ExitReason, vm: Vm, round: number): DeviceName | '' {
  const wished = { io: 'disk', mmio: 'nic', kick: round % 2 === 0 ? 'nic' : 'disk' } as const;
  if (reason !== 'io' && reason !== 'mmio' && reason !== 'kick') return '';
  return vm.devices.includes(wished[reason]) ? wished[reason] : '';
}

/**
 * An everyday exit of a guest, within bounds: in turn through what its technique makes.
 * @param round how often the guest has had its turn
 */
export function everydayExit(vm: Vm, host: Host, round: number): RawExit | null {
  const reasons = madeBy(vm, host);
  const reason = reasons[(round + vm.id) % reasons.length];
  if (reason === undefined) return null;
  const device = deviceOf(reason, vm, Math.trunc(round / reasons.length));
  // Lengths that differ from turn to turn, a tenth to nine tenths of what the buffer holds.
  const tenths = 1 + ((4 * round + vm.id) % 9);
  const lengthy = device !== '' || reason === 'hypercall';
  const operand = lengthy ? Math.max(1, Math.trunc((boundOf(device) * tenths) / 10)) : 0;
  return { reason, device, operand };
}
