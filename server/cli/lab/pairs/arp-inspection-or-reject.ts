import type { ScenarioFile } from '../../../../shared/world/scenario/schema.ts';
import { script } from './ground/script.ts';
import { ledger, payments, shop, shopkeeper, worldOf } from './ground/world.ts';
import { definePair } from './pair.ts';

/** The app zone is the second, and its segment bears its number. */
const secure = (setting: 'arp-inspection' | 'reject-all') => () =>
  script([0, 'port-security', { segment: 2, setting }]);

const neighbours = (over: Partial<ScenarioFile>, ...attacks: readonly string[]): ScenarioFile =>
  worldOf(
    { vms: [shop(), payments(), ledger()], attackers: [shopkeeper([1])], ...over },
    ...attacks,
  );

/** One binds addresses to ports, the other refuses odd MAC addresses (rules A20, A25, A26, N10). */
export const arpInspectionOrReject = definePair({
  id: 'arp-inspection-or-reject',
  first: 'ARP inspection',
  second: 'reject odd MACs',
  grounds: [
    {
      where: 'a neighbour claims the address of another (ARP)',
      world: neighbours({}, 'net-arp-spoof'),
      first: secure('arp-inspection'),
      second: secure('reject-all'),
    },
    {
      where: 'a neighbour takes on the MAC address of another',
      world: neighbours({}, 'net-mac-forge'),
      first: secure('arp-inspection'),
      second: secure('reject-all'),
    },
  ],
});
