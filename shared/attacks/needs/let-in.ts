import { type FactRef, fact } from '../../world/fact.ts';
import type { Counter } from '../../world/history.ts';
import { NONE } from '../../world/ids.ts';
import { find } from '../../world/table.ts';
import type { ReadonlyWorld } from '../../world/world.ts';

/** What it rests on that somebody is let in by a list of zones: `from` (0: the internet) of the strike, and that list. */
export function letInFacts(
  world: ReadonlyWorld,
  from: number,
  lists: readonly FactRef[],
): FactRef[] {
  if (from === NONE) return [...lists];
  const zone = find(world.vms, from)?.zone ?? NONE;
  return [
    ...lists,
    fact('vms', from, 'card'),
    fact('vms', from, 'zone'),
    fact('zones', zone, 'name'),
  ];
}

/** Shut off from the network, a VM is let in nowhere. */
export const shutOff = (from: number): Counter[] =>
  from === NONE
    ? []
    : [
        {
          command: 'quarantine-vm',
          args: { vm: from },
          moment: 'after',
          fact: fact('vms', from, 'zone'),
        },
      ];
