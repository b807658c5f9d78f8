/**
 * Korean particles change with the sound before them. A text writes both, `{은/는}`, after whatever
 * was filled in, and this picks: 은/는, 이/가, 을/를, 과/와, 으로/로. What stands in brackets explains
 * the word before it and is not heard: 포트 보안(ARP 검사)을.
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

/** How the digits, letters and signs end when read aloud: 0 영, 1 일, 3 삼, 6 육 …; L 엘, M 엠 …; % 퍼센트 */
const SIGN_FINALS: Readonly<Record<string, number>> = {
  '0': 21,
  '1': RIEUL,
  '3': 16,
  '6': 1,
  '7': RIEUL,
  '8': RIEUL,
  '%': 0,
};
const LETTER_FINALS: Readonly<Record<string, number>> = { l: RIEUL, m: 16, n: 4, r: RIEUL };

/** The same of words in Latin letters, which are read as words: kernel 커널, Xen 젠; server 서버, exit 엑시트. */
const ENDING_FINALS: Readonly<Record<string, number>> = { l: RIEUL, m: 16, n: 4 };

/** Words that end otherwise than their last letter says. */
const WORD_FINALS: Readonly<Record<string, number>> = {
  app: 17, // 앱
  block: 1, // 블록
  kick: 1, // 킥
  mac: 1, // 맥
  map: 17, // 맵
  stack: 1, // 스택
  web: 17, // 웹
};

/** A word and what is explained of it in brackets: the particle belongs to the word. */
const EXPLAINED = /^(.*[가-힣A-Za-z0-9%][”’"']?)\([^()]*\)[”’"']?$/su;

/** The index of the final consonant of the last sound of a text; 0 when it ends in a vowel. */
export function finalSound(text: string): number {
  const [, word] = EXPLAINED.exec(text) ?? [];
  if (word !== undefined) return finalSound(word);
  for (const char of [...text].reverse()) {
    const code = char.codePointAt(0) ?? 0;
    if (code >= HANGUL_FIRST && code <= HANGUL_LAST) return (code - HANGUL_FIRST) % FINALS;
    if (/[\d%]/.test(char)) return SIGN_FINALS[char] ?? 0;
    if (/[a-z]/i.test(char)) return latinFinal(text);
  }
  return 0;
}

/** Abbreviations are read letter by letter, VM 브이엠; what ends in small letters is read as a word. */
function latinFinal(text: string): number {
  const word = /([a-z]+)[^a-z]*$/i.exec(text)?.[1] ?? '';
  const known = WORD_FINALS[word.toLowerCase()];
  if (known !== undefined) return known;
  const finals = /[a-z]{2}$/.test(word) ? ENDING_FINALS : LETTER_FINALS;
  return finals[word.slice(-1).toLowerCase()] ?? 0;
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
