import { answeredExit, NATIVE_FAULT } from '../../../../shared/mechanics/cost/handling.ts';
import { MERGED, NATIVE } from '../../../../shared/mechanics/cost/prices.ts';
import { cyclesOf, type Pipeline } from '../../../../shared/mechanics/exits/pipeline/pipeline.ts';
import type { Stage } from '../../../../shared/mechanics/exits/pipeline/stage.ts';
import { figure } from '../../../../shared/text/figure.ts';
import type { Speaker } from '../../../../shared/text/speak.ts';
import type { ExitRow } from '../../../../shared/view/machine-rows.ts';
import { callText } from '../../../../shared/world/machine/hypercall.ts';
import type { Followed } from '../../../../shared/world/machine/trap.ts';

/** The name of an operation, of several whose exits are merged, or of a batch of them. */
export function operationKey(kind: Followed, operations: number): string {
  if (operations === 1) return kind;
  return `${kind}${operations === MERGED ? 'Merged' : 'Batch'}`;
}

/** What a recorded exit was for: a device, or a hypercall by its name and number. */
export function aimText(
  say: Speaker,
  { reason, device, call }: Pick<ExitRow, 'reason' | 'device' | 'call'>,
): string | null {
  const why = say(`names.exits.${reason}`);
  if (call !== '') return `${why} ${callText(call)}`;
  return device === '' ? null : `${why} · ${say(`names.devices.${device}`)}`;
}

const NO_BREAK = '\u00a0';

/** In which mode and ring a stage is: `비루트 모드 · CPL 0 · 모드 비트 0`. */
export function stateOf(say: Speaker, { mode, cpl, modeBit }: Stage): string {
  const ring = say('ui.inspector.stageRing', { cpl, bit: modeBit });
  const said =
    mode === null
      ? ring
      : `${say(`ui.inspector.${mode === 'root' ? 'rootMode' : 'nonRootMode'}`)} · ${ring}`;
  // A line ends between two of them, never within one.
  return said.replaceAll(' ', NO_BREAK).replaceAll(`${NO_BREAK}·${NO_BREAK}`, `${NO_BREAK}· `);
}

/** What it costs in all, for a batch also each, and what it would cost without a hypervisor. */
export function totalsOf(say: Speaker, kind: Followed, pipeline: Pipeline): readonly string[] {
  const { operations, stages } = pipeline;
  if (kind === 'vmrun') {
    // Nested exits are published as a whole, and of the same price in every year (F9).
    const cycles = figure(answeredExit(0, true));
    const merged = stages.some(({ what }) => what === 'mergesBlocks');
    return merged ? [say('ui.inspector.trapMerging', { cycles })] : [];
  }
  const cycles = cyclesOf(pipeline);
  const native = kind === 'exception' ? NATIVE_FAULT : NATIVE[kind];
  const each = { count: operations, cycles: figure(Math.trunc(cycles / operations)) };
  return [
    ...(operations > 1 ? [say('ui.inspector.trapEach', each)] : []),
    say('ui.inspector.trapNative', { cycles: figure(operations * native) }),
  ];
}
