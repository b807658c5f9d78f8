import { convertHangulToQwerty } from 'es-hangul';
import { CODE_ALPHABET, CODE_LENGTH } from './limits.ts';

/** A link to a class, wherever its server stands: `hyperward.example/games/j/K73QMA?t=…`. */
const LINK = /\/[js]\/([^/?#\s]+)/i;

/**
 * A code as people type it or paste it, as it is kept; `null` if it is none. Capitals, full width,
 * spaces and dashes never matter, nor does a keyboard that was left on Hangul (`2ㅏㄴㄷㅎㅗ`), and a
 * link to the class is its code.
 */
export function readCode(text: string): string | null {
  const typed = LINK.exec(text)?.[1] ?? text;
  // Keys first: NFKC would turn single letters of Hangul into others, which no key writes.
  const code = convertHangulToQwerty(typed.normalize('NFC'))
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, '');
  const fits = code.length === CODE_LENGTH && [...code].every((c) => CODE_ALPHABET.includes(c));
  return fits ? code : null;
}
