import { panel } from './paint.ts';
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

type Placed = Pick<Piece, 'id' | 'depth' | 'lit'> & Partial<Pick<Piece, 'comes' | 'goes'>>;

export function bar(box: Rect, colour: string, placed: Placed): Piece {
  // The middle of the stamp only: its edge would fade when it is stretched.
  return { ...placed, stamp: barStamp(colour), cut: rect(1, 1, 2, 2), box };
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
  const { radius, fill, line, width = 1 } = look;
  const stroke = line === undefined ? undefined : { colour: line, width };
  const key = `plate|${radius}|${fill}|${line}|${width}`;
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
