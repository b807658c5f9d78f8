import { overBound } from '../../mechanics/exits/bounds.ts';
import { deviceEscape } from '../needs/escape.ts';

/**
 * B01: VENOM. The floppy controller's command buffer is a FIFO of 512 bytes, and the model of it did
 * not count what it was given. On a machine type of old the controller is there whether a drive is
 * configured or not. It is reached by I/O ports, for which root is enough.
 * Source: CVE-2015-3456, XSA-133.
 */
export const escFloppyVenom = deviceEscape({
  id: 'esc-floppy-venom',
  catalogue: 'B01',
  device: 'floppy',
  flaw: 'venom',
  from: 'root',
  operand: overBound('floppy'),
});
