import type { SignName } from '../../../shared/view/signs/registry.ts';

/** What each sign settles of the order that answers it. */
export const SETTLES: Readonly<Record<SignName, readonly string[]>> = {
  'alert-of-host': ['host'],
  'alert-of-vm': ['vm'],
  'clock-starved': ['vm', 'host'],
  'device-lost': ['vm'],
  'dirty-frames': ['host'],
  drift: ['host'],
  'exit-refused': ['host', 'trap', 'action'],
  'own-exit-refused': ['vm', 'trap', 'action'],
  'fallen-host': ['host'],
  'foreign-memory': ['vm'],
  'guest-outdated': ['vm'],
  'host-outdated': ['host'],
  'in-quarantine': ['vm'],
  'joining-rule': ['rule'],
  'lawful-blocked': ['host'],
  'old-device-process': ['vm'],
  'old-policy-cuts-off': ['host'],
  promiscuous: ['segment', 'setting'],
  'quarantine-cuts-off': ['vm'],
  'readable-blocks': ['host'],
  'unwanted-vm': ['vm'],
};
