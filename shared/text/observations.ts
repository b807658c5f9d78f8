import type { Observation } from '../world/alert.ts';
import type { Words } from '../world/words.ts';

/** Alerts say what was seen, never what to conclude. */
export const observations = {
  'residue-free': {
    title: {
      ko: '빈 프레임 {{frames}}개에 {{asset}} 잔존',
      en: '{{frames}} free frames still hold {{asset}}',
    },
    body: {
      ko: '다음에 할당받는 테넌트가 읽을 수 있습니다.',
      en: 'Whoever is given them next can read it.',
    },
  },
  'residue-blocks': {
    title: {
      ko: '빈 디스크 블록 {{blocks}}개에 {{asset}} 잔존',
      en: '{{blocks}} free disk blocks still hold {{asset}}',
    },
    body: {
      ko: '새 볼륨은 블록을 있는 그대로 넘겨받습니다.',
      en: 'A new volume is given its blocks as they are.',
    },
  },
  'scrubbed-not-empty': {
    title: {
      ko: '소거한 프레임 {{frames}}개가 비어 있지 않음',
      en: '{{frames}} scrubbed frames are not empty',
    },
    body: {
      ko: '소거한 뒤에 누군가 다시 썼습니다.',
      en: 'Something wrote to them after they were scrubbed.',
    },
  },
  'foreign-residue': {
    title: {
      ko: '{{vm}}의 메모리·디스크 {{frames}}곳에 다른 테넌트의 {{asset}}',
      en: 'Another tenant’s {{asset}} in {{vm}} (frames and blocks: {{frames}})',
    },
    body: {
      ko: '이 VM이 쓴 것이 아닙니다. 그중 {{read}}곳은 이미 읽었습니다.',
      en: 'This VM did not write it. It has read {{read}} of them.',
    },
  },
  searching: {
    title: {
      ko: '{{vm}}{이/가} 쓰지 않은 메모리·디스크 {{frames}}곳을 읽음',
      en: '{{vm}} read what it never wrote (frames and blocks: {{frames}})',
    },
    body: {
      ko: '다른 테넌트의 데이터는 없었습니다.',
      en: 'Nothing of another tenant was in them.',
    },
  },
  traffic: {
    title: {
      ko: '{{vm}} → {{peer}}: {{nature}}',
      en: '{{vm}} → {{peer}}: {{nature}}',
    },
    body: {
      ko: '{{aimed}}. {{blocked}}.',
      en: '{{aimed}}. {{blocked}}.',
    },
  },
  'mac-changed': {
    title: {
      ko: '{{vm}}의 포트가 {{peer}}의 MAC 주소를 씀',
      en: 'The port of {{vm}} uses the MAC address of {{peer}}',
    },
    body: {
      ko: '장애 조치 클러스터도 MAC 주소를 옮기지만, 한 테넌트 안에서만 그렇습니다.',
      en: 'Failover clusters move MAC addresses too, but within one tenant.',
    },
  },
  exit: {
    title: {
      ko: '{{vm}}에서 하이퍼바이저로: {{device}}',
      en: '{{vm}} to the hypervisor: {{device}}',
    },
    body: { ko: '{{measured}}.', en: '{{measured}}.' },
  },
  syscall: {
    title: {
      ko: '{{vm}}의 드문 시스템 콜',
      en: 'Unusual system call of {{vm}}',
    },
    body: {
      ko: '컨테이너가 평소에 쓸 일이 없는 호출입니다.',
      en: 'A container has no everyday use for it.',
    },
  },
  moved: {
    title: {
      ko: '{{vm}}{이/가} {{from}}에서 {{to}}{으로/로} 옮겨짐',
      en: '{{vm}} was moved from {{from}} to {{to}}',
    },
    body: {
      ko: '도착한 호스트의 스위치는 정책을 배포해야 이 포트를 알게 됩니다.',
      en: 'The switch there knows its port once the policy is pushed.',
    },
  },
  reverted: {
    title: {
      ko: '{{vm}}{이/가} 스냅샷으로 되돌아감',
      en: '{{vm}} was rolled back to a snapshot',
    },
    body: {
      ko: '서비스 빌드 {{from}} → {{to}}.',
      en: 'Its service went from build {{from}} to {{to}}.',
    },
  },
  'policy-edited': {
    title: {
      ko: '정책 원본이 v{{version}}{으로/로} 바뀜',
      en: 'The policy is now version {{version}}',
    },
    body: {
      ko: '배포하기 전까지 스위치는 이전 규칙을 적용합니다.',
      en: 'Until it is pushed, switches keep to their old rules.',
    },
  },
  'port-setting': {
    title: {
      ko: '{{zone}} 구역의 포트 그룹: {{setting}} {{to}}',
      en: 'Port group of the {{zone}} zone: {{setting}} {{to}}',
    },
    body: {
      ko: '이 구역의 모든 포트에 적용됩니다.',
      en: 'It holds for every port of the zone.',
    },
  },
  orphan: {
    title: { ko: '{{vm}}의 담당자가 없음', en: '{{vm}} has no owner' },
    body: {
      ko: '켜져 있지만 패치할 담당자가 없습니다.',
      en: 'It runs, and there is nobody to patch it.',
    },
  },
  'lease-over': {
    title: { ko: '{{vm}}의 임대 기한이 지남', en: 'The lease of {{vm}} is over' },
    body: { ko: '아직 켜져 있습니다.', en: 'It is still running.' },
  },
  'code-found': {
    title: {
      ko: '{{vm}}의 {{ring}}에 침입자 코드',
      en: 'Intruder’s code in {{ring}} of {{vm}}',
    },
    body: {
      ko: '이 VM의 테넌트가 실행한 코드가 아닙니다.',
      en: 'The VM’s tenant did not put it there.',
    },
  },
  'device-process': {
    title: {
      ko: '{{vm}}의 장치 프로세스에 침입자 코드',
      en: 'Intruder code in the device process of {{vm}}',
    },
    body: {
      ko: 'VM을 재시작하거나 마이그레이션하면 그 프로세스가 끝납니다.',
      en: 'A restart or a migration of the VM ends that process.',
    },
  },
  'host-compromised': {
    title: {
      ko: '{{host}}의 게스트 아래에 침입자 코드',
      en: 'An intruder’s code below the guests of {{host}}',
    },
    body: {
      ko: '이 호스트의 모든 VM을 읽고 바꿀 수 있습니다. 신뢰할 수 있는 매체로 다시 설치해야 합니다.',
      en: 'It can read and change every VM of this host. The host must be reinstalled from trusted media.',
    },
  },
  'open-door': {
    title: {
      ko: '{{vm}}{으로/로} 가는 의도하지 않은 경로 {{doors}}개',
      en: 'Unintended paths to {{vm}}: {{doors}}',
    },
    body: {
      ko: '{{service}} 서비스. 원인: {{why}}.',
      en: 'To its {{service}} service. Cause: {{why}}.',
    },
  },
  'nothing-found': {
    title: { ko: '조사한 곳에 이상 없음', en: 'Looked, and found nothing' },
    body: { ko: '{{looked}}.', en: '{{looked}}.' },
  },
  complaint: {
    title: {
      ko: '{{tenant}}의 신고: {{asset}}{이/가} 외부에서 발견됨',
      en: '{{tenant}} reports a leak: its {{asset}}',
    },
    body: { ko: '{{rang}}.', en: '{{rang}}.' },
  },
  'host-complaint': {
    title: {
      ko: '테넌트들의 신고: {{host}}의 통제권을 잃음',
      en: 'Tenants report: {{host}} is no longer under your control',
    },
    body: {
      ko: 'VM 하나가 아니라 호스트 전체의 일입니다. {{rang}}.',
      en: 'It is not one VM but the whole host. {{rang}}.',
    },
  },
} satisfies Record<Observation['kind'], Record<'title' | 'body', Words>>;
