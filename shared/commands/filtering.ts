import { reasonOf } from '../mechanics/fidelity/reached.ts';
import type { HostId } from '../world/ids.ts';
import { isAssisted } from '../world/machine/device-path.ts';
import {
  type DeviceName,
  type ExitFilter,
  FILTER_ACTIONS,
  isBare,
  TRAPS,
  type Trap,
} from '../world/machine/host.ts';
import type { Vm } from '../world/machine/vm.ts';
import { type Deep, rows } from '../world/table.ts';
import type { ReadonlyWorld } from '../world/world.ts';
import { commandInPlay } from './deck.ts';

/** What can be ordered of such exits: to let them pass, to compare them with a bound, to refuse or to hold them. */
export const VERDICTS = ['emulate', ...FILTER_ACTIONS] as const;
export type FilterVerdict = (typeof VERDICTS)[number];

/**
 * What of that there is in a match: nothing is held where nobody may decide of it, and nothing compared with
 * a bound that takes no operand.
 */
export const verdictsIn = (world: ReadonlyWorld, trap: Trap): readonly FilterVerdict[] =>
  VERDICTS.filter((verdict) =>
    verdict === 'bounds-check'
      ? !isBare(trap)
      : verdict !== 'hold' || commandInPlay(world, { name: 'decide-trap' }),
  );

/** What filters do with such exits now. */
export const verdictOn = (filters: readonly ExitFilter[], trap: Trap): FilterVerdict =>
  filters.find((filter) => filter.trap === trap)?.action ?? 'emulate';

/** The filters with one for that, or without any. */
export function replaced(
  filters: readonly ExitFilter[],
  trap: Trap,
  action: FilterVerdict,
): ExitFilter[] {
  const others = filters.filter((filter) => filter.trap !== trap);
  return action === 'emulate' ? others : [...others, { trap, action }];
}

type Maker = Pick<Deep<Vm>, 'technique' | 'devices' | 'diskModel' | 'nicModel' | 'card' | 'nested'>;

/** The hypercalls that can be filtered: a ported kernel makes them, and nobody else. */
const CALLS: readonly Trap[] = ['mmu_update', 'memory_op'];

/**
 * Whether a guest makes exits that such a filter would be about: hypercalls, touches of its devices, entries
 * into guests of its own, or any for that reason.
 */
export function makes(guest: Maker, trap: Trap): boolean {
  if (CALLS.includes(trap)) return guest.technique === 'para';
  if (trap === 'exception') return isAssisted(guest.technique);
  if (trap === 'vmrun') return guest.nested && isAssisted(guest.technique);
  return guest.devices.some((device) => {
    const reason = reasonOf(guest, device);
    return reason !== null && (device === trap || reason === trap);
  });
}

/** The devices that any of those guests reaches by that reason. */
const reachedBy = (guests: readonly Maker[], trap: Trap): ReadonlySet<DeviceName> =>
  new Set(
    guests.flatMap((guest) => guest.devices.filter((device) => reasonOf(guest, device) === trap)),
  );

/** For how many devices a reason has to be to be offered: one for a single device is what that device's own is. */
const SEVERAL = 2;

/** What filters can be set about with such guests, and be of any use beside each other; and what has one already. */
export const worthFiltering = (
  world: ReadonlyWorld,
  guests: readonly Maker[],
  filters: readonly ExitFilter[],
): readonly Trap[] =>
  TRAPS.filter((trap) => {
    if (filters.some((filter) => filter.trap === trap)) return true;
    // Nobody intercepts what a guest may keep to itself before anybody has told why.
    if (trap === 'exception' && !isKnownOf(world)) return false;
    if (trap === 'io' || trap === 'mmio') return reachedBy(guests, trap).size >= SEVERAL;
    return guests.some((guest) => makes(guest, trap));
  });

/** Whether it is published what exceptions within exceptions do to a CPU. */
const isKnownOf = ({ flaws }: ReadonlyWorld): boolean =>
  flaws.some((flaw) => flaw?.name === 'exception-loop' && flaw.public);

/** The guests of a host. */
export const guestsOf = (world: ReadonlyWorld, host: HostId): Deep<Vm>[] =>
  [...rows(world.vms)].filter((vm) => vm.host === host);
