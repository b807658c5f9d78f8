import { figure } from '../../../shared/text/figure.ts';
import type { Speaker } from '../../../shared/text/speak.ts';
import type { HeldRow } from '../../../shared/view/machine-rows.ts';
import { TICKS_PER_SECOND } from '../../../shared/world/ids.ts';
import { aimText } from '../inspector/traps/trap-words.ts';

/** What waits, in a few words: `포트 I/O · 플로피`. */
export const heldTitle = (say: Speaker, held: HeldRow): string =>
  aimText(say, held) ?? say(`names.exits.${held.reason}`);

/** Seconds until it is refused. */
export const remainingSeconds = ({ until }: HeldRow, tick: number): number =>
  Math.max(0, Math.ceil((until - tick) / TICKS_PER_SECOND));

/** Permille of its time that is left. */
export const leftOf = ({ heldAt, until }: HeldRow, tick: number): number =>
  Math.max(0, Math.min(1, (until - tick) / Math.max(1, until - heldAt)));

/** What an operand counts: a mapping's KiB, entries of an answer, lines of a display, bytes of a device. */
function unitOf({ call, device }: HeldRow): 'mapping' | 'entries' | 'lines' | 'bytes' {
  if (call === 'mmu_update') return 'mapping';
  if (call === 'memory_op') return 'entries';
  return device === 'svga' ? 'lines' : 'bytes';
}

/** Its operand as it is measured. */
export const operandText = (say: Speaker, held: HeldRow, operand: number): string =>
  say(`ui.traps.operand.${unitOf(held)}`, { count: figure(operand) });
