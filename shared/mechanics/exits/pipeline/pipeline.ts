import type { ExitReason, ExitRecord } from '../../../world/machine/exit.ts';
import type { WordSize } from '../../../world/machine/host.ts';
import type { HypercallName } from '../../../world/machine/hypercall.ts';
import type { Kind } from '../../../world/machine/trap.ts';
import type { Technique } from '../../../world/machine/vm.ts';
import { BATCH, type CostTraits } from '../../cost/prices.ts';
import { wordSizeOf } from '../../processor/word-size.ts';
import { assistedStages } from './assisted.ts';
import { portedStages } from './ported.ts';
import type { Stage, Turnout } from './stage.ts';
import { translatedStages } from './translated.ts';
import { containerStages, emulatedStages } from './unassisted.ts';

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
  kind: Kind,
  technique: Technique,
  host: CostTraits,
  turnout: Turnout = PLAIN,
  wordSize: WordSize = wordSizeOf(host),
): Pipeline {
  return {
    stages: stagesOf(kind, technique, host, turnout, wordSize),
    operations: isBatched(kind, technique) && turnout.call === undefined ? BATCH : 1,
  };
}

function stagesOf(
  kind: Kind,
  technique: Technique,
  host: CostTraits,
  turnout: Turnout,
  wordSize: WordSize,
): Stage[] {
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
  }
}

/** Whether a driver or a kernel collects such operations, and leaves the guest once for several. */
export const isBatched = (kind: Kind, technique: Technique): boolean =>
  (kind === 'device' && (technique === 'hybrid' || technique === 'para')) ||
  (kind === 'pageTable' && technique === 'para');

/** Cycles of a pipeline in all. */
export const cyclesOf = ({ stages }: Pipeline): number =>
  stages.reduce((sum, { cycles }) => sum + cycles, 0);

/** The operation that a recorded exit stands for. */
const BY: Readonly<Record<Exclude<ExitReason, 'hypercall'>, Kind>> = {
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

export function kindOf({ reason, call }: Pick<ExitRecord, 'reason' | 'call'>): Kind {
  if (call !== '') return BY_CALL[call];
  return reason === 'hypercall' ? 'pageTable' : BY[reason];
}

/**
 * The technique by which an exit on record is handled: a guest with paravirtual drivers that touches an
 * emulated device all the same does it as one without.
 */
export const handledAs = (reason: ExitReason, technique: Technique): Technique =>
  technique === 'hybrid' && (reason === 'io' || reason === 'mmio') ? 'hvm' : technique;
