import { describe, expect, test } from 'vitest';
import { commands } from '../../../shared/commands/registry.ts';
import { guestPermille } from '../../../shared/mechanics/cost/guest-cost.ts';
import { canDrive, withModel } from '../../../shared/mechanics/technique/devices.ts';
import { setFact } from '../../../shared/world/fact.ts';
import { SCENARIO } from '../../../shared/world/ids.ts';
import { assistedBy, pathOf } from '../../../shared/world/machine/device-path.ts';
import { TECHNIQUES } from '../../../shared/world/machine/vm.ts';
import type { ScenarioFile } from '../../../shared/world/scenario/schema.ts';
import { inBay } from '../../support/hypervisor.ts';
import { type Bench, id } from '../../support/worlds.ts';

const vm = ({ world }: Bench) => world.vms[1]!;
const swapped = (bench: Bench, device: string, model: string) =>
  bench.give('swap-device', { vm: 1, device, model });

const LEGACY: Partial<ScenarioFile> = {
  images: [
    {
      name: 'web-2015',
      os: 'closed',
      container: false,
      kernel: 10,
      service: 10,
      legacyOnly: true,
      devices: ['disk', 'nic', 'floppy'],
      nic: 'pcnet',
    },
  ],
};

describe('swap-device', () => {
  test('K86 K10 off meanwhile, then another card, in a new process', () => {
    const bench = inBay({ host: { build: 60 }, vm: { nic: 'pcnet', deviceBuild: 43 } });
    setFact(bench.world, 'vms', 1, 'layoutKnownBy', id(1), SCENARIO);
    expect(swapped(bench, 'nic', 'rtl8139')).toBeNull();
    expect(vm(bench)).toMatchObject({ power: 'stopped', nicModel: 'pcnet' });
    bench.run(6);
    expect(vm(bench)).toMatchObject({
      power: 'running',
      technique: 'hvm',
      nicModel: 'rtl8139',
      diskModel: 'ide',
      deviceBuild: 60,
      layoutKnownBy: 0,
    });
    expect(bench.events('device-swapped')[0]?.data).toEqual({ device: 'nic', model: 'rtl8139' });
  });

  test('K85 with both on rings hardware assistance is called hybrid, and with one of them HVM', () => {
    const bench = inBay();
    const step = (device: string, model: string): string => {
      expect(swapped(bench, device, model)).toBeNull();
      bench.run(6);
      return vm(bench).technique;
    };
    expect(step('nic', 'para')).toBe('hvm');
    expect([pathOf(vm(bench), 'nic'), pathOf(vm(bench), 'disk')]).toEqual(['para', 'emulated']);
    expect(step('disk', 'para')).toBe('hybrid');
    expect(step('nic', 'pcnet')).toBe('hvm');
    expect([pathOf(vm(bench), 'nic'), pathOf(vm(bench), 'disk')]).toEqual(['emulated', 'para']);
    expect(assistedBy(vm(bench))).toBe('hvm');
  });

  test('K85 K27 a guest that is converted has the devices that its technique goes with', () => {
    const bench = inBay({ vm: { nic: 'pcnet' } });
    bench.give('convert-vm', { vm: 1, technique: 'hybrid' });
    bench.run(6);
    expect(vm(bench)).toMatchObject({ technique: 'hybrid', diskModel: 'para', nicModel: 'para' });
  });

  test('K86 J7 it is refused what it has, what its guest has no driver for, and what its technique has not', () => {
    const bench = inBay();
    expect(swapped(bench, 'nic', 'rtl8139')).toEqual({ code: 'rule.already-so', facts: {} });
    expect(swapped(bench, 'disk', 'pcnet')).toEqual({ code: 'rule.no-driver', facts: {} });
    expect(bench.give('swap-device', { vm: 9, device: 'nic', model: 'pcnet' })?.code).toBe(
      'rule.no-such-thing',
    );
    const old = inBay({ over: LEGACY });
    expect(swapped(old, 'nic', 'para')).toEqual({ code: 'rule.no-driver', facts: {} });
    // The other card of its time it knows.
    expect(swapped(old, 'nic', 'rtl8139')).toBeNull();
    const image = { legacyOnly: false };
    const can = (model: 'para' | 'pcnet') =>
      TECHNIQUES.filter((technique) => canDrive({ technique }, image, 'nic', model));
    expect(can('para')).toEqual(['hvm', 'hybrid']);
    expect(can('pcnet')).toEqual(['hvm', 'hybrid', 'bt', 'emulation']);
  });

  test('K86 K22 it is offered every other model of what there are models of, with what each would cost', () => {
    const bench = inBay();
    const swap = commands.get('swap-device')!;
    expect(swap.offers(bench.world, 'vms/1')).toEqual([
      { vm: 1, device: 'nic', model: 'pcnet' },
      { vm: 1, device: 'nic', model: 'para' },
      { vm: 1, device: 'disk', model: 'para' },
    ]);
    expect(swap.offers(bench.world, 'hosts/1')).toEqual([]);
    expect(swap.offers(inBay({ vm: { technique: 'para' } }).world, 'vms/1')).toEqual([]);
    const host = bench.world.hosts[1]!;
    const next = withModel(vm(bench), 'nic', 'para');
    const quote = swap.quote?.(bench.world, { vm: 1, device: 'nic', model: 'para' });
    expect(quote).toEqual({
      now: guestPermille(vm(bench), host),
      cost: guestPermille({ ...vm(bench), ...next }, host),
      boundary: 'exits',
    });
    expect(quote!.cost).toBeLessThan(quote!.now!);
  });
});

describe('what is switched off for good', () => {
  test('K88 3-D: off meanwhile, once, and only where there is a display', () => {
    const bench = inBay({ vm: { devices: ['disk', 'nic', 'svga'], accel3d: true } });
    expect(bench.give('disable-3d', { vm: 1 })).toBeNull();
    expect(vm(bench).power).toBe('stopped');
    bench.run(6);
    expect(vm(bench)).toMatchObject({ power: 'running', accel3d: false });
    expect(bench.give('disable-3d', { vm: 1 })).toEqual({ code: 'rule.already-so', facts: {} });
    const headless = inBay({ vm: { accel3d: true } });
    expect(headless.give('disable-3d', { vm: 1 })?.code).toBe('rule.already-so');
  });

  test('K88 K8 F7 a display: whoever works at it has a fault, nobody else misses it', () => {
    const without = (workload: 'design-desktop' | 'payments') => {
      const bench = inBay({ vm: { workload, devices: ['disk', 'nic', 'svga'] } });
      expect(bench.give('remove-display', { vm: 1 })).toBeNull();
      bench.run(10);
      expect(vm(bench).devices).toEqual(['disk', 'nic']);
      return vm(bench).faults;
    };
    expect(without('payments')).toEqual([]);
    expect(without('design-desktop')).toEqual([{ kind: 'device-missing', device: 'svga' }]);
  });

  test('K87 vhost: only of a card on a ring, with hardware assistance', () => {
    const bench = inBay({ vm: { technique: 'hybrid' } });
    expect(bench.give('disable-vhost', { vm: 1 })).toBeNull();
    bench.run(6);
    expect(vm(bench)).toMatchObject({ power: 'running', vhost: false });
    expect(bench.give('disable-vhost', { vm: 1 })).toEqual({ code: 'rule.already-so', facts: {} });
    expect(inBay().give('disable-vhost', { vm: 1 })?.code).toBe('rule.already-so');
    expect(inBay({ vm: { technique: 'para' } }).give('disable-vhost', { vm: 1 })?.code).toBe(
      'rule.already-so',
    );
  });
});

describe('what has no live patch', () => {
  const patched = (bench: Bench, how: string) => bench.give('patch-host', { host: 1, how });

  test('K89 K7 a running host is patched up to the fix before, and told that the rest takes a reboot', () => {
    const bench = inBay();
    expect(patched(bench, 'live')).toBeNull();
    bench.run(10);
    // 53 and 54 are the two stages.
    expect(bench.world.hosts[1]?.build).toBe(52);
    expect(patched(bench, 'live')).toEqual({ code: 'rule.no-live-patch', facts: {} });
    expect(patched(bench, 'reboot')).toMatchObject({ code: 'rule.host-not-empty' });
    for (const one of [1, 2]) bench.give('stop-vm', { vm: one });
    bench.run(4);
    bench.world.credits = 100;
    expect(patched(bench, 'reboot')).toBeNull();
    bench.run(14);
    expect(bench.world.hosts[1]?.build).toBe(54);
    expect(patched(bench, 'reboot')).toEqual({ code: 'rule.already-so', facts: {} });
  });
});
