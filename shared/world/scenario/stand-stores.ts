import { addRow } from '../fact.ts';
import { type HostId, SCENARIO, type StoreId } from '../ids.ts';
import type { World } from '../world.ts';
import type { Scenario } from './schema.ts';

/** Stands the datastores that a scenario writes down. */
export function standStores(world: World, { stores }: Scenario): void {
  for (const { hosts, reachedFrom } of stores) {
    const of = hosts as HostId[];
    addRow(world, 'stores', (id) => ({ id: id as StoreId, hosts: of, reachedFrom }), SCENARIO);
  }
}
