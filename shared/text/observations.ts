import type { Observation } from '../world/alert.ts';
import type { Words } from './kinds.ts';

/** Alerts say what was seen, never what to conclude. */
export const observations = {
  'residue-free': {
    title: {
      ko: '빈 프레임 {{frames}}개에 {{asset}}',
      en: '{{frames}} free frames still hold {{asset}}',
    },
    body: {
      ko: '다음에 할당되면 다른 테넌트가 읽을 수 있습니다.',
      en: 'Whoever is given them next can read it.',
    },
  },
  'residue-blocks': {
    title: {
      ko: '빈 디스크 블록 {{blocks}}개에 {{asset}}',
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
      ko: '{{vm}}의 프레임 {{frames}}개에 남의 {{asset}}',
      en: '{{frames}} frames of {{vm}} hold another’s {{asset}}',
    },
    body: {
      ko: '이 VM이 쓴 것이 아닙니다. 그중 {{read}}개는 이미 읽었습니다.',
      en: 'This VM did not write it. It has read {{read}} of them.',
    },
  },
  searching: {
    title: {
      ko: '{{vm}}{이/가} 쓰지 않은 프레임 {{frames}}개를 읽음',
      en: '{{vm}} read {{frames}} frames it never wrote',
    },
    body: { ko: '읽은 프레임은 비어 있었습니다.', en: 'They were empty.' },
  },
  traffic: {
    title: {
      ko: '{{vm}} → {{peer}}: {{nature}}',
      en: '{{vm}} → {{peer}}: {{nature}}',
    },
    body: {
      ko: '{{service}} 서비스로 {{count}}건. {{blocked}}.',
      en: '{{count}} to its {{service}} service. {{blocked}}.',
    },
  },
  exit: {
    title: {
      ko: '{{vm}}에서 하이퍼바이저로: {{device}}',
      en: '{{vm}} exits to the hypervisor: {{device}}',
    },
    body: {
      ko: '길이 {{operand}} · 받는 쪽의 버퍼 {{bound}}',
      en: 'Length {{operand}}; the buffer it is meant for holds {{bound}}.',
    },
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
      ko: '도착한 스위치가 이 포트를 알게 되는 것은 정책을 배포한 뒤입니다.',
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
    title: { ko: '의도한 정책이 {{version}}판이 됨', en: 'The policy is now version {{version}}' },
    body: {
      ko: '배포하기 전까지 스위치는 옛 규칙을 지킵니다.',
      en: 'Until it is pushed, switches keep to their old rules.',
    },
  },
  orphan: {
    title: { ko: '{{vm}}{을/를} 책임지는 사람이 없음', en: 'Nobody answers for {{vm}}' },
    body: {
      ko: '켜져 있지만 고쳐 줄 사람이 없습니다.',
      en: 'It runs, and there is nobody to patch it.',
    },
  },
  'lease-over': {
    title: { ko: '{{vm}}의 임대 기한이 지남', en: 'The lease of {{vm}} is over' },
    body: { ko: '아직 켜져 있습니다.', en: 'It is still running.' },
  },
  'code-found': {
    title: {
      ko: '{{vm}}의 링 {{ring}}에 남의 코드',
      en: 'Someone else’s code in ring {{ring}} of {{vm}}',
    },
    body: {
      ko: '이 VM의 테넌트가 넣은 것이 아닙니다.',
      en: 'The VM’s tenant did not put it there.',
    },
  },
  'host-compromised': {
    title: {
      ko: '{{host}}의 게스트 아래에 남의 코드',
      en: 'Someone else’s code below the guests of {{host}}',
    },
    body: {
      ko: '이 호스트의 모든 VM이 그 손이 닿는 곳에 있습니다.',
      en: 'Every VM of this host is within its reach.',
    },
  },
  'open-door': {
    title: {
      ko: '{{vm}}{으로/로} 의도하지 않은 길 {{doors}}개',
      en: '{{doors}} unintended ways into {{vm}}',
    },
    body: {
      ko: '{{service}} 서비스. 까닭: {{why}}.',
      en: 'To its {{service}} service. Cause: {{why}}.',
    },
  },
  'nothing-found': {
    title: { ko: '조사한 곳에 이상 없음', en: 'Looked, and found nothing' },
    body: {
      ko: '남의 데이터도, 남의 코드도, 의도하지 않은 길도 없습니다.',
      en: 'No data or code of others, no way that is not meant.',
    },
  },
  complaint: {
    title: {
      ko: '{{tenant}}의 항의: {{asset}}{이/가} 밖에 나돎',
      en: '{{tenant}}: our {{asset}} are out there',
    },
    body: { ko: '어떤 센서도 울리지 않았습니다.', en: 'No sensor had rung.' },
  },
  'host-complaint': {
    title: {
      ko: '테넌트들의 항의: {{host}}{이/가} 우리 말을 듣지 않음',
      en: 'Tenants: {{host}} no longer answers to us',
    },
    body: {
      ko: '한 VM이 아니라 호스트 전체의 일입니다.',
      en: 'It is not one VM but the whole host.',
    },
  },
} satisfies Record<Observation['kind'], Record<'title' | 'body', Words>>;
