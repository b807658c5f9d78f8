import { script } from './ground/script.ts';
import { hostOf, patients, payments, shop, shopkeeper, worldOf } from './ground/world.ts';
import { definePair } from './pair.ts';

const confine = () => script([0, 'confine-host', { host: 1 }]);
const patch = () => script([0, 'patch-host', { host: 1, how: 'live' }]);

/** A sandbox holds whatever a device lets out, known or not; a patch mends what is known, wherever it is (rules G1, K9). */
export const confineOrPatch = definePair({
  id: 'confine-or-patch',
  first: 'confine the host',
  second: 'patch it',
  grounds: [
    {
      where: 'a flaw in a device that nobody has published',
      world: worldOf(
        {
          hosts: [hostOf({ build: 40 })],
          vms: [shop({ image: 'test-bench', technique: 'hvm' }), payments(), patients()],
          flaws: [{ name: 'xhci-uaf', fixedIn: 50, public: false }],
          attackers: [{ ...shopkeeper([1]), zeroDays: ['xhci-uaf'] }],
        },
        'esc-usb-xhci',
      ),
      first: confine,
      second: patch,
    },
    {
      where: 'a published flaw in the hypervisor itself',
      world: worldOf(
        {
          hosts: [hostOf({ build: 40 })],
          vms: [
            shop({ technique: 'para' }),
            payments({ technique: 'para' }),
            patients({ technique: 'para' }),
          ],
          flaws: [{ name: 'superpage', fixedIn: 50, public: true }],
          attackers: [shopkeeper([1])],
        },
        'hc-l2-superpage',
      ),
      first: confine,
      second: patch,
    },
  ],
});
