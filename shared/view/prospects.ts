import { attacks } from '../attacks/registry.ts';
import {
  actKey,
  type Gain,
  type Known,
  type KnownVm,
  type Prospect,
} from '../world/people/known.ts';

/** An act by a key, for minds: they come to the world through views alone. */
export const keyOf = actKey;

/** Everything that an attacker who knows so much could try, of the attacks that are in play. */
export function prospectsOf(known: Known, inPlay: readonly string[]): Prospect[] {
  return inPlay.flatMap((id) => attacks.get(id)?.prospects(known) ?? []);
}

/** What they would know if an act brought what it promises: the thread by which a plan is spun. */
export function imagine(known: Known, gain: Gain): Known {
  switch (gain.kind) {
    case 'vm': {
      const number = known.vms.length + 1;
      const vm: KnownVm = { number, own: true, power: 'running', ring: 'kernel' };
      return { ...known, vms: [...known.vms, vm] };
    }
    case 'ring':
      return {
        ...known,
        vms: known.vms.map((vm) =>
          vm.number === gain.vm ? { ...vm, power: 'running', ring: gain.ring } : vm,
        ),
      };
    case 'frames':
    case 'loot':
    case 'host':
    case 'outage':
    case 'notes':
      return known;
  }
}
