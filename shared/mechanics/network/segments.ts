import { type Deep, find } from '../../world/table.ts';
import type { ReadonlyWorld } from '../../world/world.ts';
import type { Segment } from '../../world/zone.ts';

/** The layer 2 segment of a zone: each zone is one VLAN, and its segment bears its number. */
export function segmentOf(world: ReadonlyWorld, zone: number): Deep<Segment> | null {
  return find(world.segments, zone);
}
