import type { AttackText } from '../kinds.ts';
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
import { probe } from './probe.ts';
import { reconGuest } from './recon-guest.ts';
import { reconNetwork } from './recon-network.ts';
import { resDiskBlocks } from './res-disk-blocks.ts';
import { resFreeMemory } from './res-free-memory.ts';
import { resMemUnscrubbed } from './res-mem-unscrubbed.ts';
import { resScrubTlbRace } from './res-scrub-tlb-race.ts';
import { snapRollbackRevive } from './snap-rollback-revive.ts';

/** Texts of attacks, by id. */
export const attacks = {
  'collect-guest-data': collectGuestData,
  'ct-shared-kernel': ctSharedKernel,
  'entry-return': entryReturn,
  'entry-tenant': entryTenant,
  'esc-floppy-venom': escFloppyVenom,
  'esc-usb-xhci': escUsbXhci,
  'hc-l2-superpage': hcL2Superpage,
  'img-stale-packages': imgStalePackages,
  'net-any-any': netAnyAny,
  'net-arp-spoof': netArpSpoof,
  'net-eastwest-blindspot': netEastwestBlindspot,
  'net-fw-drift': netFwDrift,
  'net-mac-forge': netMacForge,
  'net-promisc-sniff': netPromiscSniff,
  'priv-guest-root': privGuestRoot,
  probe,
  'recon-guest': reconGuest,
  'recon-network': reconNetwork,
  'res-disk-blocks': resDiskBlocks,
  'res-free-memory': resFreeMemory,
  'res-mem-unscrubbed': resMemUnscrubbed,
  'res-scrub-tlb-race': resScrubTlbRace,
  'snap-rollback-revive': snapRollbackRevive,
} satisfies Record<string, AttackText>;
