import { backupFixOf } from '../advisories.ts';
import { rowsOf } from '../reading.ts';
import type { BlueView } from '../view.ts';
import { ofVms, type Sign } from './sign.ts';

/** A datastore that is mounted from zones as well, and not by its hosts alone. */
export const openStore: Sign = (view) =>
  rowsOf(view, 'stores')
    .filter(({ reachedFrom }) => reachedFrom.length > 0)
    .map(({ id }) => ({ store: id }));

/** A backup server that packets get to from zones. */
export const openRepository: Sign = (view) =>
  rowsOf(view, 'repositories')
    .filter(({ reachedFrom }) => reachedFrom.length > 0)
    .map(({ id }) => ({ repository: id }));

/** A backup server that is older than a published fix. */
export const backupOutdated: Sign = (view) =>
  rowsOf(view, 'repositories')
    .filter(({ build }) => backupFixOf(view, build) > 0)
    .map(({ id }) => ({ repository: id }));

/** Backups in plain text; backups that can be deleted. */
export const plainBackups: Sign = (view) =>
  rowsOf(view, 'repositories')
    .filter(({ encrypted }) => !encrypted)
    .map(({ id }) => ({ repository: id }));
export const mutableBackups: Sign = (view) =>
  rowsOf(view, 'repositories')
    .filter(({ immutable }) => !immutable)
    .map(({ id }) => ({ repository: id }));

/** A VM whose files somebody has encrypted, and of which there is a copy. */
export const restorableVm = ofVms(
  (view, { id, ransomed }) => ransomed && rowsOf(view, 'copies').some(({ vm }) => vm === id),
);

/** A datastore whose VMs are powered on with whatever configuration lies there; a library from which anything is deployed. */
export const uncheckedStore: Sign = (view) => unverified(view, false);
export const unverifiedLibrary: Sign = (view) => unverified(view, true);

const unverified = (view: BlueView, ofLibrary: boolean) =>
  rowsOf(view, 'stores')
    .filter(({ library, verified }) => library === ofLibrary && verified === false)
    .map(({ id }) => ({ store: id }));

/** An image that is not signed where signatures are verified: no VM is made from it. */
export const unsignedImage: Sign = (view) =>
  rowsOf(view, 'stores').some(({ library, verified }) => library && verified === true)
    ? rowsOf(view, 'shelf')
        .filter(({ signed }) => !signed)
        .map(({ id }) => ({ image: id }))
    : [];

/** A VM whose configuration is not what was approved, as an alert tells. */
export const changedConfig: Sign = (view) =>
  rowsOf(view, 'alerts')
    .filter(({ state, seen }) => state === 'open' && seen.kind === 'config-drift')
    .map(({ vm }) => ({ vm }));
