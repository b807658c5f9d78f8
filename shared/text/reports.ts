import type { ChainStep } from '../match/report.ts';
import type { Observation } from '../world/alert.ts';
import type { Room, Words } from './kinds.ts';

/** Alerts say what was seen, never what to conclude. */
const alerts = {
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
  'nothing-found': {
    title: { ko: '{{vm}} 조사: 이상 없음', en: '{{vm}}: nothing unusual' },
    body: {
      ko: '남의 데이터도, 쓰지 않고 읽은 프레임도 없습니다.',
      en: 'No data of others, no frame read before it was written.',
    },
  },
  complaint: {
    title: {
      ko: '{{tenant}}의 항의: {{asset}}{이/가} 밖에 나돎',
      en: '{{tenant}}: our {{asset}} are out there',
    },
    body: { ko: '어떤 센서도 울리지 않았습니다.', en: 'No sensor had rung.' },
  },
} satisfies Record<Observation['kind'], Record<'title' | 'body', Words>>;

/** Steps of a chain: what happened, in the past tense. */
const steps = {
  scenario: {
    ko: '처음부터 {{host}}의 빈 프레임에 {{tenant}}의 {{asset}}{이/가} 남아 있었습니다',
    en: 'From the start, {{asset}} of {{tenant}} lay in free frames of {{host}}',
  },
  'request-opened': { ko: '{{tenant}}{이/가} VM을 요청했습니다', en: '{{tenant}} asked for a VM' },
  'vm-placed': {
    ko: '{{tenant}}의 {{workload}} VM이 {{host}}에서 프레임 {{frames}}개를 받았습니다',
    en: 'The {{workload}} VM of {{tenant}} was given {{frames}} frames on {{host}}',
  },
  'vm-destroyed': {
    ko: '{{tenant}}의 {{workload}} VM이 {{host}}에서 삭제되었습니다',
    en: 'The {{workload}} VM of {{tenant}} on {{host}} was deleted',
  },
  'frames-freed': {
    ko: '프레임 {{frames}}개에 {{asset}}{이/가} 그대로 남았습니다',
    en: '{{frames}} frames still held the {{asset}}',
  },
  'policy-set': {
    ko: '{{host}}의 정책이 “{{policy}}”{이/가} 되었습니다',
    en: '{{host}} was set to “{{policy}}”',
  },
  act: { ko: '공격자: {{attack}}', en: 'Attacker: {{attack}}' },
  harm: {
    ko: '{{workload}} VM이 {{victim}}의 {{asset}}{을/를} 읽었습니다',
    en: 'The {{workload}} VM read the {{asset}} of {{victim}}',
  },
} satisfies Partial<Record<ChainStep['kind'], Words>>;

/** Marks of the timeline: a few words each. */
const marks = {
  order: { ko: '{{command}}', en: '{{command}}' },
  act: { ko: '{{attack}}', en: '{{attack}}' },
  harm: { ko: '유출: {{asset}}', en: 'leak: {{asset}}' },
  'request-opened': { ko: '{{tenant}}의 요청', en: 'request of {{tenant}}' },
  alert: { ko: '경보', en: 'alert' },
  'vm-destroyed': {
    ko: '{{tenant}}{이/가} {{workload}} VM 삭제',
    en: '{{tenant}} deleted {{workload}}',
  },
} satisfies Partial<Record<ChainStep['kind'], Words>>;

export const reports = { alerts, steps, marks } satisfies Room;
