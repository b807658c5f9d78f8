import type { Texts } from '../../world/words.ts';

/** What the map shows by drawing, in the words of the list beside it. */
export const tree = {
  taken: { ko: '공격자가 장악함', en: 'taken over' },
  leaking: { ko: '데이터가 유출되는 중', en: 'its data is leaking' },
  code: { ko: '외부 코드 발견', en: 'foreign code found' },
  quarantined: { ko: '네트워크 차단됨', en: 'in quarantine' },
  unfiltered: { ko: '스위치가 필터링하지 않음', en: 'not filtered by its switch' },
  behind: { ko: '정책 {{count}}개 버전 뒤처짐', en: 'versions of the policy missed: {{count}}' },
  unbound: { ko: '미등록 포트 {{count}}개', en: 'unregistered ports: {{count}}' },
  pushComes: { ko: '곧 자동 배포됨', en: 'pushed to by itself soon' },
  takesNothing: { ko: '자동 배포를 받지 않음', en: 'takes no push by itself' },
  drops: { ko: '모든 패킷을 버림', en: 'drops every packet' },
  hostBuild: {
    ko: '빌드 {{build}}, 수정 빌드 {{fix}}',
    en: 'build {{build}}, fixed in build {{fix}}',
  },
  kernel: {
    ko: '게스트 커널 빌드 {{build}}, 수정 빌드 {{fix}}',
    en: 'guest kernel build {{build}}, fixed in build {{fix}}',
  },
  service: {
    ko: '서비스 빌드 {{build}}, 수정 빌드 {{fix}}',
    en: 'service build {{build}}, fixed in build {{fix}}',
  },
  merges: { ko: '페이지 병합 켜짐, 병합된 페이지 {{count}}개', en: 'merges pages: {{count}}' },
  merged: { ko: '병합된 페이지 {{count}}개', en: 'merged pages: {{count}}' },
  dedicated: {
    ko: '{{tenant}} 전용이라 다른 테넌트의 VM을 받지 않음',
    en: 'dedicated to {{tenant}}',
  },
  parted: { ko: '캐시(LLC)가 VM마다 나뉨', en: 'cache (LLC) partitioned' },
  smt: { ko: 'SMT 켜짐', en: 'SMT on' },
  l1Flush: { ko: 'VM 진입 때 L1을 비움', en: 'flushes the L1 at VM entry' },
  l1tf: { ko: 'CPU에 L1TF가 있음', en: 'its CPU has L1TF' },
  unguarded: { ko: 'ECC와 TRR 없음', en: 'neither ECC nor TRR' },
  credential: { ko: '자격 증명 {{mark}}: 다른 호스트와 같음', en: 'credential {{mark}}, shared' },
  memoryEncrypted: { ko: '메모리 암호화됨', en: 'memory encrypted' },
  counters: { ko: '성능 카운터를 감시함', en: 'performance counters watched' },
  restart: { ko: '장치 프로세스가 옛 코드로 실행 중', en: 'its device process runs old code' },
  foreign: {
    ko: '다른 테넌트의 잔존 데이터가 있는 프레임 {{count}}개',
    en: 'frames with another tenant’s residue: {{count}}',
  },
  overcommit: {
    ko: '메모리 오버커밋, 약속한 프레임 {{promised}}개',
    en: 'overcommits memory, frames promised: {{promised}}',
  },
  swapped: { ko: '디스크로 스왑된 프레임 {{count}}개', en: 'frames swapped to disk: {{count}}' },
  blocks: {
    ko: '잔존 데이터가 있는 빈 블록 {{count}}개',
    en: 'free blocks with residue: {{count}}',
  },
  moving: { ko: '{{host}}{으로/로} 옮기는 중', en: 'moving to {{host}}' },
  movingPlain: {
    ko: '{{host}}{으로/로} 평문으로 옮기는 중',
    en: 'moving to {{host}} in plain text',
  },
  movingSealed: {
    ko: '{{host}}{으로/로} 암호화해서 옮기는 중',
    en: 'moving to {{host}}, encrypted',
  },
  load: { ko: '부하 {{percent}}%', en: 'load {{percent}}%' },
  served: { ko: 'CPU {{percent}}% 받음', en: 'gets {{percent}}% of the CPU it wants' },
  frames: { ko: '프레임 {{count}}개', en: 'frames: {{count}}' },
  mapOf: {
    ko: '데이터 센터 지도, {{layer}} 레이어. 같은 내용을 호스트와 VM 목록이 글로 알려 줍니다.',
    en: 'Map of the data centre, {{layer}} layer. The list of hosts and VMs says the same in words.',
  },
} satisfies Texts;
