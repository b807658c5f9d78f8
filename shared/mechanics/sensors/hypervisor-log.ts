import { type Alert, isDone, type Observation } from '../../world/alert.ts';
import { inDeck } from '../../world/deck.ts';
import type { DeviceSign, Evidence } from '../../world/evidence.ts';
import { TICKS_PER_MINUTE } from '../../world/ids.ts';
import { get, rows } from '../../world/table.ts';
import type { Turn } from '../../world/turn.ts';
import type { World } from '../../world/world.ts';
import { aimOf, isOver } from '../exits/bounds.ts';
import { freshEvidence } from '../harm/evidence.ts';
import { raise } from './raise.ts';
import type { Sensor } from './sensor.ts';
import { eventOf } from './witness.ts';

type Exit = Extract<Observation, { kind: 'exit' }>;

/** What it writes down. */
const LOGGED = [
  'exit',
  'syscall',
  'process-error',
  'kernel-error',
  'own-device',
  'nested-run',
  'debug-registers',
  'core-stuck',
  'disk-full',
] as const;
type Logged = Extract<Evidence, { kind: (typeof LOGGED)[number] }>;

/** What its log says of guests' own devices. */
export const OF_OWN_DEVICE = {
  dma: 'dma-fault',
  interrupt: 'interrupt-fault',
  mac: 'mac-spoofed',
  config: 'config-read',
} as const satisfies Record<DeviceSign, Observation['kind']>;
type Plain = Exclude<Logged['kind'], 'exit' | 'own-device'>;
type Faulted = { readonly kind: (typeof OF_OWN_DEVICE)[DeviceSign] };

/**
 * Sensor S4. The hypervisor's own log: exits that are not everyday business, with their operands, and
 * system calls of containers that have no everyday use for them. It sees no load or store of a guest,
 * no packet and no file (rule S30). What the IOMMU or a network card stops of what guests' own devices do
 * comes to it as faults and counts of its drivers. What it has said of a VM and a device it does not say again
 * within a minute, unless the operand is over its bound.
 */
function logExits(turn: Turn): void {
  if (!inDeck(turn.world, 'sensors', 'S4')) return;
  for (const trace of freshEvidence(turn)) {
    if (isLogged(trace) && isKept(turn.world, trace)) log(turn, trace);
  }
}

const isLogged = (trace: Evidence): trace is Logged => LOGGED.some((kind) => kind === trace.kind);

/** Hypercalls are in the log only where they are audited (rule S32). */
const isKept = ({ hosts }: World, trace: Logged): boolean =>
  trace.kind !== 'exit' || trace.call === '' || get(hosts, trace.host).hypercallAudit;

function log(turn: Turn, trace: Logged): void {
  const seen = observationOf(trace);
  const known = grave(seen) ? null : recent(turn.world, trace, seen);
  if (known) {
    known.seen = seen;
    known.latest = turn.world.tick;
  } else raise(turn, 'S4', { host: trace.host, vm: trace.vm }, seen, [eventOf(turn, trace)]);
}

function observationOf(trace: Logged): Exit | Faulted | { readonly kind: Plain } {
  if (trace.kind === 'own-device') return { kind: OF_OWN_DEVICE[trace.shows] };
  if (trace.kind !== 'exit') return { kind: trace.kind };
  const { device, call, operand, bound } = trace;
  return { kind: 'exit', device, call, operand, bound };
}

/** Whether it is an exit whose operand is over its bound, which always gets a card of its own. */
const grave = (seen: Observation): boolean =>
  seen.kind === 'exit' && isOver(seen.operand, seen.bound);

/** What it said of the same VM and device less than a minute ago. */
function recent(world: World, { vm, host }: Logged, seen: Observation): Alert | null {
  for (const alert of rows(world.alerts)) {
    if (alert.sensor !== 'S4' || alert.vm !== vm || alert.host !== host) continue;
    if (isDone(alert) || world.tick - alert.tick >= TICKS_PER_MINUTE) continue;
    if (sameThing(alert.seen, seen) && !grave(alert.seen)) return alert;
  }
  return null;
}

function sameThing(a: Observation, b: Observation): boolean {
  if (a.kind !== b.kind) return false;
  return a.kind !== 'exit' || b.kind !== 'exit' || aimOf(a) === aimOf(b);
}

/** S4: what the hypervisor itself writes down. */
export const hypervisorLog = {
  name: 'S4',
  watch: logExits,
  words: {
    name: { ko: 'S4 하이퍼바이저 로그', en: 'S4 hypervisor log' },
    sees: {
      ko: 'VM exit(VM 이탈)의 원인과 피연산자, 컨테이너의 드문 시스템 콜, IOMMU 폴트',
      en: 'VM exits, their reasons and operands; unusual system calls of containers; IOMMU faults',
    },
    blind: {
      ko: '네트워크 IDS(S1·S2)는 볼 수 없습니다. VM exit도 시스템 콜도 장치의 DMA도 패킷이 아니고, NIC이 버린 프레임은 스위치에 닿지 않습니다. 게스트 안의 에이전트는 커널이 장악되면 믿을 수 없습니다. 실제 로그에는 원인별 횟수만 남으며, 피연산자 기록은 이 게임의 가정입니다.',
      en: 'No network IDS (S1, S2) could have seen it: no exit, system call or device’s DMA is a packet, and what a NIC drops reaches no switch. An agent inside the guest cannot be trusted once its kernel is taken. Real logs count exits by reason; operands are this game’s addition.',
    },
  },
  says: {
    exit: {
      title: {
        ko: '{{vm}}에서 하이퍼바이저로: {{device}}',
        en: '{{vm}} to the hypervisor: {{device}}',
      },
      body: { ko: '{{measured}}.', en: '{{measured}}.' },
    },
    'dma-fault': {
      title: {
        ko: '{{vm}}의 장치: DMA 폴트',
        en: 'DMA fault of the device of {{vm}}',
      },
      body: {
        ko: 'IOMMU가 이 VM의 것이 아닌 프레임에 대한 접근을 막았습니다.',
        en: 'The IOMMU stopped an access to a frame that is not this VM’s.',
      },
    },
    'interrupt-fault': {
      title: {
        ko: '{{vm}}의 장치: 인터럽트 재매핑 폴트',
        en: 'Interrupt-remapping fault of the device of {{vm}}',
      },
      body: {
        ko: '장치에 배정하지 않은 인터럽트를 보내려다 막혔습니다.',
        en: 'It tried to send an interrupt that the device was not given.',
      },
    },
    'config-read': {
      title: {
        ko: '{{vm}}: 직접 할당된 장치의 설정 공간을 읽음',
        en: '{{vm}} read the configuration of its own device',
      },
      body: {
        ko: 'PCI 설정 공간은 직접 할당된 장치라도 하이퍼바이저가 대신 읽어 줍니다. 드라이버도 시작할 때 읽습니다.',
        en: 'A PCI device’s configuration is read through the hypervisor even when it is passed through. Its driver reads it too as it starts.',
      },
    },
    'mac-spoofed': {
      title: {
        ko: '{{vm}}의 VF: NIC의 tx_spoof 카운터가 늘어남',
        en: 'The NIC’s tx_spoof counter rises: the VF of {{vm}}',
      },
      body: {
        ko: 'NIC이 이 VF의 것이 아닌 MAC 주소로 보낸 프레임을 버렸습니다.',
        en: 'The NIC dropped frames sent from a MAC address that is not this VF’s.',
      },
    },
    'nested-run': {
      title: {
        ko: '{{vm}} 안에서 하이퍼바이저 실행',
        en: 'A hypervisor runs inside {{vm}}',
      },
      body: {
        ko: 'VMRUN으로 exit가 일어났습니다. 이 VM의 업무가 그런 일인지는 로그로 알 수 없습니다.',
        en: 'It exits by VMRUN. Whether that is its work the log cannot tell.',
      },
    },
    'debug-registers': {
      title: {
        ko: '{{vm}}의 커널이 디버그 레지스터를 씀',
        en: 'The kernel of {{vm}} writes its debug registers',
      },
      body: {
        ko: 'MOV DR 명령으로 exit가 일어났습니다. 디버거도 이렇게 중단점을 겁니다. 예외를 어디서 일으키려는지는 로그로 알 수 없습니다.',
        en: 'It exits by MOV DR, as for a debugger’s breakpoints. Where it wants its exceptions the log cannot tell.',
      },
    },
    'core-stuck': {
      title: {
        ko: '{{host}}의 코어 하나가 {{vm}}에서 돌아오지 않음',
        en: 'A core of {{host}} does not come back from {{vm}}',
      },
      body: {
        ko: '하이퍼바이저의 워치독이 알렸습니다. 그 코어는 인터럽트를 받지 않습니다. CPU 상한을 걸어도 돌아오지 않습니다.',
        en: 'The hypervisor’s watchdog says so: the core takes no interrupt. A CPU limit does not bring it back.',
      },
    },
    'disk-full': {
      title: {
        ko: '{{host}}의 디스크가 가득 참: {{vm}}의 장치 모델 로그',
        en: 'The disk of {{host}} is full: the log of {{vm}}’s device model',
      },
      body: {
        ko: '로그 파일이 빈 블록을 모두 차지했습니다. 로그 크기에 제한이 없습니다. 켜져 있는 VM은 계속 실행되지만 새로 만드는 것은 저장할 수 없습니다.',
        en: 'The log file has taken every free block: nothing caps it. VMs that run go on; nothing new can be stored.',
      },
    },
    syscall: {
      title: {
        ko: '{{vm}}의 드문 시스템 콜',
        en: 'Unusual system call of {{vm}}',
      },
      body: {
        ko: '컨테이너가 평소에 쓸 일이 없는 호출입니다.',
        en: 'A container has no everyday use for it.',
      },
    },
    'process-error': {
      title: {
        ko: '{{vm}}의 장치 프로세스 오류',
        en: 'An error of the device process of {{vm}}',
      },
      body: {
        ko: '처리하던 값이 도중에 바뀌었다고 기록하고 계속 실행됩니다.',
        en: 'It logged that a value had changed while it was used, and went on.',
      },
    },
    'kernel-error': {
      title: {
        ko: '{{host}} 커널 오류: {{vm}}의 네트워크 링(vhost)',
        en: 'A kernel error of {{host}}: the network ring of {{vm}}',
      },
      body: {
        ko: '마이그레이션 중에 vhost가 메모리보다 긴 디스크립터를 받았다고 기록했습니다.',
        en: 'During a migration vhost was given a descriptor longer than there is memory.',
      },
    },
  },
} satisfies Sensor;
