import { decode, encode } from '@msgpack/msgpack';
import type { Patch } from '../view/view.ts';

/** A patch as one binary frame. It can be read alone: nothing in it refers to an earlier frame. */
export function encodePatch(patch: Patch): Uint8Array {
  return encode(patch);
}

/** @throws on bytes that are no patch. */
export function decodePatch(bytes: Uint8Array): Patch {
  const value: unknown = decode(bytes);
  if (!Array.isArray(value) || value.length !== 4) throw new Error('not a patch');
  return value as unknown as Patch;
}
