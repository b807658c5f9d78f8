import type { Technique } from '../../../world/machine/vm.ts';
import type { OperationCounts } from '../../../world/machine/workload.ts';
import type { CostTraits } from '../prices.ts';
import type { CostCheck, Lane } from './check.ts';
import { CHECKS } from './registry.ts';

/** What was published of a technique at some work, in permille of the native cost. */
export interface PublishedLane extends Lane, Pick<CostCheck, 'source' | 'tag' | 'basis'> {
  /** The figure as it is published, and the least and the most of it. */
  readonly published: string;
  readonly low: number;
  readonly high: number;
}

/** Years around a host's within which a figure is shown beside it. */
const NEAR = 3;

const permille = (figure: string): number => Math.round(Number(figure) * 1000);

/** `1.03`, `1.46-3.1` or `4 x 2` in permille; `null` where it is said in words. */
export function spanOf(published: string): readonly [low: number, high: number] | null {
  const [, one = '', sign = '', other = ''] =
    /^(\d+(?:\.\d+)?)(?:( x |-)(\d+(?:\.\d+)?))?$/.exec(published) ?? [];
  if (one === '') return null;
  if (sign === '') return [permille(one), permille(one)];
  const both = Math.trunc((permille(one) * permille(other)) / 1000);
  return sign === '-' ? [permille(one), permille(other)] : [both, both];
}

/** Whether a figure was measured on a machine of that generation. */
const ofThatTime = (measured: CostTraits, host: CostTraits): boolean =>
  measured.nestedPaging === host.nestedPaging && Math.abs(measured.year - host.year) <= NEAR;

/**
 * What was published of such work under a technique on hardware of a host's generation: figures that
 * somebody read in their source or in a text that says it copied it, and none from knowledge only.
 */
export function publishedFor(
  mix: OperationCounts,
  technique: Technique,
  host: CostTraits,
): readonly PublishedLane[] {
  return CHECKS.flatMap(({ lane, tag, source, basis, published }) => {
    const span = spanOf(published);
    if (lane === undefined || span === null || tag === 'K') return [];
    if (lane.mix !== mix || lane.technique !== technique || !ofThatTime(lane.host, host)) return [];
    return [{ ...lane, source, tag, basis, published, low: span[0], high: span[1] }];
  });
}
