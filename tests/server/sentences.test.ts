import { describe, expect, test } from 'vitest';
import { createSentenceFilter } from '../../server/sessions/words/sentences.ts';
import { catalogue } from '../../shared/text/catalogue.ts';
import { wordList } from './support/words/lists.ts';

const isAbuse = createSentenceFilter();

/** Every text of the game: whatever is on a screen can be said. */
function textsOf(node: unknown): string[] {
  if (typeof node === 'string') return [node];
  return typeof node === 'object' && node !== null ? Object.values(node).flatMap(textsOf) : [];
}

describe('what is said to a team', () => {
  test('may be any of the common words and names of both languages, and of the terms of the course', () => {
    const list = wordList('common-en', 'common-ko', 'course');
    expect(list.length).toBeGreaterThan(3000);
    expect(list.filter(isAbuse)).toEqual([]);
  });

  test('may be any two of them that come to stand beside each other', () => {
    const list = wordList('common-ko', 'common-en');
    const pairs = list.flatMap((word, i) =>
      [1, 7, 31].map((step) => `${word} ${list[(i * 17 + step) % list.length] ?? ''}`),
    );
    expect(pairs.length).toBeGreaterThan(5000);
    expect(pairs.filter(isAbuse)).toEqual([]);
  });

  test('may be anything that the game itself says', () => {
    const texts = textsOf(catalogue);
    expect(texts.length).toBeGreaterThan(3000);
    expect(texts.filter(isAbuse)).toEqual([]);
  });

  test.each([
    '동시 발생했어',
    '다시 발견했어',
    '임시 발급 토큰',
    '전후장애',
    'cockpit',
    'Fukuoka DC',
    'let us pass hit it and assess hell ports',
    '전원이 꺼져 있어요',
    '보지 말고 옮겨',
    '자지 않고 지켰다',
    '간병 신청, 질병신고 창구',
    '홍 씨 발 다쳤어',
    '글씨 발달이 늦다',
    '새끼손가락 아파',
    '껌 씹지 마',
    '시발점은 스위치',
    'Dick, can you class the assets in the analysis?',
    'a b c d e f',
    'I need a 4 2 3 split',
  ])('may be %j', (text) => {
    expect(isAbuse(text)).toBe(false);
  });

  test.each([
    '씨발 왜 안돼',
    '야 시발 뭐해',
    '이 씨 발 아',
    '시발놈아',
    '아씨발',
    'ㅅㅂ 진짜',
    'ㅅㅂㅋㅋ',
    '이 병신아',
    '개새끼들',
    '좆같네',
    '존나 느려',
    '지랄하네',
    '미친놈',
    '니애미',
    'tlqkf 뭐함',
    'sibal why',
    'what the fuck',
    'FUCK you all',
    'f u c k',
    'ＦＵＣＫ',
    'fucking slow',
    'this is sh1t',
    'you bitch',
    'shut up asshole',
  ])('may not be %j', (text) => {
    expect(isAbuse(text)).toBe(true);
  });
});
