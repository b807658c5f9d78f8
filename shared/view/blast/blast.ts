import type { World } from '../../world/world.ts';
import { rowsOf } from '../reading.ts';
import type { BlueView } from '../view.ts';
import { Lasting } from './judge.ts';
import { type Road, roadsOf, type Wall, wallsOf } from './roads.ts';
import { Search } from './search.ts';
import { seenWorld, toTry } from './seen.ts';
import { idOf, type Start } from './start.ts';

/** What could fall if something were somebody's now, without any flaw that is not known. */
export interface Blast {
  readonly start: Start;
  /** How many VMs there are, and which could fall, the first ones included. */
  readonly vms: number;
  readonly fallenVms: readonly number[];
  readonly fallenHosts: readonly number[];
  /** Those that are somebody's to begin with. */
  readonly startVms: readonly number[];
  readonly startHosts: readonly number[];
  readonly roads: readonly Road[];
  /** What stops at one thing. */
  readonly walls: readonly Wall[];
  /** The number of the first road to a VM and to a host, by id. */
  readonly roadToVm: ReadonlyMap<number, number>;
  readonly roadToHost: ReadonlyMap<number, number>;
}

/** What was found of a world from whatever start: the cursor goes from one to the next. */
const LASTING = new WeakMap<World, Lasting>();

function lastingOf(seen: World): Lasting {
  const lasting = LASTING.get(seen) ?? new Lasting();
  LASTING.set(seen, lasting);
  return lasting;
}

/**
 * The blast radius of a start, worked out of the view alone, by the needs of the attacks themselves.
 * @param seen that view as a world, where more than one is asked for
 */
export function blastOf(view: BlueView, start: Start, seen: World = seenWorld(view)): Blast {
  const found = new Search(toTry(seen), false, lastingOf(seen)).run(start);
  const roads = roadsOf(found);
  const ids = (table: string): number[] =>
    found.fallen.filter((node) => node.startsWith(table)).map(idOf);
  const roadTo = (table: string): Map<number, number> => {
    const to = new Map<number, number>();
    for (const { number, reaches } of roads)
      for (const node of reaches)
        if (node.startsWith(table) && !to.has(idOf(node))) to.set(idOf(node), number);
    return to;
  };
  const roadToVm = roadTo('vms/');
  const roadToHost = roadTo('hosts/');
  const fallenVms = ids('vms/');
  const fallenHosts = ids('hosts/');
  return {
    start,
    vms: rowsOf(view, 'vms').length,
    fallenVms,
    fallenHosts,
    startVms: fallenVms.filter((id) => !roadToVm.has(id)),
    startHosts: fallenHosts.filter((id) => !roadToHost.has(id)),
    roads,
    walls: wallsOf(found),
    roadToVm,
    roadToHost,
  };
}
