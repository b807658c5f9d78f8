import { decodePatch } from '../../../shared/protocol/codec.ts';
import { applyPatch, type BlueView, type Layout, type View } from '../../../shared/view/view.ts';

/** The view after a frame, or `null` when the frame does not follow on what is held. */
export function follow<Rows>(
  layout: Layout,
  held: View<Rows> | null,
  bytes: Uint8Array,
): View<Rows> | null {
  try {
    // One patch is applied like another: the layout says which tables it is about.
    const next = applyPatch(layout, held as unknown as BlueView | null, decodePatch(bytes));
    return next as unknown as View<Rows>;
  } catch {
    return null;
  }
}
