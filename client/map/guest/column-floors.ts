import { write } from '../drawing/paint.ts';
import type { MapTheme } from '../drawing/palette.ts';
import type { Brush } from '../drawing/piece.ts';
import { type Setter, typeOf } from '../drawing/text.ts';
import type { ColumnLook } from './column-look.ts';
import { NAME_SLACK } from './column-type.ts';

/** Ink of the applications' ring: harm where foreign code was found in it. */
export const appsInk = ({ found }: ColumnLook, theme: MapTheme): string =>
  found === 'apps' ? theme.harm : theme.soft;

/** Ink of a technique's name: lit when the look asks for it, faint while the VM is off. */
function techniqueInk({ bright, power }: ColumnLook, theme: MapTheme, plain: string): string {
  if (power !== 'running') return theme.faint;
  return bright ? theme.accent : plain;
}

/** The guest kernel's floor: its ring, and how it is held there. */
export function paintKernel(
  brush: Brush,
  look: ColumnLook,
  theme: MapTheme,
  setter: Setter,
  inset: number,
): void {
  const { w, h, scale: s, family } = look;
  const off = look.power !== 'running';
  const size = Math.min(11.5 * s, look.type.workload.size * 1.05);
  const plain = typeOf(size, 500);
  const bold = typeOf(size, 700);
  const room = w - inset * 2;
  const colour = techniqueInk(look, theme, theme.platformSoft);
  const small = setter.shrink(look.technique[0] ?? '', bold, room + NAME_SLACK * 2, 0.9);
  const technique = setter.whole(look.technique, small, room + NAME_SLACK * 2);
  const top = h - look.kernelH;
  const foreign = look.found === 'kernel';
  const ringType = foreign ? bold : plain;
  const flat = look.kernelH < 32 * s;
  const gap = flat ? setter.width(technique, small) + 8 * s : 0;
  const ring = setter.choose(look.kernelText, ringType, room - gap);
  const oneLine =
    flat || setter.width(ring, ringType) + setter.width(technique, small) + 10 * s <= room;
  const y = oneLine ? top + look.kernelH / 2 : top + look.kernelH * 0.3;
  const ringInk = foreign ? theme.harm : off ? theme.faint : theme.soft;
  write(brush, ring, inset, y, { type: ringType, colour: ringInk, family });
  const techniqueW = setter.width(technique, small);
  const end = techniqueW > room ? (w + techniqueW) / 2 : w - inset;
  write(brush, technique, end, oneLine ? y : top + look.kernelH * 0.72, {
    type: small,
    colour,
    family,
    align: 'right',
  });
}

/** Without a kernel of its own a guest has but the name of its technique. */
export function paintTechnique(
  brush: Brush,
  look: ColumnLook,
  theme: MapTheme,
  setter: Setter,
  inset: number,
): void {
  const { w, h, scale: s, family } = look;
  const bold = typeOf(Math.min(11.5 * s, look.type.workload.size * 1.05), 700);
  const colour = techniqueInk(look, theme, theme.sharedSoft);
  const full = look.density === 'full';
  // Nothing stands beside it: it may come near both edges.
  const room = w - 4;
  const small = setter.shrink(look.technique[0] ?? '', bold, room, 0.9);
  const technique = setter.whole(look.technique, small, room);
  const tight = setter.width(technique, small) > w - inset * 2;
  write(brush, technique, full && !tight ? w - inset : w / 2, h - look.techniqueH * 0.55, {
    type: small,
    colour,
    family,
    align: full && !tight ? 'right' : 'center',
  });
}

export function paintBand(
  brush: Brush,
  look: ColumnLook,
  theme: MapTheme,
  setter: Setter,
  inset: number,
): void {
  const { w, h, scale: s, family } = look;
  const room = w - inset * 2;
  // Where nothing stands beside it, it may come near both edges.
  const usual = typeOf(11 * s, 650);
  const type = setter.shrink(look.technique.at(-1) ?? '', usual, w - 4, 0.9);
  const y = h - look.kernelH / 2;
  const colour = look.bright ? theme.accent : theme.platformSoft;
  const ring = look.kernelText.at(-1) ?? '';
  const technique =
    setter.whole(look.technique, type, room) || setter.whole(look.technique, type, w - 4);
  if (technique === '') {
    // The narrowest column still says how its guest is held: that matters more than the ring.
    const small = { ...type, weight: 550 };
    const text = setter.whole([look.tiny], small, w - 1);
    write(brush, text, w / 2, y, { type: small, colour, family, align: 'center' });
    return;
  }
  const both = setter.width(ring, type) + setter.width(technique, type) + 8 * s <= room;
  if (both)
    write(brush, ring, inset, y, { type: typeOf(11 * s, 450), colour: theme.faint, family });
  const at = both ? w - inset : w / 2;
  write(brush, technique, at, y, { type, colour, family, align: both ? 'right' : 'center' });
}
