import type { Glyph } from './glyphs.ts';
import { line, panel } from './paint.ts';
import { nineSlice, type Piece, type Stamp } from './piece.ts';
import { type Rect, rect } from './rect.ts';

/** A plain bar of one colour, stretched to any length. */
function barStamp(colour: string): Stamp {
  return {
    key: `bar|${colour}`,
    size: { w: 4, h: 4 },
    paint: (brush) => {
      brush.fillStyle = colour;
      brush.fillRect(0, 0, 4, 4);
    },
  };
}

export type Placed = Pick<Piece, 'id' | 'depth' | 'lit'> & Partial<Pick<Piece, 'comes' | 'goes'>>;

export function bar(box: Rect, colour: string, placed: Placed): Piece {
  // The middle of the stamp only: its edge would fade when it is stretched.
  return { ...placed, stamp: barStamp(colour), cut: rect(1, 1, 2, 2), box };
}

/** Dashes painted at once, in CSS pixels: longer lines are laid in lengths. */
const LENGTH = 220;

/** A dashed line that fills its box along its longer side. */
export function dashes(
  box: Rect,
  colour: string,
  [dash, gap]: readonly [number, number],
  placed: Placed,
): Piece[] {
  const flat = box.w >= box.h;
  const width = flat ? box.h : box.w;
  const whole = Math.max(1, Math.floor(LENGTH / (dash + gap))) * (dash + gap);
  const stamp: Stamp = {
    key: `dashes|${colour}|${width}|${dash}|${gap}|${flat}`,
    size: flat ? { w: whole, h: width } : { w: width, h: whole },
    paint: (brush) => {
      const to: [number, number] = flat ? [whole, width / 2] : [width / 2, whole];
      const from: [number, number] = flat ? [0, width / 2] : [width / 2, 0];
      line(brush, from, to, { colour, width, dash: [dash, gap] });
    },
  };
  const pieces: Piece[] = [];
  const long = flat ? box.w : box.h;
  for (let at = 0; at < long; at += whole) {
    const part = Math.min(whole, long - at);
    pieces.push({
      ...placed,
      id: `${placed.id}~${at}`,
      stamp,
      cut: flat ? rect(0, 0, part, width) : rect(0, 0, width, part),
      box: flat ? rect(box.x + at, box.y, part, width) : rect(box.x, box.y + at, width, part),
    });
  }
  return pieces;
}

export interface PlateLook {
  readonly radius: number;
  readonly fill: string | null;
  readonly line?: string;
  readonly width?: number;
}

/** A plate no larger than this is painted whole, in CSS pixels: one image instead of nine. */
const WHOLE = 960;

/** A rounded plate of any size. */
export function plate(box: Rect, look: PlateLook, placed: Placed): Piece[] {
  const { radius, fill, width = 1 } = look;
  const stroke = look.line === undefined ? undefined : { colour: look.line, width };
  const key = `plate|${radius}|${fill}|${look.line}|${width}`;
  const { w, h } = box;
  if (w <= WHOLE && h <= WHOLE) {
    const whole: Stamp = {
      key: `${key}|${w}|${h}`,
      size: { w, h },
      paint: (brush) => panel(brush, rect(0, 0, w, h), radius, fill, stroke),
    };
    return [{ ...placed, stamp: whole, box }];
  }
  const corner = Math.ceil(radius + width) + 1;
  const side = corner * 2 + 4;
  const stamp: Stamp = {
    key,
    size: { w: side, h: side },
    paint: (brush) => panel(brush, rect(0, 0, side, side), radius, fill, stroke),
  };
  return nineSlice({ ...placed, stamp, box }, corner);
}

/** A round node with a rim in the colour of what lies under it. */
export function node(
  x: number,
  y: number,
  radius: number,
  look: { readonly fill: string; readonly rim: string },
  placed: Placed,
): Piece {
  const side = radius * 2 + 4;
  const stamp: Stamp = {
    key: `node|${radius}|${look.fill}|${look.rim}`,
    size: { w: side, h: side },
    paint: (brush) => {
      brush.beginPath();
      brush.arc(side / 2, side / 2, radius, 0, Math.PI * 2);
      brush.fillStyle = look.fill;
      brush.fill();
      brush.lineWidth = 1.5;
      brush.strokeStyle = look.rim;
      brush.stroke();
    },
  };
  return { ...placed, stamp, box: rect(x - side / 2, y - side / 2, side, side) };
}

/** A round badge with a sign in it. */
export function badge(
  box: Rect,
  look: { readonly glyph: Glyph; readonly name: string; readonly ink: string } & PlateLook,
  placed: Placed,
): Piece {
  const { w, h } = box;
  const { glyph, name, ink, radius, fill, width = 1 } = look;
  return {
    ...placed,
    box,
    stamp: {
      key: `badge|${name}|${w}|${h}|${ink}|${radius}|${fill}|${look.line}|${width}`,
      size: { w, h },
      paint: (brush) => {
        const stroke = look.line === undefined ? undefined : { colour: look.line, width };
        panel(brush, rect(0, 0, w, h), radius, fill, stroke);
        glyph(brush, w / 2, h / 2, Math.min(w, h) * 0.27, ink);
      },
    },
  };
}
