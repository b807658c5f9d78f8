import type { CommandText } from '../kinds.ts';

export const removeRule = {
  name: { ko: '{{rule}}번 규칙 빼기', en: 'Take out rule {{rule}}' },
  does: {
    ko: '의도한 정책만 바뀝니다. 스위치는 배포할 때까지 옛 규칙대로 움직입니다.',
    en: 'Changes what is meant. Switches keep to their old rules until it is pushed.',
  },
  done: { ko: '정책에서 {{rule}}번 규칙을 뺀다', en: 'take rule {{rule}} out of the policy' },
} satisfies CommandText;
