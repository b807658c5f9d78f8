import type { CommandText } from '../kinds.ts';

export const portSecurity = {
  name: { ko: '포트 보안: {{setting}}', en: 'Port security: {{setting}}' },
  does: {
    ko: '이 구역의 포트가 무엇을 받아들일지 정합니다. ARP 스푸핑은 ARP 검사로만 막힙니다. MAC을 위조하지 않기 때문입니다.',
    en: 'Sets what this zone’s ports accept. Only ARP inspection stops ARP spoofing, which forges no MAC address.',
  },
  done: {
    ko: '포트 보안({{setting}}){을/를} 켠다',
    en: 'turn on port security: {{setting}}',
  },
} satisfies CommandText;
