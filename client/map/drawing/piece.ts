import { type Rect, rect, type Size } from './rect.ts';

/** The part of the 2D canvas that painters use, so that they need no browser to be tested. */
export type Brush = CanvasRenderingContext2D;

/** A drawing that can be painted once and shown in many places. Equal keys are equal drawings. */
export interface Stamp {
  readonly key: string;
  readonly size: Size;
  readonly paint: (brush: Brush) => void;
}

/** How a thing comes, goes and changes. Without a motion it just does. */
type Coming = 'rise' | 'fade' | 'late';

/** One image on the map. */
export interface Piece {
  /** The same from one drawing to the next, which is how changes are told. */
  readonly id: string;
  readonly stamp: Stamp;
  /** The part of the stamp to show, stretched to `box`. */
  readonly cut?: Rect;
  readonly box: Rect;
  readonly depth: number;
  /** From 0, dark, to 1. */
  readonly lit: number;
  readonly comes?: Coming;
  readonly goes?: 'fade';
  /** A change of drawing dissolves; those of one `wave` do so one after another. */
  readonly wave?: string;
  /** Whose it is: in another home it travels there along the street. */
  readonly home?: Home;
}

export type Point = readonly [x: number, y: number];

/** Where a thing lives, and how one gets from there to the street. */
export interface Home {
  readonly host: number;
  /** From the rail down or up to the street. */
  readonly toStreet: readonly Point[];
  /** Where the streets are joined, when there are several. */
  readonly trunkX: number | null;
}

/** Something that passes once along a path and is gone. */
export interface Trip {
  /** Another name is another trip. */
  readonly id: string;
  readonly stamp: Stamp;
  /** Of its middle, in CSS pixels of the drawing. */
  readonly path: readonly Point[];
  /** Milliseconds. */
  readonly length: number;
  /** Only one at a time goes along a lane: who comes too early is left out. */
  readonly lane?: string;
  readonly depth: number;
}

/** From back to front. Bodies all lie under all labels. */
export const DEPTH = {
  street: 1,
  uplink: 2,
  building: 3,
  room: 3.5,
  wire: 4,
  column: 5,
  platform: 6,
  rail: 7,
  node: 8,
  frame: 9,
  label: 10,
  /** Over everything it passes, and through the boxes on its way. */
  packet: 10.5,
  mark: 11,
  token: 12,
} as const;

/** A drawing whose size does not follow from its place is stretched between its corners. */
export function nineSlice(piece: Piece, corner: number): Piece[] {
  const { box, stamp } = piece;
  const c = Math.min(corner, box.w / 2, box.h / 2);
  const from = [0, corner, stamp.size.w - corner, stamp.size.w];
  const fromY = [0, corner, stamp.size.h - corner, stamp.size.h];
  const to = [0, c, box.w - c, box.w];
  const toY = [0, c, box.h - c, box.h];
  const at = (list: readonly number[], i: number): number => list[i] ?? 0;
  const pieces: Piece[] = [];
  for (let row = 0; row < 3; row += 1) {
    for (let col = 0; col < 3; col += 1) {
      const w = at(to, col + 1) - at(to, col);
      const h = at(toY, row + 1) - at(toY, row);
      if (w <= 0 || h <= 0) continue;
      pieces.push({
        ...piece,
        id: `${piece.id}#${row}${col}`,
        box: rect(box.x + at(to, col), box.y + at(toY, row), w, h),
        cut: rect(
          at(from, col),
          at(fromY, row),
          at(from, col + 1) - at(from, col),
          at(fromY, row + 1) - at(fromY, row),
        ),
      });
    }
  }
  return pieces;
}
