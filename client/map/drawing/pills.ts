import { label, type Writer } from './labels.ts';
import { DEPTH, type Piece } from './piece.ts';
import { type Rect, rect } from './rect.ts';
import { plate } from './shapes.ts';
import { type Type, typeOf } from './text.ts';

export interface PillLook {
  readonly ink: string;
  readonly fill: string | null;
  readonly line: string;
  /** Fully round, or square like a tag. */
  readonly round?: boolean;
}

export interface PillPlace {
  readonly id: string;
  readonly x: number;
  /** The middle of the line. */
  readonly y: number;
  readonly align?: 'left' | 'right';
  readonly lit?: number;
  readonly depth?: number;
}

export const pillType = (scale: number): Type => typeOf(11.5 * scale, 500);

export function pillWidth(writer: Writer, text: string, scale: number, type: Type): number {
  return Math.round(writer.setter.width(text, type) + 14 * scale);
}

/** A short text in a frame of its own. */
export function pill(
  writer: Writer,
  text: string,
  scale: number,
  look: PillLook,
  place: PillPlace,
  type: Type = pillType(scale),
): { readonly pieces: Piece[]; readonly box: Rect } {
  const w = pillWidth(writer, text, scale, type);
  const h = Math.round(Math.max(17, 17 * scale));
  const x = Math.round(place.align === 'right' ? place.x - w : place.x);
  const box = rect(x, Math.round(place.y - h / 2), w, h);
  const { id, lit = 1, depth = DEPTH.rail } = place;
  const radius = look.round === false ? Math.round(4 * scale) : h / 2;
  return {
    box,
    pieces: [
      ...plate(box, { radius, fill: look.fill, line: look.line }, { id, depth, lit }),
      label(
        writer,
        text,
        { type, colour: look.ink },
        {
          id: `${id}/text`,
          x: x + w / 2,
          y: place.y,
          align: 'center',
          depth: Math.max(depth, DEPTH.label),
        },
      ),
    ],
  };
}
