import type { VmRow } from '../../../shared/view/machine-rows.ts';
import type { Writer } from '../drawing/labels.ts';
import type { Density } from '../drawing/measures.ts';
import { type Type, typeOf } from '../drawing/text.ts';
import type { Sketch } from '../sketch.ts';
import type { ColumnType } from './column-look.ts';

/** A name may come this much nearer to the right edge than other text. */
export const NAME_SLACK = 3;

/** Worked out once for a drawing, since all columns are of one width. */
export function columnType(
  sketch: Sketch,
  width: number,
  scale: number,
  density: Density,
): ColumnType {
  const key = `${width}|${scale}|${density}`;
  const known = sketch.types.get(key);
  if (known) return known;
  const vms = sketch.facts.hosts.flatMap((host) => host.vms);
  const type = typeFor(sketch.writer, vms, width, scale, density);
  sketch.types.set(key, type);
  return type;
}

/** How these guests are written in columns of that width. */
export function typeFor(
  { setter, say }: Writer,
  vms: readonly Pick<VmRow, 'id' | 'workload'>[],
  width: number,
  scale: number,
  density: Density,
): ColumnType {
  const full = density === 'full';
  const narrow = width < (full ? 64 : 46) * scale;
  const inset = Math.round((full ? (narrow ? 4 : 8) : narrow ? 2 : 6) * scale);
  const chip = Math.round((full ? 17 : narrow ? 14 : 16) * scale);
  const room = width - inset * 2;
  const gap = (narrow && !full ? 3 : 4) * scale;
  const beside = room - chip - gap + Math.min(NAME_SLACK, inset - 1);

  const widest = (texts: readonly string[], type: Type): string =>
    texts.reduce((a, b) => (setter.width(b, type) > setter.width(a, type) ? b : a), '');
  const usualName = typeOf((full ? 13 : 12) * scale, 650);
  const names = vms.map(({ id }) => say('ui.map.vm', { id }));
  const name = setter.shrink(widest(names, usualName), usualName, beside, 0.7);
  const grouped = names.some((text) => setter.width(text, name) > beside);
  const alone = setter.shrink(widest(names, usualName), usualName, room + NAME_SLACK, 0.7);

  const usual = typeOf((full ? 12.5 : 11.5) * scale, 500);
  const texts = vms.map((vm) => say(`names.workloads.${vm.workload}`));
  const words = texts.flatMap((text) => text.split(' '));
  const whole = setter.shrink(widest(texts, usual), usual, room + NAME_SLACK, full ? 0.85 : 0.7);
  const inOneLine = texts.every((text) => setter.width(text, whole) <= room + NAME_SLACK);
  const workload =
    inOneLine || !full ? whole : setter.shrink(widest(words, usual), usual, room + NAME_SLACK, 0.7);
  return { inset, chip, gap, name: grouped ? alone : name, grouped, workload };
}
