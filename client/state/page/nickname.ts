import { NICKNAME_LENGTH } from '../../../shared/protocol/limits.ts';
import { isLine, lineOf } from '../../../shared/protocol/line.ts';
import type { Language } from '../../../shared/world/words.ts';

const ADJECTIVES: Readonly<Record<Language, readonly string[]>> = {
  ko: [
    '용감한',
    '조용한',
    '빠른',
    '즐거운',
    '다정한',
    '침착한',
    '씩씩한',
    '영리한',
    '부지런한',
    '느긋한',
    '든든한',
    '반짝이는',
    '꼼꼼한',
    '슬기로운',
    '상냥한',
    '졸린',
  ],
  en: [
    'Brave',
    'Quiet',
    'Quick',
    'Merry',
    'Kind',
    'Calm',
    'Bold',
    'Clever',
    'Busy',
    'Patient',
    'Sturdy',
    'Bright',
    'Careful',
    'Wise',
    'Gentle',
    'Sleepy',
  ],
};

const ANIMALS: Readonly<Record<Language, readonly string[]>> = {
  ko: [
    '수달',
    '여우',
    '고래',
    '곰',
    '참새',
    '두루미',
    '삵',
    '고니',
    '고라니',
    '다람쥐',
    '너구리',
    '부엉이',
    '담비',
    '펭귄',
    '거북이',
    '딱따구리',
  ],
  en: [
    'Otter',
    'Fox',
    'Whale',
    'Bear',
    'Sparrow',
    'Crane',
    'Lynx',
    'Swan',
    'Deer',
    'Squirrel',
    'Raccoon',
    'Owl',
    'Marten',
    'Penguin',
    'Turtle',
    'Wren',
  ],
};

/** Number of different nicknames in a language. */
export function nicknameCount(language: Language): number {
  return ADJECTIVES[language].length * ANIMALS[language].length;
}

/** The nickname of a number; any whole number will do. */
export function nicknameOf(language: Language, number: number): string {
  const adjectives = ADJECTIVES[language];
  const animals = ANIMALS[language];
  const adjective = adjectives[Math.trunc(number / animals.length) % adjectives.length];
  return `${adjective ?? ''} ${animals[number % animals.length] ?? ''}`;
}

/** A nickname as the server keeps it, or `null` if it would refuse it. */
export function readNickname(text: string): string | null {
  const name = lineOf(text);
  return isLine(name, NICKNAME_LENGTH) ? name : null;
}
