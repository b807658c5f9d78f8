import type { Platform } from '../../../shared/world/machine/host.ts';
import {
  type Density,
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

/** The largest type for which everything fits, with that many rows of frames. */
function fitRows(density: Density, box: Rect, need: Need, rows: number, cap: number): Fit | null {
  const m = MEASURES[density];
  const least = LEAST_PITCH[density];
  const perRow = Math.max(1, Math.ceil(need.frames / rows));
  const top = Math.min(cap, m.cap, box.w / neededWidth(m, need.slots));
  if (top < 1) return null;
  const pitchAt = (scale: number): { pitch: number; good: number } => {
    const widest = Math.min((box.w - m.pad * 2 * scale) / perRow, MAX_PITCH * scale);
    const room = (box.h - fixedHeight(m, need) * scale) / rows;
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

/**
 * The inside of a building that stands in `box`, at the highest density that fits. It may be lower
 * than the box, never larger.
 * @param cap the largest scale to use
 */
export function planSection(box: Rect, need: Need, cap: number, platform: Platform): Section {
  for (const density of ['full', 'compact', 'overview'] as const) {
    let best: Fit | null = null;
    for (let rows = 1; rows <= 6; rows += 1) {
      const fit = fitRows(density, box, need, rows, cap);
      if (fit && (best === null || worth(fit) > worth(best))) best = fit;
    }
    if (best) return buildSection({ density, box, need, fit: best, platform });
  }
  return buildSection({ density: 'overview', box, need, fit: squeezed(box, need), platform });
}

/** When not even the overview fits: keep the type readable and let the frames shrink. */
function squeezed(box: Rect, need: Need): Fit {
  const m = MEASURES.overview;
  const rows = box.w > box.h * 2 ? 1 : 2;
  const perRow = Math.max(1, Math.ceil(need.frames / rows));
  const room = (box.h - fixedHeight(m, need)) / rows;
  return { scale: 1, rows, pitch: Math.max(2, Math.min((box.w - m.pad * 2) / perRow, room)) };
}

const RANK: Readonly<Record<Density, number>> = { overview: 0, compact: 1, full: 2 };

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
  for (let step = 1 + ZOOM_STEP; step <= zoom && best.density !== 'full'; step += ZOOM_STEP) {
    const section = at(step);
    if (RANK[section.density] > RANK[best.density]) [best, from] = [section, step];
  }
  return magnified(best, zoom / from);
}
