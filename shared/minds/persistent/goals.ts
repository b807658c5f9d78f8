import { hasImplants } from '../../view/prospects.ts';
import type { Gain, Known, Prospect } from '../../world/people/known.ts';
import type { Path } from './way.ts';

/** What a goal of each kind is worth to it; what is behind a database, more than other data. */
const WORTH: Readonly<Partial<Record<Gain['kind'], number>>> = {
  host: 240,
  loot: 100,
  outage: 90,
};
const DATABASE = 160;

/** Where nobody is yet: in a VM that they would have to ask for first. */
const NEW = 'new';

/**
 * What an act would bring it to, as a goal: what, and where (0: nowhere in particular); `null`: a step.
 * @param known what they know now, without what they imagine
 */
export function goalOf({ gain, args }: Prospect, { vms }: Known): string | null {
  if (WORTH[gain.kind] === undefined) return null;
  const place = args.vm ?? args.from ?? 0;
  return `${gain.kind}/${place > vms.length ? NEW : place}`;
}

/** The same goal once the VM that it is about has come: it has its number. */
export function moveIn(known: Known, goal: string): string {
  const { vms } = known;
  const last = vms.at(-1);
  const [kind, place] = goal.split('/');
  // One that was made from an image with code of theirs in it is as good.
  const come = last?.own === true || (last?.ring !== 'none' && hasImplants(known));
  return place === NEW && come && last?.power === 'running' ? `${kind}/${last.number}` : goal;
}

/** Of what kind a goal is: `host` of `host/1`. */
export const kindOf = (goal: string): string => goal.split('/')[0] ?? goal;

function worthOf({ notes }: Known, goal: string): number {
  const [kind, place] = goal.split('/');
  if (kind === 'loot' && notes[`vm/${place}/service`] === 'db') return DATABASE;
  return WORTH[kind as Gain['kind']] ?? 0;
}

/** A goal, and the way to it; `null`: what leads there may come by itself. */
export interface Aim {
  readonly goal: string;
  readonly path: Path | null;
}

/**
 * The goal that is worth most; of those worth as much the one that is nearest, and of those as near not
 * everybody takes the same.
 */
export function bestOf(known: Known, aims: readonly Aim[], temper: number): Aim | null {
  const ranked = aims.map((aim) => ({
    aim,
    worth: worthOf(known, aim.goal),
    ticks: aim.path?.ticks ?? Number.MAX_SAFE_INTEGER,
  }));
  const most = Math.max(...ranked.map(({ worth }) => worth));
  const dear = ranked.filter(({ worth }) => worth === most);
  const least = Math.min(...dear.map(({ ticks }) => ticks));
  const near = dear.filter(({ ticks }) => ticks === least);
  return near[temper % Math.max(1, near.length)]?.aim ?? null;
}
