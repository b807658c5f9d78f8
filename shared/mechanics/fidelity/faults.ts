import type { Fault } from '../../world/machine/fault.ts';
import type { BareReason, DeviceName, ExitFilter, Host, Trap } from '../../world/machine/host.ts';
import type { Vm } from '../../world/machine/vm.ts';
import { WORKLOADS } from '../../world/machine/workload.ts';
import { type Deep, find } from '../../world/table.ts';
import type { ReadonlyWorld } from '../../world/world.ts';
import { grantsOf } from '../host-os/grants.ts';
import { takesAnyMac } from '../network/card.ts';
import { segmentOf } from '../network/segments.ts';
import { isTrunk } from '../network/trunk.ts';
import { debugs } from '../processor/exceptions.ts';
import { canNest, nests } from '../processor/nesting.ts';
import { clockLies } from './clock.ts';
import { filtersOf, filtersOn, tableFilters } from './filtered.ts';
import { canHave, LIVES_ON } from './models.ts';
import { livesByReason } from './reached.ts';

/** Nothing is wrong with it. */
const NONE: readonly Fault[] = [];
const NO_TOOLS: readonly never[] = [];

/**
 * What keeps a running VM from the result that it would have on real hardware (rules F4, F7 to F10, K96 and K97),
 * each named with what is behind it. Of one device the first that is true is told: what comes after it
 * would not help alone.
 */
export function faultsOf(world: ReadonlyWorld, vm: Deep<Vm>): readonly Fault[] {
  if (vm.power !== 'running') return NONE;
  const faults: Fault[] = [];
  if (vm.cutOff > 0) faults.push({ kind: 'cut-off' });
  const host = find(world.hosts, vm.host);
  const { needs, tools = NO_TOOLS, grant, movesMac, trunk } = WORKLOADS[vm.workload];
  const filters = host === null ? [] : filtersOn(host, vm);
  if (filters.length > 0) {
    for (const device of LIVES_ON) {
      if (vm.devices.includes(device)) tellRefused(faults, refusedBy(filters, vm, device));
    }
    if (tablesRefused(filters, vm)) faults.push({ kind: 'exit-refused', trap: 'mmu_update' });
  }
  if (nests(vm) && (host === null || !canNest(vm, host))) faults.push({ kind: 'no-nesting' });
  else if (nests(vm)) tellRefused(faults, refusedBare(filters, 'vmrun'));
  if (debugs(vm)) tellRefused(faults, refusedBare(filters, 'exception'));
  for (const device of needs) {
    if (LIVES_ON.includes(device)) continue;
    const wrong = wrongWith(vm, device);
    if (wrong === null) tellRefused(faults, refusedBy(filters, vm, device));
    else faults.push({ kind: wrong, device });
  }
  for (const tool of tools) {
    if (!vm.tools.includes(tool)) faults.push({ kind: 'tool-closed', tool });
  }
  if (vm.technique === 'container' && grant !== undefined && !grantsOf(host, vm).includes(grant)) {
    faults.push({ kind: 'grant-missing', grant });
  }
  if (movesMac === true && macRefused(world, host, vm)) {
    faults.push({ kind: 'mac-refused' });
  }
  if (trunk === true && !isTrunk(world, vm.id)) {
    faults.push({ kind: 'no-trunk' });
  }
  if (vm.clockCause !== '' && clockLies(vm)) {
    faults.push({ kind: 'clock-lies', cause: vm.clockCause });
  }
  return faults.length === 0 ? NONE : faults;
}

/**
 * Whether frames from another MAC address than its card's own are dropped: by the card whose function it has, or
 * by the port of the switch. On a cable of its own nobody looks (rules N10, N16).
 */
function macRefused(world: ReadonlyWorld, host: Deep<Host> | null, vm: Deep<Vm>): boolean {
  if (vm.card === 'vf') return host !== null && !takesAnyMac(host);
  const port = segmentOf(world, vm.zone);
  return vm.card === 'virtual' && port !== null && !(port.macChanges && port.forgedTransmits);
}

/** Why it does not have a device that its work needs (rule F7). */
function wrongWith(vm: Deep<Vm>, device: DeviceName) {
  if (!canHave(vm.technique, device)) return 'device-unsupported';
  return vm.devices.includes(device) ? null : 'device-missing';
}

const refuses = ({ action }: ExitFilter): boolean => action === 'refuse';

/**
 * What the filter is about that refuses every exit for a device: the device, or the reason of those exits;
 * `null`: none does. Who makes no exits for it is refused none.
 */
const refusedBy = (filters: readonly ExitFilter[], vm: Deep<Vm>, device: DeviceName): Trap | null =>
  filtersOf(filters, vm, device).find(refuses)?.trap ?? null;

/** The same of a reason that is for no device. */
const refusedBare = (filters: readonly ExitFilter[], trap: BareReason): Trap | null =>
  filters.some((on) => on.trap === trap && refuses(on)) ? trap : null;

/** One refusal of a reason may take several devices from it, and is named once. */
function tellRefused(faults: Fault[], trap: Trap | null): void {
  if (trap === null) return;
  const fault: Fault = { kind: 'exit-refused', trap };
  if (!faults.some((told) => sameFault(told, fault))) faults.push(fault);
}

/** Whether a ported kernel's hypercalls for its page tables are refused, and so everything it does. */
const tablesRefused = (filters: readonly ExitFilter[], vm: Deep<Vm>): boolean =>
  tableFilters(filters, vm.technique).some(refuses);

/**
 * What a guest lives on: disk and network card, a ported kernel its page tables, and whoever misses entries
 * into its own guests those.
 */
const VITAL: readonly Trap[] = [...LIVES_ON, 'mmu_update', 'vmrun'];

/**
 * Whether with that fault nobody gets the service of its guest at all; with any other they get it, and it
 * is wrong. A refused reason is as bad as what the guest reaches by it.
 */
export function stopsService(
  fault: Fault,
  guest: Pick<Deep<Vm>, 'technique' | 'devices' | 'diskModel' | 'nicModel' | 'card'>,
): boolean {
  if (fault.kind === 'cut-off' || fault.kind === 'mac-refused') return true;
  if (fault.kind === 'no-nesting' || fault.kind === 'no-trunk') return true;
  if (fault.kind !== 'exit-refused') return false;
  const { trap } = fault;
  return trap === 'io' || trap === 'mmio' ? livesByReason(guest, trap) : VITAL.includes(trap);
}

/** Whether two lists name the same faults. */
export function sameFaults(a: readonly Fault[], b: readonly Fault[]): boolean {
  if (a === b) return true;
  return a.length === b.length && a.every((fault, i) => sameFault(fault, b[i]));
}

function sameFault(a: Fault, b: Fault | undefined): boolean {
  if (a.kind !== b?.kind) return false;
  if (a.kind === 'cut-off' || a.kind === 'mac-refused') return true;
  if (a.kind === 'no-nesting' || a.kind === 'no-trunk') return true;
  if (a.kind === 'clock-lies') return b.kind === 'clock-lies' && a.cause === b.cause;
  if (a.kind === 'tool-closed') return b.kind === 'tool-closed' && a.tool === b.tool;
  if (a.kind === 'grant-missing') return b.kind === 'grant-missing' && a.grant === b.grant;
  if (a.kind === 'exit-refused') return b.kind === 'exit-refused' && a.trap === b.trap;
  return 'device' in b && a.device === b.device;
}
