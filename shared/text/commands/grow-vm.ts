import type { CommandText } from '../kinds.ts';

export const growVm = {
  name: { ko: '요청대로 메모리 늘리기', en: 'Give the memory asked for' },
  does: {
    ko: '같은 호스트의 빈 프레임을 있는 그대로 더 할당합니다. 잔존 데이터가 있으면 함께 넘어갑니다.',
    en: 'Adds free frames of its host, as they are: residual data in them goes along.',
  },
  done: { ko: '요청받은 만큼 메모리를 늘려 준다', en: 'give the memory that was asked for' },
} satisfies CommandText;
