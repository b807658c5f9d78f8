import { type Alert, isDone, type Observation } from '../../world/alert.ts';
import { inDeck } from '../../world/deck.ts';
import type { Evidence } from '../../world/evidence.ts';
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
type Logged = Extract<Evidence, { kind: 'exit' | 'syscall' }>;

/**
 * Sensor S4. The hypervisor's own log: exits that are not everyday business, with their operands, and
 * system calls of containers that have no everyday use for them. It sees no load or store of a guest,
 * no packet and no file (rule S30). What it has said of a VM and a device it does not say again
 * within a minute, unless the operand is over its bound.
 */
function logExits(turn: Turn): void {
  if (!inDeck(turn.world, 'sensors', 'S4')) return;
  for (const trace of freshEvidence(turn)) {
    if (trace.kind !== 'exit' && trace.kind !== 'syscall') continue;
    if (isKept(turn.world, trace)) log(turn, trace);
  }
}

/** Hypercalls are in the log only where they are audited (rule S32). */
const isKept = ({ hosts }: World, trace: Logged): boolean =>
  trace.kind === 'syscall' || trace.call === '' || get(hosts, trace.host).hypercallAudit;

function log(turn: Turn, trace: Logged): void {
  const seen = observationOf(trace);
  const known = grave(seen) ? null : recent(turn.world, trace, seen);
  if (known) {
    known.seen = seen;
    known.latest = turn.world.tick;
  } else raise(turn, 'S4', { host: trace.host, vm: trace.vm }, seen, [eventOf(turn, trace)]);
}

function observationOf(trace: Logged): Exit | { readonly kind: 'syscall' } {
  if (trace.kind === 'syscall') return { kind: 'syscall' };
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
    sees: { ko: 'VM exit(VM 이탈)의 원인과 피연산자', en: 'VM exits, their reasons and operands' },
    blind: {
      ko: '네트워크 IDS(S1·S2)는 볼 수 없습니다. VM exit는 패킷이 아닙니다. 게스트 안의 에이전트는 커널이 장악되면 믿을 수 없습니다. 실제 로그에는 원인별 횟수만 남으며, 피연산자 기록은 이 게임의 가정입니다.',
      en: 'No network IDS (S1, S2) could have seen it: an exit is not a packet. An agent inside the guest cannot be trusted once its kernel is taken. Real logs count exits by reason; operands are this game’s addition.',
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
  },
} satisfies Sensor;
