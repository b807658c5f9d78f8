import { write } from './paint.ts';
import { DEPTH, type Piece, type Stamp } from './piece.ts';
import { rect } from './rect.ts';
import type { Setter, Type } from './text.ts';

export interface LabelStyle {
  readonly type: Type;
  readonly colour: string;
}

/** What is needed to write: the language, the type, and how wide it falls. */
export interface Writer {
  readonly say: (path: string, values?: Record<string, string | number>) => string;
  readonly setter: Setter;
  readonly family: string;
}

/** A text as a drawing of its own: equal texts in equal type share one place in the atlas. */
function textStamp(writer: Writer, text: string, { type, colour }: LabelStyle): Stamp {
  const w = Math.ceil(writer.setter.width(text, type)) + 4;
  const h = Math.ceil(type.size * 1.5);
  return {
    key: `text|${text}|${type.size}|${type.weight}|${colour}`,
    size: { w, h },
    paint: (brush) => write(brush, text, 2, h / 2, { type, colour, family: writer.family }),
  };
}

export interface LabelPlace {
  readonly id: string;
  readonly x: number;
  /** The middle of the line. */
  readonly y: number;
  readonly align?: 'left' | 'center' | 'right';
  readonly depth?: number;
}

/** A line of text at a place. A layer dims what is drawn, and never a word: it is read or not there. */
export function label(writer: Writer, text: string, style: LabelStyle, place: LabelPlace): Piece {
  const stamp = textStamp(writer, text, style);
  const { w, h } = stamp.size;
  const shift = place.align === 'right' ? w - 2 : place.align === 'center' ? w / 2 : 2;
  return {
    id: place.id,
    stamp,
    box: rect(Math.round(place.x - shift), Math.round(place.y - h / 2), w, h),
    depth: place.depth ?? DEPTH.label,
    lit: 1,
  };
}
