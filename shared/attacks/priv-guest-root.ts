import { intrude } from '../mechanics/intrusion.ts';
import { NONE, type VmId } from '../world/ids.ts';
import { about, hasFlaw, inside } from '../world/known.ts';
import { find } from '../world/table.ts';
import { type Attack, atTheEnd, usableFlaw } from './attack.ts';
import { kernelUnpatched } from './needs/flaw.ts';
import { codeInGuest, guestRuns } from './needs/guest.ts';

/**
 * From ring 3 to ring 0 of a guest through a flaw of its own kernel. Most escapes need it first:
 * ports, page tables and hypercalls are the kernel's. It ends at the guest's edge (rule A32).
 */
export const privGuestRoot: Attack = {
  id: 'priv-guest-root',
  catalogue: null,
  target: 6,
  stage: 'privilege',
  takes: ['vm'],
  brings: 'ring',
  flaw: 'guest-privilege',
  needs: [guestRuns, codeInGuest, kernelUnpatched],
  length: (tempo) => tempo.privilege,
  resolve: (world, attacker, { vm = 0 }) => {
    const id = attacker.knownVms[vm - 1] ?? NONE;
    const flaw = usableFlaw(world, attacker, 'guest-privilege');
    if (!find(world.vms, id) || flaw === NONE) return null;
    return { attacker: attacker.id, vm: id, flaw };
  },
  strikes: atTheEnd,
  effect: (turn, { attacker, operation }, { vm = 0 }, proof) => {
    intrude(turn, vm as VmId, 'kernel', { attacker, attack: operation.attack, proof });
  },
  prospects: (known) =>
    inside(known, 'user')
      .filter(({ ring }) => ring === 'user')
      .filter(({ number }) => about(known, number, 'technique') !== 'container')
      .filter(({ number }) =>
        hasFlaw(known, 'guest-privilege', about(known, number, 'kernel-build')),
      )
      .map(({ number }) => ({
        attack: 'priv-guest-root',
        args: { vm: number },
        gain: { kind: 'ring', vm: number, ring: 'kernel' },
        sure: true,
      })),
};
