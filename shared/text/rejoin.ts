import { convertHangulToQwerty } from 'es-hangul';
import type { RejoinCode } from '../protocol/messages.ts';
import { LANGUAGES, type Language } from '../world/words.ts';

/**
 * The words of rejoin codes, by number: everyday things that are read aloud across a room and typed
 * by someone in a hurry. Each begins like no other of its language: Korean words differ in their
 * first syllable, English ones in their first two letters.
 */
export const REJOIN_WORD_LISTS: Readonly<Record<Language, readonly string[]>> = {
  ko: [
    ...['가을', '나무', '다리', '라면', '마루', '바다', '사과', '아침'],
    ...['자두', '차표', '카드', '타조', '파도', '하늘', '거울', '너구리'],
    ...['버섯', '서랍', '어깨', '저녁', '처마', '커튼', '터널', '퍼즐'],
    ...['고래', '노을', '도토리', '로봇', '모래', '보리', '소풍', '오리'],
    ...['종이', '초록', '코끼리', '토끼', '포도', '호수', '구름', '누룽지'],
    ...['두부', '루비', '무지개', '부엌', '수박', '우산', '주전자', '추석'],
    ...['쿠키', '후추', '그네', '드럼', '트럭', '기차', '리본', '미소'],
    ...['비누', '시계', '이불', '지도', '치즈', '키위', '피아노', '태양'],
  ],
  en: [
    ...['acorn', 'apple', 'arrow', 'autumn', 'banana', 'bird', 'blossom', 'boat'],
    ...['bread', 'butter', 'castle', 'chair', 'cloud', 'coin', 'crayon', 'daisy'],
    ...['desert', 'dolphin', 'drum', 'eagle', 'farm', 'feather', 'flute', 'forest'],
    ...['garden', 'giraffe', 'glove', 'gold', 'grape', 'hammer', 'honey', 'island'],
    ...['jacket', 'jelly', 'juice', 'kite', 'lamp', 'lemon', 'lion', 'lunch'],
    ...['maple', 'melon', 'mirror', 'moon', 'music', 'nest', 'notebook', 'ocean'],
    ...['olive', 'orange', 'paper', 'pencil', 'piano', 'plum', 'potato', 'rabbit'],
    ...['river', 'salt', 'ship', 'snow', 'star', 'table', 'umbrella', 'window'],
  ],
};

/** A rejoin code as it is read and written down: `수달 나무 07`. */
export function format([first, second, digits]: RejoinCode, language: Language): string {
  const words = REJOIN_WORD_LISTS[language];
  return `${words[first] ?? ''} ${words[second] ?? ''} ${String(digits).padStart(2, '0')}`;
}

/** The keys that write a text of Hangul. */
const keysOf = (text: string): string => convertHangulToQwerty(text).toLowerCase();

/** All that a word may be typed as: in either language, and Hangul by a keyboard left on English. */
const TYPED: readonly (readonly string[])[] = REJOIN_WORD_LISTS.ko.map((_, word) =>
  LANGUAGES.map((language) => REJOIN_WORD_LISTS[language][word] ?? '').flatMap((text) => [
    ...new Set([text, keysOf(text)]),
  ]),
);

/** The number of the word that a text begins with, however it was typed, and what follows it. */
function takeWord(text: string): { readonly word: number; readonly rest: string } | null {
  for (const [word, ways] of TYPED.entries()) {
    const typed = ways.find((way) => text.startsWith(way));
    if (typed !== undefined) return { word, rest: text.slice(typed.length) };
  }
  return null;
}

function read(plain: string): RejoinCode | null {
  const first = takeWord(plain);
  const second = first && takeWord(first.rest);
  if (first === null || second === null || !/^\d{1,2}$/.test(second.rest)) return null;
  return [first.word, second.word, Number(second.rest)];
}

const plainOf = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, '');

/**
 * A code as people type it: in either language, on a keyboard left on the other, in capitals or small
 * letters, with or without spaces and hyphens; `null` if it is none. No word is the beginning of
 * another, so words that run together are still told apart.
 */
export function parse(text: string): RejoinCode | null {
  return read(plainOf(text)) ?? read(plainOf(keysOf(text.normalize('NFC'))));
}
