import type { Blocked, Found, Step } from './search.ts';
import type { Node } from './start.ts';

/** A way on, with all that it reaches first: what a host takes with it falls by the road to the host. */
export interface Road {
  /** From 1, in the order in which roads are told. */
  readonly number: number;
  /** The number of the road that it goes on from, or 0: from where it all begins. */
  readonly after: number;
  /** How many roads lie before it. */
  readonly depth: number;
  readonly attack: string;
  /** What gets them far enough where it goes out from, in order. */
  readonly via: readonly string[];
  readonly from: Node;
  /** What falls by it first; where it only leads on, what it gets them into. */
  readonly reaches: readonly Node[];
  readonly sure: boolean;
}

/** A way that would be open but for one thing, and all that it would reach. */
export interface Wall {
  readonly attack: string;
  readonly need: string;
  readonly from: Node;
  readonly reaches: readonly Node[];
}

interface Draft {
  readonly step: Step;
  readonly via: readonly string[];
  readonly after: Draft | null;
  readonly first: Node[];
  readonly into: Node[];
  readonly next: Draft[];
  sure: boolean;
}

/** The roads by which something falls, those that depend on another right behind it. */
export function roadsOf({ steps }: Found): Road[] {
  const kept = leadSomewhere(steps);
  const by = new Map<number, Draft>();
  const roots: Draft[] = [];
  steps.forEach((step, i) => {
    if (!kept.has(i) || isInward(step)) return;
    const { via, after } = sourceOf(steps, step);
    const before = by.get(after) ?? null;
    const falls = before !== null && step.first && isOfHost(step);
    const beside = before?.next ?? roots;
    const road = falls
      ? before
      : (beside.find((one) => isAlike(one, step, via)) ??
        begin(beside, { step, via, after: before, first: [], into: [], next: [], sure: true }));
    (step.first ? road.first : road.into).push(step.to);
    road.sure &&= step.sure && (road.after?.sure ?? true);
    by.set(i, road);
  });
  return numbered(roots);
}

function begin(beside: Draft[], road: Draft): Draft {
  beside.push(road);
  return road;
}

/** The steps by which something falls first, and those that these rest on. */
function leadSomewhere(steps: readonly Step[]): ReadonlySet<number> {
  const kept = new Set<number>();
  steps.forEach(({ first }, i) => {
    if (!first) return;
    for (let at = i; at >= 0 && !kept.has(at); at = steps[at]?.after ?? -1) kept.add(at);
  });
  return kept;
}

/** It leads out of nowhere: it gets them deeper into where they are. */
const isInward = ({ from, to }: Step): boolean => from === to;

/** What is done to a guest from below. */
const isOfHost = ({ from, to }: Step): boolean =>
  from.startsWith('hosts/') && to.startsWith('vms/');

/** The step by which they came where this one goes out from, and how they got deeper there. */
function sourceOf(
  steps: readonly Step[],
  { after: last }: Step,
): { readonly via: readonly string[]; readonly after: number } {
  const via: string[] = [];
  let after = last;
  for (let step = steps[after]; step && isInward(step); step = steps[after]) {
    via.unshift(step.attack);
    after = step.after;
  }
  return { via, after };
}

const isAlike = ({ step, via }: Draft, other: Step, otherVia: readonly string[]): boolean =>
  step.attack === other.attack && step.from === other.from && via.join() === otherVia.join();

function numbered(roots: readonly Draft[]): Road[] {
  const roads: Road[] = [];
  const tell = (drafts: readonly Draft[], after: number, depth: number): void => {
    for (const { step, via, first, into, next, sure } of drafts) {
      const number = roads.length + 1;
      const reaches = first.length > 0 ? first : into;
      const { attack, from } = step;
      roads.push({ number, after, depth, attack, via, from, reaches, sure });
      tell(next, number, depth + 1);
    }
  };
  tell(roots, 0, 0);
  return roads;
}

/** What would reach further but for one thing, the same together, what would reach most first. */
export function wallsOf({ blocked }: Pick<Found, 'blocked'>): Wall[] {
  const walls = new Map<string, Blocked[]>();
  for (const one of blocked) {
    const key = `${one.attack}/${one.need}`;
    const alike = walls.get(key);
    if (alike) alike.push(one);
    else walls.set(key, [one]);
  }
  return [...walls.values()]
    .map((alike) => {
      const [{ attack, need, from }] = alike as [Blocked];
      return { attack, need, from, reaches: alike.map(({ to }) => to) };
    })
    .sort((a, b) => b.reaches.length - a.reaches.length);
}
