/**
 * Korean particles change with the sound before them. A text writes both, `은(는)`, and this picks:
 * 은/는, 이/가, 을/를, 과/와, 으로/로 as `{은/는}` after whatever was filled in.
 */
const PAIRS: Readonly<Record<string, readonly [afterConsonant: string, afterVowel: string]>> = {
  '은/는': ['은', '는'],
  '이/가': ['이', '가'],
  '을/를': ['을', '를'],
  '과/와': ['과', '와'],
  '으로/로': ['으로', '로'],
};

const HANGUL_FIRST = 0xac00;
const HANGUL_LAST = 0xd7a3;
const FINALS = 28;
const RIEUL = 8;

/** How the digits and letters end when read aloud: 0 영, 1 일, 3 삼, 6 육, 7 칠, 8 팔; L 엘, M 엠 … */
const DIGIT_FINALS: Readonly<Record<string, number>> = {
  '0': 21,
  '1': RIEUL,
  '3': 16,
  '6': 1,
  '7': RIEUL,
  '8': RIEUL,
};
const LETTER_FINALS: Readonly<Record<string, number>> = { l: RIEUL, m: 16, n: 4, r: RIEUL };

/** The index of the final consonant of the last sound of a text; 0 when it ends in a vowel. */
export function finalSound(text: string): number {
  for (const char of [...text].reverse()) {
    const code = char.codePointAt(0) ?? 0;
    if (code >= HANGUL_FIRST && code <= HANGUL_LAST) return (code - HANGUL_FIRST) % FINALS;
    if (/\d/.test(char)) return DIGIT_FINALS[char] ?? 0;
    if (/[a-z]/i.test(char)) return LETTER_FINALS[char.toLowerCase()] ?? 0;
  }
  return 0;
}

/** Replaces every `{은/는}` by the form that fits what stands before it. */
export function chooseParticles(text: string): string {
  let out = '';
  let rest = text;
  for (;;) {
    const match = /\{([가-힣]+\/[가-힣]+)\}/.exec(rest);
    if (!match) return out + rest;
    out += rest.slice(0, match.index);
    const pair = PAIRS[match[1] ?? ''];
    const final = finalSound(out);
    // "로" follows ㄹ as it follows a vowel: 서울로.
    const vowel = final === 0 || (match[1] === '으로/로' && final === RIEUL);
    out += pair ? pair[vowel ? 1 : 0] : match[0];
    rest = rest.slice(match.index + match[0].length);
  }
}
