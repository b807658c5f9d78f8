import { clockOf } from '../../../shared/text/clock.ts';
import { hatch, panel } from '../drawing/paint.ts';
import { mix } from '../drawing/palette.ts';
import { DEPTH, type Piece } from '../drawing/piece.ts';
import { pill } from '../drawing/pills.ts';
import { rect, right } from '../drawing/rect.ts';
import type { Site, Sketch } from '../sketch.ts';

/** Of the lines over a building that someone else holds, in CSS pixels at scale 1. */
const STEP = 9;

/** Walls of a host on which an intruder runs code below the guests: hatched from end to end. */
export function fallenWalls({ theme }: Sketch, { lot, host }: Site): Piece {
  const { w, h } = lot.box;
  const s = Math.sqrt(lot.section.scale);
  const radius = Math.round(10 * s);
  const colour = mix(theme.building, theme.harm, 0.22);
  return {
    id: `host/${host.row.id}/fallen`,
    stamp: {
      key: `fallen|${w}|${h}|${colour}|${s}`,
      size: { w, h },
      paint: (brush) => hatch(brush, rect(0, 0, w, h), radius, colour, STEP * s),
    },
    box: lot.box,
    depth: DEPTH.building + 0.1,
    lit: 1,
    comes: 'fade',
    goes: 'fade',
  };
}

/** That it is taken and since when, where its load would stand. @returns the pill's left edge too */
export function takenPill(
  { theme, writer }: Sketch,
  { lot, host }: Site,
  y: number,
  tick: number,
): { readonly pieces: readonly Piece[]; readonly left: number } {
  const { scale, pad } = lot.section;
  const time = clockOf(tick);
  const { pieces, box } = pill(
    writer,
    writer.say('ui.map.takenAt', { time }),
    scale,
    { ink: theme.harmInk, fill: theme.harmGround, line: theme.harm },
    { id: `host/${host.row.id}/taken`, x: right(lot.box) - pad, y, align: 'right' },
  );
  return { pieces, left: box.x };
}

/** From the slab a tooth reaches into each guest that runs: whoever is below can read them all. */
export function teeth({ theme }: Sketch, { lot, host }: Site): Piece[] {
  const { section, box } = lot;
  if (section.density === 'overview') return [];
  const w = Math.round(11 * section.scale);
  const h = Math.round(9 * section.scale);
  const top = box.y + section.platform.y - h;
  return host.vms.flatMap((vm, i) => {
    const slot = section.slots[i];
    if (!slot || vm.power !== 'running') return [];
    return {
      id: `vm/${vm.id}/tooth@${vm.host}`,
      stamp: {
        key: `tooth|${w}|${h}|${theme.harm}`,
        size: { w, h },
        paint: (brush) => {
          brush.beginPath();
          brush.moveTo(0, h);
          brush.lineTo(w / 2, 0);
          brush.lineTo(w, h);
          brush.closePath();
          brush.fillStyle = theme.harm;
          brush.fill();
        },
      },
      box: rect(Math.round(box.x + slot.x + slot.w / 2 - w / 2), top, w, h),
      depth: DEPTH.platform + 0.2,
      lit: 1,
      comes: 'fade',
      goes: 'fade',
    } satisfies Piece;
  });
}

/** A slab on which device processes or system calls are confined has a rim. */
export function confinedRim({ theme, look }: Sketch, { lot, host }: Site): Piece {
  const { platform, scale } = lot.section;
  const { w, h } = platform;
  const radius = Math.min(5 * scale, h / 2);
  return {
    id: `host/${host.row.id}/platform/confined`,
    stamp: {
      key: `confined|${w}|${h}|${theme.good}`,
      size: { w, h },
      paint: (brush) => {
        panel(brush, rect(0, 0, w, h), radius, null, { colour: theme.good, width: 1.5 });
      },
    },
    box: rect(lot.box.x + platform.x, lot.box.y + platform.y, w, h),
    depth: DEPTH.platform + 0.1,
    lit: look.lights.platform,
    comes: 'fade',
    goes: 'fade',
  };
}
