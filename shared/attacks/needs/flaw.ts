import { fact } from '../../world/fact.ts';
import { find } from '../../world/table.ts';
import type { Need } from '../need.ts';

/** The host's hypervisor (or shared kernel) is older than the fix. `host` and `flaw` of the strike. */
export const hostUnpatched: Need = {
  id: 'host-unpatched',
  holds: (world, { host = 0, flaw = 0 }) =>
    (find(world.hosts, host)?.build ?? 0) < (find(world.flaws, flaw)?.fixedIn ?? 0),
  facts: (_, { host = 0, flaw = 0 }) => [
    fact('hosts', host, 'build'),
    fact('flaws', flaw, 'fixedIn'),
  ],
  counters: (_, { host = 0 }) => [
    {
      command: 'patch-host',
      args: { host, how: 'live' },
      moment: 'after',
      fact: fact('hosts', host, 'build'),
    },
  ],
};

/** The guest's kernel is older than the fix. `vm` and `flaw` of the strike. */
export const kernelUnpatched: Need = {
  id: 'kernel-unpatched',
  holds: (world, { vm = 0, flaw = 0 }) =>
    (find(world.vms, vm)?.kernel ?? 0) < (find(world.flaws, flaw)?.fixedIn ?? 0),
  facts: (_, { vm = 0, flaw = 0 }) => [fact('vms', vm, 'kernel'), fact('flaws', flaw, 'fixedIn')],
  counters: (_, { vm = 0 }) => [
    { command: 'patch-guest', args: { vm }, moment: 'after', fact: fact('vms', vm, 'kernel') },
  ],
};

/** The service that the guest offers is older than the fix. `vm` and `flaw` of the strike. */
export const serviceUnpatched: Need = {
  id: 'service-unpatched',
  holds: (world, { vm = 0, flaw = 0 }) =>
    (find(world.vms, vm)?.service ?? 0) < (find(world.flaws, flaw)?.fixedIn ?? 0),
  facts: (_, { vm = 0, flaw = 0 }) => [fact('vms', vm, 'service'), fact('flaws', flaw, 'fixedIn')],
  counters: (_, { vm = 0 }) => [
    { command: 'patch-guest', args: { vm }, moment: 'after', fact: fact('vms', vm, 'service') },
  ],
};
