/** What is said after a count, a time or a sound: 동시 발생, 임시 발급, 글씨 발달. */
const BEGUN =
  /(?<=[가-힣])[시씨]\s?발(?=[생신송급달전행표동언각굴명견열음주휘권령간]|자국|걸음|가락|목|끝|판|길)/gu;

/** Ordinary words that hold abuse within them, in which they are judged as if it were not there. */
const ORDINARY: readonly RegExp[] = [
  BEGUN,
  /시발(?=점|역)/gu,
  // 간병 신청, 질병 신고
  /(?<=[가-힣])병신(?=[청고체])/gu,
  /(?<=[전오])후장(?=애|비|세)|후장(?=애|비)/gu,
  /새끼(?=발|손|줄)/gu,
  /씹(?=[다는어고으을히던기지])/gu,
];

/** A text in which no ordinary word can be taken for another. */
export function withoutOrdinary(text: string): string {
  return ORDINARY.reduce((rest, pattern) => rest.replaceAll(pattern, '○'), text);
}

const WORD = /[\p{L}\p{M}\p{N}@$!*+]+/gu;

/** Single letters, and Hangul so short that it is no word of its own. */
const isScrap = (word: string): boolean => [...word].length === 1;

/**
 * The words of a text, each to be judged for itself, and what single letters spell that stand apart:
 * `f u c k`.
 */
export function wordsOf(text: string): readonly string[] {
  const words = text.match(WORD) ?? [];
  const spelt: string[] = [];
  let run = '';
  for (const word of [...words, '  ']) {
    if (isScrap(word)) run += word;
    else {
      if ([...run].length > 1) spelt.push(run);
      run = '';
    }
  }
  return [...words, ...spelt];
}
