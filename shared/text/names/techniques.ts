import type { Refusal } from '../../protocol/refusal.ts';
import type { WordSize } from '../../world/machine/host.ts';
import type { Boundary, Footing, Technique } from '../../world/machine/vm.ts';
import type { Words } from '../../world/words.ts';

/** Short: they stand in a column of the map. */
export const techniques = {
  hvm: { ko: 'HVM', en: 'HVM' },
  hybrid: { ko: '하이브리드', en: 'Hybrid' },
  para: { ko: '반가상화', en: 'Para' },
  bt: { ko: '이진 변환', en: 'Binary tr.' },
  container: { ko: '컨테이너', en: 'Container' },
  emulation: { ko: '에뮬레이션', en: 'Emulated' },
  native: { ko: '물리 서버', en: 'Native' },
} satisfies Record<Technique, Words>;

/** By the abbreviation of the trade, where a column is too narrow even for the name. */
export const techniquesShort = {
  hvm: { ko: 'HVM', en: 'HVM' },
  hybrid: { ko: 'HVM+', en: 'HVM+' },
  para: { ko: 'PV', en: 'PV' },
  bt: { ko: 'BT', en: 'BT' },
  container: { ko: 'OS 수준', en: 'OS-level' },
  emulation: { ko: '에뮬', en: 'Emul.' },
  native: { ko: '물리', en: 'Native' },
} satisfies Record<Technique, Words>;

/** On the narrowest columns of the map. */
export const techniquesTiny = {
  hvm: { ko: 'HVM', en: 'HVM' },
  hybrid: { ko: 'HVM⁺', en: 'HVM⁺' },
  para: { ko: 'PV', en: 'PV' },
  bt: { ko: 'BT', en: 'BT' },
  container: { ko: 'OS', en: 'OS' },
  emulation: { ko: '에뮬', en: 'Emu' },
  native: { ko: '물리', en: 'Bare' },
} satisfies Record<Technique, Words>;

/** In full, where there is room for it. */
export const techniquesInFull = {
  hvm: { ko: '전가상화(full virtualization) · HVM', en: 'Full, hardware-assisted' },
  hybrid: {
    ko: '하이브리드(hybrid) · HVM과 반가상화 드라이버',
    en: 'Hybrid: HVM with para drivers',
  },
  para: { ko: '반가상화(paravirtualization) · 하이퍼콜(hypercall)', en: 'Para: hypercalls' },
  bt: { ko: '전가상화 · 이진 변환(binary translation)', en: 'Full, binary translation' },
  container: { ko: 'OS 수준 · 컨테이너', en: 'OS-level: container' },
  emulation: { ko: '에뮬레이션', en: 'Emulation' },
  native: { ko: '가상화 없음 · 물리 서버', en: 'Native: no virtualisation' },
} satisfies Record<Technique, Words>;

/**
 * Where the guest's kernel runs, and so what an attacker in it has in front of them. Of a ported one
 * its word size decides; `para` is said where that is not known.
 */
export const guestKernels = {
  hvm: { ko: '링 0 · 비루트 모드(non-root)', en: 'ring 0, non-root' },
  hybrid: { ko: '링 0 · 비루트 모드(non-root)', en: 'ring 0, non-root' },
  para: { ko: '링 1(32비트) · 링 3(64비트)', en: 'ring 1 (32-bit), ring 3 (64-bit)' },
  'para-32': { ko: '링 1 · 32비트 반가상화', en: 'ring 1: 32-bit para' },
  'para-64': { ko: '링 3 · 64비트 반가상화', en: 'ring 3: 64-bit para' },
  bt: { ko: '링 1', en: 'ring 1' },
  container: { ko: '없음 · 호스트 커널을 함께 씀', en: 'none: it shares the host’s' },
  emulation: { ko: '에뮬레이터 프로세스 안', en: 'inside a process' },
  native: { ko: '링 0 · 아래에 아무것도 없음', en: 'ring 0, nothing below it' },
} satisfies Record<Technique | `para-${WordSize}`, Words>;

/** How far someone got in; a kernel by the ring in which it runs. */
export const footings = {
  user: { ko: '링 3', en: 'ring 3' },
  root: { ko: 'root 프로세스', en: 'a process of root' },
  'kernel-0': { ko: '커널(링 0)', en: 'the kernel (ring 0)' },
  'kernel-1': { ko: '커널(링 1)', en: 'the kernel (ring 1)' },
  'kernel-3': { ko: '커널(링 3)', en: 'the kernel (ring 3)' },
  'kernel-emulated': { ko: '커널(에뮬레이션된 CPU)', en: 'the kernel (emulated CPU)' },
  'device-process': { ko: '장치 프로세스', en: 'the device process' },
} satisfies Record<Footing, Words>;

/** What stands between a guest and its host, beside what it would cost. */
export const boundaries = {
  'exits-drivers': { ko: 'VM exit와 반가상화 드라이버', en: 'VM exits, para drivers' },
  hypercalls: { ko: '하이퍼콜과 분리 드라이버', en: 'hypercalls, split drivers' },
  exits: { ko: 'VM exit와 에뮬레이션된 장치', en: 'VM exits, emulated devices' },
  translator: { ko: '변환기와 에뮬레이션된 장치', en: 'translator, emulated devices' },
  emulator: { ko: '에뮬레이터 프로세스', en: 'the emulator process' },
  'shared-kernel': { ko: '공유 커널의 시스템 콜', en: 'system calls, one kernel' },
  none: { ko: '없음 · 하드웨어를 혼자 씀', en: 'none: the machine is its own' },
} satisfies Record<Boundary, Words>;

type Unfit = Extract<Refusal, { readonly code: 'rule.technique-unfit' }>;

/** Why a host cannot run a guest by a technique. */
export const misfits = {
  'no-extension': {
    ko: 'CPU에 가상화 확장(VT-x, AMD-V)이 없습니다',
    en: 'its CPU has no virtualisation extension',
  },
  'closed-kernel': {
    ko: '커널을 고칠 수 없는 운영체제라 하이퍼콜을 쓰게 할 수 없습니다',
    en: 'a closed kernel cannot be changed to use hypercalls',
  },
  'no-shared-kernel': {
    ko: '컨테이너는 커널을 함께 쓰는 호스트에서만 실행할 수 있습니다',
    en: 'a container needs a host that shares its kernel',
  },
  'foreign-cpu': {
    ko: '다른 종류의 CPU용 코드라 에뮬레이션으로만 실행할 수 있습니다',
    en: 'its code is for another kind of CPU, which takes emulation',
  },
  'calls-refused': {
    ko: '호스트의 필터가 반가상화 커널이 시작할 때 부르는 하이퍼콜을 거부합니다',
    en: 'a filter of the host refuses the hypercalls that a paravirtual kernel starts with',
  },
  'narrow-host': {
    ko: '64비트 운영체제인데 호스트가 32비트입니다',
    en: 'its system is of 64 bits and the host of 32',
  },
  'no-drivers': {
    ko: '옛 하드웨어용 드라이버만 있는 운영체제라 반가상화 드라이버를 쓸 수 없습니다',
    en: 'its system has drivers for old hardware only, and no para drivers',
  },
  'only-containers': {
    ko: '이 호스트에서는 컨테이너만 실행할 수 있습니다',
    en: 'that host runs containers only',
  },
  'no-hypervisor': {
    ko: '하이퍼바이저가 없는 물리 서버에서는 VM을 실행할 수 없습니다',
    en: 'a machine without a hypervisor runs no VM',
  },
} satisfies Record<Unfit['facts']['misfit'], Words>;
