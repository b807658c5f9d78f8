import type { Technique } from '../../../world/machine/vm.ts';
import type { OperationCounts } from '../../../world/machine/workload.ts';
import { wayOutOf } from '../../processor/way-out.ts';
import { costOf, exitsOf, nativeCostOf } from '../cost.ts';
import type { CostTraits } from '../prices.ts';
import type { SourceId } from './sources.ts';

/**
 * How well a published figure is known: `V` read in the primary source, `V2` in a text that says it
 * copied it, `K` from knowledge only.
 */
type Tag = 'V' | 'V2' | 'K';

/**
 * What the agreement of a figure with the model's is worth. `taken`: the figure is one of the model's
 * prices. `fitted`: a count or a price was chosen to meet it. `ours`: it follows from counts that we
 * judged right, the figure known. `derived`: it follows from what was set for other figures.
 */
type Basis = 'taken' | 'fitted' | 'ours' | 'derived';

/**
 * What a figure is in: `times` permille of the native cost, `percent` permille of it more (or of a
 * capacity less), or a plain count.
 */
export type Unit = 'times' | 'percent' | 'cycles' | 'loads' | 'exits';

/** A published figure, and what the model says to it. */
export interface CostCheck {
  /** Number of the C-check, 1 to 14. */
  readonly check: number;
  readonly what: string;
  /** The figure's number, and how well it is known. */
  readonly source: SourceId;
  readonly tag: Tag;
  /** As it is published, for people. */
  readonly published: string;
  /** The least and the most that the check allows, in the unit; `null` where it names no most. */
  readonly low: number;
  readonly high: number | null;
  readonly unit: Unit;
  readonly basis: Basis;
  /** Whether a match has this today; else it has a price only. */
  readonly inPlay: boolean;
  /** The model's figure in the unit, or `null` where there is no model of it yet. */
  readonly model: () => number | null;
  /** What was measured, where it is such work under such a technique and nothing else. */
  readonly lane?: Lane;
}

/** A technique at some work that somebody measured against the metal. */
export interface Lane {
  readonly mix: OperationCounts;
  readonly technique: Technique;
  readonly host: CostTraits;
  /** The program by which it was measured. */
  readonly program: string;
}

/** What a row of one check says of itself; what it leaves out is the usual. */
export type Row = Omit<CostCheck, 'check' | 'unit' | 'basis' | 'inPlay' | 'high'> &
  Partial<Pick<CostCheck, 'unit' | 'basis' | 'inPlay' | 'high'>>;

export const checkOf = (check: number, rows: readonly Row[]): CostCheck[] =>
  rows.map((row) => ({ high: null, unit: 'times', basis: 'ours', inPlay: true, ...row, check }));

/** A host to compare on. */
export const on = (
  year: number,
  nestedPaging = false,
  platform: CostTraits['platform'] = 'type1',
): CostTraits => ({ platform, year, nestedPaging });

/** Barham's machine with Xen and with a hosted monitor; Adams' and Agesen's; one of today's kind. */
export const XEN_2003 = on(2003);
export const HOSTED_2003 = on(2003, false, 'type2');
export const SHADOW_2005 = on(2005);
export const EPT_2015 = on(2015, true);

/** Permille of its native cost that work takes, rounded. */
export const times = (mix: OperationCounts, technique: Technique, host: CostTraits): number =>
  Math.round((costOf(mix, technique, host) * 1000) / nativeCostOf(mix));

/** What somebody measured, and the model's figure of it. */
export const ran = (
  mix: OperationCounts,
  technique: Technique,
  host: CostTraits,
  program: string,
): Pick<CostCheck, 'model' | 'lane'> => ({
  lane: { mix, technique, host, program },
  model: () => times(mix, technique, host),
});

/** By how many permille one cost is above another. */
export const above = (dear: number, cheap: number): number =>
  Math.round((dear * 1000) / cheap) - 1000;

/** VM exits of a guest in a million native cycles: only hardware assistance has any. */
export const vmExits = (mix: OperationCounts, technique: Technique, host: CostTraits): number =>
  wayOutOf(technique) === 'exits' ? exitsOf(mix, technique, host) : 0;

/** The least that is more than that. */
export const over = (other: number): number => other + 1;
