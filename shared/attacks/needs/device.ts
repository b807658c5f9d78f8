import { touchesModels } from '../../mechanics/fidelity/models.ts';
import { fact } from '../../world/fact.ts';
import type { Counter } from '../../world/history.ts';
import type { DeviceName } from '../../world/machine/host.ts';
import { TECHNIQUES } from '../../world/machine/vm.ts';
import { about, type Known } from '../../world/people/known.ts';
import { find } from '../../world/table.ts';
import type { ReadonlyWorld } from '../../world/world.ts';
import { ALWAYS } from '../knowing.ts';
import type { Need } from '../need.ts';

/** The guest is on the very host that is struck at. `vm` and `host` of the strike. */
export const onThisHost: Need<'on-this-host'> = {
  id: 'on-this-host',
  words: {
    short: { ko: '그 호스트에 있음', en: 'stands on that host' },
    failed: {
      ko: '그 VM이 다른 호스트로 옮겨져 있었습니다',
      en: 'the VM had been moved to another host',
    },
  },
  known: ALWAYS,
  holds: (world, { vm = 0, host = 0 }) => {
    const on = find(world.vms, vm)?.host;
    return on !== undefined && on === host;
  },
  facts: (_, { vm = 0 }) => [fact('vms', vm, 'host')],
  // Moved it would strike at the host that it is moved to.
  counters: () => [],
};

/**
 * A model of the device is instantiated for the guest: code of the host's that takes what the guest
 * hands it. A paravirtual guest has rings instead, and a container the kernel's drivers (rule F7).
 */
export function hasDevice(device: DeviceName): Need<'has-device'> {
  return {
    id: 'has-device',
    words: {
      short: { ko: '가상 장치가 달림', en: 'has the device' },
      failed: {
        ko: '그 VM에는 필요한 가상 장치가 없었습니다',
        en: 'the VM has no such device',
      },
    },
    known: { inside: (known, { vm }) => hasEmulated(known, vm, device) },
    holds: (world, { vm = 0 }) => {
      const row = find(world.vms, vm);
      return row !== null && touchesModels(row.technique) && row.devices.includes(device);
    },
    facts: (_, { vm = 0 }) => [fact('vms', vm, 'devices'), fact('vms', vm, 'technique')],
    counters: (world, { vm = 0 }) => removals(world, vm, device),
  };
}

/** What takes a device from a VM: a controller off a bus, or another type of machine for the guest. */
function removals(world: ReadonlyWorld, vm: number, device: DeviceName): Counter[] {
  const since = fact('vms', vm, 'devices');
  if (device === 'xhci') {
    return [{ command: 'detach-device', args: { vm, device }, moment: 'after', fact: since }];
  }
  const bound = find(world.images, find(world.vms, vm)?.image ?? 0)?.legacyOnly ?? true;
  if (device === 'svga') {
    return [{ command: 'remove-display', args: { vm }, moment: 'after', fact: since }];
  }
  if (device !== 'floppy' || bound) return [];
  return [{ command: 'change-machine-type', args: { vm }, moment: 'after', fact: since }];
}

/** The process that emulates devices has the host's own rights: nothing confines it (rule K9). */
export const deviceProcessUnconfined: Need<'device-process-unconfined'> = {
  id: 'device-process-unconfined',
  words: {
    short: {
      ko: '장치 프로세스 샌드박스 없음',
      en: 'device process unconfined',
    },
    failed: {
      ko: '장치 프로세스가 샌드박스 안에서 실행되고 있었습니다',
      en: 'the device process was sandboxed',
    },
  },
  known: {
    inside: (known, { vm }) => (about(known, vm, 'confined') === 1 ? false : undefined),
  },
  holds: (world, { host = 0 }) => find(world.hosts, host)?.sandbox === false,
  facts: (_, { host = 0 }) => [fact('hosts', host, 'sandbox')],
  counters: (_, { host = 0 }) => [
    {
      command: 'confine-host',
      args: { host },
      moment: 'after',
      fact: fact('hosts', host, 'sandbox'),
    },
  ],
};

/** Whether a VM is known to touch an emulated device of that name; `undefined`: not known (rule F7). */
export function hasEmulated(known: Known, vm: number, device: DeviceName): boolean | undefined {
  const devices = about(known, vm, 'devices');
  const technique = TECHNIQUES.find((name) => name === about(known, vm, 'technique'));
  if (devices === undefined || technique === undefined) return undefined;
  return touchesModels(technique) && devices.split(',').includes(device);
}
