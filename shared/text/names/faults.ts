import type { ClockCause, FaultKind } from '../../world/machine/fault.ts';
import type { Technique } from '../../world/machine/vm.ts';
import type { Words } from '../../world/words.ts';

/** What keeps a VM from the result that it would have on real hardware: a name for each. */
export const faults = {
  'cut-off': { ko: '통신 끊김', en: 'Cut off' },
  'device-missing': { ko: '장치 없음', en: 'Device missing' },
  'device-unsupported': { ko: '장치 모델 없음', en: 'No device model' },
  'exit-refused': { ko: 'VM exit 거부됨', en: 'Exits refused' },
  'clock-lies': { ko: '시계가 늦음', en: 'Clock behind' },
} satisfies Record<FaultKind, Words>;

/** What is behind each, in a sentence. A clock has a sentence for each cause. */
export const faultsInFull = {
  'cut-off': {
    ko: '꼭 필요한 통신 {{count}}개가 도달하지 못합니다.',
    en: 'Flows that it needs and that do not get through: {{count}}.',
  },
  'device-missing': {
    ko: '이 작업에는 {{device}}{이/가} 필요한데 VM에 없습니다.',
    en: 'Its work needs {{device}}, and the VM has none.',
  },
  'device-unsupported': {
    ko: '이 기법에는 에뮬레이션된 장치가 없어 {{device}}{을/를} 쓸 수 없습니다. 다른 기법으로 새로 만들어야 합니다.',
    en: 'Its technique emulates no devices, so there is no {{device}}. Only a VM of another technique has it.',
  },
  'exit-refused': {
    ko: '{{host}}에서 필터가 {{trap}} 요청을 모두 거부합니다.',
    en: 'A filter on {{host}} refuses every request for {{trap}}.',
  },
  starved: {
    ko: '{{lag}} 늦습니다. CPU를 제때 받지 못해 에뮬레이션된 타이머의 틱을 놓쳤습니다.',
    en: '{{lag}} behind: short of CPU time, it missed ticks of its emulated timer.',
  },
  'rolled-back': {
    ko: '{{lag}} 늦습니다. 스냅샷과 함께 시계도 되돌아갔습니다.',
    en: '{{lag}} behind: its clock went back with the snapshot.',
  },
} satisfies Record<Exclude<FaultKind, 'clock-lies'> | ClockCause, Words>;

/** What a guest of each technique reads the time from. */
export const clocks = {
  hvm: { ko: '에뮬레이션된 타이머의 틱을 셈', en: 'counts ticks of an emulated timer' },
  hybrid: { ko: '반가상화 클록', en: 'a paravirtual clock' },
  para: { ko: '반가상화 클록', en: 'a paravirtual clock' },
  bt: { ko: '에뮬레이션된 타이머의 틱을 셈', en: 'counts ticks of an emulated timer' },
  container: { ko: '호스트 커널의 시계', en: 'its host kernel’s clock' },
  emulation: { ko: '에뮬레이션된 타이머의 틱을 셈', en: 'counts ticks of an emulated timer' },
} satisfies Record<Technique, Words>;
