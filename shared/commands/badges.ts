import { rowOf } from '../view/reading.ts';
import type { BlueView } from '../view/view.ts';
import { playable } from './answers.ts';

/**
 * What stands beside a thing in amber because of how it is set or made, and the orders that would change
 * it. Where none of them is played with it is a plain fact: nothing is warned of that nobody can mend.
 */
const BADGES = {
  'never-scrubs': ['scrub-policy'],
  'never-wipes': ['wipe-policy'],
  'not-confined': ['confine-host'],
  'logs-grow': ['cap-logs'],
  'open-ports': ['port-security'],
  'plain-migration': ['encrypt-migration'],
  'trunk-port': ['port-vlan'],
  'open-device': ['exit-filter', 'vm-exit-filter', 'detach-device'],
  'old-host': ['patch-host'],
  'old-guest': ['patch-guest'],
  'old-image': ['patch-image'],
  'old-snapshot': ['snapshot-vm'],
  'old-system': ['patch-host-os'],
  'open-tools': ['tool-channel'],
  granted: ['drop-privileges', 'remap-users'],
  'used-host': ['remove-programs'],
  'stands-on': ['patch-host-os', 'remove-programs', 'tool-channel', 'remap-users'],
  'shares-pages': ['unmerge-pages'],
  'shares-cache': ['partition-cache'],
  'shares-cores': ['disable-smt'],
  'leaves-l1': ['flush-l1'],
  'shares-credential': ['rotate-credentials'],
  'open-management': ['restrict-management', 'stop-service', 'lockdown-host', 'require-mfa'],
  'open-store': ['restrict-store', 'encrypt-vm'],
  'unchecked-store': ['check-configs'],
  'memory-readable': ['encrypt-memory'],
  'passes-devices': ['enable-iommu', 'remap-interrupts', 'virtual-card', 'check-spoofing'],
  'shares-hardware': ['unmerge-pages', 'partition-cache', 'disable-smt', 'flush-l1'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type BadgeName = keyof typeof BADGES;

/** Whether a badge asks for something in this match: there is an order that changes what it tells of. */
export function asks(view: BlueView, badge: BadgeName): boolean {
  const match = rowOf(view, 'match', 1);
  return BADGES[badge].some((command) => playable(match, command));
}
