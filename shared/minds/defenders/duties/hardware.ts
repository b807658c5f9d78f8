import { serviceFixOf } from '../../../view/advisories.ts';
import { openToL1tf } from '../../../view/fitness.ts';
import type { HostRow } from '../../../view/machine-rows.ts';
import { rowsOf, vmsOn } from '../../../view/reading.ts';
import type { BlueView } from '../../../view/view.ts';
import { alertsOf, flush } from '../reading.ts';
import type { Duty } from './duty.ts';

/** Hosts on which VMs of more than one tenant run: nobody else has neighbours. */
const mixed = (view: BlueView): HostRow[] =>
  rowsOf(view, 'hosts').filter((host) => {
    const running = vmsOn(view, host.id).filter(({ power }) => power === 'running');
    return new Set(running.map(({ tenant }) => tenant)).size > 1;
  });

/** The same, with a CPU that goes on with what its first-level cache holds. */
const leaking = (view: BlueView): HostRow[] => mixed(view).filter((host) => openToL1tf(host));

const orderFor =
  (command: string) =>
  ({ id }: HostRow) => ({ command, args: { host: id } });

/** Parts what tenants have in common, where there are frames for it. */
export const unmerge: Duty = {
  family: 'hardware',
  gives: ['unmerge-pages'],
  wishes: (view) =>
    mixed(view)
      .filter(({ dedup }) => dedup)
      .filter(({ id, free }) => {
        const pages = vmsOn(view, id).reduce((sum, { merged }) => sum + merged.length, 0);
        return pages <= free.length;
      })
      .map(orderFor('unmerge-pages')),
};

/** Empties the L1 between neighbours: where nobody runs beside them on the core, that is enough. */
export const flushCaches: Duty = {
  family: 'hardware',
  gives: ['flush-l1'],
  wishes: (view) =>
    leaking(view)
      .filter(({ l1Flush }) => !l1Flush)
      .map(orderFor('flush-l1')),
};

/** Takes the sibling thread away. It takes a restart: those of whom fewest are disturbed come first. */
export const singleThreads: Duty = {
  family: 'hardware',
  gives: ['disable-smt'],
  wishes: (view) =>
    leaking(view)
      .filter(({ smt }) => smt)
      .sort((a, b) => vmsOn(view, a.id).length - vmsOn(view, b.id).length || a.id - b.id)
      .map(orderFor('disable-smt')),
};

/** Parts the cache of a host whose counters show it being filled, while a guest there gives keys away by it. */
export const partCaches: Duty = {
  family: 'hardware',
  gives: ['partition-cache'],
  wishes: (view) => {
    const fix = serviceFixOf(view);
    const filled = new Set(alertsOf(view, 'set-evictions').map(({ host }) => host));
    return mixed(view)
      .filter(({ id, cachePartition }) => filled.has(id) && !cachePartition)
      .filter(({ id }) => vmsOn(view, id).some(({ service }) => service < fix))
      .map(orderFor('partition-cache'));
  },
};

/** Has the counters read where tenants are neighbours, once there is money for it. */
export const readCounters: Duty = {
  family: 'hardware',
  gives: ['watch-counters'],
  wishes: (view) =>
    mixed(view)
      .filter(({ counters }) => flush(view) && !counters)
      .map(orderFor('watch-counters')),
};
