import { leak } from '../../mechanics/harm/harm.ts';
import { ringOf } from '../../mechanics/harm/intrusion.ts';
import { leaves } from '../../mechanics/network/path.ts';
import { leaveTrail } from '../../mechanics/network/trail.ts';
import { fact } from '../../world/fact.ts';
import { NONE, type VmId } from '../../world/ids.ts';
import { about, between, inside, vmNote } from '../../world/people/known.ts';
import { find, get } from '../../world/table.ts';
import { type Attack, atTheEnd } from '../attack.ts';
import type { Need } from '../need.ts';
import { codeInGuest, guestRuns } from '../needs/guest.ts';
import { wayFacts } from '../needs/network.ts';
import { foreignData } from '../needs/storage.ts';

/** What it sends gets out to the internet: its switch does not forbid it. */
const wayOut: Need = {
  id: 'way-out',
  holds: (world, { vm = 0 }) => vm !== NONE && leaves(world, vm as VmId, NONE, 'web'),
  facts: (world, { vm = 0 }) => wayFacts(world, vm, NONE),
  counters: (world, { vm = 0 }) => {
    const row = find(world.vms, vm);
    if (!row) return [];
    const since = fact('switches', row.host, 'ports');
    return [{ command: 'quarantine-vm', args: { vm }, moment: 'after', fact: since }];
  },
};

/**
 * Takes away what a guest works with. Whoever runs code in a guest reads what its service reads;
 * what is needed beside that is a way out of the house.
 */
export const collectGuestData: Attack = {
  id: 'collect-guest-data',
  catalogue: null,
  target: 6,
  family: null,
  takes: ['vm'],
  brings: 'loot',
  needs: [guestRuns, codeInGuest, foreignData, wayOut],
  length: (tempo) => tempo.act,
  resolve: (world, attacker, { vm = 0 }) => {
    const id = attacker.knownVms[vm - 1] ?? NONE;
    const there = find(world.vms, id) && ringOf(world, attacker.id, id) !== 'none';
    return there ? { vm: id, attacker: attacker.id, tenant: attacker.tenant } : null;
  },
  strikes: atTheEnd,
  opening: (turn, { attacker, operation }, { vm = 0 }) => {
    const packets = { nature: 'bulk', from: vm as VmId, to: NONE, service: 'web' } as const;
    const actor = { kind: 'attacker', id: attacker.id } as const;
    leaveTrail(turn, packets, { actor, cause: operation.act });
  },
  effect: (turn, { attacker, operation }, { vm = 0 }, proof) => {
    const id = vm as VmId;
    const { asset } = get(turn.world.vms, id);
    leak(turn, asset, { attacker, attack: operation.attack, vm: id, args: { vm }, proof });
    attacker.notes[vmNote(operation.args.vm ?? 0, 'memory-read')] = 1;
  },
  prospects: (known) =>
    inside(known, 'user')
      .filter(({ own, number }) => !own && about(known, number, 'memory-read') === undefined)
      .filter(({ number }) => between(known, number, 0, 'reach') !== 0)
      .map(({ number }) => ({
        attack: 'collect-guest-data',
        args: { vm: number },
        gain: { kind: 'loot' },
        sure: between(known, number, 0, 'reach') === 1,
      })),
};
