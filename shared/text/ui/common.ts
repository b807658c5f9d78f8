import type { Texts } from '../../world/words.ts';

/** Words that more than one screen uses. */
export const common = {
  product: { ko: 'Hyperward', en: 'Hyperward' },
  languages: { ko: '언어', en: 'Language' },
  korean: { ko: '한국어', en: '한국어' },
  english: { ko: 'English', en: 'English' },
  toLight: { ko: '밝은 테마로 바꾸기', en: 'Switch to the light theme' },
  toDark: { ko: '어두운 테마로 바꾸기', en: 'Switch to the dark theme' },
  home: { ko: '처음으로', en: 'Home' },
  close: { ko: '닫기', en: 'Close' },
  leave: { ko: '나가기', en: 'Leave' },
  nickname: { ko: '별명', en: 'Nickname' },
  another: { ko: '다른 별명', en: 'Another name' },
  nicknameHint: {
    ko: '1~16자 · 실명이 아니어도 됩니다',
    en: '1 to 16 characters · no real name needed',
  },
  nicknameUnfit: {
    ko: '별명을 1~16자로 적어 주세요.',
    en: 'Please write a nickname of 1 to 16 characters.',
  },
  copied: { ko: '복사했습니다', en: 'Copied' },
  copyByHand: { ko: '주소를 직접 복사하세요', en: 'Copy the address by hand' },
  code: { ko: '참가 코드', en: 'Join code' },
  codeUnfit: {
    ko: '참가 코드는 글자와 숫자 {{length}}자입니다.',
    en: 'A join code has {{length}} {character/characters}: letters and digits.',
  },
  codeUnknown: {
    ko: '그런 코드로 열려 있는 수업이 없습니다. 화면에 나온 코드와 비교해 고쳐 주세요.',
    en: 'No class is open with that code. Compare it with the one on the wall.',
  },
  codeAsking: { ko: '코드를 확인하는 중', en: 'Checking the code' },
  you: { ko: '나', en: 'you' },
  loading: { ko: '불러오는 중', en: 'Loading' },
  nowhere: { ko: '없는 주소입니다', en: 'There is nothing at this address' },
  nowhereBody: {
    ko: '주소를 다시 확인하거나 처음 화면에서 참가 코드를 넣어 주세요.',
    en: 'Check the address, or enter your join code on the first page.',
  },
  failed: { ko: '화면을 불러오지 못했습니다', en: 'This screen could not be loaded' },
  failedBody: {
    ko: '연결을 확인하고 다시 시도해 주세요. 자리는 그대로 남아 있습니다.',
    en: 'Check your connection and try again. Your seat is kept.',
  },
  retry: { ko: '다시 시도', en: 'Try again' },
} satisfies Texts;
