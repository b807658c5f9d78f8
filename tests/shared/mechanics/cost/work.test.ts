import { describe, expect, test } from 'vitest';
import { CHECK, checksOf } from '../../../../shared/mechanics/cost/checks.ts';
import { deviceExitsOf, mapCallsOf } from '../../../../shared/mechanics/cost/cost.ts';
import { guestCost } from '../../../../shared/mechanics/cost/guest-cost.ts';
import { scrubTax, work } from '../../../../shared/mechanics/work.ts';
import { setFact } from '../../../../shared/world/fact.ts';
import { SCENARIO } from '../../../../shared/world/ids.ts';
import type { ExitFilter, Trap } from '../../../../shared/world/machine/host.ts';
import type { Technique } from '../../../../shared/world/machine/vm.ts';
import { MIXES, NIC_TOUCHES, WORKLOADS } from '../../../../shared/world/machine/workload.ts';
import { DEFAULT_PACE } from '../../../../shared/world/pace.ts';
import type { ScenarioFile } from '../../../../shared/world/scenario/schema.ts';
import type { Turn } from '../../../../shared/world/turn.ts';
import { guest } from '../../../support/hypervisor.ts';
import { hostsWith, id, tiny, turnOf } from '../../../support/worlds.ts';

type VmOver = Partial<ScenarioFile['vms'][number]>;
type HostOver = Parameters<typeof hostsWith>[0];

/** One second's sample of work on hosts like that, with those VMs on host 1. */
function worked(host: HostOver, vms: VmOver[], over: Partial<ScenarioFile> = {}): Turn {
  const turn = turnOf(
    tiny({
      hosts: hostsWith({ capacity: 10_000_000, ...host }),
      vms: vms.map((vm) =>
        guest({ frames: 1, fills: 1, demand: 100_000, devices: ['disk', 'nic'], ...vm }),
      ),
      ...over,
    }),
  );
  turn.world.tick = 5;
  work(turn);
  return turn;
}

const served = ({ world }: Turn): unknown[] => world.vms.slice(1).map((vm) => vm?.served);

describe('what work costs', () => {
  test('W1 a host does as much native work as its cycles pay for, and its load says what it cost', () => {
    const turn = worked({}, [{ technique: 'hybrid' }]);
    // The server mix costs 1.033424 on this host (see the prices).
    expect(turn.world.tally).toMatchObject({ native: 100_000, useful: 100_000 });
    expect(served(turn)).toEqual([1000]);
    expect(turn.world.hosts[1]?.load).toBe(10);
    const exact = worked({ capacity: 103_342 }, [{ technique: 'hybrid' }]);
    expect(exact.world.tally.useful).toBe(100_000);
    expect(exact.world.hosts[1]?.load).toBe(1000);
    const short = worked({ capacity: 103_341 }, [{ technique: 'hybrid' }]);
    expect(short.world.tally.useful).toBe(99_999);
  });

  test('W1 who wants more is given more, whatever it costs them: the dear technique does less with it', () => {
    const vms: VmOver[] = [{ technique: 'hybrid' }, { technique: 'hybrid', demand: 300_000 }];
    expect(served(worked({ capacity: 206_690 }, vms))).toEqual([500, 500]);
    const mixed: VmOver[] = [{ technique: 'hybrid' }, { technique: 'bt' }];
    const [cheap, dear] = served(worked({ capacity: 150_000 }, mixed)) as [number, number];
    expect(dear).toBeLessThan(cheap * 0.65);
  });

  test('W1 the same VM does far less where every page-table write exits', () => {
    const heavy: VmOver = { workload: 'search', technique: 'hybrid' };
    const [nested] = served(worked({ year: 2006, nestedPaging: true }, [heavy]));
    const [shadow] = served(worked({ year: 2006, nestedPaging: false }, [heavy]));
    expect(nested).toBe(1000);
    expect(shadow).toBeLessThan(400);
  });

  test('W4 on an idle host a VM gets no more than its virtual CPUs deliver', () => {
    const bt: VmOver = { technique: 'bt' };
    // 2.026... for one, of which 1.25 can be had.
    expect(served(worked({}, [bt]))).toEqual([616]);
    expect(served(worked({}, [bt], { pace: { headroom: 2500 } }))).toEqual([1000]);
    expect(worked({}, [bt]).world.hosts[1]?.load).toBe(12);
  });

  test('K23 W4 a foreign CPU is emulated, at its price, and keeps up with what its appliance wants', () => {
    const images: ScenarioFile['images'] = (['x86', 'foreign'] as const).map((cpu, i) => ({
      name: i === 0 ? 'web-2015' : 'arm-appliance',
      cpu,
      os: 'open',
      container: false,
      kernel: 10,
      service: 10,
      devices: ['disk', 'nic'],
    }));
    const own: VmOver = { technique: 'emulation', demand: 1000 };
    const over = { images };
    // 7.560 for one, of which 1.25 can be had.
    expect(served(worked({}, [own], over))).toEqual([165]);
    const foreign = worked({}, [{ ...own, image: 'arm-appliance' }], over);
    expect(served(foreign)).toEqual([1000]);
    expect(foreign.world.tally.useful).toBe(1000);
    const tight = worked({ capacity: 7559 }, [{ ...own, image: 'arm-appliance' }], over);
    expect(tight.world.hosts[1]?.load).toBe(1000);
    expect(served(tight)).toEqual([1000]);
  });

  test('W1 a VM that wants nothing is served, and costs nothing', () => {
    const turn = worked({}, [{ demand: 0 }]);
    expect(served(turn)).toEqual([1000]);
    expect(turn.world.tally).toMatchObject({ native: 0, useful: 0 });
    expect(turn.world.vms[1]?.exits).toBe(0);
  });

  test.each([
    ['never', 'none', 1000],
    ['on-allocate', 'none', 990],
    ['on-free', 'none', 960],
    ['never', 'ids', 970],
    ['never', 'ips', 940],
    ['on-free', 'ips', 900],
    ['on-free', 'ids', 930],
  ] as const)('W3 W5 scrubbing %s and a switch with %s leave %i permille', (scrub, watch, left) => {
    const capacity = 103_342;
    const vms: VmOver[] = [{ technique: 'hybrid' }];
    const { useful } = worked({ capacity, scrub, watch }, vms).world.tally;
    const whole = capacity - Math.trunc((capacity * (1000 - left)) / 1000);
    expect(useful).toBe(Math.trunc((100_000 * whole) / capacity));
    expect(scrubTax('on-free', DEFAULT_PACE)).toBe(40);
  });

  test('W5 a bounds check costs its cycles at each exit it looks at, and a VM without the device none', () => {
    const dear = { capacity: 116_250 } as const;
    const vm: VmOver = { technique: 'hvm' };
    expect(worked(dear, [vm]).world.tally.useful).toBe(100_000);
    const checked = worked({ ...dear, filters: [{ trap: 'nic', action: 'bounds-check' }] }, [vm]);
    // Ten of the twenty touches fall on the card: 4000 cycles more of 1,162,504.
    expect(checked.world.tally.useful).toBe(Math.trunc((100_000 * 116_250) / 116_650));
    const other = worked({ ...dear, filters: [{ trap: 'floppy', action: 'bounds-check' }] }, [vm]);
    expect(other.world.tally.useful).toBe(100_000);
    const refused = worked({ ...dear, filters: [{ trap: 'nic', action: 'refuse' }] }, [vm]);
    expect(refused.world.tally.useful).toBe(100_000);
  });
});

describe('what a check by reason costs', () => {
  const ALL = ['disk', 'nic', 'floppy', 'xhci', 'svga'] as const;
  const checked = (technique: Technique, ...traps: Trap[]): number =>
    checksOf(MIXES.server, technique, ALL, {
      filters: traps.map((trap) => ({ trap, action: 'bounds-check' })),
      hypercallAudit: false,
    });

  test('K73 W5 the check of each exit of that reason: those of all its devices together', () => {
    const exits = deviceExitsOf(MIXES.server, 'hvm');
    expect(checked('hvm', 'io')).toBe(Math.trunc((exits * 2) / 5) * CHECK);
    expect(checked('hvm', 'mmio')).toBe(Math.trunc((exits * 3) / 5) * CHECK);
    expect(checked('hvm', 'io')).toBe(checked('hvm', 'disk', 'floppy'));
    expect(checked('hvm', 'io', 'mmio')).toBe(exits * CHECK);
  });

  test('K73 W5 an exit that two filters are about is looked at once', () => {
    expect(checked('hvm', 'io', 'disk')).toBe(checked('hvm', 'io'));
  });

  test('K73 W5 what is on rings costs none, and of a guest with one ring the other part alone', () => {
    const devices = ['disk', 'nic'] as const;
    const rings = (trap: Trap) =>
      checksOf(MIXES.server, 'hybrid', devices, {
        filters: [{ trap, action: 'bounds-check' }],
        hypercallAudit: false,
      });
    expect([rings('io'), rings('mmio')]).toEqual([0, 0]);
    expect([checked('para', 'io', 'mmio'), checked('container', 'io', 'mmio')]).toEqual([0, 0]);
    const host = {
      platform: 'type1',
      year: 2015,
      nestedPaging: true,
      hypercallAudit: false,
    } as const;
    const cost = (...filters: ExitFilter[]): number =>
      guestCost(
        { workload: 'payments', technique: 'hvm', devices, diskModel: 'ide', nicModel: 'para' },
        { ...host, filters },
      );
    const more = (trap: Trap): number => cost({ trap, action: 'bounds-check' }) - cost();
    const { mix } = WORKLOADS.payments;
    expect(more('io')).toBe((MIXES[mix].device - NIC_TOUCHES[mix] + MIXES[mix].alone) * CHECK);
    expect([more('disk'), more('mmio')]).toEqual([more('io'), 0]);
  });
});

describe('what an audit costs', () => {
  // For touches of devices and writes to page tables, in batches.
  const hypercalls = mapCallsOf(MIXES.server);

  test('W5 the cycles of a check at each hypercall, and nothing without one', () => {
    expect(hypercalls).toBeGreaterThan(0);
    const audited = { filters: [], hypercallAudit: true };
    expect(checksOf(MIXES.server, 'para', ['disk', 'nic'], audited)).toBe(hypercalls * CHECK);
    const off = { filters: [], hypercallAudit: false };
    expect(checksOf(MIXES.server, 'para', ['disk', 'nic'], off)).toBe(0);
    for (const technique of ['hvm', 'hybrid', 'bt', 'emulation', 'container'] as const) {
      expect([technique, checksOf(MIXES.server, technique, ['disk', 'nic'], audited)]).toEqual([
        technique,
        0,
      ]);
    }
  });

  test('W5 F7 a filter of devices looks at no exit of a paravirtual guest or a container', () => {
    const filters = [{ trap: 'nic', action: 'bounds-check' }] as const;
    const checked = (technique: Technique, hypercallAudit = false): number =>
      checksOf(MIXES.server, technique, ['disk', 'nic'], { filters, hypercallAudit });
    for (const technique of ['hvm', 'hybrid', 'bt', 'emulation'] as const) {
      expect(checked(technique)).toBeGreaterThan(0);
    }
    expect([checked('para'), checked('container')]).toEqual([0, 0]);
    expect(checked('para', true)).toBe(hypercalls * CHECK);
  });

  test('W5 a host that audits does less with the same cycles, of paravirtual guests alone', () => {
    const useful = (technique: VmOver['technique'], hypercallAudit: boolean): number => {
      const host = { virtualisationExtension: false, nestedPaging: false, capacity: 50_000 };
      return worked({ ...host, hypercallAudit }, [{ technique: technique! }]).world.tally.useful;
    };
    expect(useful('para', true)).toBeLessThan(useful('para', false));
    expect(useful('bt', true)).toBe(useful('bt', false));
  });
});

describe('how often guests leave themselves', () => {
  test('K4 exits a second, to two digits: nested paging and paravirtual drivers make them few', () => {
    const exits = (technique: VmOver['technique'], host: HostOver): number =>
      worked(host, [{ technique: technique!, demand: 400_000 }]).world.vms[1]!.exits;
    const nested = { year: 2015, nestedPaging: true };
    const shadow = { year: 2015, nestedPaging: false };
    // 400,000 kilocycles a tick, five ticks; for a million 20 touches of devices, five interrupts,
    // twice idle and CPUID once: 56,000.
    expect(exits('hvm', nested)).toBe(56_000);
    expect(exits('hybrid', nested)).toBe(22_000);
    expect(exits('hvm', shadow)).toBeGreaterThan(exits('hvm', nested));
    // A container's calls are what the host's kernel serves: 500 for a million.
    expect(exits('container', { ...nested, platform: 'container' })).toBe(1_000_000);
  });

  test('K4 what is not done makes no exits, and a rate that trembles stays the same', () => {
    const turn = worked({}, [{ technique: 'hvm', demand: 400_000 }]);
    setFact(turn.world, 'vms', 1, 'demand', 401_234, SCENARIO);
    turn.world.tick = 10;
    work(turn);
    expect(turn.world.vms[1]?.exits).toBe(56_000);
    turn.world.vms[1]!.exits = 7;
    turn.world.tick = 11;
    work(turn);
    expect(turn.world.vms[1]?.exits).toBe(7);
    const host = turn.world.hosts[1]!;
    setFact(turn.world, 'hosts', id(1), 'capacity', 1, SCENARIO);
    turn.world.tick = 15;
    work(turn);
    expect([host.capacity, turn.world.vms[1]?.exits, turn.world.vms[1]?.served]).toEqual([1, 0, 0]);
  });
});
