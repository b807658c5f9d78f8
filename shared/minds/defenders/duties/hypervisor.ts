import {
  exposure,
  fixOf,
  hostFixOf,
  liveFixOf,
  processOf,
  reachesModels,
} from '../../../view/advisories.ts';
import { needsDevice } from '../../../view/fitness.ts';
import type { HostRow, VmRow } from '../../../view/machine-rows.ts';
import { rowOf, rowsOf, vmsOn } from '../../../view/reading.ts';
import { aboutOf } from '../../../view/signs/alerts.ts';
import type { BlueView } from '../../../view/view.ts';
import type { ExitFilter } from '../../../world/machine/host.ts';
import { alertsOf, flush } from '../reading.ts';
import type { Duty } from './duty.ts';

/** How many guests of a host could use a published flaw that it has. */
function exposed(view: BlueView, host: HostRow): number {
  const all = rowsOf(view, 'advisories').map((advisory) => exposure(view, advisory));
  const here = all.filter(({ hosts }) => hosts.some(({ id }) => id === host.id));
  return vmsOn(view, host.id).filter((vm) => here.some(({ vms }) => vms.includes(vm))).length;
}

/** Patches hosts for which an advisory is out, those first whose guests could use what it tells of. */
export const patchHosts: Duty = {
  family: 'hypervisor',
  gives: ['patch-host'],
  wishes: (view) =>
    rowsOf(view, 'hosts')
      .filter((host) => host.build < hostFixOf(view, host))
      .filter((host) => flush(view) || exposed(view, host) > 0)
      .sort((a, b) => exposed(view, b) - exposed(view, a) || a.id - b.id)
      .flatMap((host) => {
        const empty = vmsOn(view, host.id).every(({ power }) => power === 'stopped');
        // What has no live patch waits until somebody has emptied the host.
        if (!empty && liveFixOf(view, host) <= host.build) return [];
        const how = empty ? 'reboot' : 'live';
        return [{ command: 'patch-host', args: { host: host.id, how } }];
      }),
};

/** Restarts VMs whose device process is older than their patched host, where the flaw is in reach. */
export const restartOld: Duty = {
  family: 'hypervisor',
  gives: ['restart-vm'],
  wishes: (view) => {
    return rowsOf(view, 'vms')
      .filter((vm) => {
        const host = view.tables.hosts[vm.host];
        if (!host || vm.power !== 'running') return false;
        const fix = fixOf(view, processOf(host));
        return vm.deviceBuild < fix && host.build >= fix;
      })
      .filter(reachesModels)
      .map((vm) => ({ command: 'restart-vm', args: { vm: vm.id } }));
  },
};

/** Confines what stands between guests and the host where it is not. */
export const confine: Duty = {
  family: 'hypervisor',
  gives: ['confine-host'],
  wishes: (view) =>
    rowsOf(view, 'hosts')
      .filter((host) => (host.platform === 'container' ? !host.seccomp : !host.sandbox))
      .map((host) => ({ command: 'confine-host', args: { host: host.id } })),
};

/** Caps the logs of device models where nothing does: first on a disk that one of them fills. */
export const capLogs: Duty = {
  family: 'hypervisor',
  gives: ['cap-logs'],
  wishes: (view) =>
    rowsOf(view, 'hosts')
      .filter(
        ({ logCap, platform }) => !logCap && platform !== 'container' && platform !== 'native',
      )
      .sort((a, b) => b.logBlocks.length - a.logBlocks.length || a.id - b.id)
      .map(({ id: host }) => ({ command: 'cap-logs', args: { host } })),
};

const running = (view: BlueView): VmRow[] =>
  rowsOf(view, 'vms').filter(({ power }) => power === 'running');

/** Takes a USB controller from guests whose work does without. */
export const detach: Duty = {
  family: 'hypervisor',
  gives: ['detach-device'],
  wishes: (view) =>
    running(view)
      .filter((vm) => vm.devices.includes('xhci') && !needsDevice(vm.workload, 'xhci'))
      .map((vm) => ({ command: 'detach-device', args: { vm: vm.id, device: 'xhci' } })),
};

/** Gives guests a machine type without a floppy controller, where their image boots on one. */
export const modernise: Duty = {
  family: 'hypervisor',
  gives: ['change-machine-type'],
  wishes: (view) =>
    running(view)
      .filter(({ devices, image }) => {
        const legacy = view.tables.images[image]?.legacyOnly ?? true;
        return devices.includes('floppy') && !legacy;
      })
      .map((vm) => ({ command: 'change-machine-type', args: { vm: vm.id } })),
};

/** Whether a filter is about its touches, and looks at their lengths where it is about all port I/O. */
const looksAtFloppy = ({ trap, action }: ExitFilter): boolean =>
  trap === 'floppy' || (trap === 'io' && action !== 'hold');

/** Has lengths checked on the way to a floppy controller that cannot be taken away. */
export const bound: Duty = {
  family: 'hypervisor',
  gives: ['exit-filter'],
  wishes: (view) =>
    rowsOf(view, 'hosts')
      .filter(
        (host) =>
          flush(view) &&
          !host.filters.some(looksAtFloppy) &&
          running(view).some((vm) => vm.host === host.id && vm.devices.includes('floppy')),
      )
      .map(({ id }) => ({
        command: 'exit-filter',
        args: { host: id, trap: 'floppy', action: 'bounds-check' },
      })),
};

/** Has an answer kept within the page that a 64-bit kernel has for it, of which no everyday call comes. */
export const boundCalls: Duty = {
  family: 'hypervisor',
  gives: ['vm-exit-filter'],
  wishes: (view) =>
    running(view)
      .filter(
        ({ technique, wordSize, filters }) =>
          flush(view) && technique === 'para' && wordSize === 64 && filters.length === 0,
      )
      .map(({ id }) => ({
        command: 'vm-exit-filter',
        args: { vm: id, trap: 'memory_op', action: 'bounds-check' },
      })),
};

/** Listens to hypercalls where guests make them. */
export const audit: Duty = {
  family: 'hypervisor',
  gives: ['audit-hypercalls'],
  wishes: (view) =>
    rowsOf(view, 'hosts')
      .filter(
        (host) =>
          !host.hypercallAudit &&
          running(view).some((vm) => vm.host === host.id && vm.technique === 'para'),
      )
      .map(({ id }) => ({ command: 'audit-hypercalls', args: { host: id } })),
};

/**
 * Has lengths checked on the way of a hypercall that somebody was heard to try, where there is no patch
 * that would mend what it is tried for.
 */
export const boundHeard: Duty = {
  family: 'hypervisor',
  gives: ['exit-filter'],
  wishes: (view) =>
    alertsOf(view, 'exit').flatMap((alert) => {
      const { host, seen } = alert;
      const row = rowOf(view, 'hosts', host);
      const { trap, action } = aboutOf(view.tables, alert);
      if (!row || seen.call === '' || trap === undefined || action === undefined) return [];
      if (row.build < hostFixOf(view, row)) return [];
      if (row.filters.some((filter) => filter.trap === trap)) return [];
      return [{ command: 'exit-filter', args: { host, trap, action } }];
    }),
};
