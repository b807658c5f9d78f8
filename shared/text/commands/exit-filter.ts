import type { CommandText } from '../kinds.ts';

export const exitFilter = {
  name: { ko: '{{device}} 필터: {{action}}', en: 'Filter {{device}}: {{action}}' },
  does: {
    ko: '장치 모델에 닿기 전에 VM exit을 거릅니다. 경계 검사는 검사할 때마다 사이클을 쓰고, 거부는 그 장치가 필요한 VM을 멈춰 세웁니다.',
    en: 'Filters VM exits before the device model sees them. A check costs cycles each time; refusing breaks the VMs that need the device.',
  },
  done: {
    ko: '{{host}}에서 {{device}} 필터를 “{{action}}”{으로/로} 둔다',
    en: 'set the {{device}} filter of {{host}} to “{{action}}”',
  },
} satisfies CommandText;
