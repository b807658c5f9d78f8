import { exposure, fixFor, hostFixOf, liveFixOf } from '../../../view/advisories.ts';
import { needsDevice } from '../../../view/fitness.ts';
import type { HostRow, VmRow } from '../../../view/machine-rows.ts';
import { rowsOf, vmsOn } from '../../../view/reading.ts';
import type { BlueView } from '../../../view/view.ts';
import type { FlawName } from '../../../world/flaws/registry.ts';
import { claimed } from '../reading.ts';
import type { Duty } from './duty.ts';

const running = (view: BlueView): VmRow[] =>
  rowsOf(view, 'vms').filter(({ power }) => power === 'running');

/** VMs from which a published flaw of that name could be used. */
const open = (view: BlueView, name: FlawName): readonly VmRow[] =>
  rowsOf(view, 'advisories')
    .filter((advisory) => advisory.name === name)
    .flatMap((advisory) => exposure(view, advisory).vms);

const runningOn = (view: BlueView, host: HostRow): VmRow[] =>
  vmsOn(view, host.id).filter(({ power }) => power === 'running');

/** Hosts whose last fix takes a reboot, and that are not empty yet. */
const toBeEmptied = (view: BlueView): HostRow[] =>
  rowsOf(view, 'hosts').filter(
    (host) =>
      host.build < hostFixOf(view, host) &&
      liveFixOf(view, host) <= host.build &&
      runningOn(view, host).length > 0,
  );

/** A host with the fix that has room for a VM beside what is on its way there. */
function refuge(view: BlueView, vm: VmRow): HostRow | null {
  const rooms = rowsOf(view, 'hosts')
    .filter((host) => host.id !== vm.host && host.build >= hostFixOf(view, host))
    .filter(({ free }) => free.length >= vm.memory.length)
    .sort((a, b) => a.load - b.load || a.id - b.id);
  return rooms[0] ?? null;
}

/**
 * Empties hosts that have to be rebooted, one after the other; whose rings the host's kernel serves is not
 * moved as long as a move is what an attacker in it could wait for.
 */
export const evacuate: Duty = {
  family: 'hypervisor',
  gives: ['migrate-vm'],
  wishes: (view) => {
    const unsafe = new Set(open(view, 'vhost-log').map(({ id }) => id));
    return toBeEmptied(view)
      .sort((a, b) => runningOn(view, a).length - runningOn(view, b).length || a.id - b.id)
      .flatMap((host) => runningOn(view, host))
      .filter((vm) => !unsafe.has(vm.id) && !claimed(view, `vms/${vm.id}`))
      .flatMap((vm) => {
        const to = refuge(view, vm);
        return to ? [{ command: 'migrate-vm', args: { vm: vm.id, host: to.id } }] : [];
      });
  },
};

/** Takes the rings of VMs that have to be moved out of the kernel of a host that has no fix for it. */
export const toUserSpace: Duty = {
  family: 'hypervisor',
  gives: ['disable-vhost'],
  wishes: (view) => {
    const leaving = new Set(toBeEmptied(view).map(({ id }) => id));
    return open(view, 'vhost-log')
      .filter((vm) => vm.power === 'running' && leaving.has(vm.host))
      .map(({ id: vm }) => ({ command: 'disable-vhost', args: { vm } }));
  },
};

/** Gives guests a ring in place of an emulated card with a published hole, where they have a driver for it. */
export const swapCards: Duty = {
  family: 'hypervisor',
  gives: ['swap-device'],
  wishes: (view) => {
    const holed = new Set(
      [...open(view, 'pcnet-loopback'), ...open(view, 'rtl8139-offload')].map(({ id }) => id),
    );
    return running(view)
      .filter((vm) => holed.has(vm.id) && view.tables.images[vm.image]?.legacyOnly === false)
      .map(({ id: vm }) => ({
        command: 'swap-device',
        args: { vm, device: 'nic', model: 'para' },
      }));
  },
};

/** Takes the display from guests whose work does without, once there is a way out through it. */
export const goHeadless: Duty = {
  family: 'hypervisor',
  gives: ['remove-display'],
  wishes: (view) =>
    running(view)
      .filter((vm) => vm.devices.includes('svga') && !needsDevice(vm.workload, 'svga'))
      .filter((vm) => fixFor(view, ['device-model'], vm.deviceBuild) > 0)
      .map(({ id: vm }) => ({ command: 'remove-display', args: { vm } })),
};
