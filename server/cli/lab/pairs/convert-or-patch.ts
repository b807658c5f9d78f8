import { script } from './ground/script.ts';
import { hostOf, OF_2003, patients, payments, shop, shopkeeper, worldOf } from './ground/world.ts';
import { definePair } from './pair.ts';

const ported = [
  shop({ technique: 'para' }),
  payments({ technique: 'para' }),
  patients({ technique: 'para' }),
];
const convert = (technique: 'hybrid' | 'bt') => () =>
  script([0, 'convert-vm', { vm: 1, technique }]);
const patch = () => script([0, 'patch-host', { host: 1, how: 'live' }]);

/** What only a ported kernel can ask for, no other guest can; a patch mends it for all of them (rules K27, K7). */
export const convertOrPatch = definePair({
  id: 'convert-or-patch',
  first: 'convert the guest',
  second: 'patch its host',
  grounds: [
    {
      where: 'an unpublished flaw of hypercalls, on a CPU of 2015',
      world: worldOf(
        {
          hosts: [hostOf({ build: 40 })],
          vms: ported,
          flaws: [{ name: 'superpage', fixedIn: 50, public: false }],
          attackers: [{ ...shopkeeper([1]), zeroDays: ['superpage'] }],
        },
        'hc-l2-superpage',
      ),
      first: convert('hybrid'),
      second: patch,
    },
    {
      where: 'a published one, two hostile guests, a CPU of 2003',
      world: worldOf(
        {
          hosts: [hostOf({ build: 40, ...OF_2003 })],
          vms: [...ported, shop({ technique: 'para' })],
          flaws: [{ name: 'superpage', fixedIn: 50, public: true }],
          attackers: [shopkeeper([1, 4])],
        },
        'hc-l2-superpage',
      ),
      first: convert('bt'),
      second: patch,
    },
  ],
});
