import { attacks } from '../attacks/registry.ts';

/** Bytes of a line of a dump: it is read in the narrowest panel. */
const LINE = 4;

/** A line of a dump as tools print it: where it begins, its bytes, and those of them that are ASCII letters. */
export interface DumpLine {
  readonly offset: string;
  readonly bytes: readonly string[];
  readonly letters: string;
}

const hex = (byte: number, digits: number): string => byte.toString(16).padStart(digits, '0');

/** The bytes of a text in UTF-8. */
export function bytesOf(text: string): readonly number[] {
  const escaped = [...encodeURIComponent(text).matchAll(/%([0-9A-F]{2})|(.)/g)];
  return escaped.map(([, byte, letter]) =>
    byte === undefined ? (letter?.charCodeAt(0) ?? 0) : Number.parseInt(byte, 16),
  );
}

/** What `hexdump -C` would print of a text, in lines of four bytes. */
export function dumpOf(text: string): readonly DumpLine[] {
  const bytes = bytesOf(text);
  const lines: DumpLine[] = [];
  for (let at = 0; at < bytes.length; at += LINE) {
    const own = bytes.slice(at, at + LINE);
    lines.push({
      offset: hex(at, 4),
      bytes: own.map((byte) => hex(byte, 2)),
      letters: own.map((byte) => (isLetter(byte) ? String.fromCharCode(byte) : '.')).join(''),
    });
  }
  return lines;
}

/** What of ASCII can be printed. */
const isLetter = (byte: number): boolean => byte >= 0x20 && byte < 0x7f;

/** Whether an attack reads pages or blocks as they lie, so that what it got can be shown byte by byte. */
export const isDumped = (attack: string): boolean => attacks.get(attack)?.dumps === true;
