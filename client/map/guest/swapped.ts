import type { VmRow } from '../../../shared/view/machine-rows.ts';
import { toDisk } from '../drawing/glyphs.ts';
import { DEPTH, type Piece } from '../drawing/piece.ts';
import { bottom, type Rect, rect } from '../drawing/rect.ts';
import { badge } from '../drawing/shapes.ts';
import type { Site, Sketch } from '../sketch.ts';

/** At the foot of a column, left of its wire and below what is written, in CSS pixels at scale 1. */
const SIDE = 12;
const WITHIN = { overview: 3, compact: 5, full: 5 } as const;

/** What a VM wrote lies in part in its swap file, and it waits for it (rules R11, R12): in every layer, at every size. */
export function swapped({ theme }: Sketch, { lot }: Site, vm: VmRow, box: Rect): Piece[] {
  if (vm.swapped === 0) return [];
  const side = Math.round(SIDE * lot.section.scale);
  return [
    badge(
      rect(
        Math.round(box.x - 2),
        Math.round(bottom(box) - WITHIN[lot.section.density] * lot.section.scale),
        side,
        side,
      ),
      {
        glyph: toDisk,
        name: 'swapped',
        ink: theme.warn,
        radius: Math.round(side * 0.28),
        fill: theme.ground,
        line: theme.warn,
      },
      { id: `vm/${vm.id}/swapped`, depth: DEPTH.mark, lit: 1, comes: 'fade', goes: 'fade' },
    ),
  ];
}
