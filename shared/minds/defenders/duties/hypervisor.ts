import { exposure, fixOf, hostFixOf, reachesModels } from '../../../view/advisories.ts';
import { needsDevice } from '../../../view/fitness.ts';
import { rowsOf, vmsOn } from '../../../view/reading.ts';
import type { HostRow, VmRow } from '../../../view/rows.ts';
import type { BlueView } from '../../../view/view.ts';
import { flush } from '../reading.ts';
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
  wishes: (view) =>
    rowsOf(view, 'hosts')
      .filter((host) => host.build < hostFixOf(view, host))
      .filter((host) => flush(view) || exposed(view, host) > 0)
      .sort((a, b) => exposed(view, b) - exposed(view, a) || a.id - b.id)
      .map((host) => {
        const empty = !rowsOf(view, 'vms').some((vm) => vm.host === host.id);
        return { command: 'patch-host', args: { host: host.id, how: empty ? 'reboot' : 'live' } };
      }),
};

/** Restarts VMs whose device process is older than their patched host, where the flaw is in reach. */
export const restartOld: Duty = {
  family: 'hypervisor',
  wishes: (view) => {
    const fix = fixOf(view, ['device-model']);
    return rowsOf(view, 'vms')
      .filter((vm) => vm.power === 'running' && vm.deviceBuild < fix)
      .filter(reachesModels)
      .filter((vm) => (view.tables.hosts[vm.host]?.build ?? 0) >= fix)
      .map((vm) => ({ command: 'restart-vm', args: { vm: vm.id } }));
  },
};

/** Confines what stands between guests and the host where it is not. */
export const confine: Duty = {
  family: 'hypervisor',
  wishes: (view) =>
    rowsOf(view, 'hosts')
      .filter((host) => (host.platform === 'container' ? !host.seccomp : !host.sandbox))
      .map((host) => ({ command: 'confine-host', args: { host: host.id } })),
};

const running = (view: BlueView): VmRow[] =>
  rowsOf(view, 'vms').filter(({ power }) => power === 'running');

/** Takes a USB controller from guests whose work does without. */
export const detach: Duty = {
  family: 'hypervisor',
  wishes: (view) =>
    running(view)
      .filter((vm) => vm.devices.includes('xhci') && !needsDevice(vm.workload, 'xhci'))
      .map((vm) => ({ command: 'detach-device', args: { vm: vm.id, device: 'xhci' } })),
};

/** Gives guests a machine type without a floppy controller, where their image boots on one. */
export const modernise: Duty = {
  family: 'hypervisor',
  wishes: (view) =>
    running(view)
      .filter(({ devices, image }) => {
        const legacy = view.tables.images[image]?.legacyOnly ?? true;
        return devices.includes('floppy') && !legacy;
      })
      .map((vm) => ({ command: 'change-machine-type', args: { vm: vm.id } })),
};

/** Has lengths checked on the way to a floppy controller that cannot be taken away. */
export const bound: Duty = {
  family: 'hypervisor',
  wishes: (view) =>
    rowsOf(view, 'hosts')
      .filter(
        (host) =>
          flush(view) &&
          !host.filters.some(({ trap }) => trap === 'floppy') &&
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
  wishes: (view) =>
    rowsOf(view, 'hosts')
      .filter(
        (host) =>
          !host.hypercallAudit &&
          running(view).some((vm) => vm.host === host.id && vm.technique === 'para'),
      )
      .map(({ id }) => ({ command: 'audit-hypercalls', args: { host: id } })),
};
