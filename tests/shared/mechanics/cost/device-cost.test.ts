import { describe, expect, test } from 'vitest';
import { billOf } from '../../../../shared/mechanics/cost/bill.ts';
import { SOFTWARE_DRAW } from '../../../../shared/mechanics/cost/device-cost.ts';
import {
  guestCost,
  guestExits,
  guestPermille,
} from '../../../../shared/mechanics/cost/guest-cost.ts';
import { deviceExit, kick } from '../../../../shared/mechanics/cost/handling.ts';
import type { DiskModel, NicModel } from '../../../../shared/world/machine/device.ts';
import type { Technique } from '../../../../shared/world/machine/vm.ts';
import {
  MIXES,
  NIC_TOUCHES,
  WORKLOAD_NAMES,
  WORKLOADS,
  type WorkloadName,
} from '../../../../shared/world/machine/workload.ts';

const HOST = {
  platform: 'type1',
  year: 2015,
  nestedPaging: true,
  filters: [],
  hypercallAudit: false,
} as const;

const guest = (
  workload: WorkloadName,
  technique: Technique,
  diskModel: DiskModel,
  nicModel: NicModel,
  more: { readonly vhost?: boolean; readonly accel3d?: boolean } = {},
) => ({
  workload,
  technique,
  devices: ['disk', 'nic', 'svga'] as const,
  diskModel,
  nicModel,
  ...more,
});

describe('what a guest’s devices cost', () => {
  test('K85 K2 a mixed guest is between the two, and touches add up: no price is its own', () => {
    for (const workload of WORKLOAD_NAMES) {
      const emulated = guestCost(guest(workload, 'hvm', 'ide', 'rtl8139'), HOST);
      const card = guestCost(guest(workload, 'hvm', 'ide', 'para'), HOST);
      const disk = guestCost(guest(workload, 'hvm', 'para', 'rtl8139'), HOST);
      const rings = guestCost(guest(workload, 'hybrid', 'para', 'para'), HOST);
      expect([workload, emulated + rings]).toEqual([workload, card + disk]);
      expect(card).toBeLessThanOrEqual(emulated);
      expect(rings).toBeLessThanOrEqual(card);
    }
  });

  test('K85 without models a guest is as its technique has them', () => {
    const { diskModel: _, nicModel: __, ...plain } = guest('payments', 'hybrid', 'para', 'para');
    expect(guestCost(plain, HOST)).toBe(
      guestCost(guest('payments', 'hybrid', 'para', 'para'), HOST),
    );
  });

  test('K85 of a mix no more touches are the network card’s than there are', () => {
    for (const [name, mix] of Object.entries(MIXES))
      expect(NIC_TOUCHES[name as keyof typeof MIXES]).toBeLessThanOrEqual(mix.device);
  });

  test('bulk on the network (C12, C13): a ring is nearly native, an emulated card 1.5 to 3 times (check 5)', () => {
    const at = (nic: NicModel, year: number): number =>
      guestPermille(guest('file-mirror', 'hvm', 'ide', nic), { ...HOST, year });
    expect(at('para', 2015)).toBeLessThan(1150);
    // A P4 with the first hardware assistance: 897 Mb/s against 291 to 615.
    expect(at('pcnet', 2005)).toBeGreaterThan(1460);
    expect(at('pcnet', 2005)).toBeLessThan(3100);
    expect(at('pcnet', 2015)).toBeGreaterThan(at('para', 2015));
  });

  test('K87 F6 a process that serves the rings costs the way to user space, a batch at a time', () => {
    const by = (vhost: boolean) => guest('file-mirror', 'hybrid', 'para', 'para', { vhost });
    const more = guestCost(by(false), HOST) - guestCost(by(true), HOST);
    const { count, price } = billOf(by(false), HOST).lines.find(
      ({ operation }) => operation === 'backend',
    )!;
    expect(count).toBe(NIC_TOUCHES.packets);
    expect(price).toBe(Math.trunc((deviceExit(2015) - kick(2015)) / 8));
    expect(more).toBe(count * price);
    // Of an emulated card there is nothing to serve.
    const emulated = guest('file-mirror', 'hvm', 'ide', 'pcnet', { vhost: false });
    expect(billOf(emulated, HOST).lines.some(({ operation }) => operation === 'backend')).toBe(
      false,
    );
  });

  test('K88 W4 without 3-D the guest’s CPU draws: more than a design desktop’s CPUs deliver', () => {
    const by = (accel3d: boolean) => guest('design-desktop', 'hybrid', 'para', 'para', { accel3d });
    const draws = WORKLOADS['design-desktop'].draws ?? 0;
    expect(guestCost(by(false), HOST) - guestCost(by(true), HOST)).toBe(draws * SOFTWARE_DRAW);
    expect(guestPermille(by(true), HOST)).toBeLessThan(1250);
    expect(guestPermille(by(false), HOST)).toBeGreaterThan(1250);
  });

  test('K74 the lines of a mixed bill add up, with each way on a line of its own', () => {
    const mixed = guest('payments', 'hvm', 'ide', 'para', { vhost: false });
    const bill = billOf(mixed, HOST);
    expect(bill.cycles).toBe(guestCost(mixed, HOST));
    expect(bill.exits).toBe(guestExits(mixed, HOST));
    expect(
      bill.lines.filter(({ group, operation }) => group === 'device' && operation === 'device'),
    ).toHaveLength(2);
    const emulated = billOf(guest('payments', 'hvm', 'ide', 'rtl8139'), HOST);
    expect(bill.exits).toBeLessThan(emulated.exits);
  });
});
