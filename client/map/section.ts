import { type Rect, rect } from './rect.ts';

/** How much a building can say at its size. Nothing is ever written smaller than 11 px. */
export type Density = 'full' | 'compact' | 'overview';

/** One building cut open, in the coordinates of its own top left corner. */
export interface Section {
  readonly density: Density;
  /** What type and strokes are multiplied by: at least 1. */
  readonly scale: number;
  readonly size: { readonly w: number; readonly h: number };
  readonly pad: number;
  readonly header: Rect;
  readonly slots: readonly Rect[];
  readonly slab: Rect;
  /** The virtual switch: a horizontal line at `railY`. */
  readonly railY: number;
  /** Under the rail: its name, or the zones of its wires. `null` when there is no room. */
  readonly railText: Rect | null;
  readonly cells: readonly Rect[];
  /** CPU features and the tally of frames. */
  readonly features: Rect | null;
}

export interface Need {
  readonly slots: number;
  readonly frames: number;
}

/** Sizes at scale 1. */
interface Measures {
  readonly pad: number;
  readonly header: number;
  readonly column: number;
  readonly columnWidth: number;
  readonly columnGap: number;
  /** The tallest a column may grow, as a multiple of `column`. */
  readonly stretch: number;
  readonly underColumn: number;
  readonly slab: number;
  readonly wires: number;
  readonly railText: number;
  readonly features: number;
  readonly foot: number;
  /** Larger type than this would be better spent on more to read. */
  readonly cap: number;
}

const MEASURES: Readonly<Record<Density, Measures>> = {
  full: {
    pad: 12,
    header: 34,
    column: 114,
    columnWidth: 55,
    columnGap: 5,
    stretch: 1.75,
    underColumn: 6,
    slab: 26,
    wires: 12,
    railText: 19,
    features: 24,
    foot: 4,
    cap: Number.POSITIVE_INFINITY,
  },
  compact: {
    pad: 8,
    header: 27,
    column: 60,
    columnWidth: 34,
    columnGap: 3,
    stretch: 1.4,
    underColumn: 5,
    slab: 20,
    wires: 9,
    railText: 0,
    features: 0,
    foot: 9,
    cap: 1.25,
  },
  overview: {
    pad: 7,
    header: 22,
    column: 21,
    columnWidth: 19,
    columnGap: 3,
    stretch: 2,
    underColumn: 3,
    slab: 5,
    wires: 7,
    railText: 0,
    features: 0,
    foot: 6,
    cap: 1.1,
  },
};

/** Frames narrower than this cannot show a hatch. */
const MIN_PITCH = 12;
const OVERVIEW_PITCH = 8;
const MAX_PITCH = 34;
/** Width of a frame over its height. */
const WIDEST_CELL = 1.75;
/** Larger than this at scale 1, and larger type is worth more than larger frames. */
const GOOD_PITCH = 24;

const fixedHeight = (m: Measures): number =>
  m.header + m.column + m.underColumn + m.slab + m.wires + 6 + m.railText + m.features + m.foot;

const neededWidth = (m: Measures, slots: number): number =>
  m.pad * 2 + slots * (m.columnWidth + m.columnGap) - m.columnGap;

interface Fit {
  readonly scale: number;
  readonly rows: number;
  readonly pitch: number;
}

/** The largest type for which everything fits, with that many rows of frames. */
function fitRows(m: Measures, box: Rect, need: Need, rows: number, cap: number): Fit | null {
  const perRow = Math.max(1, Math.ceil(need.frames / rows));
  const top = Math.min(cap, m.cap, box.w / neededWidth(m, need.slots));
  if (top < 1) return null;
  const pitchAt = (scale: number): { pitch: number; good: number } => {
    const widest = Math.min((box.w - m.pad * 2 * scale) / perRow, MAX_PITCH * scale);
    const room = (box.h - fixedHeight(m) * scale) / rows;
    return { pitch: Math.min(widest, room), good: Math.min(widest, GOOD_PITCH * scale) };
  };
  for (let scale = top; scale > 1; scale -= 0.02) {
    const { pitch, good } = pitchAt(scale);
    if (pitch >= good) return { scale, rows, pitch };
  }
  const { pitch } = pitchAt(1);
  const least = m === MEASURES.overview ? OVERVIEW_PITCH : MIN_PITCH;
  return pitch >= least ? { scale: 1, rows, pitch } : null;
}

/** Large type first, then frames that are easy to read. */
const worth = ({ scale, pitch }: Fit): number => scale + 0.5 * Math.min(1, pitch / (24 * scale));

/**
 * The inside of a building that stands in `box`, at the highest density that fits. It may be lower
 * than the box, never larger.
 * @param cap the largest scale to use
 */
export function planSection(box: Rect, need: Need, cap: number): Section {
  for (const density of ['full', 'compact', 'overview'] as const) {
    const m = MEASURES[density];
    let best: Fit | null = null;
    for (let rows = 1; rows <= 6; rows += 1) {
      const fit = fitRows(m, box, need, rows, cap);
      if (fit && (best === null || worth(fit) > worth(best))) best = fit;
    }
    if (best) return build(density, m, box, need, best);
  }
  return build('overview', MEASURES.overview, box, need, squeezed(box, need));
}

/** When not even the overview fits: keep the type readable and let the frames shrink. */
function squeezed(box: Rect, need: Need): Fit {
  const m = MEASURES.overview;
  const rows = box.w > box.h * 2 ? 1 : 2;
  const perRow = Math.max(1, Math.ceil(need.frames / rows));
  const room = (box.h - fixedHeight(m)) / rows;
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
export function planZoomed(box: Rect, need: Need, cap: number, zoom: number): Section {
  const at = (step: number): Section =>
    planSection(rect(0, 0, Math.floor(box.w * step), Math.floor(box.h * step)), need, cap);
  let from = 1;
  let best = at(1);
  for (let step = 1 + ZOOM_STEP; step <= zoom && best.density !== 'full'; step += ZOOM_STEP) {
    const section = at(step);
    if (RANK[section.density] > RANK[best.density]) [best, from] = [section, step];
  }
  return magnified(best, zoom / from);
}

function magnified(section: Section, by: number): Section {
  if (by === 1) return section;
  const one = (box: Rect): Rect => {
    const x = Math.round(box.x * by);
    const y = Math.round(box.y * by);
    return rect(x, y, Math.round((box.x + box.w) * by) - x, Math.round((box.y + box.h) * by) - y);
  };
  const size = one(rect(0, 0, section.size.w, section.size.h));
  return {
    density: section.density,
    scale: section.scale * by,
    size: { w: size.w, h: size.h },
    pad: section.pad * by,
    header: one(section.header),
    slots: section.slots.map(one),
    slab: one(section.slab),
    railY: Math.round(section.railY * by),
    railText: section.railText && one(section.railText),
    cells: section.cells.map(one),
    features: section.features && one(section.features),
  };
}

function build(density: Density, m: Measures, box: Rect, need: Need, fit: Fit): Section {
  const { scale: s } = fit;
  const pad = Math.round(m.pad * s);
  const inner = box.w - pad * 2;
  const perRow = Math.max(1, Math.ceil(need.frames / fit.rows));
  const rows = Math.ceil(need.frames / perRow);
  // Height that nobody needs goes to the columns first, then to the frames.
  const spare = Math.max(0, box.h - fixedHeight(m) * s - rows * fit.pitch);
  const tallest = m.column * m.stretch * s;
  const column = Math.floor(Math.min(m.column * s + spare, tallest));
  const left = spare - (column - m.column * s);
  const widest = Math.min(inner / perRow, (MAX_PITCH + 6) * s);
  const pitch = Math.max(fit.pitch, Math.min(widest, fit.pitch + Math.max(0, left) / rows));

  const header = rect(pad, 0, inner, Math.round(m.header * s));
  const gap = m.columnGap * s;
  const width = (inner + gap) / Math.max(1, need.slots) - gap;
  const slots = Array.from({ length: need.slots }, (_, i) =>
    snapped(rect(pad + i * (width + gap), header.h, width, column)),
  );
  const slabY = Math.round(header.h + column + m.underColumn * s);
  const slabOut = Math.round(Math.min(6 * s, pad * 0.45));
  const slab = rect(pad - slabOut, slabY, inner + slabOut * 2, Math.round(m.slab * s));
  const railY = Math.round(slabY + slab.h + m.wires * s);
  const textY = railY + 3 * s;
  const railText = m.railText > 0 ? rect(pad, textY, inner, m.railText * s) : null;
  const framesY = Math.round(railY + 6 * s + m.railText * s);
  const gutter = Math.max(2, Math.min(4 * s, pitch * 0.14));
  const side = Math.max(2, Math.floor(pitch - gutter));
  // Frames are as wide as the basement allows, but never so wide that they stop looking like cells.
  const step = Math.min((inner + gutter) / perRow, side * WIDEST_CELL + gutter);
  const cells = Array.from({ length: need.frames }, (_, i) => {
    const col = i % perRow;
    const x = Math.round(pad + col * step);
    const w = Math.max(2, Math.round(pad + (col + 1) * step - gutter) - x);
    return rect(x, Math.round(framesY + Math.floor(i / perRow) * pitch), w, side);
  });
  const framesEnd = framesY + rows * pitch;
  const features = m.features > 0 ? rect(pad, framesEnd, inner, m.features * s) : null;
  const h = Math.min(box.h, Math.round(framesEnd + (m.features + m.foot) * s));
  return {
    density,
    scale: s,
    size: { w: box.w, h },
    pad,
    header,
    slots,
    slab,
    railY,
    railText,
    cells,
    features,
  };
}

function snapped(box: Rect): Rect {
  const x = Math.round(box.x);
  return rect(x, Math.round(box.y), Math.floor(box.w), Math.round(box.h));
}
