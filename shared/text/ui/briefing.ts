import type { Texts } from '../../world/words.ts';

export const briefing = {
  promise: {
    ko: '{{tenants}}의 VM {{vms}}개가 호스트 {{hosts}}대를 나눠 씁니다. 저마다 실제 하드웨어에서처럼 동작해야 하고, 서로의 데이터를 절대 볼 수 없게 격리(isolation)되어야 합니다.',
    en: '{{vms}} {VM/VMs} of {{tenants}} on {{hosts}} {host/hosts}. Each must work as on real hardware, in isolation: none may ever see another’s data.',
  },
  sensors: { ko: '센서', en: 'Sensors' },
  begin: { ko: '확인', en: 'Got it' },
} satisfies Texts;
