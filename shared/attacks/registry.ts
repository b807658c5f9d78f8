import { collectGuestFrames } from './aftermath/collect-guest-frames.ts';
import { lateralSharedCredential } from './aftermath/lateral-shared-credential.ts';
import { migHostIntercept } from './aftermath/mig-host-intercept.ts';
import { toolsGuestopsAbuse } from './aftermath/tools-guestops-abuse.ts';
import type { Attack } from './attack.ts';
import { dosCreateStorm } from './availability/dos-create-storm.ts';
import { dosExceptionLoop } from './availability/dos-exception-loop.ts';
import { dosNoisyNeighbour } from './availability/dos-noisy-neighbour.ts';
import { dosOvercommit } from './availability/dos-overcommit.ts';
import { escFloppyVenom } from './devices/esc-floppy-venom.ts';
import { escNicPcnet } from './devices/esc-nic-pcnet.ts';
import { escSvgaCloudburst } from './devices/esc-svga-cloudburst.ts';
import { escSvgaShader } from './devices/esc-svga-shader.ts';
import { escUsbXhci } from './devices/esc-usb-xhci.ts';
import { escVhostMigration } from './devices/esc-vhost-migration.ts';
import { escVmxChain } from './devices/esc-vmx-chain.ts';
import { leakNicRtl8139 } from './devices/leak-nic-rtl8139.ts';
import { hwDmaNoIommu } from './hardware/hw-dma-no-iommu.ts';
import { hwMsiNoIntremap } from './hardware/hw-msi-no-intremap.ts';
import { hwRowhammerFfs } from './hardware/hw-rowhammer-ffs.ts';
import { ioSriovVfSpoof } from './hardware/io-sriov-vf-spoof.ts';
import { scFlushReloadDedup } from './hardware/sc-flush-reload-dedup.ts';
import { scL1tf } from './hardware/sc-l1tf.ts';
import { scPrimeProbe } from './hardware/sc-prime-probe.ts';
import { ctPrivilegedConfig } from './host-os/ct-privileged-config.ts';
import { ctReleaseAgent } from './host-os/ct-release-agent.ts';
import { ctRuncOverwrite } from './host-os/ct-runc-overwrite.ts';
import { ctSharedKernel } from './host-os/ct-shared-kernel.ts';
import { t2HostosTakeover } from './host-os/t2-hostos-takeover.ts';
import { toolsClipboardRead } from './host-os/tools-clipboard-read.ts';
import { toolsDndClipboard } from './host-os/tools-dnd-clipboard.ts';
import { toolsSharedfolderTraversal } from './host-os/tools-sharedfolder-traversal.ts';
import { dosLogFlood } from './hypervisor/dos-log-flood.ts';
import { escNestedVmcb } from './hypervisor/esc-nested-vmcb.ts';
import { hcL2Superpage } from './hypervisor/hc-l2-superpage.ts';
import { hcMemoryExchange } from './hypervisor/hc-memory-exchange.ts';
import { hcPteFastpath } from './hypervisor/hc-pte-fastpath.ts';
import { cloneEntropyReuse } from './images/clone-entropy-reuse.ts';
import { imgGoldenBackdoor } from './images/img-golden-backdoor.ts';
import { imgSecretsLeft } from './images/img-secrets-left.ts';
import { imgStalePackages } from './images/img-stale-packages.ts';
import { snapRollbackRevive } from './images/snap-rollback-revive.ts';
import { sprawlOrphan } from './images/sprawl-orphan.ts';
import { mgmtConsoleExposed } from './management/mgmt-console-exposed.ts';
import { mgmtEsxiSlpRansom } from './management/mgmt-esxi-slp-ransom.ts';
import { mgmtVcenterRce } from './management/mgmt-vcenter-rce.ts';
import { resDiskBlocks } from './memory/res-disk-blocks.ts';
import { resFreeMemory } from './memory/res-free-memory.ts';
import { resMemUnscrubbed } from './memory/res-mem-unscrubbed.ts';
import { resScrubTlbRace } from './memory/res-scrub-tlb-race.ts';
import { migPlaintextIntercept } from './network/mig-plaintext-intercept.ts';
import { netAnyAny } from './network/net-any-any.ts';
import { netArpSpoof } from './network/net-arp-spoof.ts';
import { netDhcpRogue } from './network/net-dhcp-rogue.ts';
import { netEastwestBlindspot } from './network/net-eastwest-blindspot.ts';
import { netFwDrift } from './network/net-fw-drift.ts';
import { netMacForge } from './network/net-mac-forge.ts';
import { netPromiscSniff } from './network/net-promisc-sniff.ts';
import { netVlanHop } from './network/net-vlan-hop.ts';
import { probeOf } from './probe.ts';
import { collectGuestData } from './steps/collect-guest-data.ts';
import { entryReturn } from './steps/entry-return.ts';
import { entryTenant } from './steps/entry-tenant.ts';
import { privGuestRoot } from './steps/priv-guest-root.ts';
import { reconCoresidency } from './steps/recon-coresidency.ts';
import { reconGuest } from './steps/recon-guest.ts';
import { reconNetwork } from './steps/recon-network.ts';
import { bakExposed } from './stores/bak-exposed.ts';
import { cfgVmxTamper } from './stores/cfg-vmx-tamper.ts';
import { snapMemfileTheft } from './stores/snap-memfile-theft.ts';

/** Every attack and entry act. One line each. */
const ATTACKS: readonly Attack[] = [
  entryTenant,
  entryReturn,
  reconGuest,
  reconNetwork,
  reconCoresidency,
  privGuestRoot,
  escFloppyVenom,
  escUsbXhci,
  escSvgaCloudburst,
  escSvgaShader,
  escNicPcnet,
  leakNicRtl8139,
  escVmxChain,
  escVhostMigration,
  hcL2Superpage,
  hcPteFastpath,
  hcMemoryExchange,
  escNestedVmcb,
  ctSharedKernel,
  ctRuncOverwrite,
  ctPrivilegedConfig,
  ctReleaseAgent,
  t2HostosTakeover,
  toolsSharedfolderTraversal,
  toolsDndClipboard,
  toolsClipboardRead,
  resMemUnscrubbed,
  resFreeMemory,
  resDiskBlocks,
  resScrubTlbRace,
  snapRollbackRevive,
  imgStalePackages,
  sprawlOrphan,
  imgSecretsLeft,
  imgGoldenBackdoor,
  cloneEntropyReuse,
  snapMemfileTheft,
  bakExposed,
  cfgVmxTamper,
  collectGuestData,
  netFwDrift,
  netAnyAny,
  netArpSpoof,
  netMacForge,
  netVlanHop,
  netDhcpRogue,
  netPromiscSniff,
  netEastwestBlindspot,
  migPlaintextIntercept,
  scFlushReloadDedup,
  scPrimeProbe,
  scL1tf,
  hwRowhammerFfs,
  mgmtConsoleExposed,
  mgmtEsxiSlpRansom,
  mgmtVcenterRce,
  lateralSharedCredential,
  collectGuestFrames,
  migHostIntercept,
  toolsGuestopsAbuse,
  hwDmaNoIommu,
  hwMsiNoIntremap,
  ioSriovVfSpoof,
  dosNoisyNeighbour,
  dosExceptionLoop,
  dosOvercommit,
  dosLogFlood,
  dosCreateStorm,
];

const byId = (all: readonly Attack[]): ReadonlyMap<string, Attack> =>
  new Map(all.map((attack) => [attack.id, attack]));

/** What a probe can be of, by id: everything but a probe. */
export const probeable = byId(ATTACKS);

/** Everything attackers can do, by id. */
export const attacks = byId([...ATTACKS, probeOf(probeable)]);

/**
 * Which of the course's seven targets an attack is at, one or two.
 * @throws when there is no such attack: what happened in a match was done by one that there is
 */
export function targetsOf(id: string): Attack['targets'] {
  const attack = attacks.get(id);
  if (!attack) throw new Error(`no attack ${id}`);
  return attack.targets;
}
