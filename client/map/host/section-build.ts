import type { Platform } from '../../../shared/world/machine/host.ts';
import {
  type Density,
  fixedHeight,
  MEASURES,
  type Measures,
  type Need,
  UNDER_RAIL,
} from '../drawing/measures.ts';
import { bottom, type Rect, rect } from '../drawing/rect.ts';

/** One building cut open, in the coordinates of its own top left corner. */
export interface Section {
  readonly density: Density;
  /** What type and strokes are multiplied by: at least 1. */
  readonly scale: number;
  readonly size: { readonly w: number; readonly h: number };
  readonly pad: number;
  readonly header: Rect;
  readonly slots: readonly Rect[];
  /** What the guests stand on: the hypervisor, or the kernel that containers share. */
  readonly platform: Rect;
  /** The host OS under a hypervisor of type 2. */
  readonly os: Rect | null;
  /** The floor of the virtual switch: what a sensor in it would see. */
  readonly room: Rect;
  /** The virtual switch: a horizontal line at `railY`. */
  readonly railY: number;
  /** Under the rail: its name, or the zones of its wires. `null` when there is no room. */
  readonly railText: Rect | null;
  /** Between the devices and the frames; `null` when there is no room, or nothing is told of it. */
  readonly gate: Rect | null;
  /** What guests share below them; `null` likewise. */
  readonly strip: Rect | null;
  readonly cells: readonly Rect[];
  readonly blocks: readonly Rect[];
  /** The word before the blocks. */
  readonly blockWord: Rect | null;
  /** Where the files of its VMs lie, where a layer shows them in place of its memory. */
  readonly shelf: Rect | null;
  /** CPU features and the tally of frames. */
  readonly features: Rect | null;
}

export interface Fit {
  readonly scale: number;
  readonly rows: number;
  readonly pitch: number;
}

export interface SectionPlan {
  readonly density: Density;
  readonly box: Rect;
  readonly need: Need;
  readonly fit: Fit;
  readonly platform: Platform;
}

export const MAX_PITCH = 34;
/** Width of a frame, and of a block, over its height. */
const WIDEST_CELL = 1.75;
const WIDEST_BLOCK = 2.4;

interface Floors {
  readonly slots: readonly Rect[];
  readonly platform: Rect;
  readonly os: Rect | null;
}

/**
 * Everything's place. All buildings of a map are as high as the one with most floors; where a floor
 * is missing the columns are so much taller.
 */
export function buildSection({ density, box, need, fit, platform }: SectionPlan): Section {
  const m = MEASURES[density];
  const { scale: s } = fit;
  const pad = Math.round(m.pad * s);
  const inner = box.w - pad * 2;
  const perRow = Math.max(1, Math.ceil(need.frames / fit.rows));
  const rows = Math.ceil(need.frames / perRow);
  // Height that nobody needs goes to the columns first, then to the frames.
  const spare = Math.max(0, box.h - fixedHeight(m, need) * s - rows * fit.pitch);
  const column = Math.floor(Math.min(m.column * s + spare, m.column * m.stretch * s));
  const left = spare - (column - m.column * s);
  const widest = Math.min(inner / perRow, (MAX_PITCH + 6) * s);
  const pitch = Math.max(fit.pitch, Math.min(widest, fit.pitch + Math.max(0, left) / rows));

  const header = rect(pad, 0, inner, Math.round(m.header * s));
  const floors = floorsOf(m, need, platform, s, { pad, inner, top: header.h, column });
  const base = bottom(floors.os ?? floors.platform);
  const railY = Math.round(base + m.wires * s);
  const railText = m.railText > 0 ? rect(pad, railY + 3 * s, inner, m.railText * s) : null;
  const under = Math.round(railY + (UNDER_RAIL + m.railText) * s);
  const gate = need.gate && m.gate > 0 ? rect(pad, under, inner, Math.round(m.gate * s)) : null;
  const framesY = gate ? Math.round(bottom(gate) + m.gateGap * s) : under;
  const { x, w } = floors.platform;
  const cells = cellsOf(need.frames, perRow, pitch, s, rect(pad, framesY, inner, 0));
  const framesEnd = framesY + rows * pitch;
  const blocks = blocksOf(m, need.blocks, s, rect(pad, framesEnd, inner, 0));
  const disksEnd = framesEnd + (need.blocks > 0 ? (m.blockGap + m.block) * s : 0);
  const strip =
    need.strip && m.strip > 0
      ? rect(pad, Math.round(disksEnd + m.stripGap * s), inner, Math.round(m.strip * s))
      : null;
  const end = strip ? bottom(strip) : disksEnd;
  return {
    density,
    scale: s,
    size: { w: box.w, h: Math.min(box.h, Math.round(end + (m.features + m.foot) * s)) },
    pad,
    header,
    ...floors,
    room: rect(x, base, w, Math.round(under - 2 * s) - base),
    railY,
    railText,
    gate,
    strip,
    cells,
    shelf: null,
    ...blocks,
    features: m.features > 0 ? rect(pad, end, inner, m.features * s) : null,
  };
}

function floorsOf(
  m: Measures,
  need: Need,
  kind: Platform,
  s: number,
  place: {
    readonly pad: number;
    readonly inner: number;
    readonly top: number;
    readonly column: number;
  },
): Floors {
  const { pad, inner, top } = place;
  const os = need.hosted ? Math.round(m.os * s) : 0;
  const shared = kind === 'container' ? Math.round(m.shared * s) : 0;
  // A machine of its own is one box: nothing stands between its system and the metal.
  const native = kind === 'native';
  const layer = Math.round(m.platform * s);
  const bare = native ? layer + Math.round(m.underColumn * s) : 0;
  const column = place.column + (kind === 'type2' ? 0 : os) - shared + bare;
  const gap = m.columnGap * s;
  const count = native ? 1 : need.slots;
  const width = (inner + gap) / Math.max(1, count) - gap;
  const slots = Array.from({ length: count }, (_, i) =>
    snapped(rect(pad + i * (width + gap), top, width, column)),
  );
  const out = Math.round(Math.min(6 * s, pad * 0.45));
  const under = native ? 0 : m.underColumn * s;
  const platformY = Math.round(top + column + under);
  const platform = rect(pad - out, platformY, inner + out * 2, native ? 0 : layer + shared);
  if (kind !== 'type2') return { slots, platform, os: null };
  const joint = Math.max(1, Math.round(s));
  return {
    slots,
    platform,
    os: rect(platform.x, bottom(platform) + joint, platform.w, os - joint),
  };
}

function cellsOf(count: number, perRow: number, pitch: number, s: number, place: Rect): Rect[] {
  const gutter = Math.max(2, Math.min(4 * s, pitch * 0.14));
  const side = Math.max(2, Math.floor(pitch - gutter));
  // Frames are as wide as the basement allows, but never so wide that they stop looking like cells.
  const step = Math.min((place.w + gutter) / perRow, side * WIDEST_CELL + gutter);
  return Array.from({ length: count }, (_, i) => {
    const col = i % perRow;
    const x = Math.round(place.x + col * step);
    const w = Math.max(2, Math.round(place.x + (col + 1) * step - gutter) - x);
    return rect(x, Math.round(place.y + Math.floor(i / perRow) * pitch), w, side);
  });
}

/** One thin row under the frames: the disk. */
function blocksOf(
  m: Measures,
  count: number,
  s: number,
  place: Rect,
): Pick<Section, 'blocks' | 'blockWord'> {
  if (count === 0) return { blocks: [], blockWord: null };
  const y = Math.round(place.y + m.blockGap * s);
  const h = Math.max(3, Math.floor(m.block * s));
  const word = m.blockWord * s;
  const x0 = place.x + word;
  const room = place.w - word;
  const gutter = Math.max(1, Math.min(3 * s, (room / count) * 0.16));
  const step = Math.min((room + gutter) / count, h * WIDEST_BLOCK + gutter);
  return {
    blocks: Array.from({ length: count }, (_, i) => {
      const x = Math.round(x0 + i * step);
      return rect(x, y, Math.max(2, Math.round(x0 + (i + 1) * step - gutter) - x), h);
    }),
    blockWord: word > 0 ? rect(place.x, y, word, h) : null,
  };
}

function snapped(box: Rect): Rect {
  const x = Math.round(box.x);
  return rect(x, Math.round(box.y), Math.floor(box.w), Math.round(box.h));
}

/** The same, larger, with nothing moved about. */
export function magnified(section: Section, by: number): Section {
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
    platform: one(section.platform),
    os: section.os && one(section.os),
    room: one(section.room),
    railY: Math.round(section.railY * by),
    railText: section.railText && one(section.railText),
    gate: section.gate && one(section.gate),
    strip: section.strip && one(section.strip),
    cells: section.cells.map(one),
    blocks: section.blocks.map(one),
    blockWord: section.blockWord && one(section.blockWord),
    shelf: section.shelf && one(section.shelf),
    features: section.features && one(section.features),
  };
}
