import type { Texts } from '../../world/words.ts';

/** The four roles, and who sees what in full. */
export const roles = {
  operator: { ko: '운영', en: 'Operator' },
  hypervisor: { ko: '하이퍼바이저', en: 'Hypervisor' },
  network: { ko: '네트워크', en: 'Network' },
  analyst: { ko: '분석', en: 'Analyst' },
  operatorDoes: {
    ko: '배치와 수명 주기, 저장소. 잔존 데이터(residual data)의 소유자와 임대 기한을 봅니다.',
    en: 'Placement, life cycle, storage. Sees whose data is left over, and leases.',
  },
  hypervisorDoes: {
    ko: '기법과 패치, 트랩(trap), 이미지. 보안 권고(advisory)에 해당하는 빌드를 봅니다.',
    en: 'Techniques, patches, traps, images. Sees which builds an advisory is about.',
  },
  networkDoes: {
    ko: '구역과 규칙, 스위치. 정책과 어긋난 스위치(policy drift)와 규칙을 봅니다.',
    en: 'Zones, rules, switches. Sees policy drift and the rules themselves.',
  },
  analystDoes: {
    ko: '경보와 조사. 센서가 무엇을 보았고 무엇을 볼 수 없었는지 압니다.',
    en: 'Alerts and investigations. Knows what each sensor saw, and could not see.',
  },
  all: { ko: '모든 역할', en: 'All roles' },
  roleOnly: {
    ko: '{{role}} 담당 {{who}} 님이 볼 수 있습니다',
    en: '{{who}} ({{role}}) can see this',
  },
  attackers: { ko: '공격 팀', en: 'Attackers' },
  defenders: { ko: '방어 팀', en: 'Defenders' },
} satisfies Texts;
