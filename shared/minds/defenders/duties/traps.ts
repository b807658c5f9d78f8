import { exposure, fixFor, hostFixOf, processOf } from '../../../view/advisories.ts';
import { isOverBound, livesBy, trapOfHeld } from '../../../view/backtest.ts';
import type { HeldRow, HostRow, VmRow } from '../../../view/machine-rows.ts';
import { rowOf, rowsOf, vmsOn } from '../../../view/reading.ts';
import { aboutOf } from '../../../view/signs/alerts.ts';
import type { BlueView } from '../../../view/view.ts';
import type { FlawName } from '../../../world/flaws/registry.ts';
import type { TrapChoice } from '../../../world/machine/held.ts';
import type { Decided } from '../../../world/machine/host.ts';
import type { Wish } from '../defender.ts';
import { alertsOf, flush, has } from '../reading.ts';
import type { Duty } from './duty.ts';

/** What is over its bound is refused; of the rest passes what the work of its VM needs. */
function judge(view: BlueView, held: HeldRow): TrapChoice {
  const vm = rowOf(view, 'vms', held.vm);
  if (vm === null || isOverBound(held)) return 'refuse';
  return livesBy(vm, trapOfHeld(held)) ? 'emulate' : 'refuse';
}

/** Decides of whatever waits on the trap desk: nobody's work stands still for longer than a look. */
export const decideTraps: Duty = {
  family: 'hypervisor',
  gives: ['decide-trap'],
  wishes: (view) =>
    rowsOf(view, 'held').map((held) => ({
      command: 'decide-trap',
      args: { vm: held.vm, held: held.id, choice: judge(view, held) },
    })),
};

/** Whether a filter is about it already, of the VM or of its host. */
const isFiltered = (vm: VmRow, host: HostRow, trap: string | number): boolean =>
  [...vm.filters, ...host.filters].some((filter) => filter.trap === trap);

const runsOn = (view: BlueView, host: HostRow): VmRow[] =>
  vmsOn(view, host.id).filter(({ power }) => power === 'running');

/**
 * Has exits like the one that an alert tells of wait for a look, of that VM alone, where no patch would mend
 * what it may be tried for: what its work does goes on, and what is over a bound is seen before it is handed
 * on.
 */
export const holdHeard: Duty = {
  family: 'hypervisor',
  gives: ['vm-exit-filter'],
  wishes: (view) => {
    if (!has(view, 'decide-trap') || !flush(view)) return [];
    return alertsOf(view, 'exit').flatMap((alert): Wish[] => {
      const { trap } = aboutOf(view.tables, alert);
      const vm = rowOf(view, 'vms', alert.vm);
      const host = rowOf(view, 'hosts', vm?.host ?? 0);
      if (vm === null || host === null || trap === undefined || alert.seen.call !== '') return [];
      if (vm.power !== 'running' || isFiltered(vm, host, trap)) return [];
      const mendable = fixFor(view, processOf(host), vm.deviceBuild) > 0;
      if (mendable || host.build < hostFixOf(view, host)) return [];
      return [{ command: 'vm-exit-filter', args: { vm: vm.id, trap, action: 'hold' } }];
    });
  },
};

/** Lets exits of a VM go their way again once no alert about it stands. */
export const releaseHeld: Duty = {
  family: 'hypervisor',
  gives: ['vm-exit-filter'],
  wishes: (view) => {
    const suspects = new Set(
      rowsOf(view, 'alerts')
        .filter(({ state }) => state === 'open' || state === 'acknowledged' || state === 'answered')
        .map(({ vm }) => vm),
    );
    return rowsOf(view, 'vms')
      .filter(({ id }) => !suspects.has(id))
      .flatMap(({ id, filters }) =>
        filters
          .filter(({ action }) => action === 'hold')
          .map(({ trap }) => ({
            command: 'vm-exit-filter',
            args: { vm: id, trap, action: 'emulate' },
          })),
      );
  },
};

/** Whether a flaw of that name is published that a host has. */
const isOpen = (view: BlueView, host: HostRow, name: FlawName): boolean =>
  rowsOf(view, 'advisories').some(
    (advisory) =>
      advisory.name === name && exposure(view, advisory).hosts.some(({ id }) => id === host.id),
  );

/** What refuses that of a whole host where nobody's work needs it, else of those VMs that do without. */
function refuseBare(
  view: BlueView,
  host: HostRow,
  trap: Decided,
  heard: readonly number[],
  whole: Wish,
): Wish[] {
  const guests = runsOn(view, host);
  if (!guests.some((vm) => livesBy(vm, trap))) return [whole];
  return guests
    .filter((vm) => heard.includes(vm.id) && !livesBy(vm, trap) && !isFiltered(vm, host, trap))
    .map(({ id: vm }) => ({ command: 'vm-exit-filter', args: { vm, trap, action: 'refuse' } }));
}

/**
 * Where a guest was heard to run a hypervisor of its own, or a published flaw leads out that way, has its host
 * run none; beside guests whose work that is, refuses it to whoever has no use for it.
 */
export const stopNesting: Duty = {
  family: 'hypervisor',
  gives: ['disable-nesting', 'vm-exit-filter'],
  wishes: (view) => {
    const heard = alertsOf(view, 'nested-run').map(({ vm }) => vm);
    return rowsOf(view, 'hosts')
      .filter(({ nested }) => nested)
      .filter(
        (host) =>
          runsOn(view, host).some(({ id }) => heard.includes(id)) ||
          isOpen(view, host, 'nested-vmcb'),
      )
      .flatMap((host) => {
        const whole = { command: 'disable-nesting', args: { host: host.id } };
        return refuseBare(view, host, 'vmrun', heard, whole);
      });
  },
};

/**
 * Has exceptions intercepted where a host has the published flaw and cannot be patched while it runs; beside
 * guests that debug, those of whoever was heard to write debug registers.
 */
export const intercept: Duty = {
  family: 'availability',
  gives: ['exit-filter', 'vm-exit-filter'],
  wishes: (view) => {
    const heard = alertsOf(view, 'debug-registers').map(({ vm }) => vm);
    return rowsOf(view, 'hosts')
      .filter((host) => isOpen(view, host, 'exception-loop'))
      .filter(({ filters }) => filters.every(({ trap }) => trap !== 'exception'))
      .filter((host) =>
        runsOn(view, host).some(({ technique }) => technique === 'hvm' || technique === 'hybrid'),
      )
      .flatMap((host) => {
        const args = { host: host.id, trap: 'exception', action: 'refuse' };
        return refuseBare(view, host, 'exception', heard, { command: 'exit-filter', args });
      });
  },
};

/** Powers off what a core does not come back from: nothing else gives it back. */
export const freeCores: Duty = {
  family: 'availability',
  gives: ['stop-vm'],
  wishes: (view) =>
    alertsOf(view, 'core-stuck')
      .filter(({ vm }) => rowOf(view, 'vms', vm)?.power === 'running')
      .map(({ vm }) => ({ command: 'stop-vm', args: { vm } })),
};
