import type { Texts } from '../../world/words.ts';

/** What is under the guests of a host, as the inspector tells it: each in a sentence with its number. */
export const below = {
  title: { ko: '하드웨어 위에 있는 것', en: 'On the metal' },
  metal: { ko: '하드웨어 관리 주체', en: 'Owns the hardware' },
  type1: { ko: '하이퍼바이저 빌드 {{build}}', en: 'hypervisor, build {{build}}' },
  type1Note: {
    ko: '그 아래에 OS가 없습니다. 드라이버와 관리 도구는 특권 도메인인 Dom0에 있습니다.',
    en: 'No OS is below it. Drivers and tools are in Dom0, a privileged domain.',
  },
  type2: { ko: '호스트 OS 빌드 {{os}}', en: 'host OS, build {{os}}' },
  type2Note: {
    ko: '하이퍼바이저는 그 위에서 도는 프로그램 {{programs}}개 가운데 하나입니다.',
    en: 'The hypervisor is one of the programs that run on it: {{programs}} in all.',
  },
  container: { ko: '공유 커널 빌드 {{build}}', en: 'shared kernel, build {{build}}' },
  containerNote: {
    ko: '하이퍼바이저가 없습니다. 컨테이너를 시작하는 런타임은 빌드 {{runtime}}입니다.',
    en: 'There is no hypervisor. The runtime (build {{runtime}}) starts the containers.',
  },
  native: { ko: '이 서버의 OS', en: 'the server’s OS' },
  nativeNote: {
    ko: '하이퍼바이저도, 함께 쓰는 테넌트도 없습니다.',
    en: 'No hypervisor is below it, and no other tenant beside it.',
  },
  trusted: { ko: '믿어야 하는 것', en: 'Has to be trusted' },
  trustedCount: { ko: '{{count}}가지', en: '{{count}}' },
  trustedOf: {
    ko: '{{names}}. 하나라도 뚫리면 이 호스트의 게스트가 모두 넘어갑니다.',
    en: '{{names}}. With any of them every guest of this host falls.',
  },
  ways: { ko: '열린 통로', en: 'Open ways' },
  waysCount: { ko: '{{count}}개', en: '{{count}}' },
  noWays: {
    ko: '게스트 도구, 메일·브라우저, 부여된 권한으로 열린 통로가 없습니다.',
    en: 'None by guest tools, mail, a browser or granted rights.',
  },
  waysOf: {
    ko: '게스트 도구 채널 {{channels}} · 메일·브라우저 {{everyday}} · 컨테이너에 준 권한 {{grants}}. 알려진 결함이 없어도 호스트로 이어집니다.',
    en: 'Tool channels {{channels}}, mail or browser {{everyday}}, rights given to containers {{grants}}: they lead to the host even where no flaw is known.',
  },
  fix: { ko: '수정 빌드 {{build}}', en: 'fix {{build}}' },
  cost: { ko: '층의 비용', en: 'Cost of the layer' },
  costCycles: { ko: '{{cycles}}사이클', en: '{{cycles}} {cycle/cycles}' },
  costNote: {
    ko: '바이너리 변환 게스트의 패킷이나 블록 하나가 호스트 OS를 거칠 때입니다. 하드웨어 지원 게스트에는 공개된 값이 없어 더하지 않습니다.',
    en: 'For each packet or block of a translated guest, through the host OS. For hardware-assisted guests no figure is published, and none is charged.',
  },
  userns: { ko: '사용자 재매핑', en: 'User remap' },
  lsm: { ko: 'AppArmor·SELinux 강제', en: 'AppArmor, SELinux' },
  edr: { ko: '호스트 EDR(S11)', en: 'Host EDR (S11)' },
  tools: { ko: '게스트 도구', en: 'Guest tools' },
  toolsNote: {
    ko: '열린 채널 {{count}}개. 네트워크를 거치지 않고 호스트로 이어집니다.',
    en: 'Open channels: {{count}}. They lead to the host past any network.',
  },
  grants: { ko: '부여된 호스트 권한', en: 'Rights over its host' },
  grantsNote: {
    ko: '이 컨테이너의 root는 호스트에서도 root입니다.',
    en: 'Root in this container is root on its host.',
  },
  grantsVoid: {
    ko: '사용자를 재매핑한 호스트라 통하지 않습니다.',
    en: 'Worth nothing here: users are remapped.',
  },
  agent: { ko: '게스트 에이전트(S3)', en: 'Guest agent (S3)' },
} satisfies Texts;
