import { intrude, ringOf } from '../../mechanics/harm/intrusion.ts';
import { NONE, type VmId } from '../../world/ids.ts';
import { about, hasFlaw, inside } from '../../world/people/known.ts';
import { find } from '../../world/table.ts';
import { type Attack, atTheEnd, usableFlaw } from '../attack.ts';
import { ownKernel } from '../needs/container.ts';
import { kernelOpen } from '../needs/flaw.ts';
import { codeInGuest, guestRuns } from '../needs/guest.ts';

/**
 * Into the kernel of a guest: through a flaw of it, or as root by loading a module. Most escapes need it
 * first: page tables, mapped devices and hypercalls are the kernel's. It ends at the guest's edge,
 * and a container has none (rule A32).
 */
export const privGuestRoot: Attack = {
  id: 'priv-guest-root',
  catalogue: null,
  target: 6,
  family: null,
  takes: ['vm'],
  brings: 'ring',
  flaw: 'guest-privilege',
  needs: [guestRuns, codeInGuest, ownKernel, kernelOpen],
  length: (tempo) => tempo.privilege,
  resolve: (world, attacker, { vm = 0 }) => {
    const id = attacker.knownVms[vm - 1] ?? NONE;
    const flaw = usableFlaw(world, attacker, 'guest-privilege');
    const root = ringOf(world, attacker.id, id) === 'root';
    if (!find(world.vms, id) || (flaw === NONE && !root)) return null;
    return { attacker: attacker.id, vm: id, flaw };
  },
  strikes: atTheEnd,
  effect: (turn, { attacker, operation }, { vm = 0 }, proof) => {
    intrude(turn, vm as VmId, 'kernel', { attacker, attack: operation.attack, proof });
  },
  prospects: (known) =>
    inside(known, 'user')
      .filter(({ ring }) => ring !== 'kernel')
      .filter(({ number }) => about(known, number, 'technique') !== 'container')
      .filter(
        ({ number, ring }) =>
          ring === 'root' ||
          hasFlaw(known, 'guest-privilege', about(known, number, 'kernel-build')),
      )
      .map(({ number }) => ({
        attack: 'priv-guest-root',
        args: { vm: number },
        gain: { kind: 'ring', vm: number, ring: 'kernel' },
        sure: true,
      })),
};
