import {
  imagineAct,
  isLoud,
  keyOf,
  noiseOf,
  onlyFrom,
  prospectsOf,
  quietly,
} from '../../view/prospects.ts';
import type { RedView } from '../../view/red/red.ts';
import type { Known, Prospect } from '../../world/people/known.ts';
import { goalOf } from './goals.ts';
import type { Length, Path } from './way.ts';

/** Permille of its time that an act is counted with which may come to nothing. */
const UNSURE = 1500;

/** Places to stand that one search looks on from, so that a decision stays short in the largest room. */
const MOST = 5;
/** Acts of one path. */
const LONGEST = 5;

/** Whatever betrays itself as it begins is done quietly, if there is the time. */
export const isQuiet = ({ attack, fleeting }: Prospect): boolean =>
  fleeting !== true && isLoud(attack);

/** Ticks that a step is counted with: to do it, and to think before the next. */
export function ticksOf({ lengths, actLengths }: RedView, step: Prospect): number {
  const fast = lengths[step.attack] ?? 1;
  const ticks = (isQuiet(step) ? quietly(fast) : fast) + actLengths.think;
  return step.sure ? ticks : Math.trunc((ticks * UNSURE) / 1000);
}

/** Of two ways the shorter; of two as long the one that tells less. */
const isShorter = (a: Length, b: Length): boolean =>
  a.ticks < b.ticks || (a.ticks === b.ticks && a.noise < b.noise);

/** Somewhere that they would stand, and what could be tried from there that could not be before. */
interface Place extends Path {
  readonly known: Known;
  readonly fresh: readonly Prospect[];
  /** All that could be tried on the way there. */
  readonly met: readonly ReadonlySet<string>[];
}

/** Somewhere that they could get to: what they would know there is worked out when its turn comes. */
interface Open extends Path {
  readonly from: Place;
}

/**
 * The shortest way to every goal that can be got to, over what they know: from where they stand, always on
 * from the place that is reached soonest (Dijkstra). An act that was tried in vain is no step before it is
 * worth another try.
 * @param first what may be begun now
 * @param possible all that could be tried from where they stand
 * @param until it is enough to know the way to that goal; `''`: to all
 */
export function pathsFrom(
  view: RedView,
  first: readonly Prospect[],
  possible: readonly Prospect[],
  until = '',
): Map<string, Path> {
  const found = new Map<string, Path>();
  const reached = new Set<string>();
  const open: Open[] = [];
  const lookOn = (place: Place): void => {
    for (const step of place.fresh) {
      const ticks = place.ticks + ticksOf(view, step);
      const noise = place.noise + noiseOf(step.attack);
      const goal = goalOf(step, view.known);
      const before = goal === null ? undefined : found.get(goal);
      if (before && !isShorter({ ticks, noise }, before)) continue;
      const path: Path = { steps: [...place.steps, step], ticks, noise };
      if (goal !== null) found.set(goal, path);
      else if (leadsOn(step) && path.steps.length < LONGEST) open.push({ ...path, from: place });
    }
  };
  const met = new Set(possible.map(({ attack, args }) => keyOf(attack, args)));
  lookOn({ known: view.known, steps: [], ticks: 0, noise: 0, fresh: first, met: [met] });
  for (let looked = 0; looked < MOST; ) {
    const next = takeSoonest(open);
    if (!next) break;
    // Nothing that is reached later is on a shorter way to it.
    if (next.ticks > (found.get(until)?.ticks ?? Number.POSITIVE_INFINITY)) break;
    const { from, ...path } = next;
    const got = gotBy(path.steps);
    if (reached.has(got)) continue;
    reached.add(got);
    looked += 1;
    lookOn(arrive(view, from, path));
  }
  return found;
}

/** Only another place to stand opens anything that was not open before: in a VM, or room for one. */
const leadsOn = ({ gain, args }: Prospect): boolean =>
  gain.kind === 'ring' || gain.kind === 'vm' || (gain.kind === 'frames' && args.vm !== undefined);

function takeSoonest(open: Open[]): Open | null {
  let at = -1;
  for (const [i, one] of open.entries()) {
    const best = open[at];
    if (!best || isShorter(one, best)) at = i;
  }
  return at < 0 ? null : (open.splice(at, 1)[0] ?? null);
}

/** What somebody has got who went that way, whichever way it was. */
const gotBy = (steps: readonly Prospect[]): string =>
  steps
    .map(({ gain, args }) =>
      gain.kind === 'ring' ? `${gain.vm}=${gain.ring}` : `${gain.kind}/${args.vm ?? 0}`,
    )
    .sort()
    .join(' ');

function arrive(view: RedView, from: Place, path: Path): Place {
  const last = path.steps.at(-1);
  const known = last ? imagineAct(from.known, last) : from.known;
  const at = view.tick + path.ticks;
  const met = new Set<string>();
  const fresh: Prospect[] = [];
  for (const prospect of prospectsOf(onlyFrom(known, [placeOf(known, last)]), view.inPlay)) {
    const key = keyOf(prospect.attack, prospect.args);
    if (from.met.some((before) => before.has(key))) continue;
    met.add(key);
    const restsUntil = view.memory.tried[key] ?? 0;
    if (restsUntil <= at && !view.memory.doing.includes(key)) fresh.push(prospect);
  }
  return { ...path, known, fresh, met: [...from.met, met] };
}

/** Where they would stand; 0 where they would only have given something up. */
function placeOf({ vms }: Known, step: Prospect | undefined): number {
  if (step?.gain.kind === 'ring') return step.gain.vm;
  return step?.gain.kind === 'vm' ? vms.length : 0;
}
