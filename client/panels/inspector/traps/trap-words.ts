import { NATIVE } from '../../../../shared/mechanics/cost/prices.ts';
import { cyclesOf, type Pipeline } from '../../../../shared/mechanics/exits/pipeline/pipeline.ts';
import type { Stage } from '../../../../shared/mechanics/exits/pipeline/stage.ts';
import { figure } from '../../../../shared/text/figure.ts';
import type { Speaker } from '../../../../shared/text/speak.ts';
import type { ExitRow } from '../../../../shared/view/rows.ts';
import { callText } from '../../../../shared/world/machine/hypercall.ts';
import type { Kind } from '../../../../shared/world/machine/trap.ts';

/** The name of an operation, or of a batch of them. */
export const operationKey = (kind: Kind, operations: number): string =>
  operations > 1 ? `${kind}Batch` : kind;

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
export function totalsOf(say: Speaker, kind: Kind, pipeline: Pipeline): readonly string[] {
  const { operations } = pipeline;
  const cycles = cyclesOf(pipeline);
  const each = { count: operations, cycles: figure(Math.trunc(cycles / operations)) };
  return [
    ...(operations > 1 ? [say('ui.inspector.trapEach', each)] : []),
    say('ui.inspector.trapNative', { cycles: figure(operations * NATIVE[kind]) }),
  ];
}
