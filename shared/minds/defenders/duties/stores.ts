import { rowsOf } from '../../../view/reading.ts';
import { signs } from '../../../view/signs/registry.ts';
import type { BlueView } from '../../../view/view.ts';
import { alertsOf, flush } from '../reading.ts';
import type { Duty } from './duty.ts';

/** Narrows the access lists of datastores that more than their hosts mount, first where snapshots are copied now. */
export const restrictStores: Duty = {
  family: 'images',
  gives: ['restrict-store'],
  wishes: (view) => {
    const copied = new Set(alertsOf(view, 'snapshot-export').map(({ seen }) => seen.store));
    return signs['open-store'](view)
      .map(({ store }) => Number(store))
      .sort((a, b) => Number(copied.has(b as never)) - Number(copied.has(a as never)) || a - b)
      .map((store) => ({ command: 'restrict-store', args: { store } }));
  },
};

/** VMs in plain text whose memory was saved where others could copy it. */
const saved = (view: BlueView): number[] =>
  rowsOf(view, 'snapshots')
    .filter(({ memory, host }) => memory && isOpen(view, host))
    .map(({ vm }) => vm)
    .filter((vm) => view.tables.vms[vm]?.filesEncrypted === false);

const isOpen = (view: BlueView, host: number): boolean =>
  rowsOf(view, 'stores').some(
    ({ hosts, reachedFrom }) => hosts.includes(host) && reachedFrom.length > 0,
  );

/** Encrypts VMs whose memory lies where others copy it, once there is money for it: they are off meanwhile. */
export const encryptSaved: Duty = {
  family: 'images',
  gives: ['encrypt-vm'],
  wishes: (view) =>
    flush(view) ? saved(view).map((vm) => ({ command: 'encrypt-vm', args: { vm } })) : [],
};

/** Shuts the way to backup servers, and patches them once there is a patch. */
export const guardBackups: Duty = {
  family: 'images',
  gives: ['patch-repository', 'restrict-repository'],
  wishes: (view) => [
    ...signs['open-repository'](view).map(({ repository }) => ({
      command: 'restrict-repository',
      args: { repository: Number(repository) },
    })),
    ...signs['backup-outdated'](view).map(({ repository }) => ({
      command: 'patch-repository',
      args: { repository: Number(repository) },
    })),
  ],
};

/** Has backups neither read nor deleted by whoever comes to them all the same, once there is money for it. */
export const sealBackups: Duty = {
  family: 'images',
  gives: ['encrypt-backups', 'make-immutable'],
  wishes: (view) =>
    !flush(view)
      ? []
      : [
          ...signs['mutable-backups'](view).map(({ repository }) => ({
            command: 'make-immutable',
            args: { repository: Number(repository) },
          })),
          ...signs['plain-backups'](view).map(({ repository }) => ({
            command: 'encrypt-backups',
            args: { repository: Number(repository) },
          })),
        ],
};

/** Brings VMs back from their restore points whose files somebody has encrypted. */
export const restoreVms: Duty = {
  family: null,
  gives: ['restore-vm'],
  wishes: (view) =>
    signs['restorable-vm'](view).map(({ vm }) => ({
      command: 'restore-vm',
      args: { vm: Number(vm) },
    })),
};
