import { attacks } from '../attacks/registry.ts';
import { lengthOf } from '../world/people/act-lengths.ts';
import {
  actKey,
  type Gain,
  IMPLANTS,
  type Known,
  type KnownVm,
  type Prospect,
  scanNote,
  vmNote,
  wayNote,
} from '../world/people/known.ts';

/** An act by a key, for minds: they come to the world through views alone. */
export const keyOf = actKey;

/** Ticks that an act takes which takes so many when it is done fast, if it is done quietly. */
export const quietly = (fast: number): number => lengthOf(fast, true);

/** Whether an act betrays itself as it begins: done quietly it does so later, and else nothing is gained. */
export const isLoud = (attack: string): boolean => attacks.get(attack)?.opening !== undefined;

/** In how many ways an act tells of itself that some sensor could see: as it begins, and as it strikes. */
export function noiseOf(attack: string): number {
  const found = attacks.get(attack);
  return Number(found?.opening !== undefined) + Number(found?.trace !== undefined);
}

/** Everything that an attacker who knows so much could try, of the attacks that are in play. */
export function prospectsOf(known: Known, inPlay: readonly string[]): Prospect[] {
  // A copy for this one look: what attacks work out of it in common, they keep by it.
  const now = { ...known };
  return inPlay.flatMap((id) => attacks.get(id)?.prospects(now) ?? []);
}

/** What they would know if an act brought what it promises: the thread by which a plan is spun. */
export function imagine(known: Known, gain: Gain): Known {
  switch (gain.kind) {
    case 'vm': {
      const number = known.vms.length + 1;
      const { beside, theirs = false } = gain;
      const vm: KnownVm = { number, own: !theirs, power: 'running', ring: 'kernel' };
      const vms = [...known.vms, vm];
      if (beside === undefined) return { ...known, vms };
      const notes = { [wayNote(number, beside, 'host')]: 1, [vmNote(number, 'beside')]: beside };
      return { ...known, vms, notes: { ...known.notes, ...notes } };
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

/** The same of an act that gives a VM back: then another can be asked for. */
export function imagineAct(known: Known, { gain, args }: Prospect): Known {
  if (gain.kind !== 'frames') return imagine(known, gain);
  const vms = known.vms.map(
    (vm): KnownVm =>
      vm.own && vm.number === args.vm ? { ...vm, power: 'gone', ring: 'none' } : vm,
  );
  return { ...known, vms };
}

/**
 * The same without what could be tried from elsewhere than some of their places, so that what is new there
 * is found quickly. From where they have never looked around they know of no way to anybody.
 * @param about `itself`: only what they could try there on that VM
 */
export function onlyFrom(
  known: Known,
  places: readonly number[],
  about: 'itself' | 'others' = 'others',
): Known {
  const ways =
    about === 'others' &&
    places.some(
      (place) =>
        known.notes[scanNote(place)] !== undefined ||
        known.notes[vmNote(place, 'beside')] !== undefined,
    );
  const vms = known.vms.map((vm): KnownVm => {
    if (places.includes(vm.number) || (ways && !vm.own && vm.ring === 'none')) return vm;
    return { ...vm, power: vm.own && vm.power !== 'gone' ? 'stopped' : 'gone' };
  });
  return { ...known, vms };
}

/** Code of theirs is in an image, at their word: somebody may have a VM made from it. */
export const hasImplants = ({ notes }: Pick<Known, 'notes'>): boolean =>
  notes[IMPLANTS] !== undefined;
