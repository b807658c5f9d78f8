import type { ChainStep } from '../match/report.ts';
import type { Room, Words } from './kinds.ts';
import { observations } from './observations.ts';

/** Steps of a chain: what happened, in the past tense. */
const steps = {
  scenario: {
    ko: '처음부터 {{host}}에 {{tenant}}의 {{asset}}{이/가} 지워지지 않고 남아 있었습니다',
    en: 'From the start, {{asset}} of {{tenant}} lay unwiped on {{host}}',
  },
  'request-opened': { ko: '{{tenant}}의 요청이 왔습니다', en: '{{tenant}} sent a request' },
  'vm-placed': {
    ko: '{{tenant}}의 {{workload}} VM이 {{host}}에서 프레임 {{frames}}개를 받았습니다',
    en: 'The {{workload}} VM of {{tenant}} was given {{frames}} frames on {{host}}',
  },
  'vm-moved': {
    ko: '{{workload}} VM이 {{from}}에서 {{to}}{으로/로} 옮겨졌습니다',
    en: 'The {{workload}} VM was moved from {{from}} to {{to}}',
  },
  'vm-zoned': {
    ko: '{{workload}} VM이 {{zone}} 구역으로 옮겨졌습니다',
    en: 'The {{workload}} VM was put into the {{zone}} zone',
  },
  'vm-grown': {
    ko: '{{workload}} VM이 프레임 {{frames}}개를 더 받았습니다',
    en: 'The {{workload}} VM was given {{frames}} more frames',
  },
  'vm-reverted': {
    ko: '{{workload}} VM이 스냅샷으로 되돌아가 서비스가 빌드 {{to}}{이/가} 되었습니다',
    en: 'The {{workload}} VM was rolled back: its service is build {{to}} again',
  },
  'vm-destroyed': {
    ko: '{{tenant}}의 {{workload}} VM이 {{host}}에서 삭제되었습니다',
    en: 'The {{workload}} VM of {{tenant}} on {{host}} was deleted',
  },
  'snapshot-taken': {
    ko: '{{workload}} VM의 스냅샷을 남겼습니다',
    en: 'A snapshot of the {{workload}} VM was taken',
  },
  'frames-freed': {
    ko: '프레임 {{frames}}개에 {{asset}}{이/가} 그대로 남았습니다',
    en: '{{frames}} frames still held the {{asset}}',
  },
  'frames-smuggled': {
    ko: '돌려준 프레임 {{frames}}개에 {{asset}}{을/를} 다시 썼습니다',
    en: '{{asset}} were written into {{frames}} frames after they were given back',
  },
  'blocks-freed': {
    ko: '디스크 블록 {{blocks}}개에 {{asset}}{이/가} 그대로 남았습니다',
    en: '{{blocks}} disk blocks still held the {{asset}}',
  },
  'policy-set': {
    ko: '{{host}}의 정책이 “{{policy}}”{이/가} 되었습니다',
    en: '{{host}} was set to “{{policy}}”',
  },
  'wipe-set': {
    ko: '{{host}}의 디스크 정책이 “{{policy}}”{이/가} 되었습니다',
    en: 'The disk of {{host}} was set to “{{policy}}”',
  },
  'rules-edited': {
    ko: '정책 {{version}}판: {{from}} → {{to}} 규칙을 {{added}}',
    en: 'Policy version {{version}}: the rule {{from}} → {{to}} was {{added}}',
  },
  'rules-pushed': {
    ko: '{{host}}의 스위치에 정책 {{version}}판을 배포했습니다',
    en: 'Policy version {{version}} was pushed to {{host}}',
  },
  'devices-changed': {
    ko: '{{workload}} VM의 장치가 바뀌었습니다: {{device}}',
    en: 'A device of the {{workload}} VM was changed: {{device}}',
  },
  'filter-set': {
    ko: '{{host}}의 {{device}} 종료 필터: {{action}}',
    en: 'Exit filter of {{host}} for {{device}}: {{action}}',
  },
  'setting-changed': {
    ko: '{{setting}}: {{to}}',
    en: '{{setting}}: {{to}}',
  },
  'sensor-placed': {
    ko: '{{host}}의 감시: {{watch}}',
    en: 'Watch of {{host}}: {{watch}}',
  },
  'owner-left': {
    ko: '{{workload}} VM을 책임지던 사람이 떠났습니다',
    en: 'Whoever answered for the {{workload}} VM left',
  },
  injected: {
    ko: '강사가 상황을 넣었습니다',
    en: 'The instructor made something happen',
  },
  'flaw-published': {
    ko: '취약점이 공지되었습니다: {{flaw}}',
    en: 'A flaw was published: {{flaw}}',
  },
  act: { ko: '공격자: {{attack}}', en: 'Attacker: {{attack}}' },
  foothold: {
    ko: '{{attack}}: {{tenant}}의 {{workload}} VM {{ring}}에 들어왔습니다',
    en: '{{attack}}: into {{ring}} of the {{workload}} VM of {{tenant}}',
  },
  harm: {
    ko: '{{workload}} VM이 {{victim}}의 {{asset}}{을/를} 읽었습니다',
    en: 'The {{workload}} VM read the {{asset}} of {{victim}}',
  },
  takeover: {
    ko: '{{workload}} VM에서 {{host}} 전체를 장악했습니다',
    en: 'From the {{workload}} VM, {{host}} was taken over',
  },
} satisfies Partial<Record<ChainStep['kind'] | 'takeover', Words>>;

/** Marks of the timeline: a few words each. */
const marks = {
  order: { ko: '{{command}}', en: '{{command}}' },
  act: { ko: '{{attack}}', en: '{{attack}}' },
  foothold: { ko: '침입: {{workload}} VM {{ring}}', en: 'in: {{ring}} of {{workload}}' },
  harm: { ko: '유출: {{asset}}', en: 'leak: {{asset}}' },
  takeover: { ko: '장악: {{host}}', en: 'takeover: {{host}}' },
  'request-opened': { ko: '{{tenant}}의 요청', en: 'request of {{tenant}}' },
  alert: { ko: '경보', en: 'alert' },
  injected: { ko: '강사가 넣은 상황', en: 'put in by the instructor' },
  'flaw-published': { ko: '공지: {{flaw}}', en: 'advisory: {{flaw}}' },
  'rules-edited': { ko: '정책 {{version}}판', en: 'policy version {{version}}' },
  'vm-moved': {
    ko: '{{workload}} VM 이동: {{from}} → {{to}}',
    en: '{{workload}} moved: {{from}} → {{to}}',
  },
  'vm-reverted': { ko: '{{workload}} VM 되돌림', en: '{{workload}} rolled back' },
  'vm-destroyed': {
    ko: '{{tenant}}{이/가} {{workload}} VM 삭제',
    en: '{{tenant}} deleted {{workload}}',
  },
} satisfies Partial<Record<ChainStep['kind'] | 'takeover', Words>>;

/** Why a mind did what it did: as it says itself, by what it hoped for. */
const reasons = {
  'first-host': { ko: '눈앞의 호스트를 노림', en: 'a host lay open' },
  'first-loot': { ko: '눈앞의 데이터를 노림', en: 'data lay open' },
  'first-ring': { ko: '더 깊이 들어갈 수 있어서', en: 'it led further in' },
  'first-vm': { ko: '들어갈 수 있는 VM이 보여서', en: 'a VM lay open' },
  'first-notes': { ko: '아는 것이 없어 둘러봄', en: 'nothing known yet: a look around' },
  'first-frames': { ko: '나중에 읽을 프레임을 마련', en: 'frames to read later' },
  'best-host': { ko: '호스트를 얻는 가장 빠른 길', en: 'the quickest way to a host' },
  'best-loot': { ko: '데이터를 얻는 가장 빠른 길', en: 'the quickest way to data' },
  'best-ring': { ko: '더 깊이 들어가는 가장 빠른 길', en: 'the quickest way further in' },
  'best-vm': { ko: '다음 VM으로 가는 가장 빠른 길', en: 'the quickest way to another VM' },
  'best-notes': { ko: '더 알아야 다음을 정할 수 있어서', en: 'it had to know more first' },
  'best-frames': { ko: '나중에 읽을 프레임을 마련', en: 'frames to read later' },
  instructor: { ko: '강사가 시킨 시도', en: 'the instructor had it tried' },
  'on-the-way': { ko: '더 큰 것으로 가는 길목', en: 'on the way to something bigger' },
} satisfies Room;

/** Whether a rule was put into the policy or taken out of it. */
const edits = {
  added: { ko: '넣었습니다', en: 'added' },
  removed: { ko: '뺐습니다', en: 'taken out' },
} satisfies Room;

export const reports = { alerts: observations, edits, marks, reasons, steps } satisfies Room;
