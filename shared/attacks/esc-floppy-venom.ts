import { deviceEscape } from './needs/escape.ts';

/**
 * B01: VENOM. The floppy controller's command buffer is a FIFO of 512 bytes, and the model of it did
 * not count what it was given. The drive need not hold a disk, nor be used by anyone.
 * Source: CVE-2015-3456, XSA-133.
 */
export const escFloppyVenom = deviceEscape({
  id: 'esc-floppy-venom',
  catalogue: 'B01',
  device: 'floppy',
  flaw: 'venom',
});
