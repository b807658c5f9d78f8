import { canNest, nests } from '../../../shared/mechanics/processor/nesting.ts';
import type { VmRow } from '../../../shared/view/machine-rows.ts';
import type { Glyph } from '../drawing/glyphs.ts';
import type { Writer } from '../drawing/labels.ts';
import { panel, write } from '../drawing/paint.ts';
import { type MapTheme, mix } from '../drawing/palette.ts';
import { type Brush, DEPTH, type Piece } from '../drawing/piece.ts';
import { bottom, type Rect, rect } from '../drawing/rect.ts';
import { badge } from '../drawing/shapes.ts';
import { LEAST_TYPE, type Setter, typeOf } from '../drawing/text.ts';
import { type HostFacts, told } from '../facts.ts';
import type { Site, Sketch } from '../sketch.ts';
import type { ColumnLook, InnerLook } from './column-look.ts';

/** What a guest runs on a hypervisor of its own; `null` where its work needs none, or nothing is told. */
export function innerOf({ say }: Writer, host: HostFacts, vm: VmRow): InnerLook | null {
  if (!nests(vm) || !told(host.row)) return null;
  return {
    runs: vm.power === 'running' && canNest(vm, host.row),
    guest: [say('ui.map.inner.guestLong'), say('ui.map.inner.guest')],
    slab: [say('ui.map.inner.slabLong'), say('ui.map.inner.slab')],
  };
}

/** Less height than this has no room for the guest and its slab, or for words in one of them. CSS pixels. */
const LEAST = 5;
const WORDY = 13;
/** Share of the height that the slab has where there are no words on it. */
const SLAB = 0.34;

/**
 * Where it stands in its column: from the name down to the floors, or to what a layer writes there.
 * `null` where there is no room: then a sign hangs at the column’s edge.
 */
export function innerPlace(look: ColumnLook): Rect | null {
  const { inner, density, w, h, scale: s, type } = look;
  if (inner === null || density === 'overview') return null;
  const { inset, chip, name, grouped } = type;
  const chipEnd = look.chipTop + chip;
  const floor = h - look.kernelH - look.techniqueH;
  const end =
    density !== 'full' ? floor - 2 : look.noteY === null ? floor - 4 * s : look.noteY - 9 * s;
  const nameEnd = chipEnd + name.size * 1.25 + s;
  const from = grouped ? nameEnd : chipEnd + 3 * s;
  return end - from < LEAST ? null : rect(inset, from, w - inset * 2, end - from);
}

/** The sign of it: a VM on a slab. */
const sign: Glyph = (brush, x, y, radius, colour) => {
  const w = radius * 1.7;
  panel(brush, rect(x - w / 2, y - radius, w, radius * 1.2), 1, null, { colour, width: 1 });
  panel(brush, rect(x - w / 2 - 1, y + radius * 0.45, w + 2, radius * 0.6), 0, colour);
};

/** Where a column is too low for it, its sign at the upper edge, left of all others. */
export function innerBadge({ theme, look }: Sketch, site: Site, vm: VmRow, box: Rect): Piece {
  const side = Math.round(13 * site.lot.section.scale);
  const runs = vm.power === 'running' && canNest(vm, site.host.row);
  return badge(
    rect(Math.round(box.x + 2), Math.round(box.y - side * 0.42), side, side),
    {
      glyph: sign,
      name: 'inner',
      ink: runs ? theme.platformSoft : theme.faint,
      radius: Math.round(side * 0.28),
      fill: theme.ground,
      line: theme.line,
    },
    { id: `vm/${vm.id}/inner`, depth: DEPTH.mark, lit: Math.max(0.8, look.lights.device) },
  );
}

/**
 * A column in the column: a guest of this guest, and under it the hypervisor that this guest is. Where
 * that has no leave to run, or is off, its outline alone.
 */
export function paintInner(brush: Brush, look: ColumnLook, theme: MapTheme, setter: Setter): void {
  const { inner, scale: s, family } = look;
  const place = innerPlace(look);
  if (inner === null || place === null) return;
  const { runs } = inner;
  const wordy = WORDY;
  // Words for the guest first; for the slab under it where there is room for both.
  const low = place.h < wordy * 2 + 1;
  const rest = place.h - wordy - 1;
  const slabH = Math.round(
    low ? Math.max(2, Math.min(place.h * SLAB, rest > 3 ? rest : place.h * SLAB)) : wordy,
  );
  const guest = rect(place.x, Math.round(place.y), place.w, Math.round(place.h) - slabH - 1);
  const slab = rect(place.x - 1, bottom(guest) + 1, place.w + 2, slabH);
  const radius = Math.min(3 * s, guest.h / 3);
  const stroke = runs
    ? { colour: theme.platformSoft, width: 1 }
    : { colour: theme.faint, width: 1, dash: [2, 3] };
  panel(brush, guest, radius, runs ? theme.kernelFloor : null, stroke);
  const colour = mix(theme.platform, theme.platformSoft, 0.35);
  panel(brush, slab, Math.min(2, slabH / 3), runs ? colour : null, runs ? undefined : stroke);
  const type = typeOf(LEAST_TYPE, 600);
  const said = (texts: readonly string[], box: Rect, ink: string): void => {
    if (box.h < wordy - 1) return;
    const text = setter.whole(texts, type, box.w - 3);
    write(brush, text, box.x + box.w / 2, box.y + box.h / 2, {
      type,
      colour: ink,
      family,
      align: 'center',
    });
  };
  said(inner.guest, guest, runs ? theme.ink : theme.soft);
  said(inner.slab, slab, runs ? theme.platformInk : theme.soft);
}
