import type { VmRow } from '../../../shared/view/machine-rows.ts';
import { lock } from '../drawing/glyphs.ts';
import { line } from '../drawing/paint.ts';
import { DEPTH, type Piece } from '../drawing/piece.ts';
import { bottom, type Rect, rect, right } from '../drawing/rect.ts';
import { badge } from '../drawing/shapes.ts';
import type { Site, Sketch } from '../sketch.ts';

/** A lock in a VM in quarantine, where nothing else is written. */
export function lockOn({ theme }: Sketch, { lot }: Site, vm: VmRow, box: Rect): Piece {
  const { scale, density } = lot.section;
  const small = density !== 'full';
  const side = Math.round((density === 'overview' ? 12 : 16) * scale);
  const y = Math.round(small ? bottom(box) - side * 0.5 : box.y + box.h * 0.56 - side / 2);
  return badge(
    rect(Math.round(right(box) - side - 3 * scale), y, side, side),
    {
      glyph: lock,
      name: 'lock',
      ink: theme.ink,
      radius: Math.round(side * 0.28),
      fill: theme.ground,
      line: theme.ink,
      width: 1,
    },
    { id: `vm/${vm.id}/lock`, depth: DEPTH.mark, lit: 1, comes: 'fade', goes: 'fade' },
  );
}

/** How far to the side an open contact stands, as a share of its height. */
const SWUNG = 0.7;

/** Where a wire would reach the rail: a contact that stands open. */
export function openContact(
  { theme }: Sketch,
  x: number,
  from: number,
  to: number,
  placed: Pick<Piece, 'id' | 'lit' | 'comes' | 'goes'>,
): Piece {
  const h = to - from;
  const w = Math.ceil(h * SWUNG) * 2 + 6;
  const colour = theme.ink;
  return {
    ...placed,
    box: rect(Math.round(x - w / 2), from, w, h),
    depth: DEPTH.node,
    stamp: {
      key: `contact|${w}|${h}|${colour}`,
      size: { w, h },
      paint: (brush) => {
        const hinge = h * 0.22;
        brush.lineCap = 'round';
        line(brush, [w / 2, 0], [w / 2, hinge], { colour, width: 2 });
        line(brush, [w / 2, hinge], [w / 2 + h * SWUNG, h * 0.82], { colour, width: 2 });
        brush.beginPath();
        brush.arc(w / 2, hinge, 2.2, 0, Math.PI * 2);
        brush.fillStyle = colour;
        brush.fill();
      },
    },
  };
}
