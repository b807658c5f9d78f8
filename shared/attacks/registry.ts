import type { Attack } from './attack.ts';
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
import { privGuestRoot } from './priv-guest-root.ts';
import { reconGuest } from './recon-guest.ts';
import { reconNetwork } from './recon-network.ts';
import { resDiskBlocks } from './res-disk-blocks.ts';
import { resMemUnscrubbed } from './res-mem-unscrubbed.ts';
import { resScrubTlbRace } from './res-scrub-tlb-race.ts';
import { snapRollbackRevive } from './snap-rollback-revive.ts';

/** Every attack and entry act, by id. One line each. */
export const attacks: ReadonlyMap<string, Attack> = new Map(
  [
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
    resDiskBlocks,
    resScrubTlbRace,
    snapRollbackRevive,
    imgStalePackages,
    collectGuestData,
    netFwDrift,
    netAnyAny,
    netArpSpoof,
    netEastwestBlindspot,
  ].map((attack) => [attack.id, attack]),
);
