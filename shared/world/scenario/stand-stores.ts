import { addRow } from '../fact.ts';
import { type HostId, type RepositoryId, SCENARIO, type StoreId } from '../ids.ts';
import type { World } from '../world.ts';
import type { Scenario } from './schema.ts';

/** Stands the datastores and the backup servers that a scenario writes down. */
export function standStores(world: World, { stores, repositories }: Scenario): void {
  const kept = stores.some(({ library }) => library === true);
  for (const { hosts, reachedFrom, library = false, verified = false } of stores) {
    const row = { hosts: hosts as HostId[], reachedFrom, ...(kept ? { library, verified } : {}) };
    addRow(world, 'stores', (id) => ({ id: id as StoreId, ...row }), SCENARIO);
  }
  for (const row of repositories) {
    addRow(world, 'repositories', (id) => ({ id: id as RepositoryId, ...row }), SCENARIO);
  }
}
