import type { DeviceName } from '../../world/machine/host.ts';

/**
 * The size of the buffer that a guest's length is meant for, by device; `''` is a hypercall of a
 * paravirtual guest.
 */
const BOUNDS: Readonly<Record<DeviceName | '', number>> = {
  /** Bytes of 256 sectors, the most that one ATA command moves. */
  disk: 131_072,
  /** Bytes of an Ethernet frame without its checksum. */
  nic: 1514,
  /** Bytes of the floppy controller's FIFO as QEMU allocates it: one sector (B01, XSA-133). */
  floppy: 512,
  /** Bytes that one transfer request of an xHCI controller may name. */
  xhci: 65_536,
  /** KiB that one entry of a guest's page tables may map: a page, never a superpage (B09, XSA-148). */
  '': 4,
};

export const boundOf = (device: DeviceName | ''): number => BOUNDS[device];

/**
 * What an escape hands over instead: a length that the buffer does not hold. For a hypercall it is an
 * entry that maps 2 MiB at once.
 */
export function overBound(device: DeviceName | ''): number {
  return device === '' ? 2048 : 2 * boundOf(device);
}

/** Whether an operand is too much for what it is meant for. A bound of 0 is none. */
export const isOver = (operand: number, bound: number): boolean => bound > 0 && operand > bound;
