/**
 * What a VM has for a network card: a virtual one, which is a port of its host's switch; hardware of its own in its
 * place, a virtual function of its host's card (SR-IOV) or a whole card with a cable of its own; or none while one is
 * changed for the other. Source: FACTS §21.2.2.
 */
export const CARDS = ['virtual', 'vf', 'whole', 'none'] as const;
export type Card = (typeof CARDS)[number];

/** Whether it is hardware of the guest's own. */
export const isOwn = (card: Card): boolean => card === 'vf' || card === 'whole';

/** Whether a device of its host's may write to any of a VM's memory at any time, which cannot go away under it. */
export const isPinned = (vm: { readonly power: string; readonly card: Card }): boolean =>
  vm.power === 'running' && isOwn(vm.card);

/**
 * What a host's chipset can translate for devices: nothing; the addresses of their DMA; or their
 * interrupts too. The first IOMMUs of servers did not remap interrupts. Source: FACTS B25
 * (CVE-2011-1898: chipsets "that do not have interrupt remapping").
 */
export const REMAPS = ['nothing', 'dma', 'interrupts'] as const;
export type Remaps = (typeof REMAPS)[number];

/** Why a VM cannot have a virtual function of its host's card. */
export type NoFunction = 'technique' | 'no-driver' | 'no-iommu' | 'none-free';
