import type { Platform } from '../../../shared/world/machine/host.ts';
import {
  type Density,
  extraHeight,
  fixedHeight,
  MEASURES,
  type Need,
  neededWidth,
} from '../drawing/measures.ts';
import { type Rect, rect } from '../drawing/rect.ts';
import { buildSection, type Fit, MAX_PITCH, magnified, type Section } from './section-build.ts';

/** Frames smaller than this, with their gap, are not worth what is written beside them. */
const LEAST_PITCH: Readonly<Record<Density, number>> = { full: 12, compact: 10, overview: 8 };
/** Larger than this at scale 1, and larger type is worth more than larger frames. */
const GOOD_PITCH = 24;

/** In the overview: frames of that pitch are told apart; a chip has its number beside it in that width, else under it. */
const TOLD_APART = 10;
const BESIDE_CHIP = 32;
const UNDER_CHIP = 18;

const isNarrow = (density: Density, box: Rect, { slots }: Need, scale: number): boolean => {
  const { pad, columnGap } = MEASURES[density];
  const width = (box.w - pad * 2 * scale) / slots - columnGap * scale;
  return density === 'overview' && width < BESIDE_CHIP * scale;
};

/** The largest type for which everything fits, with that many rows of frames. */
function fitRows(density: Density, box: Rect, need: Need, rows: number, cap: number): Fit | null {
  const m = MEASURES[density];
  const least = LEAST_PITCH[density];
  const perRow = Math.max(1, Math.ceil(need.frames / rows));
  const top = Math.min(cap, m.cap, box.w / neededWidth(m, need.slots));
  if (top < 1) return null;
  const pitchAt = (scale: number): { pitch: number; good: number } => {
    const widest = Math.min((box.w - m.pad * 2 * scale) / perRow, MAX_PITCH * scale);
    const height = box.h - fixedHeight(m, need) * scale;
    // Frames that can be told apart already leave room for numbers before they grow.
    const numbers = isNarrow(density, box, need, scale) ? UNDER_CHIP * scale : 0;
    const told = Math.min(height, TOLD_APART * rows);
    const room = Math.max(told, height - numbers) / rows;
    return { pitch: Math.min(widest, room), good: Math.min(widest, GOOD_PITCH * scale) };
  };
  for (let scale = top; scale > 1; scale -= 0.02) {
    const { pitch, good } = pitchAt(scale);
    if (pitch >= good && pitch >= least) return { scale, rows, pitch };
  }
  const { pitch } = pitchAt(1);
  return pitch >= least ? { scale: 1, rows, pitch } : null;
}

/** Large type first, then frames that are easy to read. */
const worth = ({ scale, pitch }: Fit): number => scale + 0.5 * Math.min(1, pitch / (24 * scale));

/** The best number of rows of frames at that density, or `null` when none fits. */
function fitAt(density: Density, box: Rect, need: Need, cap: number): Fit | null {
  let best: Fit | null = null;
  for (let rows = 1; rows <= 6; rows += 1) {
    const fit = fitRows(density, box, need, rows, cap);
    if (fit && (best === null || worth(fit) > worth(best))) best = fit;
  }
  return best;
}

/** Without the gate and the strip: what they say is then said by chips, or beside the map. */
const plain = (need: Need): Need => ({ ...need, gate: false, strip: false });

/** From all that is to be drawn to what can be left out, one of the two before both. */
const wishes = (need: Need): readonly Need[] =>
  need.gate && need.strip
    ? [need, { ...need, strip: false }, { ...need, gate: false }, plain(need)]
    : [need, plain(need)];

/**
 * The inside of a building that stands in `box`, at the highest density that fits. It may be lower
 * than the box, never larger.
 * @param cap the largest scale to use
 */
export function planSection(box: Rect, need: Need, cap: number, platform: Platform): Section {
  for (const density of ['full', 'compact', 'overview'] as const) {
    const extra = extraHeight(MEASURES[density], need) > 0;
    for (const wish of extra ? wishes(need) : [need]) {
      const fit = fitAt(density, box, wish, cap);
      if (fit) return buildSection({ density, box, need: wish, fit, platform });
    }
  }
  const last = plain(need);
  const fit = squeezed(box, last);
  return buildSection({ density: 'overview', box, need: last, fit, platform });
}

/** When not even the overview fits: keep the type readable and let the frames shrink. */
function squeezed(box: Rect, need: Need): Fit {
  const m = MEASURES.overview;
  const rows = box.w > box.h * 2 ? 1 : 2;
  const perRow = Math.max(1, Math.ceil(need.frames / rows));
  const room = (box.h - fixedHeight(m, need)) / rows;
  return { scale: 1, rows, pitch: Math.max(2, Math.min((box.w - m.pad * 2) / perRow, room)) };
}

const RANK: Readonly<Record<Density, number>> = { overview: 0, compact: 3, full: 6 };

/** How much a building says: by its density, and whether the rows in its basement have room. */
const said = ({ density, gate, strip }: Section): number =>
  RANK[density] + (gate === null ? 0 : 1) + (strip === null ? 0 : 1);

/** Zooms at which a building may come to say more. */
const ZOOM_STEP = 0.25;

/**
 * The inside of a building at a zoom. It is magnified as it is, so that nothing jumps about, except
 * where it has become large enough to say more.
 * @param box its place at zoom 1
 */
export function planZoomed(
  box: Rect,
  need: Need,
  cap: number,
  zoom: number,
  platform: Platform,
): Section {
  const at = (step: number): Section =>
    planSection(
      rect(0, 0, Math.floor(box.w * step), Math.floor(box.h * step)),
      need,
      cap,
      platform,
    );
  let from = 1;
  let best = at(1);
  const most = RANK.full + (need.gate ? 1 : 0) + (need.strip ? 1 : 0);
  for (let step = 1 + ZOOM_STEP; step <= zoom && said(best) < most; step += ZOOM_STEP) {
    const section = at(step);
    if (said(section) > said(best)) [best, from] = [section, step];
  }
  return magnified(best, zoom / from);
}
