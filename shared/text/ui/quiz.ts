import type { Texts } from '../../world/words.ts';

/** Where people attacked: which control would have stopped what the attackers did; and the two halves. */
export const quiz = {
  title: { ko: '무엇으로 막을 수 있었습니까?', en: 'What would have stopped it?' },
  lead: {
    ko: '여러분이 성공한 공격입니다. 방어 팀이 무엇을 했다면 일어나지 않았을지 골라 보세요.',
    en: 'Your attack worked. Choose what the defenders could have done to prevent it.',
  },
  proving: {
    ko: '무엇이 막을 수 있었는지 다시 돌려 보며 확인하고 있습니다',
    en: 'Running it again to prove what would have stopped it',
  },
  none: {
    ko: '명령 하나로 막을 수 있었다고 증명된 것은 없습니다.',
    en: 'No single command was proved to stop it.',
  },
  right: { ko: '맞습니다.', en: 'Right.' },
  wrong: { ko: '아닙니다.', en: 'No.' },
  breaks: { ko: '없애는 조건: {{need}}', en: 'Makes this false: {{need}}' },
  proof: {
    ko: '{{time}}에 “{{done}}”: 같은 시드로 다시 돌리니 일어나지 않았습니다',
    en: 'At {{time}}, {{done}}: run again with the same seed, it does not happen',
  },
  touchesNothing: {
    ko: '이때 참이었던 조건 가운데 어느 것도 거짓으로 만들지 않습니다',
    en: 'It makes none of those conditions false',
  },
  tried: {
    ko: '같은 시드로 다시 돌려 보았지만 그대로 일어났습니다',
    en: 'Run again with the same seed, it happens all the same',
  },

  halves: { ko: '전반과 후반 비교', en: 'The two halves' },
  halvesBody: {
    ko: '같은 시드, 같은 세계에서 공격과 방어를 바꾸었습니다. 방어할 때 얻은 점수를 비교합니다.',
    en: 'The same seed and the same world, sides swapped: compare what each scored in defence.',
  },
  halfOne: { ko: '전반 방어', en: 'defended first' },
  halfTwo: { ko: '후반 방어', en: 'defended second' },
  stillToCome: {
    ko: '후반에는 공격과 방어를 바꿉니다. 같은 세계를 이번에는 상대 팀이 지킵니다.',
    en: 'Sides are swapped next: the other team defends the same world.',
  },
  ahead: {
    ko: '{{team}} 팀이 {{points}}점 앞섰습니다',
    en: '{{team}} was ahead by {{points}}',
  },
  even: { ko: '두 팀의 점수가 같습니다', en: 'Both teams scored the same' },
} satisfies Texts;
