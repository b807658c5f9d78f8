import { banded, line, panel } from '../drawing/paint.ts';
import type { MapTheme } from '../drawing/palette.ts';
import type { Brush } from '../drawing/piece.ts';
import { rect } from '../drawing/rect.ts';

/** Paints a sign of that side: of what is shared, or of the same kept apart. */
export type PaintSign = (
  brush: Brush,
  side: number,
  shared: boolean,
  colour: string,
  theme: MapTheme,
) => void;

/** Two threads that stand on one first cache, or one alone. */
const threads: PaintSign = (brush, side, shared, colour) => {
  const w = Math.max(2, Math.round(side * 0.26));
  const base = Math.max(2, Math.round(side * 0.2));
  const h = side - base - 2;
  const places = shared ? [side * 0.12, side * 0.88 - w] : [side / 2 - w / 2];
  for (const x of places) panel(brush, rect(Math.round(x), 0, w, h), 1, colour);
  panel(brush, rect(0, side - base, side, base), 1, null, { colour, width: 1 });
};

/** One page under two names, or two of them side by side. */
const pages: PaintSign = (brush, side, shared, colour, theme) => {
  if (shared) {
    banded(brush, rect(0, 0, side, side), 2, [colour, theme.frame], colour);
    return;
  }
  const w = Math.floor(side / 2) - 1;
  const y = Math.round(side * 0.18);
  for (const x of [0, side - w]) {
    panel(brush, rect(x, y, w, side - y * 2), 1, null, { colour, width: 1 });
  }
};

/** Rows of memory: one that flips between its neighbours, or all of them whole. */
const rows: PaintSign = (brush, side, flips, colour) => {
  const stroke = { colour, width: Math.max(1.4, side * 0.13) };
  brush.lineCap = 'butt';
  for (const y of flips ? [0.14, 0.86] : [0.14, 0.5, 0.86]) {
    line(brush, [0, side * y], [side, side * y], stroke);
  }
  if (!flips) return;
  brush.beginPath();
  brush.moveTo(0, side * 0.5);
  brush.lineTo(side * 0.3, side * 0.5);
  brush.lineTo(side * 0.44, side * 0.3);
  brush.lineTo(side * 0.58, side * 0.7);
  brush.lineTo(side * 0.72, side * 0.5);
  brush.lineTo(side, side * 0.5);
  brush.strokeStyle = colour;
  brush.lineWidth = stroke.width;
  brush.stroke();
};

export const SIGNS = { smt: threads, pages, rows } as const;

/** How the last-level cache is drawn: the tenants that are in it, and whether there are walls between them. */
export interface CacheLook {
  readonly shared: boolean;
  readonly colours: readonly string[];
  readonly line: string;
}

/** Between two parts, in CSS pixels. */
const WALL = 2;

/** One box in which everyone’s colours lie beside each other, or a box for each of those who run there. */
export function paintCache(brush: Brush, w: number, h: number, look: CacheLook): void {
  const { shared, colours, line: rim } = look;
  const box = rect(0, 0, w, h);
  if (shared || colours.length === 0) {
    if (colours.length > 0) banded(brush, box, 2, colours, rim);
    else panel(brush, box, 2, null, { colour: rim, width: 1 });
    return;
  }
  const step = (w + WALL) / colours.length;
  colours.forEach((colour, i) => {
    const x = Math.round(i * step);
    const part = Math.max(1, Math.round((i + 1) * step) - WALL - x);
    panel(brush, rect(x, 0, part, h), Math.min(2, part / 2), colour);
  });
}
