import type { Alert, Warning } from '../../world/alert.ts';
import { causesOf } from '../../world/causes.ts';
import type { Evidence } from '../../world/evidence.ts';
import type { EventOf, GameEvent } from '../../world/history.ts';
import { type AlertId, NONE, type Seq, TICKS_PER_MINUTE, type Tick } from '../../world/ids.ts';
import { find } from '../../world/table.ts';
import type { Turn } from '../../world/turn.ts';
import { isRecordOf } from './flow-logs.ts';
import { OF_OWN_DEVICE } from './hypervisor-log.ts';

/** What led to a harm, as far as sensors can have told of it. */
interface Story {
  readonly harm: EventOf<'harm'>;
  /** The events without which it could not have been. */
  readonly led: ReadonlySet<Seq>;
  /** The traces that those events left. */
  readonly traces: readonly Evidence[];
  /** Since when the data that was read lay where it was read, by its kind; none: it was not residue. */
  readonly lay: ReadonlyMap<'frames' | 'blocks', Tick>;
}

/**
 * The alerts that had told of what led to a harm, the oldest first, each with whether anybody of the
 * team had acknowledged it (rule H6). An alert is of a harm when the event behind it is one without
 * which the harm could not have been, or left the trace that it tells of, or when it names the same
 * data where the harm read it.
 */
export function warningsOf(turn: Turn, seq: Seq): Warning[] {
  const { history, world } = turn;
  const harm = history[seq - 1];
  if (harm?.kind !== 'harm') return [];
  const story = storyOf(turn, harm);
  const acknowledged = acknowledgedIn(history);
  return history.flatMap((event) => {
    if (event.kind !== 'alert') return [];
    const alert = find(world.alerts, event.data.alert);
    if (!alert || alert.sensor === 'tenant' || !tellsOf(turn, event, alert, story)) return [];
    const { id, sensor, tick } = alert;
    return [{ alert: id, sensor, tick, read: acknowledged.has(id) }];
  });
}

function storyOf({ history, world }: Turn, harm: EventOf<'harm'>): Story {
  const led = new Set(causesOf(history, harm).map((event) => event.seq));
  const traces = history.flatMap((event) =>
    event.kind === 'evidence' && event.causes.some((cause) => led.has(cause))
      ? (find(world.evidence, event.data.evidence) ?? [])
      : [],
  );
  const lay = new Map<'frames' | 'blocks', Tick>();
  for (const { facts, stamps } of harm.data.needs) {
    facts.forEach((ref, i) => {
      const place = ref.startsWith('frames/') ? 'frames' : 'blocks';
      if (!ref.endsWith('/residue')) return;
      lay.set(place, history[(stamps[i] ?? 0) - 1]?.tick ?? (0 as Tick));
    });
  }
  return { harm, led, traces, lay };
}

function tellsOf(turn: Turn, told: EventOf<'alert'>, alert: Alert, story: Story): boolean {
  if (told.causes.some((seq) => story.led.has(seq))) return true;
  return story.traces.some((trace) => isOfTrace(alert, trace)) || namesData(turn, alert, story);
}

/** An alert that stands is brought up to date by the next trace of its kind, within a minute. */
function isOfTrace(alert: Alert, trace: Evidence): boolean {
  const { sensor, host, vm, tick, seen } = alert;
  // A record is read after what it is of.
  if (sensor === 'S10') return trace.kind === 'traffic' && isRecordOf(alert, trace);
  if (trace.tick < tick || trace.tick - tick >= TICKS_PER_MINUTE) return false;
  switch (trace.kind) {
    case 'traffic': {
      if (seen.kind !== 'traffic' || seen.nature !== trace.nature || vm !== trace.vm) return false;
      if (seen.nature !== 'probe' && seen.peer !== trace.peer) return false;
      return sensor === 'S1' ? trace.uplink : trace.switches.some((at) => host === at);
    }
    case 'exit':
      return (
        seen.kind === 'exit' &&
        seen.device === trace.device &&
        seen.call === trace.call &&
        vm === trace.vm &&
        host === trace.host
      );
    case 'own-device':
      return OF_OWN_DEVICE[trace.shows] === seen.kind && vm === trace.vm && host === trace.host;
    case 'syscall':
    case 'debug-registers':
    case 'core-stuck':
    case 'disk-full':
    case 'process-error':
    case 'kernel-error':
      return seen.kind === trace.kind && vm === trace.vm && host === trace.host;
    case 'management-claim': {
      const kind = trace.vm === NONE ? 'host-claims-host' : 'vm-claims-host';
      return seen.kind === kind && vm === trace.vm && host === trace.host;
    }
    case 'backup-read':
      return seen.kind === 'mass-read' && seen.repository === trace.repository;
    case 'store-read':
      return seen.kind === 'snapshot-export' && seen.store === trace.store && vm === trace.vm;
    case 'store-mounted':
      return seen.kind === trace.kind && seen.store === trace.store && vm === trace.vm;
    case 'server-session':
      return seen.kind === trace.kind && vm === trace.vm;
    case 'management-access': {
      if (vm !== trace.vm || host !== trace.host) return false;
      if (sensor === 'S1')
        return seen.kind === (trace.service === 'ssh' ? 'ssh-burst' : 'slp-request');
      return seen.kind === (trace.taken ? 'admin-login' : 'admin-login-refused');
    }
    case 'host-process':
      return seen.kind === trace.shows && vm === trace.vm && host === trace.host;
    default:
      return false;
  }
}

/** Data left over where the harm read it, told of while it lay there: it needs no event of this match. */
function namesData({ history }: Turn, { id, host, seen }: Alert, { harm, lay }: Story): boolean {
  const { asset } = harm.data;
  if (!('asset' in seen) || seen.asset !== asset || host !== harm.data.host) return false;
  const since =
    seen.kind === 'residue-free'
      ? lay.get('frames')
      : seen.kind === 'residue-blocks'
        ? lay.get('blocks')
        : (lay.get('frames') ?? lay.get('blocks'));
  if (since === undefined) return false;
  const over = history.find(
    (event) =>
      event.kind === 'alert-closed' && event.data.state === 'over' && event.data.alert === id,
  );
  return over === undefined || over.tick >= since;
}

/** Alerts that somebody closed, by putting them away or by dealing with them. */
function acknowledgedIn(history: readonly GameEvent[]): Set<AlertId> {
  const found = new Set<AlertId>();
  for (const event of history) {
    if (event.kind === 'alert-closed' && event.actor.kind === 'seat') found.add(event.data.alert);
  }
  return found;
}
