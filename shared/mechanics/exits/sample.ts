import type { ExitReason } from '../../world/machine/exit.ts';
import type { DeviceName, Host } from '../../world/machine/host.ts';
import type { HypercallName } from '../../world/machine/hypercall.ts';
import type { Vm } from '../../world/machine/vm.ts';
import { MIXES, type OperationCounts, WORKLOADS } from '../../world/machine/workload.ts';
import { wordSizeOf } from '../processor/word-size.ts';
import { boundOf } from './bounds.ts';

/** An exit before anything has been made of it. */
export interface RawExit {
  readonly reason: ExitReason;
  readonly device: DeviceName | '';
  readonly call: HypercallName | '';
  readonly operand: number;
}

/**
 * Which exits a guest's everyday work makes, by table A2: those that `exitsOf` counts. A container
 * makes none (rule K4), and an emulated guest's are its touches of devices: there every instruction
 * is emulated, and none of them is worth a record.
 */
function reasonsOf({ technique }: Vm, host: Host): readonly ExitReason[] {
  switch (technique) {
    case 'hvm':
      return host.nestedPaging
        ? ['io', 'mmio', 'interrupt', 'cpuid', 'hlt']
        : ['page-table', 'io', 'page-table', 'mmio', 'interrupt', 'page-table', 'hlt', 'cpuid'];
    case 'hybrid':
      return host.nestedPaging
        ? ['kick', 'interrupt', 'kick', 'hlt', 'cpuid']
        : ['page-table', 'kick', 'page-table', 'interrupt', 'hlt', 'cpuid'];
    case 'para':
      return wordSizeOf(host) === 64 ? ['hypercall', 'syscall'] : ['hypercall'];
    case 'bt':
      return ['io', 'syscall', 'page-table', 'mmio', 'interrupt', 'hlt'];
    case 'emulation':
      return ['io', 'mmio'];
    case 'container':
      return [];
  }
}

/** The hypercalls of a ported kernel's everyday work, and for which operations it makes them (table A2). */
const CALLS = [
  ['mmu_update', 'pageTable'],
  ['event_channel_op', 'device'],
  ['sched_op', 'halt'],
] as const satisfies readonly (readonly [HypercallName, keyof OperationCounts])[];

/** The operation that an exit stands for. A hypercall stands for several. */
const BY: Readonly<Record<Exclude<ExitReason, 'hypercall'>, keyof OperationCounts>> = {
  io: 'device',
  mmio: 'device',
  kick: 'device',
  'page-table': 'pageTable',
  cpuid: 'cpuid',
  hlt: 'halt',
  interrupt: 'interrupt',
  syscall: 'syscall',
};

/** Work that does not do something makes no exits for it. */
function madeBy(vm: Vm, host: Host): ExitReason[] {
  const mix: OperationCounts = MIXES[WORKLOADS[vm.workload].mix];
  return reasonsOf(vm, host).filter((reason) =>
    reason === 'hypercall' ? callsOf(mix).length > 0 : mix[BY[reason]] > 0,
  );
}

const callsOf = (mix: OperationCounts): HypercallName[] =>
  CALLS.filter(([, kind]) => mix[kind] > 0).map(([call]) => call);

/** Which hypercall an everyday exit of that reason is: on 64 bits a system call is returned from by one. */
function callOf(reason: ExitReason, vm: Vm, round: number): HypercallName | '' {
  if (reason !== 'hypercall') return '';
  const calls = callsOf(MIXES[WORKLOADS[vm.workload].mix]);
  return calls[round % calls.length] ?? '';
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
  const call = callOf(reason, vm, Math.trunc(round / reasons.length));
  // Lengths that differ from turn to turn, a tenth to nine tenths of what the buffer holds.
  const tenths = 1 + ((4 * round + vm.id) % 9);
  const length = device === '' ? 0 : Math.max(1, Math.trunc((boundOf(device) * tenths) / 10));
  // Every entry of a page table maps a page.
  const operand = call === '' ? length : boundOf(call);
  return { reason, device, call, operand };
}
