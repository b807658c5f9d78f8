import type { VmRow } from '../../../shared/view/machine-rows.ts';
import { categoriesIn } from '../../../shared/view/reading.ts';
import { categoryOf } from '../../../shared/world/machine/category.ts';
import { CATEGORY_SIGNS, SIGN_SIDE } from '../../style/category-signs.ts';
import { outlined } from '../drawing/glyphs.ts';
import { DEPTH, type Piece } from '../drawing/piece.ts';
import { type Rect, rect, right } from '../drawing/rect.ts';
import { badge } from '../drawing/shapes.ts';
import type { Sketch } from '../sketch.ts';

/** Of its badge a sign takes the middle: what is around it is nobody’s. */
const SHOWN = 0.54;

/**
 * Whether a VM’s category is drawn in its column: in the layer that is about what runs, where there are
 * several categories to tell apart (rule W15).
 */
export const showsCategory = ({ look, facts }: Sketch): boolean =>
  look.categories && categoriesIn(facts.view).length > 0;

/**
 * The sign of its category, at the end of the line that the layer writes, if that leaves room for it.
 * @param end where that line ends
 */
export function categoryOn(
  { theme }: Sketch,
  vm: VmRow,
  box: Rect,
  place: {
    readonly y: number;
    readonly end: number;
    readonly inset: number;
    readonly scale: number;
  },
): Piece[] {
  const { y, end, inset, scale } = place;
  const side = Math.round((SIGN_SIDE * scale) / SHOWN);
  const drawn = SIGN_SIDE * scale;
  const x = right(box) - inset - drawn;
  if (x < end + 4 * scale) return [];
  const around = (side - drawn) / 2;
  const category = categoryOf(vm.workload);
  return [
    badge(
      rect(Math.round(x - around), Math.round(y - side / 2), side, side),
      {
        glyph: outlined(CATEGORY_SIGNS[category], SIGN_SIDE),
        name: category,
        ink: vm.power === 'running' ? theme.soft : theme.faint,
        radius: 0,
        fill: null,
      },
      {
        id: `vm/${vm.id}/category@${vm.host}`,
        depth: DEPTH.label,
        lit: 1,
        comes: 'late',
        goes: 'fade',
      },
    ),
  ];
}
