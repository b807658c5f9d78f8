/**
 * What of a guest's disk and network card the host gives it. `para` is a ring that both know of: virtio
 * where the CPU assists, the split driver of a ported kernel. Everything else is the model of a real part,
 * for which every guest of its time has a driver: an AMD PCnet or a Realtek 8139 network card, an IDE disk.
 */
export const EMULATED_NICS = ['pcnet', 'rtl8139'] as const;
export type EmulatedNic = (typeof EMULATED_NICS)[number];

export const NIC_MODELS = [...EMULATED_NICS, 'para'] as const;
export type NicModel = (typeof NIC_MODELS)[number];

export const DISK_MODELS = ['ide', 'para'] as const;
export type DiskModel = (typeof DISK_MODELS)[number];

/** Every model of a device of which there are several. */
export const MODELS = ['ide', ...NIC_MODELS] as const;
export type Model = (typeof MODELS)[number];

/** A device of which a guest may have one model or another. */
export const MODELLED = ['nic', 'disk'] as const;
export type Modelled = (typeof MODELLED)[number];
