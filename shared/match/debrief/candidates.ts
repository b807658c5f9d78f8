import { attacks } from '../../attacks/registry.ts';
import { commandInPlay } from '../../commands/deck.ts';
import { commands } from '../../commands/registry.ts';
import { same } from '../../view/view.ts';
import type { Args, Counter, EventKind, EventOf, GameEvent, MetNeed } from '../../world/history.ts';
import type { Tick } from '../../world/ids.ts';
import type { World } from '../../world/world.ts';
import type { Advice } from './counsel.ts';

/** A hostile step that rested on preconditions. */
export type Step =
  | EventOf<'harm'>
  | EventOf<'foothold'>
  | EventOf<'frames-smuggled'>
  | EventOf<'layout-read'>
  | EventOf<'image-implanted'>;

const STEPS: readonly EventKind[] = [
  'harm',
  'foothold',
  'frames-smuggled',
  'layout-read',
  'image-implanted',
];

export const isStep = (event: GameEvent): event is Step => STEPS.includes(event.kind);

/** Something to try against a harm: what, by when, and at which tick where that is given. */
export interface Candidate {
  readonly counter: Counter;
  /** Whether it takes away what the headline of the harm is about. */
  readonly headline: boolean;
  readonly by: Tick;
  readonly at?: Tick;
}

/** Whether a need is what the headline of its attack is about. */
function isHeadline(attack: string, need: string): boolean {
  return attacks.get(attack)?.headline?.includes(need) === true;
}

/**
 * Everything that could be tried against a harm, in its order: what counters the headline conditions,
 * then what counters the others; what disturbs any service is left for later, and what takes a customer's
 * VM from them for the end. The step nearest to the harm says most, unless it belongs to no family and
 * only uses what an attack got.
 */
export function candidatesOf(steps: readonly Step[], world: World): Candidate[] {
  const ordered = [...steps]
    .reverse()
    .sort((a, b) => Number(isAside(a)) - Number(isAside(b)))
    .flatMap((step, i) => {
      const { needs, attack } = step.data;
      const [headline, others] = split(needs, ({ need }) => isHeadline(attack, need));
      const ranked = [
        ...mostDirectFirst(headline).map((counter) => ({ counter, place: 0 })),
        ...mostDirectFirst(others).map((counter) => ({ counter, place: 1 })),
      ];
      return ranked.map(({ counter, place }) => ({
        counter,
        headline: i === 0 && place === 0,
        by: step.tick,
        place: place + roughness(counter),
      }));
    })
    .filter(({ counter }) => {
      const command = commands.get(counter.command);
      return command !== undefined && commandInPlay(world, command);
    });
  return ordered.sort((a, b) => a.place - b.place);
}

/**
 * What a careful operator would have ordered in that match and that is done to what a counter is done to;
 * of each the last that could still matter.
 */
export function advised(candidates: readonly Candidate[], advice: readonly Advice[]): Candidate[] {
  const found: Candidate[] = [];
  const newestFirst = [...advice].reverse();
  for (const { counter, headline, by } of candidates) {
    const { next: _, ...bare } = counter;
    for (const { command, args, tick } of newestFirst) {
      if (command !== counter.command || tick >= by || !isAboutSame(args, counter.args)) continue;
      if (found.some((one) => one.counter.command === command && same(one.counter.args, args)))
        continue;
      found.push({ counter: { ...bare, args }, headline, by, at: tick });
    }
  }
  return found;
}

/** What words of an order name a part of a thing, not a way in which something is done to it. */
const PARTS: ReadonlySet<string> = new Set(['tool', 'device', 'trap', 'call']);

/** Whether two orders are about the same things, whichever way it is done to them. */
const isAboutSame = (a: Args, b: Args): boolean =>
  Object.entries(a).every(
    ([name, value]) => (typeof value === 'string' && !PARTS.has(name)) || b[name] === value,
  );

const isAside = ({ data }: Step): boolean => attacks.get(data.attack)?.family === null;

/** How much of a service it takes: 0 none, 2 some, 4 the VM itself. */
function roughness({ command, next }: Counter): number {
  const { blunt, lastResort } = commands.get(command) ?? {};
  return lastResort ? 4 : blunt && !next ? 2 : 0;
}

function split<T>(all: readonly T[], is: (one: T) => boolean): [yes: T[], no: T[]] {
  return [all.filter(is), all.filter((one) => !is(one))];
}

/** The first counter of each need, then the second of each, and so on. */
function mostDirectFirst(needs: readonly MetNeed[]): Counter[] {
  const rounds = Math.max(0, ...needs.map(({ counters }) => counters.length));
  return Array.from({ length: rounds }, (_, round) =>
    needs.flatMap(({ counters }) => counters[round] ?? []),
  ).flat();
}
