import type { DeviceName } from '../../world/machine/host.ts';
import type { HypercallName } from '../../world/machine/hypercall.ts';

/** What an exit is about: a device, a hypercall, or nothing that takes an operand. */
export type Aim = DeviceName | HypercallName | '';

/** What an exit is about, of its two columns. */
export const aimOf = ({
  device,
  call,
}: {
  readonly device: DeviceName | '';
  readonly call: HypercallName | '';
}): Aim => device || call;

/** The most that an operand may ask for, by what it is handed to; 0 where it takes none. */
const BOUNDS: Readonly<Record<Aim, number>> = {
  /** Bytes of 256 sectors, the most that one ATA command moves. */
  disk: 131_072,
  /** Bytes of an Ethernet frame without its checksum. */
  nic: 1514,
  /** Bytes of the floppy controller's FIFO as QEMU allocates it: one sector (B01, XSA-133). */
  floppy: 512,
  /** Bytes that one transfer request of an xHCI controller may name. */
  xhci: 65_536,
  /** Lines of the largest screen that the display has memory for: no copy may reach beyond (B02). */
  svga: 2160,
  /** KiB that one entry of a guest's page tables may map: a page, never a superpage (B09, XSA-148). */
  mmu_update: 4,
  /** Entries of 8 bytes that the page holds into which the guest has the answer written (B11, XSA-212). */
  memory_op: 512,
  iret: 0,
  sched_op: 0,
  event_channel_op: 0,
  '': 0,
};

export const boundOf = (aim: Aim): number => BOUNDS[aim];

/** KiB that a superpage maps. */
const SUPERPAGE = 2048;

/**
 * What an escape hands over instead: a length that the buffer does not hold. Of page tables it is an
 * entry that maps 2 MiB at once; of an answer an entry far behind the page that is there for it, in the
 * hypervisor's own memory (how far is our figure).
 */
export function overBound(aim: Aim): number {
  if (aim === 'mmu_update') return SUPERPAGE;
  return aim === 'memory_op' ? 1024 * boundOf(aim) : 2 * boundOf(aim);
}

/** Whether an operand is too much for what it is meant for. A bound of 0 is none. */
export const isOver = (operand: number, bound: number): boolean => bound > 0 && operand > bound;
