// The thread in which the database is spoken to: waiting for a disk, and packing what is long, must
// not hold up the beat.
import { answering } from '../../thread.ts';
import { openSql } from '../sql/open.ts';
import type { SqlStore } from '../sql/sql-store.ts';
import type { Asked, Call, Given } from './calls.ts';

let store: SqlStore | null = null;

export const answer = answering(async ({ name, args }: Asked): Promise<Given> => {
  if (name === 'open') {
    store = await openSql(...(args as Asked<'open'>['args']));
    return;
  }
  if (store === null) throw new Error('the store is not open');
  return call(store, name, args);
});

/** The name and what it is given belong together, which the types cannot say of a union. */
function call(
  store: SqlStore,
  name: Exclude<Call, 'open'>,
  args: readonly unknown[],
): Promise<Given> {
  const method: (...args: never[]) => Promise<Given> = store[name];
  return method.apply(store, args as never[]);
}
