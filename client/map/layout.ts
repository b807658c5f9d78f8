import type { Need } from './drawing/measures.ts';
import { bottom, type Rect, rect, right, type Size, scaled } from './drawing/rect.ts';
import type { Facts } from './facts.ts';
import { hasGates, hasStrips } from './host/basement.ts';
import { planSection, planZoomed } from './host/section.ts';
import type { Section } from './host/section-build.ts';

/** The largest type at zoom 1, as a multiple of the design's: at a desk, and on a wall. */
export const DESK_SCALE = 1.6;
export const WALL_SCALE = 3.2;
/** The shape buildings like best: width over height. */
const BEST_ASPECT = 1.5;
const LEAST_SLOTS = 6;
/** A grid whose frames are smaller is taken only when there is no other. CSS pixels. */
const LEAST_CELL = 6;
const FRAMES_PER_SLOT = 4;

export interface Inset {
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly left: number;
}

/** A host's place in the drawing. */
export interface Lot {
  readonly host: number;
  readonly box: Rect;
  readonly section: Section;
  /** Where its uplink runs down or up to the street. */
  readonly laneX: number;
  readonly streetY: number;
}

export interface Street {
  readonly y: number;
  readonly x1: number;
  readonly x2: number;
  readonly thickness: number;
  readonly pill: Rect;
  readonly scale: number;
}

/** Everything's place, in CSS pixels of the whole drawing at `zoom`. */
export interface Plan {
  readonly zoom: number;
  readonly size: Size;
  readonly lots: readonly Lot[];
  readonly streets: readonly Street[];
  /** Joins the streets when there are several. */
  readonly trunk: Rect | null;
}

/** What every building must have room for: the fullest host decides, so that all look alike. */
function needOf(facts: Facts): Need {
  let slots = 1;
  let frames = 0;
  let blocks = 0;
  for (const host of facts.hosts) {
    const usual = Math.min(LEAST_SLOTS, Math.ceil(host.frames.length / FRAMES_PER_SLOT));
    slots = Math.max(slots, usual, host.vms.length);
    frames = Math.max(frames, host.frames.length);
    blocks = Math.max(blocks, host.blocks.length);
  }
  const hosted = facts.hosts.some(({ row }) => row.platform === 'type2');
  return { slots, frames, blocks, hosted, gate: hasGates(facts), strip: hasStrips(facts) };
}

/** Equal shapes are laid out alike, whoever lives there. */
export function shapeOf(facts: Facts): string {
  const { slots, gate, strip } = needOf(facts);
  const hosts = facts.hosts.map(
    ({ row, frames, blocks }) => `${row.id}:${row.platform}:${frames.length}:${blocks.length}`,
  );
  return `${slots}|${gate}|${strip}|${hosts.join()}`;
}

interface Grid {
  readonly cols: number;
  readonly rows: number;
  readonly cells: readonly Rect[];
  readonly streets: readonly Rect[];
  readonly lane: number;
}

/** Rows of buildings, a street after each odd row, and a lane for the uplink beside each building. */
function gridOf(area: Size, hosts: number, cols: number, inset: Inset): Grid {
  const rows = Math.ceil(hosts / cols);
  const small = Math.min(area.w, area.h) < 560;
  const margin = small ? 12 : 18;
  const streets = Math.ceil(rows / 2);
  const lane = small ? 16 : 24;
  const large = Math.min(area.w, area.h) > 800;
  const streetH = rows > 2 || small ? 34 : large ? 60 : 44;
  const between = small ? 12 : 18;
  const x0 = inset.left + margin;
  const y0 = inset.top + (inset.top > 0 ? margin / 2 : margin);
  const w = (area.w - x0 - inset.right - lane * cols) / cols;
  const gaps = Math.floor((rows - 1) / 2) * between;
  const foot = rows % 2 === 0 ? margin * 0.6 : 4;
  const h = (area.h - y0 - inset.bottom - foot - streets * streetH - gaps) / rows;
  const yOf = (row: number): number =>
    y0 + row * h + Math.ceil(row / 2) * streetH + Math.floor(row / 2) * between;
  const cells = Array.from({ length: hosts }, (_, i) =>
    rect(x0 + (i % cols) * (w + lane), yOf(Math.floor(i / cols)), w, h),
  );
  return {
    cols,
    rows,
    cells,
    streets: Array.from({ length: streets }, (_, i) => rect(0, yOf(i * 2) + h, area.w, streetH)),
    lane,
  };
}

const DENSITY_WORTH = { full: 2, compact: 1, overview: 0 } as const;

/** More to read first; then larger type, less empty ground and well-shaped buildings. */
function worthOf(grid: Grid, need: Need, area: Size, most: number): number {
  const [cell] = grid.cells;
  if (!cell || cell.w < 40 || cell.h < 40) return Number.NEGATIVE_INFINITY;
  const { density, scale, size, cells } = planSection(
    cell,
    need,
    most,
    need.hosted ? 'type2' : 'type1',
  );
  const illegible = (cells[0]?.h ?? LEAST_CELL) < LEAST_CELL;
  const stretched = Math.abs(Math.log(size.w / size.h / BEST_ASPECT));
  const covered = (size.w * size.h * grid.cells.length) / (area.w * area.h);
  return (illegible ? -20 : DENSITY_WORTH[density] * 10) + scale + covered * 0.6 - stretched * 0.05;
}

function bestGrid(area: Size, hosts: number, need: Need, inset: Inset, most: number): Grid {
  let best = gridOf(area, hosts, 1, inset);
  let worth = worthOf(best, need, area, most);
  for (let cols = 2; cols <= hosts; cols += 1) {
    const grid = gridOf(area, hosts, cols, inset);
    const other = worthOf(grid, need, area, most);
    if (other > worth) [best, worth] = [grid, other];
  }
  return best;
}

/**
 * Where everything goes, for a drawing of that zoom.
 * @param most the largest type, as a multiple of the design's
 */
export function planMap(
  facts: Facts,
  area: Size,
  zoom: number,
  inset: Inset,
  most = DESK_SCALE,
): Plan {
  const need = needOf(facts);
  const grid = bestGrid(area, facts.hosts.length, need, inset, most);
  const lots = facts.hosts.map(({ row, frames, blocks }, i): Lot => {
    const fitted = grid.cells[i] ?? rect(0, 0, 0, 0);
    const cell = scaled(fitted, zoom);
    const line = Math.floor(i / grid.cols);
    const street = scaled(grid.streets[Math.floor(line / 2)] ?? rect(0, 0, 0, 0), zoom);
    const section = planZoomed(fitted, need, most, zoom, row.platform);
    // Buildings stand against their street: those above it at its upper kerb.
    const y = line % 2 === 0 ? bottom(cell) - section.size.h : cell.y;
    return {
      host: row.id,
      box: rect(Math.round(cell.x), Math.round(y), section.size.w, section.size.h),
      section: {
        ...section,
        cells: section.cells.slice(0, frames.length),
        blocks: section.blocks.slice(0, blocks.length),
      },
      laneX: Math.round(right(cell) + (grid.lane * zoom) / 2),
      streetY: Math.round(street.y + street.h / 2),
    };
  });
  const centred = centre(lots, grid, area, zoom, inset);
  const streets = grid.streets.map((strip) => streetOf(strip, zoom, centred, area));
  return {
    zoom,
    size: { w: area.w * zoom, h: area.h * zoom },
    lots: centred,
    streets,
    trunk: trunkOf(streets, area, zoom),
  };
}

/** With one row of low buildings, the street moves up until the whole stands in the middle. */
function centre(lots: Lot[], grid: Grid, area: Size, zoom: number, inset: Inset): Lot[] {
  const first = lots[0];
  if (grid.rows !== 1 || !first) return lots;
  const free = first.box.y - inset.top * zoom;
  const lift = Math.round(Math.max(0, free - area.h * zoom * 0.03) * 0.45);
  return lots.map((lot) => ({
    ...lot,
    box: rect(lot.box.x, lot.box.y - lift, lot.box.w, lot.box.h),
    streetY: lot.streetY - lift,
  }));
}

function streetOf(strip: Rect, zoom: number, lots: readonly Lot[], area: Size): Street {
  const y = Math.round((strip.y + strip.h / 2) * zoom);
  const near = lots.find((lot) => Math.abs(lot.streetY - y) < 1) ?? lots[0];
  const at = near?.streetY ?? y;
  const scale = Math.max(1, Math.min(near?.section.scale ?? 1, (strip.h * zoom) / 40));
  const w = Math.round(124 * scale);
  const h = Math.round(Math.min(30 * scale, strip.h * zoom - 12));
  const x = near ? near.box.x + Math.min(near.box.w * 0.32, 200 * scale) - w / 2 : 0;
  return {
    y: at,
    x1: 0,
    x2: area.w * zoom,
    thickness: Math.round(Math.min(7, 5 * Math.sqrt(scale))),
    pill: rect(Math.round(Math.max(12, x)), Math.round(at - h / 2), w, h),
    scale,
  };
}

function trunkOf(streets: readonly Street[], area: Size, zoom: number): Rect | null {
  const first = streets[0];
  const last = streets.at(-1);
  if (!first || !last || streets.length < 2) return null;
  const x = Math.round((area.w - 5) * zoom);
  return rect(x, first.y, Math.max(3, first.thickness - 1), last.y - first.y);
}
