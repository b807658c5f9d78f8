import { script } from './ground/script.ts';
import { ledger, payments, shop, shopkeeper, worldOf } from './ground/world.ts';
import { definePair } from './pair.ts';

const place = (watch: 'ids' | 'ips') => () => script([0, 'place-sensor', { host: 1, watch }]);

/** An IPS stops what it knows by its signature, and what only looks like it (rules S21, N11). */
export const idsOrIps = definePair({
  id: 'ids-or-ips',
  first: 'IDS',
  second: 'IPS',
  grounds: [
    {
      where: 'a lawful batch that matches a signature',
      world: worldOf({ vms: [payments({ workload: 'settlement' }), ledger()] }),
      first: place('ids'),
      second: place('ips'),
    },
    {
      where: 'an exploit inside the host, and nobody free to answer',
      world: worldOf(
        {
          vms: [shop(), payments({ service: 8 })],
          flaws: [{ name: 'shellshock', fixedIn: 12, public: true }],
          attackers: [shopkeeper([1])],
        },
        'net-eastwest-blindspot',
      ),
      first: place('ids'),
      second: place('ips'),
    },
  ],
});
