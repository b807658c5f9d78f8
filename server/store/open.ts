import { openThread } from '../thread.ts';
import type { Place } from './sql/open.ts';
import type { Store } from './store.ts';
import type { Asked, Given } from './thread/calls.ts';
import { ThreadStore } from './thread/thread-store.ts';

/**
 * Opens the store that outlives this process: PostgreSQL when there is a `url`, else an embedded
 * database in `file`, whose folder is made; without either, one in memory. Its tables are made or
 * brought up to date. What is asked first is done first.
 * @throws when it cannot be opened, or a newer version has written to it: with where it is, and why
 */
export async function openStore(place: Place): Promise<Store> {
  const thread = openThread<Asked, Given>('store/thread/store-thread.ts', "the store's thread");
  try {
    await thread.ask({ name: 'open', args: [place] });
  } catch (error) {
    await thread.end();
    throw error;
  }
  return new ThreadStore(thread);
}
