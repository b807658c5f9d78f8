import type { Alert, Observation } from '../../world/alert.ts';
import { inDeck } from '../../world/deck.ts';
import type { Evidence } from '../../world/evidence.ts';
import { TICKS_PER_MINUTE } from '../../world/ids.ts';
import { get, rows } from '../../world/table.ts';
import type { Turn } from '../../world/turn.ts';
import type { World } from '../../world/world.ts';
import { isOver } from '../exits/bounds.ts';
import { freshEvidence } from '../harm/evidence.ts';
import { raise } from './raise.ts';
import { eventOf } from './witness.ts';

type Exit = Extract<Observation, { kind: 'exit' }>;
type Logged = Extract<Evidence, { kind: 'exit' | 'syscall' }>;

/**
 * Sensor S4. The hypervisor's own log: exits that are not everyday business, with their operands, and
 * system calls of containers that have no everyday use for them. It sees no load or store of a guest,
 * no packet and no file (rule S30). What it has said of a VM and a device it does not say again
 * within a minute, unless the operand is over its bound.
 */
export function hypervisorLog(turn: Turn): void {
  if (!inDeck(turn.world, 'sensors', 'S4')) return;
  for (const trace of freshEvidence(turn)) {
    if (trace.kind !== 'exit' && trace.kind !== 'syscall') continue;
    if (isKept(turn.world, trace)) log(turn, trace);
  }
}

/** Hypercalls are in the log only where they are audited (rule S32). */
const isKept = ({ hosts }: World, trace: Logged): boolean =>
  trace.kind === 'syscall' || trace.device !== '' || get(hosts, trace.host).hypercallAudit;

function log(turn: Turn, trace: Logged): void {
  const seen = observationOf(trace);
  const known = grave(seen) ? null : recent(turn.world, trace, seen);
  if (known) known.seen = seen;
  else raise(turn, 'S4', { host: trace.host, vm: trace.vm }, seen, [eventOf(turn, trace)]);
}

function observationOf(trace: Logged): Exit | { readonly kind: 'syscall' } {
  if (trace.kind === 'syscall') return { kind: 'syscall' };
  const { device, operand, bound } = trace;
  return { kind: 'exit', device, operand, bound };
}

/** Whether it is an exit whose operand is over its bound, which always gets a card of its own. */
const grave = (seen: Observation): boolean =>
  seen.kind === 'exit' && isOver(seen.operand, seen.bound);

/** What it said of the same VM and device less than a minute ago. */
function recent(world: World, { vm, host }: Logged, seen: Observation): Alert | null {
  for (const alert of rows(world.alerts)) {
    if (alert.sensor !== 'S4' || alert.vm !== vm || alert.host !== host) continue;
    if (alert.state === 'over' || world.tick - alert.tick >= TICKS_PER_MINUTE) continue;
    if (sameThing(alert.seen, seen) && !grave(alert.seen)) return alert;
  }
  return null;
}

function sameThing(a: Observation, b: Observation): boolean {
  if (a.kind !== b.kind) return false;
  return a.kind !== 'exit' || b.kind !== 'exit' || a.device === b.device;
}
