import { describe, expect, test } from 'vitest';
import { attacks } from '../../../shared/attacks/registry.ts';
import type { Known } from '../../../shared/world/people/known.ts';

describe('out of a guest: what they would try', () => {
  const known = (
    ring: 'user' | 'root' | 'kernel',
    notes: Known['notes'],
    power = 'running',
  ): Known => ({
    vms: [{ number: 1, own: false, power: power as 'running', ring }],
    notes,
    flaws: { venom: 50, 'xhci-uaf': 51, superpage: 52, 'fs-context': 60, 'guest-privilege': 20 },
    waiting: false,
    asked: 0,
  });
  const noted = (technique: string, more: Known['notes'] = {}): Known['notes'] => ({
    'vm/1/technique': technique,
    'vm/1/devices': 'disk,nic,floppy,xhci',
    'vm/1/host-build': 43,
    'vm/1/device-build': 43,
    'vm/1/kernel-build': 10,
    'vm/1/seccomp': 0,
    ...more,
  });
  const MINE = [
    'recon-guest',
    'priv-guest-root',
    'esc-floppy-venom',
    'esc-usb-xhci',
    'hc-l2-superpage',
    'ct-shared-kernel',
  ];
  const tries = (what: Known): string[] =>
    MINE.filter((name) => attacks.get(name)!.prospects(what).length > 0);

  test.each([
    ['nothing noted', known('kernel', {}), ['recon-guest']],
    ['not running', known('kernel', noted('hvm'), 'unknown'), []],
    ['ring 3', known('user', noted('hvm')), ['priv-guest-root']],
    ['ring 0', known('kernel', noted('hvm')), ['esc-floppy-venom', 'esc-usb-xhci']],
    [
      'paravirtual, with no emulated device whatever it was delivered with',
      known('kernel', noted('para')),
      ['hc-l2-superpage'],
    ],
    ['no such device', known('kernel', noted('hvm', { 'vm/1/devices': 'disk,nic' })), []],
    ['root', known('root', noted('hvm')), ['priv-guest-root', 'esc-floppy-venom']],
    [
      'root of a patched guest',
      known('root', noted('hvm', { 'vm/1/kernel-build': 20 })),
      ['priv-guest-root', 'esc-floppy-venom'],
    ],
    [
      'one of its device models patched',
      known('kernel', noted('hvm', { 'vm/1/device-build': 50 })),
      ['esc-usb-xhci'],
    ],
    [
      'its host patched, its process not',
      known('kernel', noted('hvm', { 'vm/1/host-build': 52 })),
      ['esc-floppy-venom', 'esc-usb-xhci'],
    ],
    [
      'its process new, its host not',
      known('kernel', noted('para', { 'vm/1/device-build': 52 })),
      ['hc-l2-superpage'],
    ],
    [
      'all patched',
      known('kernel', noted('para', { 'vm/1/host-build': 52, 'vm/1/device-build': 52 })),
      [],
    ],
    ['patched guest', known('user', noted('hvm', { 'vm/1/kernel-build': 20 })), []],
    [
      'container',
      known('user', noted('container', { 'vm/1/devices': 'disk,nic' })),
      ['ct-shared-kernel'],
    ],
    [
      'filtered container',
      known('user', noted('container', { 'vm/1/devices': 'disk,nic', 'vm/1/seccomp': 1 })),
      [],
    ],
  ] as const)('A4 by what they know: %s', (_, what, expected) => {
    expect(tries(what)).toEqual([...expected]);
  });

  test('A4 what they cannot see beforehand, such as a filter, leaves them unsure', () => {
    const sure = (name: string, technique: string): boolean | undefined =>
      attacks.get(name)!.prospects(known('kernel', noted(technique)))[0]?.sure;
    expect(sure('esc-floppy-venom', 'hvm')).toBe(false);
    expect(sure('hc-l2-superpage', 'para')).toBe(true);
  });
});
