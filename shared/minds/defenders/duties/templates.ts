import { rowsOf } from '../../../view/reading.ts';
import { alertsOf } from '../reading.ts';
import type { Duty } from './duty.ts';

/** Has the keys changed that S6 has seen in images: what is out already opens nothing from then on. */
export const revokeLeft: Duty = {
  family: 'images',
  gives: ['revoke-keys'],
  wishes: (view) =>
    alertsOf(view, 'image-secret')
      .filter(({ seen }) => view.tables.images[seen.image]?.revoked === false)
      .map(({ seen }) => ({ command: 'revoke-keys', args: { image: seen.image } })),
};

/** Asks about what nobody answers for, before it is taken away. */
export const askOwners: Duty = {
  family: 'images',
  gives: ['ask-owner'],
  wishes: (view) =>
    rowsOf(view, 'vms')
      .filter(({ owner, ownerAsked }) => owner === 'gone' && !ownerAsked)
      .map(({ id }) => ({ command: 'ask-owner', args: { vm: id } })),
};

/** Has clones reseeded that show the same host keys as another VM. */
export const reseedClones: Duty = {
  family: 'images',
  gives: ['generation-id'],
  wishes: (view) => {
    return alertsOf(view, 'duplicate-keys')
      .flatMap(({ vm, seen }) => [vm, seen.peer])
      .filter((vm, i, all) => all.indexOf(vm) === i)
      .filter((vm) => view.tables.vms[vm]?.generationId === false)
      .map((vm) => ({ command: 'generation-id', args: { vm } }));
  },
};

/** Builds images anew in which something was left, so that no further copy goes out. */
export const cleanImages: Duty = {
  family: 'images',
  gives: ['build-anew'],
  wishes: (view) => {
    const found = new Set<number>(alertsOf(view, 'image-secret').map(({ seen }) => seen.image));
    for (const { vm } of alertsOf(view, 'duplicate-keys')) {
      found.add(view.tables.vms[vm]?.image ?? 0);
    }
    return rowsOf(view, 'images')
      .filter(({ id, recipe }) => found.has(id) && !recipe)
      .map(({ id }) => ({ command: 'build-anew', args: { image: id } }));
  },
};
