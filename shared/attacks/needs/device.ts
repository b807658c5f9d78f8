import { overBound } from '../../mechanics/exits-bounds.ts';
import { verdictOf } from '../../mechanics/exits-filter.ts';
import { fact } from '../../world/fact.ts';
import type { DeviceName } from '../../world/host.ts';
import { find } from '../../world/table.ts';
import type { Need } from '../need.ts';

/** The guest is on the very host that is struck at. `vm` and `host` of the strike. */
export const onThisHost: Need = {
  id: 'on-this-host',
  holds: (world, { vm = 0, host = 0 }) => {
    const on = find(world.vms, vm)?.host;
    return on !== undefined && on === host;
  },
  facts: (_, { vm = 0 }) => [fact('vms', vm, 'host')],
  counters: (world, { vm = 0, host = 0 }) =>
    world.hosts.flatMap((other) =>
      other && other.id !== host
        ? [
            {
              command: 'migrate-vm',
              args: { vm, host: other.id },
              moment: 'after' as const,
              fact: fact('vms', vm, 'host'),
            },
          ]
        : [],
    ),
};

/**
 * A model of the device is instantiated for the guest: code of the host's that takes what the guest
 * hands it. A container has the kernel's drivers instead.
 */
export function hasDevice(device: DeviceName): Need {
  const detachable = device === 'floppy' || device === 'xhci';
  return {
    id: 'has-device',
    holds: (world, { vm = 0 }) => {
      const row = find(world.vms, vm);
      return row !== null && row.technique !== 'container' && row.devices.includes(device);
    },
    facts: (_, { vm = 0 }) => [fact('vms', vm, 'devices'), fact('vms', vm, 'technique')],
    counters: (_, { vm = 0 }) =>
      detachable
        ? [
            {
              command: 'detach-device',
              args: { vm, device },
              moment: 'after',
              fact: fact('vms', vm, 'devices'),
            },
          ]
        : [],
  };
}

/** No filter of the host stops a length that the device's buffer does not hold (rule K6). */
export function exitUnchecked(device: DeviceName): Need {
  return {
    id: 'exit-unchecked',
    holds: (world, { host = 0 }) => {
      const row = find(world.hosts, host);
      return row !== null && verdictOf(row.filters, device, overBound(device)) === 'emulated';
    },
    facts: (_, { host = 0 }) => [fact('hosts', host, 'filters')],
    counters: (_, { host = 0 }) => [
      {
        command: 'exit-filter',
        args: { host, device, action: 'bounds-check' },
        moment: 'after',
        fact: fact('hosts', host, 'filters'),
      },
    ],
  };
}

/** The process that emulates devices has the host's own rights: nothing confines it (rule K9). */
export const deviceProcessUnconfined: Need = {
  id: 'device-process-unconfined',
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
