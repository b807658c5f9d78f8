import type { ClockCause, FaultKind } from '../../world/machine/fault.ts';
import type { Technique } from '../../world/machine/vm.ts';
import type { Words } from '../../world/words.ts';

/** What keeps a VM from the result that it would have on real hardware: a name for each. */
export const faults = {
  'cut-off': { ko: '통신 끊김', en: 'Cut off' },
  'device-missing': { ko: '장치 없음', en: 'Device missing' },
  'device-unsupported': { ko: '장치 모델 없음', en: 'No device model' },
  'exit-refused': { ko: 'VM exit 거부됨', en: 'Exits refused' },
  'tool-closed': { ko: '도구 채널 닫힘', en: 'Tool channel shut' },
  'grant-missing': { ko: '호스트 권한 없음', en: 'Host right missing' },
  'mac-refused': { ko: '가상 MAC 거부됨', en: 'Virtual MAC refused' },
  'no-trunk': { ko: '트렁크 포트 아님', en: 'No trunk port' },
  'no-nesting': { ko: '중첩 가상화 없음', en: 'No nesting' },
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
    ko: '필터나 트랩 데스크의 결정이 이 VM의 {{trap}} 요청을 모두 거부합니다.',
    en: 'A filter or a ruling at the trap desk refuses every request of this VM for {{trap}}.',
  },
  'tool-closed': {
    ko: '사용자는 호스트와 이어진 {{tool}}{으로/로} 일하는데, 꺼져 있습니다.',
    en: 'Its people work through {{tool}} to the host, which is off.',
  },
  'grant-missing': {
    ko: '이 작업에는 {{grant}}{이/가} 필요한데, 주지 않았거나 사용자 재매핑 때문에 통하지 않습니다.',
    en: 'Its work needs {{grant}}: it was not given, or a user remap makes it worthless.',
  },
  'mac-refused': {
    ko: '장애 조치 때 넘겨받는 MAC 주소(VRRP)로 보낸 프레임이 버려집니다. 이 주소를 허용하는 가상 카드가 필요합니다.',
    en: 'Frames from the MAC address that it takes over (VRRP) are dropped. It needs a virtual card whose port accepts it.',
  },
  'no-trunk': {
    ko: '이 VM은 여러 VLAN에서 일하는데, 포트가 트렁크가 아니어서 태그를 붙인 프레임이 버려집니다.',
    en: 'It works in several VLANs, and its port is no trunk: what it tags is dropped.',
  },
  'no-nesting': {
    ko: '이 작업은 VM 안에서 VM을 실행해야 하는데 {{host}}에서는 할 수 없습니다.',
    en: 'Its work is to run VMs of its own, which it cannot on {{host}}.',
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
  native: { ko: '하드웨어 시계', en: 'the hardware’s clock' },
} satisfies Record<Technique, Words>;
