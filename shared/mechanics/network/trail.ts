import { NONE } from '../../world/ids.ts';
import { find } from '../../world/table.ts';
import type { Turn } from '../../world/turn.ts';
import { type Origin, record } from '../harm/evidence.ts';
import { isUnplugged } from './card.ts';
import { follow, type Packets } from './fate.ts';

/**
 * Leaves the trace of packets at every place that they pass, with what becomes of them: what their own
 * switch does not let out is seen there and nowhere else.
 */
export function leaveTrail(turn: Turn, packets: Packets, origin: Origin): void {
  mark(turn, packets, true, origin);
}

/**
 * The same of what no rule of a switch is asked about: answers to a connection that was let in, and
 * frames of layer 2 that carry no packet of any service.
 */
export function leaveFrames(turn: Turn, packets: Packets, origin: Origin): void {
  mark(turn, packets, false, origin);
}

/** A VM that is off, or has no card just now, sends nothing. */
function mark(turn: Turn, packets: Packets, asked: boolean, by: Origin): void {
  const { nature, from, to, service } = packets;
  if (from !== NONE && find(turn.world.vms, from)?.power !== 'running') return;
  if (isUnplugged(turn.world, from)) return;
  const journey = follow(turn.world, packets, asked);
  record(turn, { kind: 'traffic', nature, vm: from, peer: to, service, ...journey }, by);
}
