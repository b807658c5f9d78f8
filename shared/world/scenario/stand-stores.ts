import { addRow } from '../fact.ts';
import { type HostId, type RepositoryId, SCENARIO, type StoreId } from '../ids.ts';
import type { World } from '../world.ts';
import type { Scenario } from './schema.ts';

/** Stands the datastores and the backup servers that a scenario writes down. */
export function standStores(world: World, { stores, repositories }: Scenario): void {
  for (const { hosts, reachedFrom } of stores) {
    const of = hosts as HostId[];
    addRow(world, 'stores', (id) => ({ id: id as StoreId, hosts: of, reachedFrom }), SCENARIO);
  }
  for (const row of repositories) {
    addRow(world, 'repositories', (id) => ({ id: id as RepositoryId, ...row }), SCENARIO);
  }
}
