import type { Texts } from '../../../world/words.ts';

/** Settings of a zone’s ports, what a port is, and how moves cross the network. */
export const ports = {
  promiscuous: { ko: '무차별 모드', en: 'Promiscuous mode' },
  macChanges: { ko: 'MAC 주소 변경', en: 'MAC changes' },
  forgedTransmits: { ko: '위조 전송', en: 'Forged transmits' },
  arpInspection: { ko: 'ARP 검사', en: 'ARP inspection' },
  arpNote: {
    ko: '위의 세 가지를 거부해도 ARP 스푸핑은 막지 못함',
    en: 'rejecting the three above does not stop ARP spoofing',
  },
  managementVlan: { ko: '관리 네트워크', en: 'Management network' },
  vlanOf: { ko: '{{number}}번과 VLAN이 같음', en: 'has the VLAN of network {{number}}' },
  vlanNote: {
    ko: '마이그레이션이 지나는 네트워크에 VM이 닿음',
    en: 'its VMs are on the network that migrations cross',
  },
  migration: { ko: '마이그레이션', en: 'Migrations' },
  migrationPlain: { ko: '평문', en: 'in plain text' },
  migrationSealed: { ko: '암호화(TLS)', en: 'encrypted (TLS)' },
  dhcpGuard: { ko: 'DHCP 가드', en: 'DHCP guard' },
  dhcpNote: {
    ko: '꺼져 있으면 이 구역의 VM도 DHCP 서버처럼 응답할 수 있음',
    en: 'while it is off, a VM here can answer like a DHCP server',
  },
  portVlan: { ko: '포트 VLAN', en: 'Port VLAN' },
  trunkOf: { ko: '트렁크 · VLAN 4095', en: 'trunk · VLAN 4095' },
  trunkLacking: { ko: '액세스 포트', en: 'access port' },
  trunkIdle: {
    ko: '이 작업에는 필요 없음: 안에서 모든 VLAN의 태그를 붙일 수 있음',
    en: 'its work needs none: from inside, frames can be tagged for any VLAN',
  },
  trunkUsed: {
    ko: '여러 VLAN에서 일하므로 필요함',
    en: 'it works in several VLANs, and needs one',
  },
  offers: { ko: 'DHCP 응답', en: 'DHCP answers' },
  offersOf: {
    ko: 'DHCP 서버처럼 주소를 나누어 줌',
    en: 'gives addresses like a server',
  },
} satisfies Texts;
