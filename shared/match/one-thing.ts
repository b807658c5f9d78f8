import { playable } from '../commands/answers.ts';
import type { Args, Command, OrderRef } from '../commands/command.ts';
import { lengthOfOrder } from '../commands/length.ts';
import { commands } from '../commands/registry.ts';
import { isTheirs } from '../view/blast/knowable.ts';
import { type Found, Search, type Step } from '../view/blast/search.ts';
import { seenWorld } from '../view/blast/seen.ts';
import type { Start } from '../view/blast/start.ts';
import type { BlueView } from '../view/view.ts';
import type { Counter } from '../world/history.ts';
import { SCENARIO, type SeatId, type Tick } from '../world/ids.ts';
import type { Pace } from '../world/pace.ts';
import { actKey } from '../world/people/known.ts';
import type { World } from '../world/world.ts';

interface Ordered {
  readonly command: string;
  readonly args: Args;
}

/** What one order, or two that belong together, would leave of a blast radius. */
export interface OneThing {
  readonly orders: readonly Ordered[];
  /** Credits and ticks of all of them. */
  readonly price: number;
  readonly length: Tick;
  /** VMs that could fall now, and once it is done, the first ones included. */
  readonly before: number;
  readonly after: number;
}

/** So many are tried: those that most rests on. */
const MOST = 14;

const ORDER: OrderRef = { seat: 1 as SeatId, seq: SCENARIO };

const vmsIn = ({ fallen }: Found): number =>
  fallen.filter((node) => node.startsWith('vms/')).length;

/**
 * What each counter in play would change if it alone were done: what helps most first, what changes nothing
 * after that, and last what stops almost anything, since it stops the work too. A counter is whatever a need
 * on some road names; it is carried out as it is in a match.
 */
export function oneThings(view: BlueView, start: Start, pace: Pace): OneThing[] {
  const found = new Search(seenWorld(view, pace), true).run(start);
  const before = vmsIn(found);
  const [, match] = view.tables.match;
  return candidates(found.steps)
    .filter(({ orders }) => orders.every(({ command }) => playable(match ?? null, command)))
    .slice(0, MOST)
    .flatMap(({ orders, blunt }) => {
      const world = seenWorld(view, pace);
      const cost = carryOut(world, orders);
      if (cost === null) return [];
      const after = vmsIn(new Search(world).run(start));
      return [{ thing: { orders, ...cost, before, after }, blunt }];
    })
    .sort(
      (a, b) =>
        Number(a.blunt) - Number(b.blunt) ||
        a.thing.after - b.thing.after ||
        a.thing.price - b.thing.price ||
        a.thing.length - b.thing.length,
    )
    .map(({ thing }) => thing);
}

interface Candidate {
  readonly orders: readonly Ordered[];
  /** It stops almost anything, or takes a VM from its tenant. */
  readonly blunt: boolean;
  weight: number;
}

/** Counters on the steps, each once, by how much comes after what they are about. */
function candidates(steps: readonly Step[]): Candidate[] {
  const weights = steps.map(({ first }) => Number(first));
  for (let i = steps.length - 1; i >= 0; i -= 1) {
    const after = steps[i]?.after ?? -1;
    if (after >= 0) weights[after] = (weights[after] ?? 0) + (weights[i] ?? 0);
  }
  const all = new Map<string, Candidate>();
  steps.forEach(({ counters }, i) => {
    const here = new Set<string>();
    for (const counter of counters) {
      if (counter.moment === 'instead' || isTheirs(counter.fact)) continue;
      const orders = ordersOf(counter);
      const key = orders.map(({ command, args }) => actKey(command, args)).join();
      if (here.has(key)) continue;
      here.add(key);
      const known = all.get(key);
      if (known) known.weight += weights[i] ?? 0;
      else all.set(key, { orders, blunt: isBlunt(orders), weight: weights[i] ?? 0 });
    }
  });
  return [...all.values()].sort((a, b) => Number(a.blunt) - Number(b.blunt) || b.weight - a.weight);
}

const ordersOf = ({ command, args, next }: Counter): Ordered[] => [
  { command, args },
  ...(next ? [next] : []),
];

const isBlunt = (orders: readonly Ordered[]): boolean =>
  orders.some(({ command }) => {
    const record = commands.get(command);
    return record?.blunt === true || record?.lastResort === true;
  });

/** Does it all. @returns what it costs, or `null`: it cannot be done */
function carryOut(
  world: World,
  orders: readonly Ordered[],
): Pick<OneThing, 'price' | 'length'> | null {
  let price = 0;
  let length = 0;
  for (const { command, args } of orders) {
    const record: Command | undefined = commands.get(command);
    if (record === undefined || record.refusal(world, args) !== null) return null;
    price += record.price(world, args);
    length += lengthOfOrder(world, record, args);
    const turn = { world, history: [] };
    record.start?.(turn, args, ORDER);
    record.finish(turn, args, ORDER);
  }
  return { price, length };
}
