import type { ZoneName } from '../../../shared/world/zone.ts';

/** Every colour the map uses. A light or a high-contrast map is another value of this type. */
export interface MapTheme {
  readonly font: string;
  readonly ground: string;
  readonly dot: string;
  readonly building: string;
  readonly line: string;
  /** The floors of a guest: applications above, its kernel below. */
  readonly appFloor: string;
  readonly kernelFloor: string;
  readonly cardLine: string;
  readonly emptyLine: string;
  readonly platform: string;
  readonly platformInk: string;
  readonly platformSoft: string;
  /** The host OS under a hypervisor of type 2. */
  readonly os: string;
  readonly osInk: string;
  readonly osSoft: string;
  /** The kernel that containers share. */
  readonly shared: string;
  readonly sharedInk: string;
  readonly sharedSoft: string;
  /** The floor of a virtual switch, seen by a sensor and not. */
  readonly watched: string;
  readonly watchedLine: string;
  readonly unwatched: string;
  readonly rail: string;
  readonly street: string;
  readonly streetDash: string;
  readonly pill: string;
  readonly frame: string;
  readonly frameLine: string;
  readonly bar: string;
  readonly ink: string;
  readonly soft: string;
  readonly faint: string;
  readonly accent: string;
  readonly warn: string;
  readonly good: string;
  /** Harm that happened or is happening. */
  readonly harm: string;
  readonly harmInk: string;
  readonly harmGround: string;
  readonly harmPlatform: string;
  /** Tenants 1, 2, 3, …; beyond the last they start again, and their letters tell them apart. */
  readonly tenants: readonly string[];
  readonly chipInk: string;
  readonly zones: Readonly<Record<ZoneName, string>>;
}

export const DARK: MapTheme = {
  font: '"Pretendard Variable", "Noto Sans CJK KR", "Noto Sans KR", sans-serif',
  ground: '#0e131a',
  dot: '#1c2632',
  building: '#131a23',
  line: '#2a3646',
  appFloor: '#1d2733',
  kernelFloor: '#17212c',
  cardLine: '#33445a',
  emptyLine: '#263446',
  platform: '#22384a',
  platformInk: '#e8eef5',
  platformSoft: '#9cc3d9',
  os: '#37322a',
  osInk: '#e9d8b2',
  osSoft: '#c4b08a',
  shared: '#1f3a33',
  sharedInk: '#d3ebe0',
  sharedSoft: '#9ccbb5',
  watched: '#17303b',
  watchedLine: '#2d6f80',
  unwatched: '#0f151d',
  rail: '#4a6178',
  street: '#3b4f66',
  streetDash: '#0e131a',
  pill: '#1b2430',
  frame: '#19222d',
  frameLine: '#2b3947',
  bar: '#243040',
  ink: '#e8eef5',
  soft: '#9db0c4',
  faint: '#8799ae',
  accent: '#58c4dd',
  warn: '#e6a23c',
  good: '#3fb68b',
  harm: '#f06a4d',
  harmInk: '#ffd9d0',
  harmGround: '#2b1c1d',
  harmPlatform: '#4a2522',
  tenants: ['#56b4e9', '#e69f00', '#2fb893', '#d58bb5'],
  chipInk: '#0c1117',
  zones: {
    internet: '#8fa3b8',
    dmz: '#c9a227',
    app: '#4f8fd0',
    data: '#9775dc',
    desktop: '#5aa17f',
    quarantine: '#d9825b',
  },
};

/** For a lit room: nothing depends on glow, and every fill bears letters. */
const LIGHT: MapTheme = {
  ...DARK,
  ground: '#edf1f5',
  dot: '#d7e0e8',
  building: '#ffffff',
  line: '#cdd7e1',
  appFloor: '#f5f8fa',
  kernelFloor: '#e4ecf2',
  cardLine: '#b4c3d1',
  emptyLine: '#cdd7e1',
  platform: '#cfe0ea',
  platformInk: '#14202b',
  platformSoft: '#35506a',
  os: '#efe6d2',
  osInk: '#3d3019',
  osSoft: '#62501f',
  shared: '#d9ecdf',
  sharedInk: '#12352a',
  sharedSoft: '#2c5c4a',
  watched: '#dcedf2',
  watchedLine: '#5c9fb0',
  unwatched: '#f0f3f6',
  rail: '#6d8398',
  street: '#71879c',
  streetDash: '#edf1f5',
  pill: '#ffffff',
  frame: '#eef2f6',
  frameLine: '#cdd7e1',
  bar: '#dbe3ea',
  ink: '#14202b',
  soft: '#43566a',
  faint: '#566a7e',
  accent: '#0a6c86',
  warn: '#8a5600',
  good: '#14734f',
  harm: '#b8301a',
  harmInk: '#8f2110',
  harmGround: '#fdf0ec',
  harmPlatform: '#f4cfc5',
  tenants: ['#0b68a8', '#955600', '#0d7556', '#9c3f74'],
  chipInk: '#ffffff',
  zones: {
    internet: '#5b6f83',
    dmz: '#7d6300',
    app: '#2a66ab',
    data: '#6742b8',
    desktop: '#2b7453',
    quarantine: '#5b6470',
  },
};

export const THEMES = { light: LIGHT, dark: DARK } as const;

/** The colour of a tenant by its id, which starts at 1. */
export function tenantColour(theme: MapTheme, tenant: number): string {
  const { tenants } = theme;
  return tenants[(Math.max(1, tenant) - 1) % tenants.length] ?? theme.soft;
}

function channels(hex: string): readonly [number, number, number] {
  const value = Number.parseInt(hex.slice(1), 16);
  return [(value >> 16) & 255, (value >> 8) & 255, value & 255];
}

/** `#rrggbb` between two of them; `share` is how much of `to`, from 0 to 1. */
export function mix(from: string, to: string, share: number): string {
  const a = channels(from);
  const b = channels(to);
  const parts = a.map((part, i) => Math.round(part + ((b[i] ?? part) - part) * share));
  return `#${parts.map((part) => part.toString(16).padStart(2, '0')).join('')}`;
}
