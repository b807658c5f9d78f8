import type { Texts } from '../../world/words.ts';

export const landing = {
  headline: { ko: '격리는 보이지 않습니다.', en: 'Isolation is invisible.' },
  headlineEnd: { ko: '무너질 때만 보입니다.', en: 'Until it fails.' },
  lead: {
    ko: '여러 테넌트의 게스트 OS(guest OS)가 하이퍼바이저(hypervisor) 위에서 한 서버를 나눠 씁니다. 함께 격리(isolation)를 지키고, 경기가 끝나면 침해의 원인을 끝까지 추적합니다.',
    en: 'VMs of many tenants share one server on a hypervisor. Keep them isolated from each other, and when it is over, trace every breach back to its cause.',
  },
  join: { ko: '참가', en: 'Join' },
  solo: { ko: '혼자 연습', en: 'Practise alone' },
  soloNote: { ko: '바로 시작 · {{scenario}}', en: 'Starts at once: {{scenario}}' },
  goOn: { ko: '이어서 하기', en: 'Go on' },
  goOnNote: { ko: '{{scenario}} · {{time}}', en: '{{scenario}}, from {{time}}' },
  readAgain: { ko: '지난 디브리핑', en: 'Last debrief' },
  ways: { ko: '시작하기', en: 'Begin' },
  others: { ko: '다른 시나리오', en: 'Or choose' },
  host: { ko: '수업 열기', en: 'Open a class' },
  hostNote: { ko: '코드를 만들고 화면에 띄우기', en: 'Get a code to put on the wall' },
  ownClasses: { ko: '내가 연 수업', en: 'Your open classes' },
  lecture: { ko: '강의의 절로 찾기', en: 'Find a section of the lecture' },
  private: { ko: '개인정보를 받지 않습니다', en: 'No personal data' },
  noDice: {
    ko: '공격의 성패는 확률이 아니라 조건으로 정해집니다',
    en: 'No dice: attacks work by their preconditions',
  },
  picture: {
    ko: '건물 단면으로 그린 호스트. 게스트 다섯, 그 아래 하이퍼바이저와 가상 스위치, 지하에는 테넌트 색의 메모리 프레임.',
    en: 'A host drawn as a building cut open: five guests, below them the hypervisor and the virtual switch, and in the basement memory frames in the colours of their tenants.',
  },
  ring: { ko: '링 0', en: 'Ring 0' },
  hypervisor: { ko: '하이퍼바이저', en: 'Hypervisor' },
  root: { ko: '루트 모드', en: 'Root mode' },
  frames: {
    ko: '메모리 프레임 · 빗금은 잔존 데이터(residual data)',
    en: 'Memory frames · hatched ones hold residual data',
  },
  ids: { ko: '물리 IDS', en: 'Physical IDS' },
} satisfies Texts;
