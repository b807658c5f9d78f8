import type { Room } from '../kinds.ts';

export const landing = {
  headline: { ko: '벽은 보이지 않습니다.', en: 'The walls are invisible.' },
  headlineEnd: { ko: '지키는 사람이 있을 뿐.', en: 'Their keepers are not.' },
  lead: {
    ko: '여러 테넌트의 VM이 한 기계에 삽니다. 남은 데이터와 무너진 격리로부터 함께 지키고, 무엇이 문을 열었는지 끝나고 나서 끝까지 되짚어 봅니다.',
    en: 'VMs of many tenants live in one machine. Guard them together against leftover data and broken isolation, and when it is over, trace back exactly what opened the door.',
  },
  join: { ko: '참가', en: 'Join' },
  solo: { ko: '혼자 연습', en: 'Practise alone' },
  soloNote: { ko: '바로 시작 · {{scenario}}', en: 'Starts at once: {{scenario}}' },
  ways: { ko: '시작하기', en: 'Begin' },
  others: { ko: '다른 시나리오', en: 'Or choose' },
  host: { ko: '수업 열기', en: 'Open a class' },
  hostNote: { ko: '코드를 만들고 화면에 띄우기', en: 'Get a code to put on the wall' },
  private: { ko: '개인정보를 받지 않습니다', en: 'No personal data' },
  noDice: {
    ko: '주사위가 없습니다. 모든 공격에는 이유가 있습니다',
    en: 'No dice: every attack has a reason',
  },
  picture: {
    ko: '건물 단면으로 그린 호스트. 게스트 다섯, 그 아래 하이퍼바이저와 가상 스위치, 지하에는 테넌트 색의 메모리 프레임.',
    en: 'A host drawn as a building cut open: five guests, below them the hypervisor and the virtual switch, and in the basement memory frames in the colours of their tenants.',
  },
  ring: { ko: '링 0', en: 'Ring 0' },
  hypervisor: { ko: '하이퍼바이저', en: 'Hypervisor' },
  root: { ko: '루트 모드', en: 'Root mode' },
  frames: {
    ko: '메모리 프레임 · 빗금은 지워지지 않고 남은 데이터',
    en: 'Memory frames · hatched ones still hold old data',
  },
  ids: { ko: '물리 IDS', en: 'Physical IDS' },
} satisfies Room;
