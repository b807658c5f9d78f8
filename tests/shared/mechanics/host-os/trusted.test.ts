import { expect, test } from 'vitest';
import { guestCost } from '../../../../shared/mechanics/cost/guest-cost.ts';
import { trustedOn } from '../../../../shared/mechanics/host-os/trusted.ts';
import { turnOf } from '../../../support/worlds.ts';

test('K99 what has to be trusted follows from what sits on the metal', () => {
  expect(trustedOn({ platform: 'type1', programs: [] })).toEqual(['hypervisor', 'dom0']);
  expect(trustedOn({ platform: 'type2', programs: ['mail', 'backup-agent'] })).toEqual([
    'hypervisor',
    'host-os',
    'mail',
    'backup-agent',
  ]);
  expect(trustedOn({ platform: 'container', programs: [] })).toEqual(['shared-kernel', 'runtime']);
});

test('K95 a host OS by itself costs a hardware-assisted guest no cycles', () => {
  const host = turnOf().world.hosts[1]!;
  const guest = { workload: 'payments', technique: 'hybrid', devices: [] } as const;
  const hosted = { ...host, platform: 'type2' } as const;
  expect(guestCost(guest, hosted)).toBe(guestCost(guest, host));
});
