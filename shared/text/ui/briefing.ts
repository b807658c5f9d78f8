import type { Room } from '../kinds.ts';

export const briefing = {
  promise: {
    ko: '{{tenants}}의 VM {{vms}}개가 호스트 {{hosts}}대를 나눠 씁니다. 서로의 데이터를 절대 볼 수 없어야 합니다.',
    en: '{{vms}} VMs of {{tenants}} share {{hosts}} hosts. None may ever see another’s data.',
  },
  sensors: { ko: '센서', en: 'Sensors' },
  begin: { ko: '확인', en: 'Got it' },
} satisfies Room;
