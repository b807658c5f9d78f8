import { boundOf } from '../../mechanics/exits/bounds.ts';
import { deviceEscape } from '../needs/escape.ts';

/**
 * B06: the USB controller. It is used after it was freed: a sequence of requests each of which is in
 * order, so that no check of lengths finds anything. A type 1 hypervisor keeps the process that emulates
 * it in a sandbox, a hosted one runs it with a user's rights: the same flaw is a process there and the
 * host here. Source: CVE-2024-22252 (VMSA-2024-0006), whose advisory says so.
 */
export const escUsbXhci = deviceEscape({
  id: 'esc-usb-xhci',
  catalogue: 'B06',
  device: 'xhci',
  flaw: 'xhci-uaf',
  from: 'kernel',
  operand: boundOf('xhci'),
});
