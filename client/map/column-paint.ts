import type { Power } from '../../shared/world/vm.ts';
import { type ColumnType, NAME_SLACK } from './column-type.ts';
import { chip, line, panel, within, write } from './paint.ts';
import { type MapTheme, mix } from './palette.ts';
import type { Brush } from './piece.ts';
import { rect } from './rect.ts';
import type { Density } from './section.ts';
import { createSetter, type Setter, typeOf } from './text.ts';

/** Everything a column's painting follows from, and nothing else: it is the painting's key. */
export interface ColumnLook {
  readonly w: number;
  readonly h: number;
  readonly scale: number;
  readonly density: Density;
  readonly capH: number;
  /** Height of the guest kernel's floor; 0 when it is not drawn. */
  readonly kernelH: number;
  readonly zone: string;
  readonly zoneName: string;
  readonly tenant: string;
  readonly letter: string;
  readonly name: string;
  readonly number: string;
  readonly type: ColumnType;
  readonly workload: string;
  readonly power: Power;
  /** How far a VM that is being made has come, from 0 to 1. */
  readonly growth: number;
  readonly ring3: string;
  readonly ring0: readonly string[];
  readonly technique: string;
  readonly bright: boolean;
  /** Where the layer's note goes, or `null`: then nothing is to be written there. */
  readonly noteY: number | null;
  readonly family: string;
}

export function paintColumn(brush: Brush, look: ColumnLook, theme: MapTheme): void {
  const setter = createSetter((text, font) => {
    brush.font = font;
    return brush.measureText(text).width;
  }, look.family);
  const { w, h, scale: s } = look;
  const box = rect(0, 0, w, h);
  const radius = Math.min(7 * s, w / 4);
  const making = look.power === 'provisioning';
  const off = look.power === 'stopped';

  within(brush, box, radius, () => {
    brush.fillStyle = making
      ? theme.building
      : off
        ? mix(theme.appFloor, theme.building, 0.6)
        : theme.appFloor;
    brush.fillRect(0, 0, w, h);
    if (look.kernelH > 0) {
      brush.fillStyle = making
        ? theme.building
        : off
          ? mix(theme.kernelFloor, theme.building, 0.6)
          : theme.kernelFloor;
      brush.fillRect(0, h - look.kernelH, w, look.kernelH);
    }
    if (making && look.growth > 0) {
      // No line at its top: it would strike through what is written there.
      brush.fillStyle = mix(theme.building, theme.accent, 0.22);
      brush.fillRect(0, h * (1 - look.growth), w, h * look.growth);
    }
    if (look.kernelH > 0) {
      const y = Math.round(h - look.kernelH) + 0.5;
      line(brush, [0, y], [w, y], {
        colour: theme.cardLine,
        width: 1,
        ...(making ? { dash: [3, 3] } : {}),
      });
    }
    brush.fillStyle = off || making ? mix(look.zone, theme.building, 0.55) : look.zone;
    brush.fillRect(0, 0, w, look.capH);
  });
  panel(brush, box, radius, null, {
    colour: making ? theme.accent : theme.cardLine,
    width: making ? 1.5 : 1,
    ...(making || off ? { dash: making ? [4, 3] : [2, 3] } : {}),
  });
  if (look.density === 'overview') paintOverview(brush, look, theme, setter);
  else paintFloors(brush, look, theme, setter);
}

function paintOverview(brush: Brush, look: ColumnLook, theme: MapTheme, setter: Setter): void {
  const { w, h, capH } = look;
  const side = Math.floor(Math.min(w - 4, h - capH - 3, 17 * look.scale));
  const type = typeOf(11 * look.scale, 600);
  const number = setter.width(look.number, type);
  const wide = side + number + 8 <= w;
  const x = wide ? (w - side - number - 4) / 2 : (w - side) / 2;
  const y = capH + (h - capH - side) / 2;
  const tall = h - capH >= side + 17 * look.scale;
  chip(
    brush,
    rect(x, tall && !wide ? capH + 3 : y, side, side),
    look.letter,
    chipLook(look, theme),
  );
  if (wide) {
    write(brush, look.number, x + side + 4, y + side / 2, {
      type,
      colour: theme.ink,
      family: look.family,
    });
  } else if (tall) {
    write(brush, look.number, w / 2, h - 9 * look.scale, {
      type,
      colour: theme.ink,
      family: look.family,
      align: 'center',
    });
  }
}

function chipLook(look: ColumnLook, theme: MapTheme) {
  const dim = look.power === 'running' ? 0 : 0.45;
  return { fill: mix(look.tenant, theme.building, dim), ink: theme.chipInk, family: look.family };
}

function paintFloors(brush: Brush, look: ColumnLook, theme: MapTheme, setter: Setter): void {
  const { w, h, scale: s, family } = look;
  const full = look.density === 'full';
  const { inset, chip: side } = look.type;
  const room = w - inset * 2;
  const off = look.power !== 'running';
  const ink = off ? theme.soft : theme.ink;
  const soft = off ? theme.faint : theme.soft;

  if (look.zoneName !== '') {
    const type = typeOf(11 * s, 700);
    const capInk = off ? theme.ink : theme.chipInk;
    const name = setter.choose([look.zoneName], type, w - 2);
    write(brush, name, w / 2, look.capH / 2, {
      type,
      colour: capInk,
      family,
      align: 'center',
    });
  }

  const top = look.capH + Math.round((full ? 7 : 4) * s);
  chip(brush, rect(inset, top, side, side), look.letter, chipLook(look, theme));
  const beside = room - side - look.type.gap + Math.min(NAME_SLACK, inset - 1);
  const { name: nameType, workload: workType } = look.type;
  const name = look.type.numbersOnly ? look.number : setter.choose([look.name], nameType, beside);
  write(brush, name, inset + side + look.type.gap, top + side / 2, {
    type: nameType,
    colour: ink,
    family,
  });

  // Ring 3 stands at the end of the first line when there is room, else above the kernel's floor.
  const faint = typeOf(Math.min(11 * s, workType.size * 0.95), 450);
  const free = beside - setter.width(name, nameType) - 10 * s;
  const ringW = setter.width(look.ring3, faint);
  const ringBeside = full && ringW <= free;
  if (ringBeside) {
    write(brush, look.ring3, w - inset, top + side / 2, {
      type: faint,
      colour: theme.faint,
      family,
      align: 'right',
    });
  }

  const lineH = workType.size * 1.28;
  const first = top + side + (full ? 13 : 11) * s;
  const floor = h - look.kernelH;
  const noteTop = look.noteY === null ? floor - 4 * s : look.noteY - 9 * s;
  const lines = Math.max(1, Math.floor((noteTop - first + lineH / 2) / lineH));
  const written = setter.wrap(look.workload, workType, room + NAME_SLACK, Math.min(2, lines));
  written.forEach((text, i) => {
    const y = first + i * lineH;
    if (y + workType.size / 2 <= floor) {
      write(brush, text, inset, y, { type: workType, colour: soft, family });
    }
  });
  const ringY = look.noteY === null ? floor - 10 * s : noteTop - 7 * s;
  if (full && !ringBeside && ringY - 7 * s > first + (written.length - 0.5) * lineH) {
    write(brush, look.ring3, inset, ringY, { type: faint, colour: theme.faint, family });
  }
  if (full) paintKernel(brush, look, theme, setter, inset);
  else paintBand(brush, look, theme, setter, inset);
}

/** The guest kernel's floor: its ring, and how it is held there. */
function paintKernel(
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
  const colour =
    look.bright && !off ? theme.accent : mix(theme.slabSoft, theme.building, off ? 0.4 : 0.12);
  const technique = setter.choose([look.technique], bold, room);
  const top = h - look.kernelH;
  const flat = look.kernelH < 36 * s;
  const gap = flat ? setter.width(technique, bold) + 8 * s : 0;
  const ring = setter.choose(look.ring0, plain, room - gap);
  const oneLine =
    flat || setter.width(ring, plain) + setter.width(technique, bold) + 10 * s <= room;
  const y = oneLine ? top + look.kernelH / 2 : top + look.kernelH * 0.3;
  write(brush, ring, inset, y, { type: plain, colour: off ? theme.faint : theme.soft, family });
  write(brush, technique, w - inset, oneLine ? y : top + look.kernelH * 0.72, {
    type: bold,
    colour,
    family,
    align: 'right',
  });
}

function paintBand(
  brush: Brush,
  look: ColumnLook,
  theme: MapTheme,
  setter: Setter,
  inset: number,
): void {
  const { w, h, scale: s, family } = look;
  const type = typeOf(11 * s, 650);
  const room = w - inset * 2;
  const y = h - look.kernelH / 2;
  const colour = look.bright ? theme.accent : mix(theme.slabSoft, theme.building, 0.12);
  const ring = look.ring0.at(-1) ?? '';
  const both = setter.width(ring, type) + setter.width(look.technique, type) + 8 * s <= room;
  if (both)
    write(brush, ring, inset, y, { type: typeOf(11 * s, 450), colour: theme.faint, family });
  const technique = setter.choose([look.technique], type, room);
  const at = both ? w - inset : w / 2;
  write(brush, technique, at, y, { type, colour, family, align: both ? 'right' : 'center' });
}
