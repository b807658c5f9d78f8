import { createHash, timingSafeEqual } from 'node:crypto';
import {
  CODE_ALPHABET,
  CODE_LENGTH,
  REJOIN_DIGITS,
  REJOIN_WORDS,
} from '../../shared/protocol/limits.ts';
import type { RejoinCode } from '../../shared/protocol/messages.ts';
import type { RandomBytes } from '../ports.ts';

const TOKEN_BYTES = 24;
const KEY_BYTES = 16;
const ID_BYTES = 9;

/** The key to a seat: 192 bits, as 32 characters that need no escaping. */
export function drawToken(random: RandomBytes): string {
  return Buffer.from(random(TOKEN_BYTES)).toString('base64url');
}

/** The key to an instructor's desk: 128 bits, as 22 characters. */
export function drawKey(random: RandomBytes): string {
  return Buffer.from(random(KEY_BYTES)).toString('base64url');
}

/**
 * The key to the projected page of whoever has that instructor's key: it can be told again on any of
 * the instructor's devices, and nobody gets back from it to the other.
 */
export function projectorKeyOf(instructor: string): string {
  const digest = createHash('sha256').update(`projector:${instructor}`).digest();
  return digest.subarray(0, KEY_BYTES).toString('base64url');
}

/** Whether a key is the one of which this is kept; takes as long whichever it is. */
export function opens(key: string, hash: string): boolean {
  return timingSafeEqual(Buffer.from(hashToken(key), 'hex'), Buffer.from(hash, 'hex'));
}

/** A rejoin code that no other seat of the session has. */
export function drawRejoin(random: RandomBytes, taken: readonly RejoinCode[]): RejoinCode {
  for (;;) {
    const drawn = Buffer.from(random(4));
    const code: RejoinCode = [
      drawn.readUInt8(0) % REJOIN_WORDS,
      drawn.readUInt8(1) % REJOIN_WORDS,
      drawn.readUInt16LE(2) % REJOIN_DIGITS,
    ];
    if (!taken.some((other) => sameRejoin(other, code))) return code;
  }
}

export function sameRejoin(a: RejoinCode, b: RejoinCode): boolean {
  return a[0] === b[0] && a[1] === b[1] && a[2] === b[2];
}

/** What is kept of a token. A token is long and random, so a plain digest cannot be guessed back. */
export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

/** An id for a session or a match that no other process draws as well. */
export function drawId(random: RandomBytes): string {
  return Buffer.from(random(ID_BYTES)).toString('base64url');
}

/** A seed for a match: 0 up to 2^31 - 1. */
export function drawSeed(random: RandomBytes): number {
  return Buffer.from(random(4)).readUInt32LE() >>> 1;
}

/** A join code, each letter as likely as the other. */
export function drawCode(random: RandomBytes): string {
  // Bytes past the last whole multiple would make the first letters likelier: draw again.
  const fair = 256 - (256 % CODE_ALPHABET.length);
  let code = '';
  while (code.length < CODE_LENGTH) {
    for (const byte of random(CODE_LENGTH)) {
      if (byte < fair && code.length < CODE_LENGTH) {
        code += CODE_ALPHABET[byte % CODE_ALPHABET.length];
      }
    }
  }
  return code;
}
