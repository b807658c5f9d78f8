import { type Requirement, requirementsOf } from '../world/machine/category.ts';
import { WORKLOADS, type WorkloadName } from '../world/machine/workload.ts';
import type { ServiceName } from '../world/network.ts';

/** Into a service that must answer others: through its holes, or past rules to what it hands out; or beside it. */
const CALLED: Readonly<Record<ServiceName, readonly string[]>> = {
  web: [
    'clone-entropy-reuse',
    'img-stale-packages',
    'net-eastwest-blindspot',
    'recon-coresidency',
    'snap-rollback-revive',
    'sprawl-orphan',
  ],
  queue: [
    'clone-entropy-reuse',
    'img-stale-packages',
    'net-eastwest-blindspot',
    'recon-coresidency',
    'snap-rollback-revive',
    'sprawl-orphan',
  ],
  db: ['clone-entropy-reuse', 'net-any-any', 'net-fw-drift', 'net-vlan-hop', 'recon-coresidency'],
};

/** A machine with a model of anything in it is no container: its kernel, its volume and its devices are its own. */
const MACHINE = ['dos-log-flood', 'esc-vmx-chain', 'priv-guest-root', 'res-disk-blocks'] as const;

/** The attacks for which a requirement is enough where nothing else stops them, by their ids. */
const OPENS: Readonly<Partial<Record<Requirement, readonly string[]>>> = {
  peers: ['net-promisc-sniff', 'net-dhcp-rogue', 'io-sriov-vf-spoof'],
  floppy: ['esc-floppy-venom', ...MACHINE],
  xhci: ['esc-usb-xhci', ...MACHINE],
  svga: ['esc-svga-cloudburst', ...MACHINE],
  'shared-folders': ['tools-sharedfolder-traversal'],
  clipboard: ['tools-clipboard-read', 'tools-dnd-clipboard'],
  'shared-kernel': ['ct-shared-kernel', 'ct-runc-overwrite', 'ct-release-agent'],
  'sys-admin': ['ct-privileged-config'],
  'old-machine': MACHINE,
  nesting: ['esc-nested-vmcb', 'dos-exception-loop', ...MACHINE],
};

/**
 * The attacks that no way of running a workload avoids, short of giving up its result (rule W18): what it
 * needs is what they take. Patches, sandboxes and filters are beside that, and stop them.
 */
export function entailedBy(name: WorkloadName): readonly string[] {
  const opened = requirementsOf(name).flatMap((one) =>
    one === 'callers' ? CALLED[WORKLOADS[name].serves] : (OPENS[one] ?? []),
  );
  return [...new Set(opened)];
}
