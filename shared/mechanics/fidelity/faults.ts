import type { Fault } from '../../world/machine/fault.ts';
import type { DeviceName, ExitFilter, Host, Trap } from '../../world/machine/host.ts';
import type { Vm } from '../../world/machine/vm.ts';
import { WORKLOADS } from '../../world/machine/workload.ts';
import { type Deep, find } from '../../world/table.ts';
import type { ReadonlyWorld } from '../../world/world.ts';
import { clockLies } from './clock.ts';
import { filtersOf, filtersOn, tableFilters } from './filtered.ts';
import { canHave, LIVES_ON } from './models.ts';

/** Nothing is wrong with it. */
const NONE: readonly Fault[] = [];

/**
 * What keeps a running VM from the result that it would have on real hardware (rules F4, F7 to F10),
 * each named with what is behind it. Of one device the first that is true is told: what comes after it
 * would not help alone.
 */
export function faultsOf(world: ReadonlyWorld, vm: Deep<Vm>): readonly Fault[] {
  if (vm.power !== 'running') return NONE;
  const faults: Fault[] = [];
  if (vm.cutOff > 0) faults.push({ kind: 'cut-off' });
  const host = find(world.hosts, vm.host);
  for (const device of LIVES_ON) {
    if (vm.devices.includes(device) && refused(host, vm, device)) {
      faults.push({ kind: 'exit-refused', trap: device });
    }
  }
  if (tablesRefused(host, vm)) faults.push({ kind: 'exit-refused', trap: 'mmu_update' });
  for (const device of WORKLOADS[vm.workload].needs) {
    const wrong = wrongWith(host, vm, device);
    if (wrong === null || LIVES_ON.includes(device)) continue;
    faults.push(wrong === 'exit-refused' ? { kind: wrong, trap: device } : { kind: wrong, device });
  }
  if (vm.clockCause !== '' && clockLies(vm)) {
    faults.push({ kind: 'clock-lies', cause: vm.clockCause });
  }
  return faults.length === 0 ? NONE : faults;
}

/** Why a device that its work needs is of no use to it (rule F7). */
function wrongWith(host: Deep<Host> | null, vm: Deep<Vm>, device: DeviceName) {
  if (!canHave(vm.technique, device)) return 'device-unsupported';
  if (!vm.devices.includes(device)) return 'device-missing';
  return refused(host, vm, device) ? 'exit-refused' : null;
}

const refuses = ({ action }: ExitFilter): boolean => action === 'refuse';

/** Whether every exit for a device is refused. Who makes no exits for it is refused none. */
const refused = (host: Deep<Host> | null, vm: Deep<Vm>, device: DeviceName): boolean =>
  host !== null && filtersOf(filtersOn(host, vm), vm.technique, device).some(refuses);

/** Whether a ported kernel's hypercalls for its page tables are refused, and so everything it does. */
const tablesRefused = (host: Deep<Host> | null, vm: Deep<Vm>): boolean =>
  host !== null && tableFilters(filtersOn(host, vm), vm.technique).some(refuses);

/** What a guest lives on whatever its work: disk and network card, and a ported kernel its page tables. */
const VITAL: readonly Trap[] = [...LIVES_ON, 'mmu_update'];

/** Whether with that fault nobody gets its service at all; with any other they get it, and it is wrong. */
export function stopsService(fault: Fault): boolean {
  return fault.kind === 'cut-off' || (fault.kind === 'exit-refused' && VITAL.includes(fault.trap));
}

/** Whether two lists name the same faults. */
export function sameFaults(a: readonly Fault[], b: readonly Fault[]): boolean {
  if (a === b) return true;
  return a.length === b.length && a.every((fault, i) => sameFault(fault, b[i]));
}

function sameFault(a: Fault, b: Fault | undefined): boolean {
  if (a.kind !== b?.kind) return false;
  if (a.kind === 'cut-off') return true;
  if (a.kind === 'clock-lies') return b.kind === 'clock-lies' && a.cause === b.cause;
  if (a.kind === 'exit-refused') return b.kind === 'exit-refused' && a.trap === b.trap;
  return 'device' in b && a.device === b.device;
}
