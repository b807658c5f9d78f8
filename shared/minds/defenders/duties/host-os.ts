import { systemFixOf } from '../../../view/advisories.ts';
import { idleTools, needsGrant } from '../../../view/open-ways.ts';
import { rowsOf, vmsOn } from '../../../view/reading.ts';
import { granted, usedHost } from '../../../view/signs/upkeep.ts';
import { alertsOf, flush } from '../reading.ts';
import type { Duty } from './duty.ts';

/** Takes from containers what they were given of their host and their work does without. */
export const dropGrants: Duty = {
  family: 'hypervisor',
  gives: ['drop-privileges'],
  wishes: (view) => granted(view).map((args) => ({ command: 'drop-privileges', args })),
};

/** Shuts channels of guest tools that nobody works through. */
export const shutTools: Duty = {
  family: 'hypervisor',
  gives: ['tool-channel'],
  wishes: (view) =>
    rowsOf(view, 'vms').flatMap((vm) =>
      idleTools(vm).map((tool) => ({
        command: 'tool-channel',
        args: { vm: vm.id, tool, to: 'off' },
      })),
    ),
};

/** Shuts a channel through which something reaches where it has no business, needed or not. */
export const shutReached: Duty = {
  family: 'hypervisor',
  gives: ['tool-channel'],
  wishes: (view) =>
    alertsOf(view, 'odd-path')
      .filter(({ vm }) => view.tables.vms[vm]?.tools.includes('shared-folders'))
      .map(({ vm }) => ({
        command: 'tool-channel',
        args: { vm, tool: 'shared-folders', to: 'off' },
      })),
};

/** Patches the OS under a hosted hypervisor and the runtime of containers. */
export const patchSystems: Duty = {
  family: 'hypervisor',
  gives: ['patch-host-os'],
  wishes: (view) =>
    rowsOf(view, 'hosts')
      .filter((host) => systemFixOf(view, host) > 0)
      .map(({ id }) => ({ command: 'patch-host-os', args: { host: id } })),
};

/** Remaps users where the runtime was written to, and no container has need of its host. */
export const remapUsers: Duty = {
  family: 'hypervisor',
  gives: ['remap-users'],
  wishes: (view) => {
    const written = new Set(alertsOf(view, 'runtime-written').map(({ host }) => host));
    return rowsOf(view, 'hosts')
      .filter(({ id, userns }) => written.has(id) && !userns)
      .filter((host) => vmsOn(view, host.id).every((vm) => !needsGrant(vm)))
      .map(({ id }) => ({ command: 'remap-users', args: { host: id } }));
  },
};

/** Makes a host one for VMs alone that people read mail at. */
export const dedicate: Duty = {
  family: 'hypervisor',
  gives: ['remove-programs'],
  wishes: (view) => usedHost(view).map((args) => ({ command: 'remove-programs', args })),
};

/** Has a host's processes watched where it has an OS of its own, once there is money for it. */
export const watchHosts: Duty = {
  family: 'hypervisor',
  gives: ['place-host-edr'],
  wishes: (view) =>
    rowsOf(view, 'hosts')
      .filter(({ edr, platform }) => flush(view) && !edr && platform !== 'type1')
      .map(({ id }) => ({ command: 'place-host-edr', args: { host: id } })),
};

/** Has guests watched from inside, once there is money for it: containers first, which have no exits. */
export const placeAgents: Duty = {
  family: 'hypervisor',
  gives: ['place-guest-agent'],
  wishes: (view) =>
    rowsOf(view, 'vms')
      .filter(({ agent, power }) => flush(view) && !agent && power === 'running')
      .sort((a, b) => Number(b.technique === 'container') - Number(a.technique === 'container'))
      .slice(0, 2)
      .map(({ id }) => ({ command: 'place-guest-agent', args: { vm: id } })),
};
