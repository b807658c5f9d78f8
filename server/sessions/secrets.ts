import { createHash } from 'node:crypto';
import { CODE_ALPHABET, CODE_LENGTH } from '../../shared/protocol/limits.ts';
import type { RandomBytes } from '../ports.ts';

const TOKEN_BYTES = 24;
const ID_BYTES = 9;

/** The key to a seat: 192 bits, as 32 characters that need no escaping. */
export function drawToken(random: RandomBytes): string {
  return Buffer.from(random(TOKEN_BYTES)).toString('base64url');
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
