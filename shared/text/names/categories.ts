import type { Category, Requirement } from '../../world/machine/category.ts';
import type { Words } from '../../world/words.ts';
import { devices, grants, tools } from './hosts.ts';

export const categories = {
  server: { ko: '서버 가상화', en: 'Server virtualisation' },
  desktop: { ko: '데스크톱 가상화', en: 'Desktop virtualisation' },
  application: { ko: '애플리케이션 가상화', en: 'Application virtualisation' },
  hardware: { ko: '하드웨어 에뮬레이션', en: 'Hardware emulation' },
} satisfies Record<Category, Words>;

/** What makes it one, and whether that is a purpose or a method (FACTS §7, remark 25). */
export const categoriesMeant = {
  server: {
    ko: '목적에 따른 구분: 화면 앞에 사용자가 없어도 돌아가는 서비스입니다.',
    en: 'A purpose: work that runs with nobody sitting at it.',
  },
  desktop: {
    ko: '목적에 따른 구분: 사용자가 앞에 앉아 쓰는 컴퓨터를 VM으로 옮긴 것입니다(VDI).',
    en: 'A purpose: the computer that somebody sits at, as a VM (VDI).',
  },
  application: {
    ko: '목적에 따른 구분: 기계 없이 프로그램만 패키지로 제공하고 커널은 함께 씁니다.',
    en: 'A purpose: a program is delivered as a package, without a machine; the kernel is shared.',
  },
  hardware: {
    ko: '방법에 따른 구분: 하드웨어를 흉내 내 주어야 일이 됩니다. 다른 세 카테고리는 목적입니다.',
    en: 'A method, where the other three are purposes: hardware has to be imitated for its work.',
  },
} satisfies Record<Category, Words>;

/** What a workload cannot do without, in a list. */
export const requirements = {
  ...tools,
  ...grants,
  callers: { ko: '서비스로 들어오는 접속', en: 'connections to its service' },
  peers: { ko: '다른 서비스로 나가는 접속', en: 'connections to other services' },
  'other-mac': { ko: '다른 MAC 주소의 프레임', en: 'frames from another MAC address' },
  trunk: { ko: '여러 VLAN을 잇는 트렁크 포트', en: 'a trunk port, in several VLANs' },
  floppy: devices.floppy,
  xhci: devices.xhci,
  svga: devices.svga,
  'shared-kernel': { ko: '함께 쓰는 커널', en: 'a shared kernel' },
  'old-machine': { ko: '제조사 기계의 에뮬레이션', en: 'a model of its maker’s machine' },
  nesting: { ko: '중첩 가상화', en: 'nested virtualisation' },
} satisfies Record<Requirement, Words>;
