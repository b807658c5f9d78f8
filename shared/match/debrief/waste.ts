import { billOf, nativeBill, ratioOf } from '../../mechanics/cost/bill.ts';
import { raceOf, reasonOf } from '../../mechanics/technique/race.ts';
import { undoneFor } from '../../mechanics/work.ts';
import { inDeck } from '../../world/deck.ts';
import type { HostId } from '../../world/ids.ts';
import type { Vm } from '../../world/machine/vm.ts';
import { find, rows } from '../../world/table.ts';
import type { World } from '../../world/world.ts';
import type { Input } from '../input.ts';
import { replay } from '../replay.ts';
import type { BetterWay, Waste } from '../report.ts';
import { namesOf } from './names.ts';
import { pointsBetween, someoneAt } from './prevention.ts';
import type { Ground } from './without.ts';

/** So many VMs are told of, and so many changes tried for each. */
const MOST_TOLD = 3;
const MOST_TRIED = 3;

/** A VM run in one way on one host, over the moments at which it was seen so. */
interface Seen {
  readonly vm: Vm;
  /** The world in which it was first seen so. */
  readonly world: World;
  readonly from: number;
  until: number;
  /** At how many of the moments. */
  moments: number;
  /** Kilocycles a tick that were left undone, and that were wanted, summed over those moments. */
  undone: number;
  wanted: number;
}

/** A change that could have been ordered, and what the work costs after it. */
type Change = Pick<BetterWay, 'command' | 'args' | 'cost'>;

/**
 * The VMs of which the most work was left undone for how they were run, by the worlds that were kept on
 * the way; for each the change of technique or of host that would have been worth the most points, shown
 * by running the match again with that one order more.
 */
export function wastesOf(ground: Ground): Waste[] {
  const names = namesOf(ground.match);
  return seenIn(ground)
    .sort((a, b) => b.undone - a.undone || a.vm.id - b.vm.id)
    .slice(0, MOST_TOLD)
    .flatMap((seen): Waste[] => {
      const { vm, world, from, until, moments, undone, wanted } = seen;
      const host = find(world.hosts, vm.host);
      const bill = host === null ? null : billOf(vm, host);
      const reason = bill === null ? null : reasonOf(bill, nativeBill(vm.workload));
      if (bill === null || reason === null) return [];
      const { operation, count, price } = reason.line;
      return [
        {
          vm: vm.id,
          workload: vm.workload,
          tenant: names.vm(vm.id).tenant,
          technique: vm.technique,
          host: vm.host,
          seen: moments,
          from,
          until,
          cost: ratioOf(bill),
          undone: Math.trunc((undone * 1000) / wanted),
          group: reason.group,
          operation,
          count,
          price,
          better: bestOf(ground, seen),
        },
      ];
    });
}

function seenIn({ kept }: Ground): Seen[] {
  const seen = new Map<string, Seen>();
  for (const world of kept.copies()) {
    // What nobody could change yet is no waste of theirs: Prepare is not counted.
    if (world.phase !== 'live') continue;
    for (const vm of rows(world.vms)) {
      const host = find(world.hosts, vm.host);
      if (vm.power !== 'running' || host === null) continue;
      const undone = undoneFor(world, vm, host);
      if (undone === 0) continue;
      const key = `${vm.id} ${vm.technique} ${vm.host}`;
      const one = seen.get(key) ?? {
        vm,
        world,
        from: world.tick,
        until: 0,
        moments: 0,
        undone: 0,
        wanted: 0,
      };
      one.until = world.tick;
      one.moments += 1;
      one.undone += undone;
      one.wanted += vm.demand;
      seen.set(key, one);
    }
  }
  return [...seen.values()];
}

/** Every change that makes its work cheaper and leaves it right, the cheapest first. */
function changesOf({ vm, world }: Seen): Change[] {
  const { deck } = world;
  const image = find(world.images, vm.image);
  const home = find(world.hosts, vm.host);
  if (image === null || home === null) return [];
  const now = ratioOf(billOf(vm, home));
  const runner = { workload: vm.workload, devices: vm.devices, filters: vm.filters, image };
  const conversions = raceOf(deck, home, runner)
    .filter(({ right }) => right)
    .map(({ technique, cost }): Change => {
      return { command: 'convert-vm', args: { vm: vm.id, technique }, cost };
    });
  const moves = [...rows(world.hosts)].flatMap((host): Change[] => {
    const lane = raceOf(deck, host, runner).find(({ technique }) => technique === vm.technique);
    if (host.id === home.id || lane === undefined || !lane.right) return [];
    const args = { vm: vm.id, host: host.id as HostId };
    return [{ command: 'migrate-vm', args, cost: lane.cost }];
  });
  return [...conversions, ...moves]
    .filter(({ command, cost }) => cost < now && inDeck(world, 'commands', command))
    .sort((a, b) => a.cost - b.cost);
}

/** The change that raises the total the most; `null` where none does. */
function bestOf({ match, journal, kept }: Ground, seen: Seen): BetterWay | null {
  const { scenario, seed, history } = match;
  const tick = seen.from + 1;
  const seat = someoneAt(history, tick, 'operator');
  let best: BetterWay | null = null;
  for (const change of changesOf(seen).slice(0, MOST_TRIED)) {
    const { command, args } = change;
    const input: Input = { kind: 'order', seat, n: 0, command, args };
    const then = replay({
      scenario,
      seed,
      journal,
      acts: { from: 'record', history },
      extra: [{ tick, input }],
      from: kept.before(tick),
    });
    const points = pointsBetween(match, then);
    if (points.total > (best?.points.total ?? 0)) best = { ...change, tick, points };
  }
  return best;
}
