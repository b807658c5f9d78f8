import { rowsOf } from '../reading.ts';
import type { Sign } from './sign.ts';

/** A datastore that is mounted from zones as well, and not by its hosts alone. */
export const openStore: Sign = (view) =>
  rowsOf(view, 'stores')
    .filter(({ reachedFrom }) => reachedFrom.length > 0)
    .map(({ id }) => ({ store: id }));
