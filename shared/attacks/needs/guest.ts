import { ringOf } from '../../mechanics/intrusion.ts';
import { fact } from '../../world/fact.ts';
import type { Counter } from '../../world/history.ts';
import { find } from '../../world/table.ts';
import type { ReadonlyWorld } from '../../world/world.ts';
import type { Need } from '../need.ts';

/** Only a running guest executes anything (rule V2). `vm` of the strike. */
export const guestRuns: Need = {
  id: 'guest-runs',
  holds: (world, { vm = 0 }) => find(world.vms, vm)?.power === 'running',
  facts: (_, { vm = 0 }) => [fact('vms', vm, 'power')],
  counters: (_, { vm = 0 }) => [
    { command: 'stop-vm', args: { vm }, moment: 'after', fact: fact('vms', vm, 'power') },
  ],
};

/** What throws an intruder out of a VM again. */
function evictions(world: ReadonlyWorld, vm: number): Counter[] {
  const row = find(world.vms, vm);
  const theirs = find(world.attackers, row?.intruder ?? 0)?.tenant === row?.tenant;
  if (!row || theirs) return [];
  const since = fact('vms', vm, 'foothold');
  return [
    { command: 'quarantine-vm', args: { vm }, moment: 'after', fact: since },
    { command: 'rebuild-vm', args: { vm }, moment: 'after', fact: since },
  ];
}

/** The attacker runs code in the guest, in ring 3 at least. `vm` and `attacker` of the strike. */
export const codeInGuest: Need = {
  id: 'code-in-guest',
  holds: (world, { vm = 0, attacker = 0 }) => ringOf(world, attacker, vm) !== 'none',
  facts: (_, { vm = 0 }) => [fact('vms', vm, 'intruder'), fact('vms', vm, 'foothold')],
  counters: (world, { vm = 0 }) => evictions(world, vm),
};

/** The attacker runs code in the guest's kernel: ports, page tables and raw frames are open to it. */
export const kernelInGuest: Need = {
  id: 'kernel-in-guest',
  holds: (world, { vm = 0, attacker = 0 }) => ringOf(world, attacker, vm) === 'kernel',
  facts: (_, { vm = 0 }) => [fact('vms', vm, 'intruder'), fact('vms', vm, 'foothold')],
  counters: (world, { vm = 0 }) => evictions(world, vm),
};

/** The same of the VM that packets are sent from: `from` of the strike. */
export const sourceRuns: Need = {
  id: 'source-runs',
  holds: (world, { from = 0 }) => find(world.vms, from)?.power === 'running',
  facts: (_, { from = 0 }) => [fact('vms', from, 'power')],
  counters: (_, { from = 0 }) => [
    { command: 'stop-vm', args: { vm: from }, moment: 'after', fact: fact('vms', from, 'power') },
  ],
};

/** The same in its ring 0: frames of its own making take a raw socket. */
export const kernelInSource: Need = {
  id: 'kernel-in-source',
  holds: (world, { from = 0, attacker = 0 }) => ringOf(world, attacker, from) === 'kernel',
  facts: (_, { from = 0 }) => [fact('vms', from, 'intruder'), fact('vms', from, 'foothold')],
  counters: (world, { from = 0 }) => evictions(world, from),
};

export const codeInSource: Need = {
  id: 'code-in-source',
  holds: (world, { from = 0, attacker = 0 }) => ringOf(world, attacker, from) !== 'none',
  facts: (_, { from = 0 }) => [fact('vms', from, 'intruder'), fact('vms', from, 'foothold')],
  counters: (world, { from = 0 }) => evictions(world, from),
};
