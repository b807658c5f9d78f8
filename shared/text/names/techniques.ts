import type { Refusal } from '../../protocol/refusal.ts';
import type { Foothold, Technique } from '../../world/vm.ts';
import type { Words } from '../kinds.ts';

/** Short: they stand in a column of the map. */
export const techniques = {
  hvm: { ko: 'HVM', en: 'HVM' },
  hybrid: { ko: '혼합', en: 'Hybrid' },
  para: { ko: '반가상화', en: 'Para' },
  bt: { ko: '이진 변환', en: 'Binary tr.' },
  container: { ko: '컨테이너', en: 'Container' },
  emulation: { ko: '에뮬레이션', en: 'Emulated' },
} satisfies Record<Technique, Words>;

/** In full, where there is room for it. */
export const techniquesInFull = {
  hvm: { ko: '전가상화 · HVM', en: 'Full, hardware-assisted' },
  hybrid: { ko: '혼합 · HVM과 반가상화 드라이버', en: 'Hybrid: HVM, para drivers' },
  para: { ko: '반가상화 · 하이퍼콜', en: 'Para: hypercalls' },
  bt: { ko: '전가상화 · 이진 변환', en: 'Full, binary translation' },
  container: { ko: 'OS 수준 · 컨테이너', en: 'OS-level: container' },
  emulation: { ko: '에뮬레이션', en: 'Emulation' },
} satisfies Record<Technique, Words>;

/** Where the guest's kernel runs, and so what an attacker in it has in front of them. */
export const guestKernels = {
  hvm: { ko: '링 0 · 비루트 모드', en: 'ring 0, non-root' },
  hybrid: { ko: '링 0 · 비루트 모드', en: 'ring 0, non-root' },
  para: { ko: '권한을 내린 링', en: 'a deprivileged ring' },
  bt: { ko: '링 1', en: 'ring 1' },
  container: { ko: '없음 · 호스트 커널을 함께 씀', en: 'none: it shares the host’s' },
  emulation: { ko: '에뮬레이터 프로세스 안', en: 'inside a process' },
} satisfies Record<Technique, Words>;

/** How far someone got in. */
export const footings = {
  user: { ko: '링 3', en: 'ring 3' },
  kernel: { ko: '링 0', en: 'ring 0' },
  'device-process': { ko: '장치 프로세스', en: 'the device process' },
} satisfies Record<Exclude<Foothold, 'none'> | 'device-process', Words>;

type Unfit = Extract<Refusal, { readonly code: 'rule.technique-unfit' }>;

/** Why a host cannot run a guest by a technique. */
export const misfits = {
  'no-extension': {
    ko: 'CPU에 가상화 확장(VT-x, AMD-V)이 없습니다',
    en: 'its CPU has no virtualisation extension',
  },
  'closed-kernel': {
    ko: '커널을 고칠 수 없는 운영체제라 하이퍼콜을 쓰게 할 수 없습니다',
    en: 'a closed kernel cannot be ported to hypercalls',
  },
  'no-shared-kernel': {
    ko: '컨테이너는 커널을 함께 쓰는 호스트에서만 돌아갑니다',
    en: 'a container needs a host that shares its kernel',
  },
  'only-containers': {
    ko: '이 호스트는 컨테이너만 돌립니다',
    en: 'that host runs containers only',
  },
} satisfies Record<Unfit['facts']['misfit'], Words>;
