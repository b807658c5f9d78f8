import type { Texts } from '../../world/words.ts';

/** A VM's virtual hardware, device by device, and the ways to its network card. */
export const devices = {
  title: { ko: '장치별로 보기', en: 'Device by device' },
  emulated: { ko: '에뮬레이션', en: 'emulated' },
  para: { ko: '반가상화', en: 'paravirtual' },
  kernelOwn: { ko: '호스트 커널의 드라이버', en: 'drivers of the host’s kernel' },
  kernelOwnNote: {
    ko: '컨테이너에는 가상 장치가 없습니다. 호스트 커널의 드라이버를 시스템 콜로 씁니다.',
    en: 'A container has no virtual device: it uses the host kernel’s drivers by system calls.',
  },
  processNote: {
    ko: '게스트가 건드릴 때마다 이 VM의 장치 프로세스가 흉내 냅니다. 게스트가 건넨 것은 이 모델의 코드가 해석합니다.',
    en: 'The device process of this VM answers each touch; what the guest gives it is parsed by the code of this model.',
  },
  ringNote: {
    ko: '공유 링에 요청을 쌓고 한 번만 알립니다. 링은 이 VM의 장치 프로세스가 해석합니다.',
    en: 'Requests lie on a shared ring, told of once a batch. The device process of this VM parses them.',
  },
  vhostNote: {
    ko: '공유 링에 요청을 쌓고 한 번만 알립니다. 링은 호스트 커널의 vhost가 해석합니다. 빠르지만 샌드박스 밖입니다.',
    en: 'Requests lie on a shared ring, told of once a batch. vhost in the host’s kernel parses them: fast, and outside any sandbox.',
  },
  splitNote: {
    ko: '포팅한 커널의 분리 드라이버가 공유 링에 요청을 쌓고 하이퍼콜로 알립니다.',
    en: 'The split driver of a ported kernel puts requests on a shared ring and tells of them by hypercall.',
  },
  draws3d: { ko: 'SVGA · 3D 가속 켜짐', en: 'SVGA, 3-D on' },
  draws2d: { ko: 'SVGA · 3D 가속 꺼짐', en: 'SVGA, 3-D off' },
  draws3dNote: {
    ko: '게스트 프로그램의 셰이더까지 장치 프로세스가 번역합니다. 사용자 권한만으로 닿는 코드입니다.',
    en: 'The device process translates even shaders of guest programs: a mere user’s rights reach that code.',
  },
  draws2dNote: {
    ko: '장치 프로세스는 화면 복사 명령만 해석하고, 3D는 게스트의 CPU가 그립니다.',
    en: 'The device process parses copy commands only; what is drawn in 3-D the guest’s CPU draws.',
  },
  floppyNote: {
    ko: '장치 프로세스가 512바이트 버퍼로 명령을 받습니다.',
    en: 'The device process takes commands into a buffer of 512 bytes.',
  },
  xhciNote: {
    ko: '장치 프로세스가 게스트 메모리의 전송 요청을 읽어 처리합니다.',
    en: 'The device process reads transfer requests from the guest’s memory.',
  },
  ways: { ko: '네트워크 카드를 쓰는 방식', en: 'Ways to the network card' },
  here: { ko: '이 VM', en: 'this VM' },
  guest: { ko: '게스트 수정', en: 'Guest changed' },
  guestEmulated: { ko: '없음', en: 'no' },
  guestPara: { ko: '드라이버', en: 'a driver' },
  exits: { ko: 'VM exit 횟수', en: 'VM exits' },
  exitsEmulated: { ko: '접근마다', en: 'each touch' },
  exitsPara: { ko: '묶음마다 1번', en: 'one a batch' },
  mover: { ko: '처리하는 쪽', en: 'Moved by' },
  moverEmulated: { ko: '장치 모델', en: 'device model' },
  moverPara: { ko: '백엔드', en: 'back end' },
  price: { ko: '요청당 추가 비용', en: 'Extra a request' },
  cycles: { ko: '{{cycles}}사이클', en: '{{cycles}} {cycle/cycles}' },
  measured: { ko: '측정한 처리량', en: 'Measured' },
  measuredEmulated: { ko: '1/3~2/3', en: '1/3 to 2/3' },
  measuredPara: { ko: '거의 전부', en: 'nearly all' },
  rules: { ko: '가상 스위치 규칙', en: 'Switch rules' },
  applied: { ko: '적용', en: 'applied' },
  moves: { ko: '마이그레이션', en: 'Migration' },
  easy: { ko: '쉬움', en: 'easy' },
  source: {
    ko: '처리량: Barham 2003, 표 6(TCP, MTU 1500). 에뮬레이션은 VMware Workstation 3.2, 반가상화는 Xen입니다.',
    en: 'Throughput: Barham 2003, table 6 (TCP, MTU 1500): VMware Workstation 3.2 emulates, Xen is paravirtual.',
  },
} satisfies Texts;
