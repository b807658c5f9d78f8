import type { Density } from '../drawing/measures.ts';
import { chip, line, panel, within, write } from '../drawing/paint.ts';
import { type MapTheme, mix } from '../drawing/palette.ts';
import type { Brush } from '../drawing/piece.ts';
import { rect } from '../drawing/rect.ts';
import { createSetter, type Setter, typeOf } from '../drawing/text.ts';
import { appsInk, paintBand, paintKernel, paintTechnique } from './column-floors.ts';
import type { ColumnLook } from './column-look.ts';
import { NAME_SLACK } from './column-type.ts';
import { innerPlace, paintInner } from './inner.ts';

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
    const floor = (colour: string): string =>
      making ? theme.building : off || look.shut ? mix(colour, theme.building, 0.6) : colour;
    brush.fillStyle = floor(
      look.found === 'apps' ? mix(look.ground, theme.harmPlatform, 0.75) : look.ground,
    );
    brush.fillRect(0, 0, w, h);
    if (look.kernelH > 0) {
      brush.fillStyle = floor(kernelFloor(look, theme));
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
        ...(making || look.kernel === 'process' ? { dash: [3, 3] } : {}),
      });
    }
    brush.fillStyle = off || making ? mix(look.zone, theme.building, 0.55) : look.zone;
    brush.fillRect(0, 0, w, look.capH);
  });
  const active = making || look.moving;
  panel(brush, box, radius, null, {
    colour: edgeOf(look, theme, active),
    width: active || look.shut || look.found !== null ? 1.5 : 1,
    ...(active || off || look.shut ? { dash: off && !look.shut ? [2, 3] : [4, 3] } : {}),
  });
  if (look.density === 'overview') paintOverview(brush, look, theme, setter);
  else paintFloors(brush, look, theme, setter);
}

function edgeOf({ found, shut }: ColumnLook, theme: MapTheme, active: boolean): string {
  if (active) return theme.accent;
  if (found !== null) return theme.harm;
  return shut ? theme.ink : theme.cardLine;
}

/** The less privileged a kernel is, the more its floor looks like the applications'. */
function kernelFloor({ found, kernel, ground }: ColumnLook, theme: MapTheme): string {
  if (found === 'kernel') return theme.harmPlatform;
  if (kernel === 'three') return mix(ground, theme.kernelFloor, 0.25);
  if (kernel === 'one' || kernel === 'process') return mix(ground, theme.kernelFloor, 0.6);
  return theme.kernelFloor;
}

/** A chip that is smaller has no room for its letter. CSS pixels. */
const LEAST_CHIP = 13;

function paintOverview(brush: Brush, look: ColumnLook, theme: MapTheme, setter: Setter): void {
  const { w, h, capH } = look;
  const side = Math.floor(Math.min(w - 4, h - capH - 3, 17 * look.scale));
  const type = typeOf(11 * look.scale, 600);
  const number = setter.width(look.number, type);
  // Two digits rather a little nearer to a smaller chip than not there at all.
  const roomy = side + number + 8 <= w;
  const close = Math.min(side, Math.max(LEAST_CHIP, Math.floor(w - number - 5)));
  const wide = roomy || close + number + 5 <= w;
  const [chipSide, gap] = roomy || !wide ? [side, 4] : [close, 2];
  const x = wide ? (w - chipSide - number - gap) / 2 : (w - side) / 2;
  const y = capH + (h - capH - chipSide) / 2;
  const tall = h - capH >= side + 17 * look.scale;
  chip(
    brush,
    rect(x, tall && !wide ? capH + 3 : y, chipSide, chipSide),
    look.letter,
    chipLook(look, theme),
  );
  if (wide) {
    write(brush, look.number, x + chipSide + gap, y + chipSide / 2, {
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

/** Between a column's cap and its tenant's chip. */
export const chipGap = (density: Density, scale: number): number =>
  Math.round((density === 'full' ? 7 : 4) * scale);

function chipLook(look: ColumnLook, theme: MapTheme) {
  const { tenant, family } = look;
  if (look.power === 'running') return { fill: tenant, ink: theme.chipInk, family };
  return { fill: mix(tenant, theme.building, 0.88), ink: tenant, family };
}

function paintFloors(brush: Brush, look: ColumnLook, theme: MapTheme, setter: Setter): void {
  const { w, h, scale: s, family } = look;
  const full = look.density === 'full';
  const { inset, chip: side } = look.type;
  const room = w - inset * 2;
  const off = look.power !== 'running';
  const ink = off ? theme.soft : theme.ink;
  const soft = off ? theme.faint : theme.soft;

  if (look.zoneNames.length > 0) {
    const type = typeOf(11 * s, 700);
    const capInk = off ? theme.ink : theme.chipInk;
    const name = setter.whole(look.zoneNames, type, w - 2);
    write(brush, name, w / 2, look.capH / 2, {
      type,
      colour: capInk,
      family,
      align: 'center',
    });
  }

  const { grouped } = look.type;
  const top = look.chipTop;
  if (!grouped) chip(brush, rect(inset, top, side, side), look.letter, chipLook(look, theme));
  const beside = grouped
    ? room + NAME_SLACK
    : room - side - look.type.gap + Math.min(NAME_SLACK, inset - 1);
  const { name: nameType, workload: workType } = look.type;
  const name = setter.whole([look.name, look.number], nameType, beside);
  const under = grouped ? nameType.size * 1.3 : 0;
  // On a short column it stands as low as it can without being cut off.
  const lowest = h - nameType.size * 0.55 - s;
  const nameY = grouped ? Math.min(top + side + under / 2 + s, lowest) : top + side / 2;
  write(brush, name, grouped ? inset : inset + side + look.type.gap, nameY, {
    type: nameType,
    colour: ink,
    family,
  });

  // Ring 3 stands at the end of the first line when there is room, else above the kernel's floor.
  const faint = typeOf(Math.min(11 * s, workType.size * 0.95), 450);
  const free = beside - setter.width(name, nameType) - 10 * s;
  const ringW = setter.width(look.apps, faint);
  const ringBeside = full && !grouped && ringW <= free;
  if (ringBeside) {
    write(brush, look.apps, w - inset, top + side / 2, {
      type: faint,
      colour: appsInk(look, theme),
      family,
      align: 'right',
    });
  }

  const lineH = workType.size * 1.28;
  const first = top + side + under + (full ? 13 : 11) * s;
  const floor = h - look.kernelH - look.techniqueH;
  const noteTop = look.noteY === null ? floor - 4 * s : look.noteY - 9 * s;
  const lines = Math.max(1, Math.floor((noteTop - first + lineH / 2) / lineH));
  paintInner(brush, look, theme, setter);
  const wrapped = setter.wrap(look.workload, workType, room + NAME_SLACK, Math.min(2, lines));
  // Half a word is a riddle: what it is for is said by the list and where it is selected.
  const hidden = innerPlace(look) !== null || wrapped.some((text) => text.endsWith('…'));
  const written = hidden ? [] : wrapped;
  written.forEach((text, i) => {
    const y = first + i * lineH;
    if (y + workType.size / 2 <= floor) {
      write(brush, text, inset, y, { type: workType, colour: soft, family });
    }
  });
  const ringY = look.noteY === null ? floor - 10 * s : noteTop - 7 * s;
  const ringFree = full && !ringBeside && innerPlace(look) === null;
  if (ringFree && ringY - 7 * s > first + (written.length - 0.5) * lineH) {
    write(brush, look.apps, inset, ringY, { type: faint, colour: appsInk(look, theme), family });
  }
  // Where its name needs the room, the technique is left to the layers that are about it.
  if (grouped && nameY + nameType.size * 0.6 > floor) return;
  if (look.kernelH === 0) paintTechnique(brush, look, theme, setter, inset);
  else if (full) paintKernel(brush, look, theme, setter, inset);
  else paintBand(brush, look, theme, setter, inset);
}
