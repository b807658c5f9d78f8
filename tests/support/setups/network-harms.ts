import type { ScenarioFile } from '../../../shared/world/scenario/schema.ts';
import { hostileShop } from '../worlds.ts';
import { database, KEPT_APART, ledger, network, payments, shopVm, website } from './network.ts';
import type { HarmStory, Step } from './story.ts';

/** The shop is VM 1's tenant, and means harm: its kernel is its own. */
export const inside = { ...hostileShop, owns: [1] };

export const looksAround: readonly Step[] = [{ act: 'recon-network', args: { from: 1 } }];
export const lan = (over: Partial<ScenarioFile>): Partial<ScenarioFile> => ({
  ...network,
  attackers: [inside],
  ...over,
});
/** The shop's VM beside the payments, which talk in plain text to a database on the other host. */
const neighbours = (port: object): Partial<ScenarioFile> =>
  lan({
    vms: [shopVm, payments, { ...ledger, host: 2 }],
    zones: (network.zones ?? []).map((zone) => ({ ...zone, ...port })),
    rules: [
      { from: 'app', to: 'data', service: 'db', allow: true },
      { from: 'dmz', to: 'any', service: 'any', allow: false },
    ],
  });

/** What is done over the network, from its first tick to the harm. */
export const networkHarms: Readonly<Record<string, HarmStory>> = {
  'net-fw-drift': {
    scenario: lan({ vms: [shopVm, { ...database, bound: false }] }),
    steps: [...looksAround, { act: 'net-fw-drift', args: { from: 1, vm: 2 } }],
    cures: ['push-policy', 'automate-push'],
  },
  'net-any-any': {
    scenario: lan({
      vms: [shopVm, database],
      rules: [{ from: 'any', to: 'any', service: 'any', allow: true }],
    }),
    steps: [
      { order: 'push-policy', args: { host: 1 } },
      ...looksAround,
      { act: 'net-any-any', args: { from: 1, vm: 2 } },
    ],
    cures: ['remove-rule'],
  },
  'net-arp-spoof': {
    scenario: lan({ vms: [shopVm, { ...database, zone: 'app' }] }),
    steps: [...looksAround, { act: 'net-arp-spoof', args: { from: 1, vm: 2 } }],
    cures: ['port-security'],
  },
  'net-promisc-sniff': {
    scenario: neighbours({ promiscuous: true, macChanges: false, forgedTransmits: false }),
    steps: [...looksAround, { act: 'net-promisc-sniff', args: { from: 1, vm: 2 } }],
    cures: ['port-security'],
  },
  'net-mac-forge': {
    scenario: neighbours({ arpInspection: true }),
    steps: [...looksAround, { act: 'net-mac-forge', args: { from: 1, vm: 2 } }],
    cures: ['port-security'],
  },
  'net-vlan-hop': {
    scenario: lan({ vms: [{ ...shopVm, trunk: true }, database], rules: KEPT_APART }),
    steps: [...looksAround, { act: 'net-vlan-hop', args: { from: 1, vm: 2 } }],
    cures: ['port-vlan'],
  },
  // The payments ask for their address anew while the shop's VM answers.
  'net-dhcp-rogue': {
    scenario: {
      ...neighbours({ arpInspection: true }),
      people: [{ kind: 'renews-lease', at: [20, 20], vm: 2 }],
    },
    steps: [
      ...looksAround,
      { act: 'net-dhcp-rogue', args: { from: 1, vm: 2 } },
      { act: 'net-dhcp-rogue', args: { from: 1, vm: 2 } },
    ],
    cures: ['port-security'],
  },
  'net-eastwest-blindspot': {
    scenario: lan({ vms: [shopVm, website] }),
    steps: [
      ...looksAround,
      { act: 'net-eastwest-blindspot', args: { from: 1, vm: 2 } },
      { act: 'collect-guest-data', args: { vm: 2 } },
    ],
    cures: ['patch-guest', 'place-sensor'],
  },
};
