import { rowsOf } from '../../../view/reading.ts';
import { signs } from '../../../view/signs/registry.ts';
import type { BlueView } from '../../../view/view.ts';
import { alertsOf, flush } from '../reading.ts';
import type { Duty } from './duty.ts';
import { lookedInto } from './response.ts';

/** Images of which S6 tells that they are not what is on record: no VM is made from them before they are built again. */
const driftedImages = (view: BlueView): number[] => [
  ...new Set(alertsOf(view, 'image-drift').map(({ seen }) => Number(seen.image))),
];

/** Builds images again that somebody has changed. */
export const rebuildImages: Duty = {
  family: 'images',
  gives: ['build-anew'],
  wishes: (view) =>
    driftedImages(view).map((image) => ({ command: 'build-anew', args: { image } })),
};

/** Has signatures verified at deployment, once every image in the library comes signed. */
export const verifyLibrary: Duty = {
  family: 'images',
  gives: ['verify-images', 'build-anew'],
  wishes: (view) => {
    const library = signs['unverified-library'](view);
    if (library.length === 0 || !flush(view)) return [];
    const [unsigned] = rowsOf(view, 'shelf').filter(({ signed }) => !signed);
    if (unsigned) return [{ command: 'build-anew', args: { image: unsigned.id } }];
    return library.map(({ store }) => ({
      command: 'verify-images',
      args: { store: Number(store) },
    }));
  },
};

/** Signs what was patched in place since: of an image that is not signed nobody is given a VM. */
export const signImages: Duty = {
  family: 'images',
  gives: ['sign-image'],
  wishes: (view) => {
    const drifted = driftedImages(view);
    return signs['unsigned-image'](view)
      .map(({ image }) => Number(image))
      .filter((image) => !drifted.includes(image))
      .map((image) => ({ command: 'sign-image', args: { image } }));
  },
};

/** Has configurations checked at power-on, once there is money for it. */
export const checkStores: Duty = {
  family: 'images',
  gives: ['check-configs'],
  wishes: (view) =>
    flush(view)
      ? signs['unchecked-store'](view).map(({ store }) => ({
          command: 'check-configs',
          args: { store: Number(store) },
        }))
      : [],
};

/** Compares configurations that have changed with what was approved. */
export const approveConfigs: Duty = {
  family: 'images',
  gives: ['approve-config'],
  wishes: (view) =>
    signs['changed-config'](view).map(({ vm }) => ({
      command: 'approve-config',
      args: { vm: Number(vm) },
    })),
};

/** Rounds of S6 are so many ticks apart: what was made within one before it told may have the change in it. */
const ROUND = 50;
/** How long a look into a VM is good for here: what was planted waits for its VM to start. Ticks. */
const LOOK_LASTS = 600;

/**
 * VMs that somebody else may be in: that have mounted a store, that were made from a changed image, or started with a changed
 * configuration.
 */
function doubtful(view: BlueView): number[] {
  const changed = rowsOf(view, 'alerts').flatMap(({ seen, tick }) =>
    seen.kind === 'image-drift' ? [{ image: Number(seen.image), since: tick - ROUND }] : [],
  );
  const copies = rowsOf(view, 'origins')
    .filter(({ id, madeAt }) => {
      const image = view.tables.vms[id]?.image;
      return changed.some((one) => one.image === image && madeAt > 0 && madeAt >= one.since);
    })
    .map(({ id }) => id);
  const edited = rowsOf(view, 'alerts')
    .filter(({ seen }) => seen.kind === 'config-drift')
    .map(({ vm }) => Number(vm));
  const mounting = alertsOf(view, 'store-mounted').map(({ vm }) => Number(vm));
  return [...new Set([...mounting, ...copies, ...edited])];
}

/** Looks into what mounts stores, into what came of a changed image, and into what started with a changed configuration. */
export const lookIntoCopies: Duty = {
  family: 'images',
  gives: ['investigate-vm'],
  wishes: (view) => {
    const looked = lookedInto(view, LOOK_LASTS);
    return doubtful(view)
      .filter((vm) => vm !== 0 && !looked.has(vm) && view.tables.vms[vm]?.power === 'running')
      .map((vm) => ({ command: 'investigate-vm', args: { vm } }));
  },
};
