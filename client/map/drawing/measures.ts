/** How much a building can say at its size. Nothing is ever written smaller than 12 px. */
export type Density = 'full' | 'compact' | 'overview';

/** What every building of a map must have room for: the fullest host decides, so that all look alike. */
export interface Need {
  readonly slots: number;
  readonly frames: number;
  readonly blocks: number;
  /** Whether any hypervisor is an application of a host OS: one more floor. */
  readonly hosted: boolean;
  /** Whether anyone is to be told of the gate between devices and memory, and of what guests share below them. */
  readonly gate: boolean;
  readonly strip: boolean;
}

/** Sizes at scale 1, in CSS pixels. */
export interface Measures {
  readonly pad: number;
  readonly header: number;
  readonly column: number;
  readonly columnWidth: number;
  readonly columnGap: number;
  /** The tallest a column may grow, as a multiple of `column`. */
  readonly stretch: number;
  readonly underColumn: number;
  readonly platform: number;
  /** The host OS under a hypervisor of type 2, with the gap above it. */
  readonly os: number;
  /** What a shared kernel has beyond a platform: the height of the guest kernels that are not there. */
  readonly shared: number;
  readonly wires: number;
  readonly railText: number;
  /** The gate between devices and memory, and what opens below it; 0 where it is not drawn. */
  readonly gate: number;
  readonly gateGap: number;
  /** What guests share below them, with the gap above it; 0 where it is not drawn. */
  readonly strip: number;
  readonly stripGap: number;
  /** Between the frames and the blocks, and one row of blocks. */
  readonly blockGap: number;
  readonly block: number;
  /** Width of the word before the blocks; 0 where there is none. */
  readonly blockWord: number;
  readonly features: number;
  readonly foot: number;
  /** Larger type than this would be better spent on more to read. */
  readonly cap: number;
}

export const MEASURES: Readonly<Record<Density, Measures>> = {
  full: {
    pad: 12,
    header: 32,
    column: 106,
    columnWidth: 55,
    columnGap: 5,
    stretch: 1.75,
    underColumn: 5,
    platform: 25,
    os: 22,
    shared: 24,
    wires: 12,
    railText: 17,
    gate: 20,
    gateGap: 9,
    strip: 22,
    stripGap: 5,
    blockGap: 4,
    block: 11,
    blockWord: 42,
    features: 23,
    foot: 4,
    cap: Number.POSITIVE_INFINITY,
  },
  compact: {
    pad: 8,
    header: 24,
    column: 60,
    columnWidth: 34,
    columnGap: 3,
    stretch: 1.4,
    underColumn: 4,
    platform: 20,
    os: 18,
    shared: 14,
    wires: 9,
    railText: 0,
    gate: 17,
    gateGap: 6,
    strip: 17,
    stripGap: 3,
    blockGap: 3,
    block: 8,
    blockWord: 0,
    features: 0,
    foot: 6,
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
    platform: 5,
    os: 5,
    shared: 4,
    wires: 7,
    railText: 0,
    gate: 4,
    gateGap: 5,
    strip: 0,
    stripGap: 0,
    blockGap: 3,
    block: 4,
    blockWord: 0,
    features: 0,
    foot: 5,
    cap: 1.1,
  },
};

/** Between the rail and what comes next. */
export const UNDER_RAIL = 6;

/** The height that the gate and the strip take. */
export const extraHeight = (m: Measures, { gate, strip }: Need): number =>
  (gate ? m.gate + m.gateGap : 0) + (strip ? m.strip + m.stripGap : 0);

/** The height of everything but the frames. */
export function fixedHeight(m: Measures, need: Need): number {
  return (
    m.header +
    m.column +
    m.underColumn +
    m.platform +
    (need.hosted ? m.os : 0) +
    m.wires +
    UNDER_RAIL +
    m.railText +
    extraHeight(m, need) +
    (need.blocks > 0 ? m.blockGap + m.block : 0) +
    m.features +
    m.foot
  );
}

export const neededWidth = (m: Measures, slots: number): number =>
  m.pad * 2 + slots * (m.columnWidth + m.columnGap) - m.columnGap;
