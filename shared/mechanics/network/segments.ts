import { setFact } from '../../world/fact.ts';
import type { Actor } from '../../world/history.ts';
import type { SegmentId, Seq, VmId } from '../../world/ids.ts';
import { type Deep, find } from '../../world/table.ts';
import { emit, type Turn } from '../../world/turn.ts';
import type { ReadonlyWorld } from '../../world/world.ts';
import type { PortSetting, Segment } from '../../world/zone.ts';
import { isUnplugged } from './card.ts';

/** A setting of a port group, and whether it is to be accepted. */
export interface PortChange {
  readonly segment: SegmentId;
  readonly setting: PortSetting;
  readonly accept: boolean;
}

/** Sets what every port of a segment accepts (rule N10). */
export function setPort(turn: Turn, change: PortChange, actor: Actor, cause: Seq): void {
  const { segment, setting, accept } = change;
  const changed = emit(turn, 'setting-changed', {
    actor,
    subjects: [`segments/${segment}`],
    causes: [cause],
    data: { setting, to: accept ? 'accept' : 'reject' },
  });
  setFact(turn.world, 'segments', segment, setting, accept, changed);
}

/** The layer 2 segment of a zone, which bears its number. */
export function segmentOf(world: ReadonlyWorld, zone: number): Deep<Segment> | null {
  return find(world.segments, zone);
}

/**
 * Whether two VMs hear each other on layer 2: they are in one segment, and not in that of quarantine,
 * in which every port is alone (rule N7). Whoever has no card just now hears nobody.
 */
export function shareSegment(world: ReadonlyWorld, a: number, b: number): boolean {
  if ([a, b].some((vm) => isUnplugged(world, vm as VmId))) return false;
  const zone = find(world.vms, a)?.zone;
  if (zone === undefined || a === b || zone !== find(world.vms, b)?.zone) return false;
  return find(world.zones, zone)?.name !== 'quarantine';
}
