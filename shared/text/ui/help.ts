import type { Texts } from '../../world/words.ts';

export const help = {
  title: { ko: '키와 읽는 법', en: 'Keys and how to read the map' },
  open: { ko: '도움말', en: 'Help' },
  keys: { ko: '키', en: 'Keys' },
  pause: { ko: '멈춤 · 계속 (혼자 할 때)', en: 'Pause and go on (alone)' },
  layers: {
    ko: '레이어: 연산 · 메모리 · 네트워크 · 트랩 · 신뢰',
    en: 'Layers: compute, memory, network, traps, trust',
  },
  jumps: {
    ko: '바로 가기: 경보 · 요청 · 목록 · 할 수 있는 일 · 트랩 데스크',
    en: 'Go to alerts, requests, the list, actions, the trap desk',
  },
  arrows: { ko: '목록에서 호스트와 VM 고르기', en: 'Move through hosts and VMs' },
  enter: { ko: '할 수 있는 일로 이동', en: 'Go to the actions' },
  letters: {
    ko: '버튼에 적힌 글자: 그 명령 내리기',
    en: 'The letter on a button: give that order',
  },
  talk: { ko: '팀에 말하기', en: 'Tell your team something' },
  ping: { ko: '선택한 것을 팀에 가리키기', en: 'Point your team to what is selected' },
  happenings: { ko: '그동안 일어난 일', en: 'What has happened' },
  search: { ko: '호스트나 VM 찾기', en: 'Find a host or a VM' },
  escape: { ko: '닫기 · 선택 풀기', en: 'Close or deselect' },
  sheet: { ko: '이 안내', en: 'This sheet' },
  modes: { ko: '글자와 숫자 키', en: 'Letter and digit keys' },
  mode: {
    plain: { ko: '그 키만 누르기', en: 'The key alone' },
    alt: { ko: 'Alt 키를 누른 채 누르기', en: 'Together with Alt' },
    off: { ko: '쓰지 않기', en: 'Off' },
  },
  categories: { ko: '가상화의 카테고리(§7)', en: 'Categories of virtualisation (§7)' },
  categoriesBody: {
    ko: '서버, 데스크톱, 애플리케이션은 목적이고 하드웨어 가상화는 방법입니다. 여기서는 하드웨어를 흉내 내 주어야 일이 되는 VM을 따로 봅니다. 일에 꼭 필요한 것이 공격받을 곳을 정합니다. VM의 ‘더 보기’에 나옵니다.',
    en: 'Server, desktop and application are purposes; hardware virtualisation is a method: here, of work that needs hardware imitated for it. What its work cannot do without decides where a VM can be attacked: see More.',
  },
  match: { ko: '이 경기', en: 'This match' },
  seed: { ko: '시드', en: 'Seed' },
  seedNote: {
    ko: '시나리오와 시드가 같으면 누가 하든 같은 조건에서 시작합니다.',
    en: 'With the same scenario and seed, anyone begins under the same conditions.',
  },
  seedUnfit: { ko: '시드는 1 이상의 정수입니다.', en: 'A seed is a whole number from 1 up.' },
  restart: { ko: '처음부터 다시', en: 'Start again' },
  playSeed: { ko: '이 시드로 시작', en: 'Play this seed' },
  copy: { ko: '경기 주소 복사', en: 'Copy its address' },
  fullScreen: { ko: '전체 화면', en: 'Full screen' },
  reading: { ko: '지도 읽는 법', en: 'Reading the map' },
  building: {
    ko: '건물 하나가 호스트 하나, 층은 권한입니다. 위는 게스트 OS(guest OS), 가운데는 하이퍼바이저(hypervisor), 지하는 메모리입니다.',
    en: 'A building is a host, its floors are privilege: guests on top, the hypervisor, memory below.',
  },
  colours: {
    ko: '프레임의 색과 글자는 소유한 테넌트입니다. 빗금은 이전 소유자가 남긴 잔존 데이터(residual data)입니다.',
    en: 'A frame’s colour and letter name its tenant. Hatching is residual data of an earlier owner.',
  },
  duties: {
    ko: '점수는 충실성(fidelity), 격리(isolation), 성능(performance) 세 의무의 조화 평균입니다. 하나라도 0이면 점수도 0입니다.',
    en: 'The score is the harmonic mean of fidelity, isolation and performance: with one at nothing it is nothing.',
  },
} satisfies Texts;
