import type { Texts } from '../../world/words.ts';

/** The same work under every technique, with the bill by operation. */
export const race = {
  open: { ko: '기법 비교', en: 'Compare techniques' },
  openNote: {
    ko: '같은 일을 기법마다 얼마에 하는지, 무엇이 몇 번인지 봅니다.',
    en: 'What the same work costs under each technique: how often what happens.',
  },
  title: { ko: '같은 일, 기법마다 얼마나 드는가', en: 'The same work under each technique' },
  hosts: { ko: '호스트', en: 'Host' },
  own: { ko: '지금 여기', en: 'here now' },
  noVtx: { ko: 'VT-x 없음', en: 'no VT-x' },
  noEpt: { ko: 'VT-x, EPT 없음', en: 'VT-x, no EPT' },
  ept: { ko: 'VT-x와 EPT', en: 'VT-x and EPT' },
  shared: { ko: '컨테이너', en: 'containers' },
  best: {
    ko: '{{host}}에서는 {{technique}}{이/가} 가장 적게 듭니다',
    en: '{{technique}} costs the least on {{host}}',
  },
  only: {
    ko: '{{host}}에서 이 일을 제대로 할 수 있는 기법은 {{technique}}뿐입니다',
    en: '{{technique}} alone does this work right on {{host}}',
  },
  none: {
    ko: '{{host}}에서는 어느 기법으로도 이 일을 제대로 할 수 없습니다',
    en: 'On {{host}}, no technique does this work right',
  },
  why: {
    ko: '{{name}}{은/는} {{part}}에 {{cycles}} 사이클을 더 씁니다. 그중 가장 큰 것은 {{what}}: {{count}}번 × {{price}}사이클.',
    en: '{{name}} spends {{cycles}} {cycle/cycles} more on {{part}}; the most of that: {{what}}, {{count}} × {{price}} {cycle/cycles}.',
  },
  per: {
    ko: '네이티브로 100만 사이클이 드는 일에 대한 사이클입니다. 막대는 횟수 × 값의 합일 뿐, 기법마다 정해 둔 배율은 없습니다.',
    en: 'Cycles for work that takes a million natively. A bar is the sum of counts × prices; no technique has a factor of its own.',
  },
  native: { ko: '네이티브', en: 'Native' },
  nativeNote: { ko: '하이퍼바이저 없음', en: 'no hypervisor' },
  times: { ko: '{{cost}}배', en: '{{cost}}×' },
  now: { ko: '지금 기법', en: 'as it runs now' },
  line: { ko: '{{what}} {{count}} × {{price}}', en: '{{what}} {{count}} × {{price}}' },
  lacks: {
    ko: '필요한 {{device}}{을/를} 가질 수 없습니다',
    en: 'cannot have the {{device}} it needs',
  },
  publishedOf: {
    ko: '공개된 수치 {{cost}}배 [{{number}}]',
    en: 'published: {{cost}}× [{{number}}]',
  },
  published: { ko: '공개된 수치', en: 'Published figures' },
  source: {
    ko: '{{name}}, {{year}}년식 {{platform}}: {{cost}}배. {{text}}',
    en: '{{name}}, {{year}}, {{platform}}: {{cost}}×. {{text}}',
  },
  fitted: {
    ko: '횟수를 이 수치에 맞추었습니다.',
    en: 'Our counts were chosen to meet this figure.',
  },
  unpublished: {
    ko: '이 일과 이 세대의 하드웨어에 대해 원문을 확인한 수치가 없습니다.',
    en: 'No figure of such work on hardware of this generation was verified at its source.',
  },
  eras: { ko: '순서는 하드웨어에 따라 바뀝니다', en: 'The order changes with the hardware' },
  eraSame: {
    ko: '하드웨어가 바뀌어도 순서는 같습니다',
    en: 'The order stays, whatever the hardware',
  },
  eraOf: {
    ko: '{{year}}년식: {{order}}',
    en: '{{year}}: {{order}}',
  },
  prices: { ko: '한 번의 값', en: 'What one costs' },
  pricesNote: {
    ko: '사이클. 나갔다 오는 값을 더한 것입니다.',
    en: 'In cycles, the way out and back included.',
  },
  count: { ko: '횟수', en: 'Count' },
  sum: { ko: '합계', en: 'Sum' },
  techniques: {
    hvm: { ko: '하드웨어 지원(HVM)', en: 'Hardware-assisted (HVM)' },
    hybrid: { ko: '하이브리드', en: 'Hybrid' },
    para: { ko: '반가상화', en: 'Paravirtualisation' },
    bt: { ko: '이진 변환', en: 'Binary translation' },
    container: { ko: '컨테이너', en: 'Container' },
    emulation: { ko: '에뮬레이션', en: 'Emulation' },
  },
  groups: {
    ordinary: { ko: '일반 명령', en: 'ordinary instructions' },
    syscall: { ko: '시스템 콜', en: 'system calls' },
    memory: { ko: '페이지 테이블·TLB', en: 'page tables and TLB' },
    device: { ko: '장치 I/O', en: 'device I/O' },
    interrupt: { ko: '인터럽트·대기', en: 'interrupts and idling' },
    crossing: { ko: 'VM exit·하이퍼콜', en: 'VM exits, hypercalls' },
    check: { ko: '필터 검사', en: 'filter checks' },
    apart: { ko: '캐시 분리', en: 'keeping caches apart' },
  },
  operations: {
    compute: { ko: '일반 명령', en: 'ordinary cycles' },
    syscall: { ko: '시스템 콜', en: 'system calls' },
    device: { ko: '장치 접근', en: 'device accesses' },
    alone: { ko: '기다리는 장치 접근', en: 'waited-for accesses' },
    direct: { ko: '전용 장치 접근', en: 'accesses to its own device' },
    pageTable: { ko: '페이지 테이블 쓰기', en: 'page-table writes' },
    tlbMiss: { ko: 'TLB 미스', en: 'TLB misses' },
    largeMiss: { ko: '큰 페이지의 TLB 미스', en: 'TLB misses, large pages' },
    interrupt: { ko: '인터럽트', en: 'interrupts' },
    halt: { ko: '대기(HLT)', en: 'HLT' },
    cpuid: { ko: 'CPUID 명령', en: 'CPUID' },
    check: { ko: '필터 검사', en: 'filter checks' },
    flush: { ko: 'L1 비우기', en: 'L1 flushes' },
    part: { ko: '나뉜 LLC의 캐시 미스', en: 'misses of a partitioned LLC' },
  },
} satisfies Texts;
