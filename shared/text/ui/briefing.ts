import type { Texts } from '../../world/words.ts';

export const briefing = {
  promise: {
    ko: '{{tenants}}의 VM {{vms}}개가 호스트 {{hosts}}대를 나눠 씁니다. 저마다 실제 하드웨어에서처럼 동작해야 하고, 서로의 데이터를 절대 볼 수 없게 격리(isolation)되어야 합니다.',
    en: '{{vms}} {VM/VMs} of {{tenants}} on {{hosts}} {host/hosts}. Each must work as on real hardware, in isolation: none may ever see another’s data.',
  },
  sensors: { ko: '센서', en: 'Sensors' },
  phrase: { ko: '팀의 비밀 문구', en: 'Your team’s secret phrase' },
  phraseNone: { ko: '고르세요', en: 'Choose one' },
  phraseWhy: {
    ko: '고른 문구는 모든 테넌트의 데이터에 들어갑니다. 누군가 메모리나 디스크를 있는 그대로 읽어 데이터를 가져가면, 읽힌 바이트에서 이 문구를 보게 됩니다.',
    en: 'The one you choose is put into the data of every tenant. Should somebody take that data by reading memory or a disk as it lies, you will see it in the bytes that were read.',
  },
  begin: { ko: '확인', en: 'Got it' },
} satisfies Texts;
