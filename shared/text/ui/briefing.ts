import type { Room } from '../kinds.ts';

export const briefing = {
  scenarios: {
    'vacated-seat': { ko: '비워진 자리', en: 'The vacated seat' },
  },
  promise: {
    ko: '{{tenants}}의 VM {{vms}}개가 호스트 {{hosts}}대를 나눠 씁니다. 서로의 데이터를 절대 볼 수 없어야 합니다.',
    en: '{{vms}} VMs of {{tenants}} share {{hosts}} hosts. None may ever see another’s data.',
  },
  wants: {
    ko: '테넌트가 요청을 보냅니다. VM을 만들고 지우며 서비스를 이어 주세요.',
    en: 'Tenants send requests. Create and remove VMs and keep their services running.',
  },
  threat: {
    ko: '공격자는 정식 손님일 수 있습니다. 비워진 메모리를 다시 받아 그대로 읽기만 해도 데이터는 새어 나갑니다.',
    en: 'The attacker may be a lawful customer: being handed memory that nobody wiped is enough to read it.',
  },
  begin: { ko: '확인', en: 'Got it' },
} satisfies Room;
