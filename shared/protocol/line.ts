/** Scripts in which a joiner, or its opposite, makes another letter of the same signs. */
const JOINING =
  '\\p{scx=Arab}\\p{scx=Syrc}\\p{scx=Mong}\\p{scx=Deva}\\p{scx=Beng}\\p{scx=Guru}\\p{scx=Gujr}\\p{scx=Orya}\\p{scx=Taml}\\p{scx=Telu}\\p{scx=Knda}\\p{scx=Mlym}\\p{scx=Sinh}';

/** A joiner between two letters of such a script, as in the Persian می‌خواهم. */
const JOINED_LETTERS = new RegExp(`(?<=[${JOINING}])[\\u200c\\u200d](?=[${JOINING}])`, 'gu');

const EMOJI = '\\p{Extended_Pictographic}(?:\\ufe0f|\\p{Emoji_Modifier})*';
/** Emoji that are one picture of several: a family, a profession, the flag of a country within one. */
const JOINED_EMOJI = new RegExp(
  `${EMOJI}(?:\\u200d${EMOJI})+|\\u{1f3f4}[\\u{e0061}-\\u{e007a}]+\\u{e007f}`,
  'gu',
);

/** Signs that draw nothing, or that only a program knows. */
const HIDDEN = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}]/u;

/** Text that people wrote, as it is kept: in one line, trimmed and composed, so that 홍길동 counts three. */
export function lineOf(text: string): string {
  return text.normalize('NFC').replace(/\s+/gu, ' ').trim();
}

/** Whether a line is so long, and has no sign in it that cannot be seen. */
export function isLine(
  line: string,
  { min, max }: { readonly min: number; readonly max: number },
): boolean {
  const length = [...line].length;
  const plain = line.replaceAll(JOINED_EMOJI, '').replaceAll(JOINED_LETTERS, '');
  return length >= min && length <= max && !HIDDEN.test(plain);
}
