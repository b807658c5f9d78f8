import type { ScenarioFile } from '../../../../shared/world/scenario/schema.ts';
import { script } from './ground/script.ts';
import { hostOf, imagesOf, payments, shop, shopkeeper, worldOf } from './ground/world.ts';
import { definePair } from './pair.ts';

/** Somebody of the shop beside the bank’s keys, whose library is not constant-time. */
const beside = (host: Partial<ScenarioFile['hosts'][number]>, attack: string): ScenarioFile =>
  worldOf(
    {
      hosts: [hostOf(host)],
      images: imagesOf({ alike: 1, service: 10 }),
      vms: [shop({ fills: 3 }), payments({ fills: 3 })],
      flaws: [{ name: 'cipher-timing', fixedIn: 12, public: true }],
      attackers: [shopkeeper([1])],
    },
    attack,
  );

const unmerge = () => script([0, 'unmerge-pages', { host: 1 }]);
const partition = () => script([0, 'partition-cache', { host: 1 }]);

/** Merged pages are watched through any partition of the cache, and an unmerged cache is one all the same (A60, A61). */
export const unmergeOrPartition = definePair({
  id: 'unmerge-or-partition',
  first: 'merge no pages',
  second: 'partition the cache',
  grounds: [
    {
      where: 'a host that merges equal pages',
      world: beside({ dedup: true }, 'sc-flush-reload-dedup'),
      first: unmerge,
      second: partition,
    },
    {
      where: 'a host that merges none',
      world: beside({}, 'sc-prime-probe'),
      first: unmerge,
      second: partition,
    },
  ],
});

const flush = () => script([0, 'flush-l1', { host: 1 }]);
const single = () => script([0, 'disable-smt', { host: 1 }]);

/** A flush empties what the last VM left; who shares the L1 at this very moment is not flushed away (A62). */
export const flushOrSingleThread = definePair({
  id: 'flush-or-single-thread',
  first: 'flush the L1',
  second: 'switch SMT off',
  grounds: [
    {
      where: 'one thread a core, and nothing flushed',
      world: beside({}, 'sc-l1tf'),
      first: flush,
      second: single,
    },
    {
      where: 'two threads a core, flushed already',
      world: beside({ smt: true, l1Flush: true }, 'sc-l1tf'),
      first: flush,
      second: single,
    },
  ],
});
