import { touchesModels } from '../mechanics/fidelity/models.ts';
import type { HostId } from '../world/ids.ts';
import { type ExitFilter, FILTER_ACTIONS, type Trap } from '../world/machine/host.ts';
import type { Vm } from '../world/machine/vm.ts';
import { type Deep, rows } from '../world/table.ts';
import type { ReadonlyWorld } from '../world/world.ts';

/** What can be ordered of such exits: to let them pass, to compare them with a bound, to refuse them. */
export const VERDICTS = ['emulate', ...FILTER_ACTIONS] as const;
export type FilterVerdict = (typeof VERDICTS)[number];

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

/** What of all that can be filtered a guest makes: touches of its devices, or hypercalls. */
export function trapsOf({
  technique,
  devices,
}: Pick<Deep<Vm>, 'technique' | 'devices'>): Set<Trap> {
  if (technique === 'para') return new Set<Trap>(['mmu_update', 'memory_op']);
  return new Set<Trap>(touchesModels(technique) ? devices : []);
}

interface Maker {
  readonly vm: Deep<Vm>;
  readonly traps: ReadonlySet<Trap>;
}

/** The guests of a host, and what of all that can be filtered they make. */
export function makesOn(world: ReadonlyWorld, host: HostId): Maker[] {
  const made: Maker[] = [];
  for (const vm of rows(world.vms)) if (vm.host === host) made.push({ vm, traps: trapsOf(vm) });
  return made;
}
