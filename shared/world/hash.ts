import type { World } from './world.ts';

/**
 * A hash of everything: two 32-bit lanes over the JSON value, with a sub-hash for each top-level
 * field so that a divergence names its subsystem. Not cryptographic; it finds mistakes.
 */
export interface WorldHash {
  readonly whole: string;
  readonly parts: Readonly<Record<string, string>>;
}

interface Lanes {
  a: number;
  b: number;
}

const hex = (n: number): string => (n >>> 0).toString(16).padStart(8, '0');

function mix(lanes: Lanes, word: number): void {
  lanes.a = Math.imul(lanes.a ^ word, 0x01000193);
  lanes.a ^= lanes.a >>> 15;
  lanes.b = Math.imul(lanes.b + word, 0x85ebca6b);
  lanes.b = (lanes.b << 13) | (lanes.b >>> 19);
}

function mixText(lanes: Lanes, text: string): void {
  mix(lanes, text.length);
  for (let i = 0; i < text.length; i += 1) mix(lanes, text.charCodeAt(i));
}

/** A tag before each value keeps `0`, `false`, `''`, `null` and `[]` apart. */
function mixValue(lanes: Lanes, value: unknown): void {
  if (typeof value === 'number') {
    mix(lanes, 1);
    mix(lanes, value | 0);
    mix(lanes, Math.floor(value / 0x1_0000_0000));
  } else if (typeof value === 'string') {
    mix(lanes, 2);
    mixText(lanes, value);
  } else if (typeof value === 'boolean') {
    mix(lanes, value ? 4 : 3);
  } else if (value === null || value === undefined) {
    mix(lanes, 5);
  } else if (Array.isArray(value)) {
    mix(lanes, 6);
    mix(lanes, value.length);
    for (const item of value) mixValue(lanes, item);
  } else {
    mix(lanes, 7);
    const entries = value as Record<string, unknown>;
    const keys = Object.keys(entries).sort();
    mix(lanes, keys.length);
    for (const key of keys) {
      mixText(lanes, key);
      mixValue(lanes, entries[key]);
    }
  }
}

/** Hash of any JSON value of integers, as 16 hexadecimal digits. */
export function hashValue(value: unknown): string {
  const lanes: Lanes = { a: 0x811c9dc5 | 0, b: 0x9e3779b9 | 0 };
  mixValue(lanes, value);
  mix(lanes, lanes.a ^ lanes.b);
  return hex(lanes.a) + hex(lanes.b);
}

export function hashWorld(world: World): WorldHash {
  const parts: Record<string, string> = {};
  for (const key of Object.keys(world).sort()) parts[key] = hashValue(world[key as keyof World]);
  return { whole: hashValue(parts), parts };
}

/** Folds a text into a running 32-bit hash: the history's. */
export function foldText(hash: number, text: string): number {
  const lanes: Lanes = { a: hash | 0, b: 0 };
  mixText(lanes, text);
  return lanes.a ^ lanes.b;
}
