import { describe, expect, test } from 'vitest';
import { nameKey } from '../../server/sessions/session.ts';
import { createNameFilter } from '../../server/sessions/words/names.ts';
import { nickname } from '../../shared/protocol/messages.ts';
import { wordList } from './support/words/lists.ts';

const judge = createNameFilter();
const isUnfit = (name: string): boolean => judge(name) === 'unfit';
const words = (text: string) => text.split(/\s+/).filter((word) => word !== '');

const SURNAMES = [
  ...'김이박최정강조윤장임한오서신권황안송류전홍고문양손배백허유남심노하곽성차주우구민진지엄채원천방공현함변염여추도소석선설마길연위표명기반왕금옥육인맹제모탁국어은편용예경봉사부',
  ...words('황보 남궁 독고 선우 제갈 사공'),
];

const GIVEN = words(`
  민준 서준 예준 도윤 시우 주원 하준 지호 지후 준우 현우 도현 지훈 건우 우진 선우 서진 민재 연우 정우
  승현 준혁 지환 승민 유찬 민성 준영 진우 지원 수현 재윤 동현 수호 태윤 규민 한결 윤호 시원 준호 이안
  지한 지성 태현 지율 민혁 성준 정민 준 지민 율 하람 준수 태양 예찬 준희 지완 강민 정현 태호 서연 서윤
  민서 하은 지유 채원 수아 지아 다은 예은 수빈 소율 예린 지현 소윤 유진 소은 유나 나은 아린 시은 수민
  가은 사랑 지은 연서 수연 나연 예지 지수 보민 보경 보람 보현 자영 자경 자은 미자 영자 순자 정자 말자
  숙자 경자 춘자 옥자 명자 병철 병수 병호 병헌 병민 병국 병준 병훈 병진 병규 병식 병태 기훈 성기 시내
  시영 시연 시형 재기 동건 창연 창영 강아 구슬 애란 애리 미영 노을 일성 정일 무현 철수 고은 새봄 세기
  지라 두환 대중
`);

describe('a nickname', () => {
  test('may be any of 15,000 Korean full names', () => {
    const names = SURNAMES.flatMap((surname) => GIVEN.map((given) => surname + given));
    expect(names.length).toBeGreaterThan(12_000);
    expect(names.filter(isUnfit)).toEqual([]);
  });

  test.each(
    words(`홍길동 김 이 박지우 조지훈 신동일 성기훈 보지현 황보지훈 염병철 정병훈 남창영 시발점 시바견
      개나리 새싹 오크 졸린수달 3조조장 Cassandra Dick Dickens Scunthorpe Penistone Sussex Essex Shital
      Phuc Fukada Cummings Analise Titus Sexton Takeshita José Владимир 太郎 さくら محمد नेहा Zoë Hans`),
  )('may be %s', (name) => {
    expect(judge(name)).toBeNull();
    expect(nickname.safeParse(name).success).toBe(true);
  });

  test.each([
    ...words(
      '시발 씨발 씨1발 병신 ㅅㅂ ㅄ ㅂㅅ 좆 존나 지랄 개새끼 이시발 강병신 미친놈 니애미 염병 염병할',
    ),
    ...words('fuck FUCK sh1t nigger bitch ＦＵＣＫ tlqkf dickhead 김fuck'),
    // Spelt apart, and with Latin letters.
    ...['씨 발', '시 발', 'ㅅ ㅂ', '병.신', 'f u c k', 'f.u.c.k', 'F U C K you', 's_h_i_t'],
    ...words('sibal ssibal SIBAL shibal Sibal1 s1bal byungsin byeongsin jiral gaesaekki'),
  ])('may not be %s', (name) => {
    expect(isUnfit(name)).toBe(true);
  });

  test.each(
    words(`강사 강사님 선생님 선생 교수 교수님 조교 관리자 운영자 시스템 김강사 박교수님 이선생님 ＡＤＭＩＮ
      admin Admin admin1 Administrator TEACHER Teacher2 instructor Professor Hyperward`).concat([
      '홍길동 교수',
      '강 사',
      'The Teacher',
      'Prof. Kim',
      'class admin',
    ]),
  )('may not be %s, by which one would pass for who leads the class', (name) => {
    expect(judge(name)).toBe('poses');
  });

  test.each(['3조조장', '조장', '교수법', '선생각', 'Administer', 'Proffitt', 'Systema', '강사빈'])(
    'may be %s, which only looks like that',
    (name) => {
      expect(judge(name)).toBeNull();
    },
  );

  test('may be any of the common words and names of both languages, and of the terms of the course', () => {
    const leading = new Set(
      words('교수 시스템 관리자 teacher operator system professor administrator'),
    );
    const list = wordList('common-en', 'common-ko', 'course');
    const refused = list.filter((word) => judge(word) !== null);
    expect(list.length).toBeGreaterThan(3000);
    expect(refused.filter((word) => judge(word) === 'unfit')).toEqual([]);
    expect(refused.filter((word) => !leading.has(word.toLowerCase()))).toEqual([]);
  });

  test('may be of two words whose letters together would be another', () => {
    for (const name of [
      '동시 발견',
      '임시 발급',
      '다시 발동',
      'Fukuoka DC',
      'Pass Hit',
      '오후 장보기',
    ]) {
      expect(judge(name), name).toBeNull();
    }
  });

  test('is the same as another that differs by a joiner only', () => {
    expect(nameKey('نیک‌نام')).toBe(nameKey('نیکنام'));
  });

  test.each(['\u3164', '\u3164\u3164', '\u2800', '\u115f\u1160', '\u0301'])(
    'may not be one that cannot be seen: %j',
    (name) => {
      expect(isUnfit(name) || !nickname.safeParse(name).success).toBe(true);
    },
  );
});
