import type { ExitReason, ExitRecord } from '../../../world/machine/exit.ts';
import { type BareReason, isBare, type WordSize } from '../../../world/machine/host.ts';
import type { HypercallName } from '../../../world/machine/hypercall.ts';
import type { Followed, Kind } from '../../../world/machine/trap.ts';
import type { Technique } from '../../../world/machine/vm.ts';
import { BATCH, type CostTraits, MERGED } from '../../cost/prices.ts';
import { wordSizeOf } from '../../processor/word-size.ts';
import { assistedStages, isMerged } from './assisted.ts';
import { bareStages } from './bare.ts';
import { portedStages } from './ported.ts';
import type { Stage, Turnout } from './stage.ts';
import { translatedStages } from './translated.ts';
import { containerStages, emulatedStages, nativeStages } from './unassisted.ts';

/** One way out of a guest and back, stage by stage. */
export interface Pipeline {
  readonly stages: readonly Stage[];
  /** Operations that it is for: 1, or a batch. */
  readonly operations: number;
}

const PLAIN: Turnout = { checked: false, refused: false };

/**
 * How one operation of a guest goes its way (rule K31). Its cycles add up to what the cost model charges
 * for its operations, beside a check by a filter where there is one; one that is refused ends early.
 * Source: FACTS, table A2 and I-3.
 * @param wordSize of the guest, where it is not its host's
 */
export function pipelineOf(
  kind: Followed,
  technique: Technique,
  host: CostTraits,
  turnout: Turnout = PLAIN,
  wordSize: WordSize = wordSizeOf(host),
): Pipeline {
  return {
    stages: stagesOf(kind, technique, host, turnout, wordSize),
    operations: turnout.call === undefined ? togetherOf(kind, technique, host) : 1,
  };
}

function stagesOf(
  kind: Followed,
  technique: Technique,
  host: CostTraits,
  turnout: Turnout,
  wordSize: WordSize,
): Stage[] {
  if (isBare(kind)) return bareStages(kind, host, turnout);
  switch (technique) {
    case 'hvm':
    case 'hybrid':
      return assistedStages(kind, host, technique === 'hybrid', turnout);
    case 'para':
      return portedStages(kind, host, turnout, wordSize);
    case 'bt':
      return translatedStages(kind, host, turnout);
    case 'emulation':
      return emulatedStages(kind, host, turnout);
    case 'container':
      return containerStages(kind);
    case 'native':
      return nativeStages(kind);
  }
}

/** Operations for which the guest leaves once: one, a batch, or those whose exits are merged. */
export function togetherOf(kind: Followed, technique: Technique, host: CostTraits): number {
  if (isBatched(kind, technique)) return BATCH;
  return isMerged(kind, technique, host) ? MERGED : 1;
}

/** Whether a driver or a kernel collects such operations, and leaves the guest once for several. */
const isBatched = (kind: Followed, technique: Technique): boolean =>
  (kind === 'device' && (technique === 'hybrid' || technique === 'para')) ||
  (kind === 'pageTable' && technique === 'para');

/** Cycles of a pipeline in all. */
export const cyclesOf = ({ stages }: Pipeline): number =>
  stages.reduce((sum, { cycles }) => sum + cycles, 0);

/** The operation that a recorded exit stands for. */
const BY: Readonly<Record<Exclude<ExitReason, 'hypercall' | BareReason>, Kind>> = {
  io: 'device',
  mmio: 'device',
  kick: 'device',
  'page-table': 'pageTable',
  cpuid: 'cpuid',
  hlt: 'halt',
  interrupt: 'interrupt',
  syscall: 'syscall',
};

/** The same of a hypercall. What asks for memory is nobody's everyday, and is told beside page tables. */
const BY_CALL: Readonly<Record<HypercallName, Kind>> = {
  mmu_update: 'pageTable',
  memory_op: 'pageTable',
  iret: 'syscall',
  sched_op: 'halt',
  event_channel_op: 'device',
};

/** What a recorded exit is followed as. */
export function kindOf({ reason, call }: Pick<ExitRecord, 'reason' | 'call'>): Followed {
  if (isBare(reason)) return reason;
  if (call !== '') return BY_CALL[call];
  return reason === 'hypercall' ? 'pageTable' : BY[reason];
}

/**
 * The technique by which an exit on record is handled: a guest with paravirtual drivers that touches an
 * emulated device all the same does it as one without.
 */
export const handledAs = (reason: ExitReason, technique: Technique): Technique =>
  technique === 'hybrid' && (reason === 'io' || reason === 'mmio') ? 'hvm' : technique;
