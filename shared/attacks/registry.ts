import type { Attack, Target } from './attack.ts';
import { hwRowhammerFfs } from './hardware/hw-rowhammer-ffs.ts';
import { scFlushReloadDedup } from './hardware/sc-flush-reload-dedup.ts';
import { scL1tf } from './hardware/sc-l1tf.ts';
import { scPrimeProbe } from './hardware/sc-prime-probe.ts';
import { ctSharedKernel } from './hypervisor/ct-shared-kernel.ts';
import { escFloppyVenom } from './hypervisor/esc-floppy-venom.ts';
import { escUsbXhci } from './hypervisor/esc-usb-xhci.ts';
import { hcL2Superpage } from './hypervisor/hc-l2-superpage.ts';
import { hcMemoryExchange } from './hypervisor/hc-memory-exchange.ts';
import { hcPteFastpath } from './hypervisor/hc-pte-fastpath.ts';
import { imgStalePackages } from './images/img-stale-packages.ts';
import { snapRollbackRevive } from './images/snap-rollback-revive.ts';
import { resDiskBlocks } from './memory/res-disk-blocks.ts';
import { resFreeMemory } from './memory/res-free-memory.ts';
import { resMemUnscrubbed } from './memory/res-mem-unscrubbed.ts';
import { resScrubTlbRace } from './memory/res-scrub-tlb-race.ts';
import { netAnyAny } from './network/net-any-any.ts';
import { netArpSpoof } from './network/net-arp-spoof.ts';
import { netEastwestBlindspot } from './network/net-eastwest-blindspot.ts';
import { netFwDrift } from './network/net-fw-drift.ts';
import { netMacForge } from './network/net-mac-forge.ts';
import { netPromiscSniff } from './network/net-promisc-sniff.ts';
import { probeOf } from './probe.ts';
import { collectGuestData } from './steps/collect-guest-data.ts';
import { entryReturn } from './steps/entry-return.ts';
import { entryTenant } from './steps/entry-tenant.ts';
import { privGuestRoot } from './steps/priv-guest-root.ts';
import { reconGuest } from './steps/recon-guest.ts';
import { reconNetwork } from './steps/recon-network.ts';

/** Every attack and entry act. One line each. */
const ATTACKS: readonly Attack[] = [
  entryTenant,
  entryReturn,
  reconGuest,
  reconNetwork,
  privGuestRoot,
  escFloppyVenom,
  escUsbXhci,
  hcL2Superpage,
  hcPteFastpath,
  hcMemoryExchange,
  ctSharedKernel,
  resMemUnscrubbed,
  resFreeMemory,
  resDiskBlocks,
  resScrubTlbRace,
  snapRollbackRevive,
  imgStalePackages,
  collectGuestData,
  netFwDrift,
  netAnyAny,
  netArpSpoof,
  netMacForge,
  netPromiscSniff,
  netEastwestBlindspot,
  scFlushReloadDedup,
  scPrimeProbe,
  scL1tf,
  hwRowhammerFfs,
];

const byId = (all: readonly Attack[]): ReadonlyMap<string, Attack> =>
  new Map(all.map((attack) => [attack.id, attack]));

/** What a probe can be of, by id: everything but a probe. */
export const probeable = byId(ATTACKS);

/** Everything attackers can do, by id. */
export const attacks = byId([...ATTACKS, probeOf(probeable)]);

/**
 * Which of the course's seven targets an attack is at.
 * @throws when there is no such attack: what happened in a match was done by one that there is
 */
export function targetOf(id: string): Target {
  const attack = attacks.get(id);
  if (!attack) throw new Error(`no attack ${id}`);
  return attack.target;
}
