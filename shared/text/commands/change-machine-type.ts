import type { CommandText } from '../kinds.ts';

export const changeMachineType = {
  name: { ko: '최신 머신 타입으로 변경', en: 'Change the machine type' },
  does: {
    ko: '플로피 컨트롤러가 없는 머신 타입으로 다시 켭니다. 구형 타입에서는 드라이브를 떼어도 컨트롤러가 남습니다. 그동안 서비스가 멈춥니다.',
    en: 'Starts it on a machine type without a floppy controller. On the old type the controller stays even without a drive. Its service is off meanwhile.',
  },
  done: { ko: '{{vm}}의 머신 타입을 바꾼다', en: 'change the machine type of {{vm}}' },
} satisfies CommandText;
