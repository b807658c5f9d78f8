import { describe, expect, test } from 'vitest';
import { commands } from '../../../shared/commands/registry.ts';
import { CHECK, checksOf } from '../../../shared/mechanics/cost/checks.ts';
import { mapCallsOf } from '../../../shared/mechanics/cost/cost.ts';
import { stopVm } from '../../../shared/mechanics/lifecycle.ts';
import { setFact } from '../../../shared/world/fact.ts';
import { SCENARIO } from '../../../shared/world/ids.ts';
import { MIXES } from '../../../shared/world/machine/workload.ts';
import { brokenInto, contained, FLAWS, flawId } from '../../support/hypervisor.ts';
import { type Bench, id } from '../../support/worlds.ts';

const rich = { over: { pace: { startCredits: 50 } } } as const;

const offered = ({ world }: Bench, name: string, subject: `hosts/${number}` | `vms/${number}`) =>
  commands.get(name)!.offers(world, subject);

describe('patch-host', () => {
  const build = ({ world }: Bench, host = 1): number | undefined => world.hosts[host]?.build;

  test('K7 live, at a price, while its guests run', () => {
    const bench = brokenInto(rich);
    expect(bench.give('patch-host', { host: 1, how: 'live' })).toBeNull();
    expect(bench.world.credits).toBe(43);
    bench.run(4);
    expect(build(bench)).toBe(43);
    bench.run(1);
    expect([build(bench), build(bench, 2)]).toEqual([52, 43]);
    const [patched] = bench.events('patched');
    expect(bench.world.provenance['hosts/1/build']).toBe(patched?.seq);
    expect(patched?.causes).toEqual([bench.events('order')[0]?.seq]);
  });

  test('K7 by a reboot for less, if nothing runs on it', () => {
    const bench = brokenInto(rich);
    const refusal = { code: 'rule.host-not-empty', facts: { host: 1, vms: 2 } };
    expect(bench.give('patch-host', { host: 1, how: 'reboot' })).toEqual(refusal);
    expect(bench.give('patch-host', { host: 2, how: 'reboot' })).toBeNull();
    stopVm(bench.match, id(1), id(0));
    stopVm(bench.match, id(2), id(0));
    expect(bench.give('patch-host', { host: 1, how: 'reboot' })).toBeNull();
    expect(bench.world.credits).toBe(44);
    bench.run(10);
    expect([build(bench), build(bench, 2)]).toEqual([52, 52]);
  });

  test('K7 J3 a reboot is called off when a guest runs there again', () => {
    const bench = brokenInto(rich);
    stopVm(bench.match, id(1), id(0));
    stopVm(bench.match, id(2), id(0));
    bench.give('patch-host', { host: 1, how: 'reboot' });
    setFact(bench.world, 'vms', 2, 'power', 'running', SCENARIO);
    bench.run(12);
    expect(build(bench)).toBe(43);
    expect(bench.events('job-ended')[0]?.data.outcome).toBe('no-longer-allowed');
  });

  test('K7 J7 there is no patch before an advisory, and none twice', () => {
    const bench = brokenInto({
      over: { flaws: FLAWS.map((flaw) => ({ ...flaw, public: false })) },
    });
    const so = { code: 'rule.already-so', facts: {} };
    expect(bench.give('patch-host', { host: 1, how: 'live' })).toEqual(so);
    setFact(bench.world, 'flaws', flawId('venom'), 'public', true, SCENARIO);
    expect(bench.give('patch-host', { host: 1, how: 'live' })).toBeNull();
    bench.run(6);
    expect(bench.give('patch-host', { host: 1, how: 'live' })).toEqual(so);
    expect(bench.give('patch-host', { host: 9, how: 'live' })?.code).toBe('rule.no-such-thing');
    expect(bench.give('patch-host', { host: 1, how: 'twice' })?.code).toBe('rule.bad-arguments');
  });

  test('A34 K7 a patched shared kernel is no way out', () => {
    const bench = contained(rich);
    bench.act('ct-shared-kernel', { vm: 1 });
    bench.give('patch-host', { host: 1, how: 'live' });
    bench.run(8);
    expect([build(bench), bench.events('harm').length]).toEqual([60, 0]);
  });

  test('K7 both ways are offered of a host, and of nothing else', () => {
    const bench = brokenInto();
    expect(offered(bench, 'patch-host', 'hosts/1')).toEqual([
      { host: 1, how: 'live' },
      { host: 1, how: 'reboot' },
    ]);
    expect(offered(bench, 'patch-host', 'vms/1')).toEqual([]);
  });
});

describe('exit-filter', () => {
  const filters = ({ world }: Bench): unknown => world.hosts[1]?.filters;

  test('K6 it is set, changed and taken away, each device for itself', () => {
    const bench = brokenInto(rich);
    const set = (device: string, action: string): unknown => {
      const refusal = bench.give('exit-filter', { host: 1, trap: device, action });
      bench.run(1);
      return refusal;
    };
    expect(set('floppy', 'bounds-check')).toBeNull();
    expect(filters(bench)).toEqual([{ trap: 'floppy', action: 'bounds-check' }]);
    expect(set('xhci', 'refuse')).toBeNull();
    expect(set('floppy', 'refuse')).toBeNull();
    expect(filters(bench)).toEqual([
      { trap: 'xhci', action: 'refuse' },
      { trap: 'floppy', action: 'refuse' },
    ]);
    expect(bench.world.credits).toBe(38);
    expect(set('xhci', 'emulate')).toBeNull();
    expect(filters(bench)).toEqual([{ trap: 'floppy', action: 'refuse' }]);
    expect(bench.world.credits).toBe(38);
    expect(bench.world.provenance['hosts/1/filters']).toBe(bench.events('filter-set').at(-1)?.seq);
  });

  test('K6 it stops an escape that is under way', () => {
    const bench = brokenInto(rich);
    bench.act('esc-floppy-venom', { vm: 1 });
    bench.give('exit-filter', { host: 1, trap: 'floppy', action: 'bounds-check' });
    bench.run(8);
    expect(bench.events('act-ended')[0]?.data.need).toBe('exit-unchecked');
    expect(bench.events('harm')).toEqual([]);
  });

  test('K6 it is offered for devices that a guest has, and never where there are no exits', () => {
    const bench = brokenInto({ vm: { devices: ['nic'] } });
    setFact(bench.world, 'vms', 2, 'devices', ['nic'], SCENARIO);
    expect(offered(bench, 'exit-filter', 'hosts/1')).toEqual([
      { host: 1, trap: 'nic', action: 'bounds-check' },
      { host: 1, trap: 'nic', action: 'refuse' },
      { host: 1, trap: 'nic', action: 'hold' },
    ]);
    expect(offered(bench, 'exit-filter', 'hosts/2')).toEqual([]);
    expect(offered(contained(), 'exit-filter', 'hosts/1')).toEqual([]);
    const ported = offered(brokenInto({ vm: { technique: 'para' } }), 'exit-filter', 'hosts/1');
    expect(ported).toEqual(
      ['mmu_update', 'memory_op'].flatMap((trap) =>
        ['bounds-check', 'refuse', 'hold'].map((action) => ({ host: 1, trap, action })),
      ),
    );
  });

  test('K6 J7 it is refused where it would change nothing or be about nothing', () => {
    const bench = brokenInto(rich);
    const why = (host: number, device: string, action: string): string | undefined =>
      bench.give('exit-filter', { host, trap: device, action })?.code;
    expect(why(1, 'floppy', 'emulate')).toBe('rule.already-so');
    expect(why(2, 'floppy', 'refuse')).toBe('rule.no-such-thing');
    expect(why(9, 'floppy', 'refuse')).toBe('rule.no-such-thing');
    expect(why(1, 'printer', 'refuse')).toBe('rule.bad-arguments');
    const box = contained(rich).give('exit-filter', { host: 1, trap: 'nic', action: 'refuse' });
    expect(box?.code).toBe('rule.no-such-thing');
  });
});

describe('vm-exit-filter', () => {
  test('K73 it is of one VM: the other on its host keeps its way, and it goes with it', () => {
    const bench = brokenInto(rich);
    bench.give('vm-exit-filter', { vm: 1, trap: 'floppy', action: 'refuse' });
    bench.run(2);
    const filters = [{ trap: 'floppy', action: 'refuse' }];
    expect(bench.world.vms.slice(1).map((vm) => vm?.filters)).toEqual([filters, []]);
    expect(bench.world.hosts[1]?.filters).toEqual([]);
    expect(bench.events('filter-set')[0]?.data).toEqual({
      vm: 1,
      host: 1,
      trap: 'floppy',
      action: 'refuse',
    });
    setFact(bench.world, 'vms', 1, 'host', id(2), SCENARIO);
    bench.act('esc-floppy-venom', { vm: 1 });
    bench.run(8);
    expect(bench.events('act-ended')[0]?.data.need).toBe('exit-unchecked');
    bench.give('vm-exit-filter', { vm: 1, trap: 'floppy', action: 'emulate' });
    bench.run(2);
    expect(bench.world.vms[1]?.filters).toEqual([]);
  });

  test('K73 J7 it is offered for what the VM makes, and refused for what it does not', () => {
    const bench = brokenInto({ ...rich, vm: { technique: 'para' } });
    expect(offered(bench, 'vm-exit-filter', 'vms/1')).toHaveLength(6);
    const why = (vm: number, trap: string, action: string): string | undefined =>
      bench.give('vm-exit-filter', { vm, trap, action })?.code;
    expect(why(1, 'floppy', 'refuse')).toBe('rule.no-such-thing');
    expect(why(9, 'mmu_update', 'refuse')).toBe('rule.no-such-thing');
    expect(why(1, 'mmu_update', 'emulate')).toBe('rule.already-so');
  });

  test('K73 F7 a ported kernel whose page-table hypercalls are refused gives no service', () => {
    const bench = brokenInto({ ...rich, vm: { technique: 'para' } });
    bench.give('vm-exit-filter', { vm: 1, trap: 'mmu_update', action: 'refuse' });
    bench.run(6);
    expect(bench.world.vms.slice(1).map((vm) => vm?.faults)).toEqual([
      [{ kind: 'exit-refused', trap: 'mmu_update' }],
      [],
    ]);
  });

  test.each([
    ['hc-l2-superpage', 'mmu_update', 'bounds-check', 'call-unchecked'],
    // Each of its calls is within bounds: what is missing is a check of what the entry points to.
    ['hc-pte-fastpath', 'mmu_update', 'bounds-check', undefined],
    ['hc-pte-fastpath', 'mmu_update', 'refuse', 'call-unchecked'],
    ['hc-l2-superpage', 'memory_op', 'refuse', undefined],
  ] as const)('K73 A33 A71 %s where %s is under %s: %s', (attack, trap, action, need) => {
    for (const place of ['host', 'vm'] as const) {
      const bench = brokenInto({ ...rich, vm: { technique: 'para' } });
      if (place === 'host') bench.give('exit-filter', { host: 1, trap, action });
      else bench.give('vm-exit-filter', { vm: 1, trap, action });
      bench.run(2);
      bench.act(attack, { vm: 1 });
      bench.run(8);
      expect(bench.events('act-ended')[0]?.data.need).toBe(need);
      expect(bench.events('harm')).toHaveLength(need === undefined ? 1 : 0);
    }
  });

  test('K73 W5 a check of page-table hypercalls costs cycles at each batch, and one of memory none', () => {
    const cost = (trap: 'mmu_update' | 'memory_op'): number =>
      checksOf(MIXES.server, 'para', ['disk', 'nic'], {
        filters: [{ trap, action: 'bounds-check' }],
        hypercallAudit: false,
      });
    expect([cost('mmu_update'), cost('memory_op')]).toEqual([mapCallsOf(MIXES.server) * CHECK, 0]);
  });
});

describe('detach-device', () => {
  test('K8 the device is gone, and with it the way out', () => {
    const bench = brokenInto();
    bench.act('esc-usb-xhci', { vm: 1 });
    expect(bench.give('detach-device', { vm: 1, device: 'xhci' })).toBeNull();
    bench.run(4);
    expect(bench.world.vms.slice(1).map((vm) => vm?.devices.includes('xhci'))).toEqual([
      false,
      true,
    ]);
    expect(bench.world.vms[1]?.power).toBe('running');
    expect(bench.events('devices-changed')[0]?.data).toEqual({ device: 'xhci' });
    bench.run(4);
    expect(bench.events('act-ended')[0]?.data.need).toBe('has-device');
  });

  test('K8 F7 a guest that works with it no longer has the result that it should', () => {
    const bench = brokenInto({ vm: { workload: 'office-desktop' } });
    bench.give('detach-device', { vm: 1, device: 'xhci' });
    bench.run(5);
    const before = bench.world.tally.correct;
    bench.run(1);
    expect(bench.world.tally.correct - before).toBe(1);
  });

  test('K8 J7 only what it has, and what comes off a bus', () => {
    const bench = brokenInto({ vm: { devices: ['disk', 'nic', 'xhci', 'floppy'] } });
    const why = (vm: number, device: string): string | undefined =>
      bench.give('detach-device', { vm, device })?.code;
    expect(offered(bench, 'detach-device', 'vms/1')).toEqual([{ vm: 1, device: 'xhci' }]);
    expect(offered(bench, 'detach-device', 'hosts/1')).toEqual([]);
    // The controller is the machine's: it stays when its drive is taken away.
    expect(why(1, 'floppy')).toBe('rule.bad-arguments');
    expect(why(1, 'disk')).toBe('rule.bad-arguments');
    expect(why(9, 'xhci')).toBe('rule.no-such-thing');
    const bare = brokenInto({ vm: { devices: ['disk', 'nic'] } });
    expect(bare.give('detach-device', { vm: 1, device: 'xhci' })?.code).toBe('rule.already-so');
  });
});

describe('confine-host', () => {
  test('K9 a device process is a process again, and the host stands', () => {
    const bench = brokenInto();
    expect(bench.give('confine-host', { host: 1 })).toBeNull();
    bench.run(4);
    expect(bench.world.hosts[1]).toMatchObject({ sandbox: true, seccomp: false });
    expect(bench.world.credits).toBe(16);
    expect(bench.events('setting-changed')[0]?.data).toEqual({ setting: 'sandbox', to: 'on' });
    bench.act('esc-floppy-venom', { vm: 1 });
    bench.run(7);
    expect(bench.world.vms[1]?.deviceProcess).toBe(1);
    expect(bench.world.hosts[1]?.intruder).toBe(0);
  });

  test('K9 of containers it filters the system calls', () => {
    const bench = contained();
    bench.act('ct-shared-kernel', { vm: 1 });
    bench.give('confine-host', { host: 1 });
    bench.run(8);
    expect(bench.world.hosts[1]?.seccomp).toBe(true);
    expect(bench.events('act-ended')[0]?.data.need).toBe('calls-unfiltered');
  });

  test('K9 J7 it is refused where it is so already, and where there is no host', () => {
    const confined = brokenInto({ host: { sandbox: true } });
    expect(confined.give('confine-host', { host: 1 })?.code).toBe('rule.already-so');
    expect(confined.give('confine-host', { host: 7 })?.code).toBe('rule.no-such-thing');
    expect(offered(confined, 'confine-host', 'hosts/2')).toEqual([{ host: 2 }]);
    expect(offered(confined, 'confine-host', 'vms/1')).toEqual([]);
  });
});

describe('investigate-host', () => {
  const seen = ({ world }: Bench): unknown[] =>
    world.alerts
      .slice(1)
      .flatMap((alert) =>
        alert?.sensor === 'investigation'
          ? [{ host: alert.host, vm: alert.vm, ...alert.seen }]
          : [],
      );

  test('S31 it finds code below the guests, and with it the harm', () => {
    const bench = brokenInto({ over: { pace: { complaintAfter: 500 } } });
    bench.act('esc-floppy-venom', { vm: 1 });
    bench.run(7);
    expect(bench.world.breaches[1]?.discoveredAt).toBe(0);
    expect(bench.give('investigate-host', { host: 1 })).toBeNull();
    bench.run(5);
    expect(seen(bench)).toEqual([
      { host: 1, vm: 0, kind: 'host-compromised' },
      { host: 1, vm: 1, kind: 'device-process' },
    ]);
    expect(bench.world.breaches[1]?.discoveredAt).toBe(bench.world.tick);
    const alert = bench.events('alert').at(-2);
    expect(alert?.causes).toContain(bench.events('harm')[0]?.seq);
  });

  test('S31 in a sandbox it finds who is in the device process, and a restart ends that', () => {
    const bench = brokenInto({ host: { sandbox: true } });
    bench.act('esc-usb-xhci', { vm: 1 });
    bench.run(7);
    bench.give('investigate-host', { host: 1 });
    bench.run(5);
    expect(seen(bench)).toEqual([{ host: 1, vm: 1, kind: 'device-process' }]);
    bench.give('restart-vm', { vm: 1 });
    bench.run(15);
    expect(bench.world.vms[1]).toMatchObject({ power: 'running', deviceProcess: 0 });
    bench.give('investigate-host', { host: 1 });
    bench.run(5);
    expect(seen(bench).at(-1)).toEqual({ host: 1, vm: 0, kind: 'nothing-found' });
  });

  test('S31 of what is inside the guests, or below those of another host, it says nothing', () => {
    const bench = brokenInto({ host: { sandbox: true }, over: { pace: { complaintAfter: 500 } } });
    setFact(bench.world, 'hosts', 2, 'intruder', id(1), SCENARIO);
    bench.give('investigate-host', { host: 1 });
    bench.run(5);
    expect(seen(bench)).toEqual([{ host: 1, vm: 0, kind: 'nothing-found' }]);
    expect(bench.events('breach-discovered')).toEqual([]);
  });

  test('S31 J7 it is about hosts that are there', () => {
    const bench = brokenInto();
    expect(bench.give('investigate-host', { host: 3 })?.code).toBe('rule.no-such-thing');
    expect(offered(bench, 'investigate-host', 'hosts/1')).toEqual([{ host: 1 }]);
    expect(offered(bench, 'investigate-host', 'vms/1')).toEqual([]);
  });
});
