import type { HostRow, VmRow } from '../machine-rows.ts';
import { rowsOf } from '../reading.ts';
import type { BlueView } from '../view.ts';

/** Arguments of an order, as far as something settles them: `{host: 2}`, `{segment: 1, setting: 'reject-all'}`. */
export type About = Readonly<Record<string, number | string>>;

/**
 * Something that defenders can see in their view and that calls for an order.
 * @returns what an order that answers it must be about, once for each place where it is to be seen
 */
export type Sign = (view: BlueView) => readonly About[];

/** What can be seen of some hosts, and calls for an order about each of them. */
export const ofHosts =
  (shows: (view: BlueView, host: HostRow) => boolean): Sign =>
  (view) =>
    rowsOf(view, 'hosts')
      .filter((host) => shows(view, host))
      .map(({ id }) => ({ host: id }));

/** The same of VMs. */
export const ofVms =
  (shows: (view: BlueView, vm: VmRow) => boolean): Sign =>
  (view) =>
    rowsOf(view, 'vms')
      .filter((vm) => shows(view, vm))
      .map(({ id }) => ({ vm: id }));
