import type { Technique } from '../../world/machine/vm.ts';
import type { CostTraits } from '../cost/prices.ts';
import { handledAs, pipelineOf } from './pipeline/pipeline.ts';

/** What people bet on before a match is live: so many of one operation of a guest, one after another (§17, §18). */
export const BETS = [
  { kind: 'syscall', times: 10_000 },
  { kind: 'device', times: 1 },
] as const;

export type BetKind = (typeof BETS)[number]['kind'];

/** What can be bet: so many exits. */
export const STAKES = [0, 1, 10_000] as const;

/**
 * Whether there is anything to bet on: where a guest leaves itself by VM exits. Elsewhere a write to a port is
 * a call, a batch on a ring, or nobody's concern.
 */
export const isBetOn = (technique: Technique): boolean =>
  technique === 'hvm' || technique === 'hybrid';

/** How what is bet on is handled: a port is touched as one of an emulated device, whatever drivers the guest has. */
export const betTechnique = (kind: BetKind, technique: Technique): Technique =>
  kind === 'device' ? handledAs('io', technique) : technique;

/**
 * How many VM exits so many operations make, as the pipeline has them go (rule K31).
 * Source: FACTS, table A2; the course, §17 and §18.
 */
export function exitsFor(
  { kind, times }: (typeof BETS)[number],
  technique: Technique,
  host: CostTraits,
): number {
  const { stages, operations } = pipelineOf(kind, betTechnique(kind, technique), host);
  const exits = stages.filter(({ what }) => what === 'exit').length;
  return Math.ceil((exits * times) / operations);
}
