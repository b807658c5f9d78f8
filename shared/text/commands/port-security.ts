import type { CommandText } from '../kinds.ts';

export const portSecurity = {
  name: { ko: '포트 보안: {{setting}}', en: 'Port security: {{setting}}' },
  does: {
    ko: '이 구역의 포트가 무엇을 받아들일지 정합니다. ARP 검사는 ARP 스푸핑을, 무차별·위조 MAC 거부는 도청과 MAC 위조를 막습니다. 하나가 다른 하나를 대신하지 못합니다.',
    en: 'Sets what this zone’s ports accept. ARP inspection stops ARP spoofing; rejecting promiscuous mode and forged MACs stops sniffing and MAC forging. Neither does the other’s work.',
  },
  done: {
    ko: '포트 보안({{setting}}){을/를} 켠다',
    en: 'turn on port security: {{setting}}',
  },
} satisfies CommandText;
