import type { ActArgs, Attack, Target } from './attack.ts';
import { collectGuestData } from './collect-guest-data.ts';
import { ctSharedKernel } from './ct-shared-kernel.ts';
import { entryReturn } from './entry-return.ts';
import { entryTenant } from './entry-tenant.ts';
import { escFloppyVenom } from './esc-floppy-venom.ts';
import { escUsbXhci } from './esc-usb-xhci.ts';
import { hcL2Superpage } from './hc-l2-superpage.ts';
import { imgStalePackages } from './img-stale-packages.ts';
import { netAnyAny } from './net-any-any.ts';
import { netArpSpoof } from './net-arp-spoof.ts';
import { netEastwestBlindspot } from './net-eastwest-blindspot.ts';
import { netFwDrift } from './net-fw-drift.ts';
import { netMacForge } from './net-mac-forge.ts';
import { netPromiscSniff } from './net-promisc-sniff.ts';
import { privGuestRoot } from './priv-guest-root.ts';
import { allNeeds, type MeantAct, probeOf } from './probe.ts';
import { reconGuest } from './recon-guest.ts';
import { reconNetwork } from './recon-network.ts';
import { resDiskBlocks } from './res-disk-blocks.ts';
import { resFreeMemory } from './res-free-memory.ts';
import { resMemUnscrubbed } from './res-mem-unscrubbed.ts';
import { resScrubTlbRace } from './res-scrub-tlb-race.ts';
import { snapRollbackRevive } from './snap-rollback-revive.ts';

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
