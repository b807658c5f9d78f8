import type { ActArgs, Attack, Target } from './attack.ts';
import { ctSharedKernel } from './hypervisor/ct-shared-kernel.ts';
import { escFloppyVenom } from './hypervisor/esc-floppy-venom.ts';
import { escUsbXhci } from './hypervisor/esc-usb-xhci.ts';
import { hcL2Superpage } from './hypervisor/hc-l2-superpage.ts';
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
import { allNeeds, type MeantAct, probeOf } from './probe.ts';
import { collectGuestData } from './steps/collect-guest-data.ts';
import { entryReturn } from './steps/entry-return.ts';
import { entryTenant } from './steps/entry-tenant.ts';
import { privGuestRoot } from './steps/priv-guest-root.ts';
import { reconGuest } from './steps/recon-guest.ts';
import { reconNetwork } from './steps/recon-network.ts';

/** Every attack and entry act. One line each; a probe counts them in this order. */
const ATTACKS: readonly Attack[] = [
  entryTenant,
  entryReturn,
  reconGuest,
  reconNetwork,
  privGuestRoot,
  escFloppyVenom,
  escUsbXhci,
  hcL2Superpage,
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
];

/** Everything attackers can do, by id. */
export const attacks: ReadonlyMap<string, Attack> = new Map(
  [...ATTACKS, probeOf(ATTACKS)].map((attack) => [attack.id, attack]),
);

/**
 * Which of the course's seven targets an attack is at.
 * @throws when there is no such attack: what happened in a match was done by one that there is
 */
export function targetOf(id: string): Target {
  const attack = attacks.get(id);
  if (!attack) throw new Error(`no attack ${id}`);
  return attack.target;
}

/** The attack that a probe means by that number, or `null`. */
export function attackAt(number: unknown): Attack | null {
  return typeof number === 'number' ? (ATTACKS[number - 1] ?? null) : null;
}

/** Arguments of a probe of one precondition of an act, or `null` when there is no such thing. */
export function probeArgs({ attack, args }: MeantAct, need: string): ActArgs | null {
  const at = ATTACKS.findIndex(({ id }) => id === attack);
  const place = ATTACKS[at] ? allNeeds(ATTACKS[at]).findIndex(({ id }) => id === need) : -1;
  return place < 0 ? null : { ...args, attack: at + 1, need: place };
}
