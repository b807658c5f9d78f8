import { fact } from '../../world/fact.ts';
import { find } from '../../world/table.ts';
import type { Need } from '../need.ts';

/** The guest is a container: the host's kernel is its kernel. `vm` of the strike. */
export const sharesKernel: Need = {
  id: 'shares-kernel',
  holds: (world, { vm = 0 }) => find(world.vms, vm)?.technique === 'container',
  facts: (_, { vm = 0 }) => [fact('vms', vm, 'technique')],
  counters: () => [],
};

/**
 * The guest is none: it has a kernel, and a raw volume, of its own. What is root in a container is a process
 * of the host's kernel, which loads no module for it and hands it files (rule K20).
 */
export const ownKernel: Need = {
  id: 'own-kernel',
  holds: (world, { vm = 0 }) => {
    const row = find(world.vms, vm);
    return row !== null && row.technique !== 'container';
  },
  facts: (_, { vm = 0 }) => [fact('vms', vm, 'technique')],
  counters: () => [],
};

/** No filter of system calls stands before the call that it takes. `host` of the strike. */
export const callsUnfiltered: Need = {
  id: 'calls-unfiltered',
  holds: (world, { host = 0 }) => find(world.hosts, host)?.seccomp === false,
  facts: (_, { host = 0 }) => [fact('hosts', host, 'seccomp')],
  counters: (_, { host = 0 }) => [
    {
      command: 'confine-host',
      args: { host },
      moment: 'after',
      fact: fact('hosts', host, 'seccomp'),
    },
  ],
};
