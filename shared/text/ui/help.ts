import type { Room } from '../kinds.ts';

export const help = {
  title: { ko: '키와 읽는 법', en: 'Keys and how to read the map' },
  open: { ko: '도움말', en: 'Help' },
  keys: { ko: '키', en: 'Keys' },
  pause: { ko: '멈춤 · 계속 (혼자 할 때)', en: 'Pause and go on (alone)' },
  layers: {
    ko: '레이어: 연산 · 메모리 · 네트워크 · 트랩',
    en: 'Layers: compute, memory, network, traps',
  },
  arrows: { ko: '목록에서 호스트와 VM 고르기', en: 'Move through hosts and VMs' },
  enter: { ko: '할 수 있는 일로 이동', en: 'Go to the actions' },
  letters: { ko: '단추에 적힌 글자: 그 일을 시키기', en: 'The letter on a button: do it' },
  talk: { ko: '팀에 말하기', en: 'Tell your team something' },
  ping: { ko: '고른 것을 팀에 가리키기', en: 'Point your team to what is selected' },
  search: { ko: 'VM 찾기', en: 'Find a VM' },
  escape: { ko: '닫기 · 선택 풀기', en: 'Close or deselect' },
  sheet: { ko: '이 안내', en: 'This sheet' },
  reading: { ko: '지도 읽는 법', en: 'Reading the map' },
  building: {
    ko: '건물 하나가 호스트 하나, 층은 권한입니다. 위는 게스트, 가운데 판이 하이퍼바이저, 지하가 메모리입니다.',
    en: 'A building is a host, its floors are privilege: guests on top, the hypervisor slab, memory below.',
  },
  colours: {
    ko: '프레임의 색과 글자는 주인 테넌트입니다. 빗금은 앞 주인이 남긴 데이터입니다.',
    en: 'A frame’s colour and letter name its tenant. Hatching is data left by an earlier owner.',
  },
  duties: {
    ko: '충실성은 약속한 서비스, 격리는 서로 보이지 않음, 성능은 그 값입니다. 점수는 셋의 조화 평균입니다.',
    en: 'Fidelity is the service promised, isolation that nobody sees another, performance what it costs. The score is their harmonic mean.',
  },
} satisfies Room;
