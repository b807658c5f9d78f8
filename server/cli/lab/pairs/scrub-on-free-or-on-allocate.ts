import { script } from './ground/script.ts';
import { hostOf, patients, payments, shop, shopkeeper, worldOf } from './ground/world.ts';
import { definePair } from './pair.ts';

const set = (policy: 'on-free' | 'on-allocate') => () =>
  script([0, 'scrub-policy', { host: 1, policy }]);

/** Either keeps the next tenant from what the last one left; they differ in what it costs and in what lies until then (rules M5, M6, W3). */
export const scrubOnFreeOrOnAllocate = definePair({
  id: 'scrub-on-free-or-on-allocate',
  first: 'scrub on free',
  second: 'scrub on allocate',
  grounds: [
    {
      where: 'somebody breaks out, and a VM has left its data in free memory',
      world: worldOf(
        {
          hosts: [hostOf({ build: 40 })],
          vms: [shop({ image: 'test-bench' }), payments(), patients({ frames: 8, fills: 8 })],
          flaws: [{ name: 'venom', fixedIn: 50, public: true }],
          people: [{ kind: 'deletes-own', at: [30, 30], vm: 3 }],
          attackers: [shopkeeper([1])],
        },
        'esc-floppy-venom',
        'res-free-memory',
      ),
      first: set('on-free'),
      second: set('on-allocate'),
    },
    {
      where: 'a full host, and nobody below its guests',
      world: worldOf({
        hosts: [hostOf({ capacity: 1_000_000 })],
        vms: [payments({ demand: 500_000 }), patients({ demand: 500_000 })],
      }),
      first: set('on-free'),
      second: set('on-allocate'),
    },
  ],
});
