import { NONE } from '../../world/ids.ts';
import { find } from '../../world/table.ts';
import type { ReadonlyWorld } from '../../world/world.ts';
import type { ZoneName } from '../../world/zone.ts';

/**
 * The zone from which a VM sends to what lies behind a firewall or an access list of zones; `null`: from there nothing gets out.
 * @param from a VM, or 0 for the internet
 */
export function zoneLetOut(world: ReadonlyWorld, from: number): ZoneName | null {
  if (from === NONE) return 'internet';
  const vm = find(world.vms, from);
  if (vm === null || vm.card === 'none') return null;
  const zone = find(world.zones, vm.zone)?.name ?? null;
  return zone === 'quarantine' ? null : zone;
}

/** Whether somebody gets to what lets through these zones: management interfaces and servers, datastores, backup servers. */
export function isLetIn(world: ReadonlyWorld, from: number, zones: readonly ZoneName[]): boolean {
  const zone = zoneLetOut(world, from);
  return zone !== null && zones.includes(zone);
}
