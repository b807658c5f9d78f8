import type { CommandText } from '../kinds.ts';

export const removeRule = {
  name: { ko: '{{rule}}번 규칙 삭제', en: 'Remove rule {{rule}}' },
  does: {
    ko: '정책 원본만 바뀝니다. 스위치는 배포할 때까지 이전 규칙대로 동작합니다.',
    en: 'Edits the intended policy. Switches keep to their old rules until it is pushed.',
  },
  done: { ko: '정책에서 {{rule}}번 규칙을 삭제한다', en: 'remove rule {{rule}} from the policy' },
} satisfies CommandText;
