import { asks } from '../../../shared/commands/badges.ts';
import { rowsOf } from '../../../shared/view/reading.ts';
import { bottom, type Rect, rect } from '../drawing/rect.ts';
import type { Facts } from '../facts.ts';
import type { LayerLook } from '../layers/layer.ts';
import type { Lot, Plan } from '../layout.ts';

/**
 * Whether buildings show files where their memory is else: in the layer of trust, where VMs lie on
 * datastores that there are orders about.
 */
export const tellsFiles = (facts: Facts, look: LayerLook): boolean =>
  look.trust && asks(facts.view, 'open-store') && rowsOf(facts.view, 'stores').length > 0;

/** Where frames and blocks stood there are shelves: nobody can point at what is not drawn. */
export function withShelves(plan: Plan, facts: Facts, look: LayerLook): Plan {
  if (!tellsFiles(facts, look)) return plan;
  return { ...plan, lots: plan.lots.map(emptied) };
}

function emptied(lot: Lot): Lot {
  const { section } = lot;
  const shelf = basementOf(lot);
  return { ...lot, section: { ...section, cells: [], blocks: [], blockWord: null, shelf } };
}

/** What its frames and blocks cover together. */
function basementOf({ section: { cells, blocks, pad, size } }: Lot): Rect | null {
  const all = [...cells, ...blocks];
  if (all.length === 0) return null;
  const top = Math.min(...all.map(({ y }) => y));
  return rect(pad, top, size.w - 2 * pad, Math.max(...all.map(bottom)) - top);
}
