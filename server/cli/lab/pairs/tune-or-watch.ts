import { script } from './ground/script.ts';
import { hostOf, ledger, payments, shop, shopkeeper, worldOf } from './ground/world.ts';
import { definePair } from './pair.ts';

const tune = () => script([20, 'tune-ips', { host: 1 }]);
const takeOut = () => script([20, 'place-sensor', { host: 1, watch: 'ids' }]);

/**
 * An IPS that stops a lawful flow is told to let that one pass, or taken out of the way altogether
 * (rule N12). It costs twice the cycles of an IDS (W5).
 */
export const tuneOrWatch = definePair({
  id: 'tune-or-watch',
  first: 'tune the IPS',
  second: 'make it an IDS',
  grounds: [
    {
      where: 'somebody else sends exploits over the same switch',
      world: worldOf(
        {
          hosts: [hostOf({ watch: 'ips' })],
          vms: [
            payments({ workload: 'settlement' }),
            ledger(),
            shop(),
            payments({ service: 8, workload: 'payments' }),
          ],
          flaws: [{ name: 'shellshock', fixedIn: 12, public: true }],
          attackers: [shopkeeper([3])],
        },
        'net-eastwest-blindspot',
      ),
      first: tune,
      second: takeOut,
    },
    {
      where: 'a full host, and nobody who means harm',
      world: worldOf({
        hosts: [hostOf({ capacity: 1_000_000, watch: 'ips' })],
        vms: [payments({ workload: 'settlement', demand: 500_000 }), ledger({ demand: 480_000 })],
      }),
      first: tune,
      second: takeOut,
    },
  ],
});
