import type { CommandText } from '../kinds.ts';

export const exitFilter = {
  name: { ko: '{{device}} 필터: {{action}}', en: 'Filter {{device}}: {{action}}' },
  does: {
    ko: '장치 에뮬레이터에 전달되기 전에 VM exit(VM 이탈)를 거릅니다. 경계 검사는 길이만 비교하고 검사할 때마다 사이클을 씁니다. 거부하면 그 장치가 필요한 VM은 제대로 동작하지 못합니다.',
    en: 'Filters VM exits before the device model sees them. A bounds check compares lengths only and costs cycles each time; refusing breaks the VMs that need the device.',
  },
  done: {
    ko: '{{host}}에서 {{device}} 필터를 “{{action}}”{으로/로} 둔다',
    en: 'set the {{device}} filter of {{host}} to “{{action}}”',
  },
} satisfies CommandText;
