import { pathOf } from '../../world/machine/device-path.ts';
import type { ExitReason } from '../../world/machine/exit.ts';
import type { BareReason, Decided, DeviceName, Host } from '../../world/machine/host.ts';
import type { HypercallName } from '../../world/machine/hypercall.ts';
import type { Vm } from '../../world/machine/vm.ts';
import { MIXES, type OperationCounts, WORKLOADS } from '../../world/machine/workload.ts';
import { countsOf } from '../cost/own-card.ts';
import { LIVES_ON } from '../fidelity/models.ts';
import { reasonOf } from '../fidelity/reached.ts';
import { debugs } from '../processor/exceptions.ts';
import { canNest, nests } from '../processor/nesting.ts';
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
 * makes none (rule K4), nor does a machine of its own (R1), and an emulated guest's are its touches of
 * devices: there every instruction is emulated, and none of them is worth a record.
 */
function reasonsOf(vm: Vm, host: Host): readonly Exclude<ExitReason, BareReason>[] {
  switch (vm.technique) {
    case 'hvm': {
      // One of the two may be on a ring, and a card of its own is reached without an exit.
      const [disk, nic] = [reasonOf(vm, 'disk'), reasonOf(vm, 'nic')];
      const made: (Exclude<ExitReason, BareReason> | null)[] = host.nestedPaging
        ? [disk, nic, 'interrupt', 'cpuid', 'hlt']
        : ['page-table', disk, 'page-table', nic, 'interrupt', 'page-table', 'hlt', 'cpuid'];
      return made.filter((reason) => reason !== null);
    }
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
    case 'native':
      return [];
  }
}

/** An exit that is for nothing but its reason. */
export const bareExit = (reason: BareReason): RawExit => ({
  reason,
  device: '',
  call: '',
  operand: 0,
});

/** Whether its work enters guests of its own. */
const entersOwn = (vm: Vm, host: Host): boolean => nests(vm) && canNest(vm, host);

/** The hypercalls of a ported kernel's everyday work, and for which operations it makes them (table A2). */
const CALLS = [
  ['mmu_update', 'pageTable'],
  ['event_channel_op', 'device'],
  ['sched_op', 'halt'],
] as const satisfies readonly (readonly [HypercallName, keyof OperationCounts])[];

/** The operation that an exit stands for. A hypercall stands for several. */
const BY: Readonly<Record<Exclude<ExitReason, 'hypercall' | BareReason>, keyof OperationCounts>> = {
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
  const mix = countsOf(vm);
  const made = reasonsOf(vm, host).filter((reason) =>
    reason === 'hypercall' ? callsOf(mix).length > 0 : mix[BY[reason]] > 0,
  );
  // Whose work is done by guests of its own enters them all day.
  return entersOwn(vm, host) ? [...made, 'vmrun'] : made;
}

const callsOf = (mix: OperationCounts): HypercallName[] =>
  CALLS.filter(([, kind]) => mix[kind] > 0).map(([call]) => call);

/** Which hypercall an everyday exit of that reason is: on 64 bits a system call is returned from by one. */
function callOf(reason: ExitReason, vm: Vm, round: number): HypercallName | '' {
  if (reason !== 'hypercall') return '';
  const calls = callsOf(MIXES[WORKLOADS[vm.workload].mix]);
  return calls[round % calls.length] ?? '';
}

/** Which device is kicked: of two that are on rings now the one, now the other. */
function kicked(vm: Vm, round: number): 'nic' | 'disk' {
  if (pathOf(vm, 'disk') !== 'para') return 'nic';
  return pathOf(vm, 'nic') === 'para' && round % 2 === 0 ? 'nic' : 'disk';
}

/** What an everyday exit of that reason is about. */
function deviceOf(reason: ExitReason, vm: Vm, round: number): DeviceName | '' {
  const wished = { io: 'disk', mmio: 'nic', kick: kicked(vm, round) } as const;
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
  const length = device === '' ? 0 : lengthAt(device, vm, round);
  // Every entry of a page table maps a page.
  const operand = call === '' ? length : boundOf(call);
  return { reason, device, call, operand };
}

/** Lengths that differ from turn to turn, a tenth to nine tenths of what the buffer holds. */
function lengthAt(device: DeviceName, vm: Vm, round: number): number {
  const tenths = 1 + ((4 * round + vm.id) % 9);
  return Math.max(1, Math.trunc((boundOf(device) * tenths) / 10));
}

/**
 * An exit of that kind that a guest's everyday work makes, if it makes any: touches of the devices it
 * lives on and needs, a ported kernel's changes to its page tables, entries into guests of its own, and
 * breakpoints, which leave it where a filter has them intercepted.
 */
export function everydayAt(vm: Vm, host: Host, trap: Decided, round: number): RawExit | null {
  if (trap === 'vmrun') return entersOwn(vm, host) ? bareExit(trap) : null;
  if (trap === 'exception') return debugs(vm) ? bareExit(trap) : null;
  const mix: OperationCounts = MIXES[WORKLOADS[vm.workload].mix];
  if (trap === 'mmu_update') {
    const makes = reasonsOf(vm, host).includes('hypercall') && mix.pageTable > 0;
    return makes ? { reason: 'hypercall', device: '', call: trap, operand: boundOf(trap) } : null;
  }
  if (trap === 'memory_op') return null;
  const lives = LIVES_ON.includes(trap) && mix.device > 0;
  const uses = lives || WORKLOADS[vm.workload].needs.includes(trap);
  // Of a disk and a network card on rings what leaves it is the kick.
  const reason = reasonOf(vm, trap);
  if (reason === null || !uses || !vm.devices.includes(trap)) return null;
  return { reason, device: trap, call: '', operand: lengthAt(trap, vm, round) };
}
