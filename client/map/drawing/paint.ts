import type { Brush } from './piece.ts';
import type { Rect } from './rect.ts';
import { fontOf, LEAST_TYPE, type Type } from './text.ts';

export interface Stroke {
  readonly colour: string;
  readonly width: number;
  readonly dash?: readonly number[];
}

/** A rounded rectangle whose stroke lies wholly inside it. */
export function panel(
  brush: Brush,
  box: Rect,
  radius: number | number[],
  fill: string | null,
  stroke?: Stroke,
): void {
  if (fill !== null) {
    brush.beginPath();
    brush.roundRect(box.x, box.y, box.w, box.h, radius);
    brush.fillStyle = fill;
    brush.fill();
  }
  if (!stroke) return;
  const half = stroke.width / 2;
  const inner = typeof radius === 'number' ? Math.max(0, radius - half) : radius;
  brush.beginPath();
  brush.roundRect(box.x + half, box.y + half, box.w - stroke.width, box.h - stroke.width, inner);
  brush.strokeStyle = stroke.colour;
  brush.lineWidth = stroke.width;
  brush.setLineDash([...(stroke.dash ?? [])]);
  brush.stroke();
  brush.setLineDash([]);
}

export function line(
  brush: Brush,
  from: readonly [number, number],
  to: readonly [number, number],
  stroke: Stroke,
): void {
  brush.beginPath();
  brush.moveTo(...from);
  brush.lineTo(...to);
  brush.strokeStyle = stroke.colour;
  brush.lineWidth = stroke.width;
  brush.setLineDash([...(stroke.dash ?? [])]);
  brush.stroke();
  brush.setLineDash([]);
}

/** Everything painted in `inside` stays within the rounded box. */
export function within(brush: Brush, box: Rect, radius: number, inside: () => void): void {
  brush.save();
  brush.beginPath();
  brush.roundRect(box.x, box.y, box.w, box.h, radius);
  brush.clip();
  inside();
  brush.restore();
}

/** Slanted lines: the mark of data that nobody has wiped. */
export function hatch(brush: Brush, box: Rect, radius: number, colour: string, step: number): void {
  within(brush, box, radius, () => {
    brush.strokeStyle = colour;
    brush.lineWidth = step * 0.42;
    brush.beginPath();
    const reach = box.w + box.h;
    for (let at = step * 0.35; at < reach; at += step) {
      brush.moveTo(box.x + at + 2, box.y - 2);
      brush.lineTo(box.x + at - box.h - 2, box.y + box.h + 2);
    }
    brush.stroke();
  });
}

/** Colours that share a box in slanted bands, with a rim: one thing of several owners. */
export function banded(
  brush: Brush,
  box: Rect,
  radius: number,
  colours: readonly string[],
  rim: string,
): void {
  const width = (box.w + box.h) / colours.length;
  within(brush, box, radius, () => {
    colours.forEach((colour, i) => {
      const from = box.x + width * i;
      brush.fillStyle = colour;
      brush.beginPath();
      brush.moveTo(from, box.y);
      brush.lineTo(from + width, box.y);
      brush.lineTo(from + width - box.h, box.y + box.h);
      brush.lineTo(from - box.h, box.y + box.h);
      brush.closePath();
      brush.fill();
    });
  });
  const line = Math.max(1, Math.min(box.w, box.h) * 0.07);
  panel(brush, box, radius, null, { colour: rim, width: line });
}

export interface Ink {
  readonly type: Type;
  readonly colour: string;
  readonly family: string;
  readonly align?: 'left' | 'center' | 'right';
}

/** One line of text whose middle is at `y`. */
export function write(brush: Brush, text: string, x: number, y: number, ink: Ink): void {
  if (text === '') return;
  brush.font = fontOf(ink.type, ink.family);
  brush.fillStyle = ink.colour;
  brush.textAlign = ink.align ?? 'left';
  brush.textBaseline = 'alphabetic';
  brush.fillText(text, x, y + ink.type.size * 0.355);
}

/** The outline of what `write` would write. */
export function halo(
  brush: Brush,
  text: string,
  x: number,
  y: number,
  ink: Ink,
  width: number,
): void {
  brush.font = fontOf(ink.type, ink.family);
  brush.textAlign = ink.align ?? 'left';
  brush.textBaseline = 'alphabetic';
  brush.strokeStyle = ink.colour;
  brush.lineWidth = width;
  brush.lineJoin = 'round';
  brush.strokeText(text, x, y + ink.type.size * 0.355);
}

/** A tenant's letter on its colour. */
export function chip(
  brush: Brush,
  box: Rect,
  letter: string,
  look: { readonly fill: string; readonly ink: string; readonly family: string },
): void {
  panel(brush, box, box.w * 0.29, look.fill);
  write(brush, letter, box.x + box.w / 2, box.y + box.h / 2, {
    type: { size: Math.max(LEAST_TYPE, Math.round(box.w * 0.66 * 2) / 2), weight: 750 },
    colour: look.ink,
    family: look.family,
    align: 'center',
  });
}
