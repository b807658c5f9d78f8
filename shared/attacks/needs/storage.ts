import { fact } from '../../world/fact.ts';
import { NONE } from '../../world/ids.ts';
import { find } from '../../world/table.ts';
import type { Need } from '../need.ts';

/** A guest reaches the blocks of its own volume and no others. `vm` and `block` of the strike. */
export const blockIsTheirs: Need = {
  id: 'block-is-theirs',
  holds: (world, { vm = 0, block = 0 }) => find(world.blocks, block)?.owner === vm,
  facts: (_, { block = 0 }) => [fact('blocks', block, 'owner')],
  counters: () => [],
};

/** Another tenant's data is still in the block: nobody wiped it, and nobody wrote over it. */
export const foreignResidueBlock: Need = {
  id: 'foreign-residue-block',
  holds: (world, { vm = 0, block = 0 }) => {
    const asset = find(world.assets, find(world.blocks, block)?.residue ?? NONE);
    return asset !== null && asset.tenant !== find(world.vms, vm)?.tenant;
  },
  facts: (world, { vm = 0, block = 0 }) => {
    const residue = find(world.blocks, block)?.residue ?? NONE;
    return [
      fact('blocks', block, 'residue'),
      ...(residue === NONE ? [] : [fact('assets', residue, 'tenant')]),
      fact('vms', vm, 'tenant'),
    ];
  },
  counters: (world, { block = 0 }) => {
    const row = find(world.blocks, block);
    if (!row) return [];
    const { host } = row;
    const since = fact('blocks', block, 'residue');
    return [
      { command: 'wipe-blocks', args: { host }, moment: 'after', fact: since },
      {
        command: 'wipe-policy',
        args: { host, policy: 'on-delete' },
        moment: 'before',
        fact: since,
      },
    ];
  },
};

/** What is left can be read: it is no ciphertext whose key went with its volume. */
export const notSealed: Need = {
  id: 'not-sealed',
  holds: (world, { block = 0 }) => find(world.blocks, block)?.sealed === false,
  facts: (_, { block = 0 }) => [fact('blocks', block, 'sealed')],
  counters: () => [],
};

/** It had the fix and lost it: it was rolled back to before it. `vm` and `flaw` of the strike. */
export const wasReverted: Need = {
  id: 'was-reverted',
  holds: (world, { vm = 0, flaw = 0 }) => {
    const fixedIn = find(world.flaws, flaw)?.fixedIn;
    return fixedIn !== undefined && (find(world.vms, vm)?.revertedFrom ?? 0) >= fixedIn;
  },
  facts: (_, { vm = 0, flaw = 0 }) => [
    fact('vms', vm, 'revertedFrom'),
    fact('flaws', flaw, 'fixedIn'),
  ],
  counters: (_, { vm = 0 }) => {
    const since = fact('vms', vm, 'revertedFrom');
    return [{ command: 'patch-guest', args: { vm }, moment: 'after', fact: since }];
  },
};

/** Its kernel maps its own page tables: only a paravirtual guest keeps a stale entry of them. */
export const isParavirtual: Need = {
  id: 'is-paravirtual',
  holds: (world, { vm = 0 }) => find(world.vms, vm)?.technique === 'para',
  facts: (_, { vm = 0 }) => [fact('vms', vm, 'technique')],
  counters: () => [],
};

/** The host clears frames as they are freed: that is what the race is run against. */
export const scrubsOnFree: Need = {
  id: 'scrubs-on-free',
  holds: (world, { host = 0 }) => find(world.hosts, host)?.scrub === 'on-free',
  facts: (_, { host = 0 }) => [fact('hosts', host, 'scrub')],
  counters: (_, { host = 0 }) => [
    {
      command: 'scrub-policy',
      args: { host, policy: 'on-allocate' },
      moment: 'after',
      fact: fact('hosts', host, 'scrub'),
    },
  ],
};

/** The guest has the frame to give back, and its tenant's data is in it. */
export const frameIsWritten: Need = {
  id: 'frame-is-written',
  holds: (world, { vm = 0, frame = 0 }) => {
    const row = find(world.frames, frame);
    return row !== null && row.owner === vm && row.content !== NONE;
  },
  facts: (_, { frame = 0 }) => [fact('frames', frame, 'owner'), fact('frames', frame, 'content')],
  counters: () => [],
};

/** What the guest works with belongs to someone else than the attacker. */
export const foreignData: Need = {
  id: 'foreign-data',
  holds: (world, { vm = 0, tenant = 0 }) => {
    const asset = find(world.assets, find(world.vms, vm)?.asset ?? NONE);
    return asset !== null && find(world.tenants, tenant) !== null && asset.tenant !== tenant;
  },
  facts: (world, { vm = 0 }) => {
    const asset = find(world.vms, vm)?.asset ?? NONE;
    return [fact('vms', vm, 'asset'), ...(asset === NONE ? [] : [fact('assets', asset, 'tenant')])];
  },
  counters: () => [],
};
