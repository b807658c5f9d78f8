import { NONE } from '../../world/ids.ts';
import type { ReadonlyWorld } from '../../world/world.ts';
import type { Need, Strike } from '../need.ts';
import { codeInSource, sourceRuns } from './guest.ts';

const fromInternet = (strike: Strike): boolean => strike.from === NONE;

/** A need of the VM that packets are sent from, which the internet has by itself. */
function unlessInternet<Id extends string>(need: Need<Id>): Need<Id> {
  return {
    ...need,
    holds: (world, strike) => fromInternet(strike) || need.holds(world, strike),
    facts: (world, strike) => (fromInternet(strike) ? [] : need.facts(world, strike)),
    counters: (world, strike) => (fromInternet(strike) ? [] : need.counters(world, strike)),
  };
}

/** Whether all of these hold: what packets of an act depend on before there are any. */
export const allHold = (world: ReadonlyWorld, needs: readonly Need[], strike: Strike): boolean =>
  needs.every((need) => need.holds(world, strike));

/** Packets come from the internet, or from a VM that runs and that the attacker has code in. */
export const sourceSends = [unlessInternet(sourceRuns), unlessInternet(codeInSource)] as const;
