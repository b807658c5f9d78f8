import type { CommandText } from '../kinds.ts';

export const tuneIps = {
  name: { ko: 'IPS 예외 설정', en: 'Tune the IPS' },
  does: {
    ko: '지금 이 IPS가 공격으로 오인하는 정상 트래픽을 예외로 둡니다. 예외는 알리기만 하고 막지 않으므로, 같은 경로로 오는 진짜 공격도 지나갑니다.',
    en: 'Makes exceptions for the legitimate traffic that this IPS takes for attacks now. They are reported and let pass, and so is a real exploit over the same path.',
  },
  done: { ko: '{{host}}의 IPS에 예외를 설정한다', en: 'tune the IPS of {{host}}' },
} satisfies CommandText;
