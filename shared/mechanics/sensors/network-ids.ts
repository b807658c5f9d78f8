import type { Alert, Observation, SensorName } from '../../world/alert.ts';
import { inDeck } from '../../world/deck.ts';
import type { Evidence } from '../../world/evidence.ts';
import { type HostId, NONE, TICKS_PER_MINUTE } from '../../world/ids.ts';
import type { Watch } from '../../world/network.ts';
import { find } from '../../world/table.ts';
import type { Turn } from '../../world/turn.ts';
import type { World } from '../../world/world.ts';
import { freshEvidence } from '../evidence.ts';
import { type Place, raise } from './raise.ts';
import { eventOf } from './witness.ts';

type Packets = Extract<Evidence, { readonly kind: 'traffic' }>;
type Seen = Extract<Observation, { readonly kind: 'traffic' }>;

/** A place on the way of packets, and what watches it. Host 0 is the physical wire. */
interface Post {
  readonly sensor: SensorName;
  readonly host: HostId | 0;
  readonly watch: Watch;
}

/**
 * Sensors S1 and S2. S1 sees what crosses the physical wire, S2 what passes inside its own switch:
 * packets between two VMs of one host never come by S1 (rule S20). Both tell what packets look like
 * and not what they mean: a lawful scan looks like a scan (S22).
 */
export function networkSensors(turn: Turn): void {
  for (const trace of freshEvidence(turn)) {
    if (trace.kind === 'traffic') pass(turn, trace);
  }
}

/** Packets pass one post after another, and end where an IPS stops them (rule S21). */
function pass(turn: Turn, packets: Packets): void {
  for (const { sensor, host, watch } of postsOf(turn.world, packets)) {
    const blocked = watch === 'ips' && isStopped(packets);
    if (watch !== 'none' && inDeck(turn.world, 'sensors', sensor)) {
      tell(turn, sensor, { host, vm: packets.vm }, packets, blocked);
    }
    if (blocked) return;
  }
}

/** What an IPS has a signature of. Scans and transfers are everyday, and let pass. */
const isStopped = ({ nature }: Packets): boolean => nature === 'exploit' || nature === 'arp-claim';

function postsOf(world: World, { vm, switches, uplink }: Packets): Post[] {
  const gates = switches.map((host): Post => {
    return { sensor: 'S2', host, watch: find(world.switches, host)?.watch ?? 'none' };
  });
  if (!uplink) return gates;
  const wire: Post = { sensor: 'S1', host: NONE, watch: find(world.wires, 1)?.watch ?? 'none' };
  // What comes from the internet meets the wire first, anything else its own switch.
  return vm === NONE ? [wire, ...gates] : [...gates.slice(0, 1), wire, ...gates.slice(1)];
}

function tell(
  turn: Turn,
  sensor: SensorName,
  place: Place,
  packets: Packets,
  blocked: boolean,
): void {
  const { nature, peer, service } = packets;
  const now: Seen = { kind: 'traffic', nature, peer, service, count: 1, blocked };
  const before = openAlert(turn.world, sensor, place, now);
  if (before) before.alert.seen = { ...before.seen, count: before.seen.count + 1 };
  else raise(turn, sensor, place, now, [eventOf(turn, packets)]);
}

/** The open alert of the last minute that says the same, and is only to say it once more. */
function openAlert(
  world: World,
  sensor: SensorName,
  place: Place,
  now: Seen,
): { readonly alert: Alert; readonly seen: Seen } | null {
  for (let i = world.alerts.length - 1; i > 0; i -= 1) {
    const alert = world.alerts[i];
    if (!alert || alert.tick <= world.tick - TICKS_PER_MINUTE) return null;
    const { seen } = alert;
    if (alert.sensor !== sensor || alert.state !== 'open' || seen.kind !== 'traffic') continue;
    if (alert.host === place.host && alert.vm === place.vm && saysTheSame(seen, now)) {
      return { alert, seen };
    }
  }
  return null;
}

/** A scan is one matter, whomever it knocks at; anything else is one for each peer. */
function saysTheSame(a: Seen, b: Seen): boolean {
  if (a.nature !== b.nature || a.blocked !== b.blocked) return false;
  return a.nature === 'probe' || a.peer === b.peer;
}
