import { describe, expect, test } from 'vitest';
import {
  clockLies,
  countsTicks,
  loseTicks,
  TRUSTED,
  timeService,
  turnBack,
} from '../../../../shared/mechanics/fidelity/clock.ts';
import { faultsOf } from '../../../../shared/mechanics/fidelity/faults.ts';
import { runVm, stopVm } from '../../../../shared/mechanics/lifecycle.ts';
import { promises } from '../../../../shared/mechanics/promises.ts';
import { changeMachineType } from '../../../../shared/mechanics/technique/machine-type.ts';
import { work } from '../../../../shared/mechanics/work.ts';
import { NATURE } from '../../../../shared/world/history.ts';
import { SCENARIO, TICKS_PER_MINUTE, TICKS_PER_SECOND } from '../../../../shared/world/ids.ts';
import type { Fault, FaultKind } from '../../../../shared/world/machine/fault.ts';
import type { ExitFilter } from '../../../../shared/world/machine/host.ts';
import { TECHNIQUES, type Technique, type Vm } from '../../../../shared/world/machine/vm.ts';
import type { ScenarioFile } from '../../../../shared/world/scenario/schema.ts';
import type { Turn } from '../../../../shared/world/turn.ts';
import { Bench, hostsWith, id, tiny, turnOf } from '../../../support/worlds.ts';

type VmOver = Partial<ScenarioFile['vms'][number]>;

const desk: VmOver = { workload: 'office-desktop', devices: ['disk', 'nic', 'xhci'] };

/** VM 1 on host 1, alone. */
function on(host: Parameters<typeof hostsWith>[0], { technique = 'hvm', ...vm }: VmOver): Turn {
  const turn = turnOf(tiny({ hosts: hostsWith(host), vms: [{ ...tiny().vms[0]!, ...vm }] }));
  // Whatever the host is: what the guest's technique alone decides is asked here.
  Object.assign(turn.world.vms[1]!, { technique });
  return turn;
}

const first = (turn: Turn): Vm => turn.world.vms[1]!;
const faults = (turn: Turn): readonly Fault[] => faultsOf(turn.world, first(turn));
const refusing = (device: ExitFilter['trap']): { filters: ExitFilter[] } => ({
  filters: [{ trap: device, action: 'refuse' }],
});

/** What one tick of promises adds to the tally, for VM 1 alone. */
function counted(turn: Turn): readonly [promised: number, given: number, correct: number] {
  const { promised, given, correct } = turn.world.tally;
  promises(turn);
  const { tally } = turn.world;
  return [tally.promised - promised, tally.given - given, tally.correct - correct];
}

/** For each kind: a world in which it is so, the fault, and the world without what is behind it. */
const CASES: Readonly<
  Record<
    FaultKind,
    {
      readonly so: () => Turn;
      readonly fault: Fault;
      readonly without: (turn: Turn) => void;
      readonly given: 0 | 1;
    }
  >
> = {
  'cut-off': {
    so: () => {
      const turn = on({}, {});
      first(turn).cutOff = 2;
      return turn;
    },
    fault: { kind: 'cut-off' },
    without: (turn) => (first(turn).cutOff = 0),
    given: 0,
  },
  'device-missing': {
    so: () => on({}, { ...desk, devices: ['disk', 'nic'] }),
    fault: { kind: 'device-missing', device: 'xhci' },
    without: (turn) => Object.assign(first(turn), { devices: ['disk', 'nic', 'xhci'] }),
    given: 1,
  },
  'device-unsupported': {
    so: () => on({}, { ...desk, technique: 'para' }),
    fault: { kind: 'device-unsupported', device: 'xhci' },
    without: (turn) => Object.assign(first(turn), { technique: 'bt' }),
    given: 1,
  },
  'no-nesting': {
    so: () => on({}, { workload: 'nested-lab', devices: ['disk', 'nic'] }),
    fault: { kind: 'no-nesting' },
    without: (turn) => Object.assign(turn.world.hosts[1]!, { nested: true }),
    given: 0,
  },
  'exit-refused': {
    so: () => on(refusing('xhci'), desk),
    fault: { kind: 'exit-refused', trap: 'xhci' },
    without: (turn) => Object.assign(turn.world.hosts[1]!, { filters: [] }),
    given: 1,
  },
  'tool-closed': {
    so: () => on({ platform: 'type2' }, { workload: 'dev-desktop', tools: ['shared-folders'] }),
    fault: { kind: 'tool-closed', tool: 'clipboard' },
    without: (turn) => Object.assign(first(turn), { tools: ['shared-folders', 'clipboard'] }),
    given: 1,
  },
  'grant-missing': {
    so: () => on({}, { workload: 'ci-runner', technique: 'container' }),
    fault: { kind: 'grant-missing', grant: 'host-socket' },
    without: (turn) => Object.assign(first(turn), { grants: ['host-socket'] }),
    given: 1,
  },
  'mac-refused': {
    so: () => {
      const turn = on({ vfs: 1 }, { workload: 'vrrp-router' });
      Object.assign(first(turn), { card: 'vf' });
      return turn;
    },
    fault: { kind: 'mac-refused' },
    without: (turn) => Object.assign(turn.world.hosts[1]!, { vfTrust: true }),
    given: 0,
  },
  'no-trunk': {
    so: () => on({}, { workload: 'vlan-router', trunk: false }),
    fault: { kind: 'no-trunk' },
    without: (turn) => Object.assign(first(turn), { trunk: true }),
    given: 0,
  },
  'clock-lies': {
    so: () => {
      const turn = on({}, {});
      loseTicks(first(turn), 700);
      return turn;
    },
    fault: { kind: 'clock-lies', cause: 'starved' },
    without: (turn) => {
      turn.world.tick = TICKS_PER_MINUTE;
      timeService(turn);
    },
    given: 1,
  },
};

describe('faults', () => {
  test.each(Object.entries(CASES))(
    'F6 F7 K96 K97 %s is named while it is so, and its service does not count',
    (_, { so, fault, without, given }) => {
      const turn = so();
      expect(faults(turn)).toEqual([fault]);
      expect(counted(turn)).toEqual([1, given, 0]);
      expect(first(turn).faults).toEqual([fault]);
      without(turn);
      expect(faults(turn)).toEqual([]);
      expect(counted(turn)).toEqual([1, 1, 1]);
      expect(first(turn).faults).toEqual([]);
    },
  );

  test('F7 a lab analyser needs its floppy: a check of lengths leaves it, a refusal or another machine type does not', () => {
    const analyser: VmOver = { workload: 'lab-analyser', devices: ['disk', 'nic', 'floppy'] };
    const checked = { filters: [{ trap: 'floppy', action: 'bounds-check' } as const] };
    expect(faults(on(checked, analyser))).toEqual([]);
    expect(faults(on(refusing('floppy'), analyser))).toEqual([
      { kind: 'exit-refused', trap: 'floppy' },
    ]);
    const turn = on({}, analyser);
    changeMachineType(turn, id(1), NATURE, SCENARIO);
    expect(faults(turn)).toEqual([{ kind: 'device-missing', device: 'floppy' }]);
  });

  test('F6 what does not run has no fault, and a list that says the same stays the same', () => {
    const turn = on(refusing('xhci'), desk);
    promises(turn);
    const named = first(turn).faults;
    promises(turn);
    expect(first(turn).faults).toBe(named);
    stopVm(turn, id(1), id(0));
    expect(faults(turn)).toEqual([]);
  });

  test('F4 F7 a refusal takes service away with the disk or the network card, else its rightness', () => {
    expect(counted(on(refusing('nic'), {}))).toEqual([1, 0, 0]);
    expect(counted(on(refusing('disk'), {}))).toEqual([1, 0, 0]);
    expect(counted(on(refusing('nic'), { devices: ['disk'] }))).toEqual([1, 1, 1]);
    expect(counted(on(refusing('floppy'), desk))).toEqual([1, 1, 1]);
    expect(counted(on(refusing('xhci'), {}))).toEqual([1, 1, 1]);
    const checked = { filters: [{ trap: 'xhci', action: 'bounds-check' } as const] };
    expect(counted(on(checked, desk))).toEqual([1, 1, 1]);
  });

  test.each<readonly [trap: 'io' | 'mmio', vm: VmOver, told: string | null, given: 0 | 1]>([
    // [what is refused, the guest, what is told, whether anybody gets its service]
    ['io', {}, 'io', 0],
    ['mmio', {}, 'mmio', 0],
    ['io', { workload: 'lab-analyser', devices: ['disk', 'nic', 'floppy'] }, 'io', 0],
    ['io', { workload: 'lab-analyser', devices: ['nic', 'floppy'] }, 'io', 1],
    ['mmio', { ...desk, devices: ['disk', 'xhci'] }, 'mmio', 1],
    ['mmio', { ...desk, technique: 'hybrid' }, 'mmio', 1],
    ['io', { ...desk, technique: 'hybrid' }, null, 1],
    ['mmio', { technique: 'hybrid' }, null, 1],
    ['io', { technique: 'para' }, null, 1],
    ['mmio', { technique: 'container' }, null, 1],
  ])('K73 F7 with %s refused to %j the fault is told once: %s', (trap, vm, told, given) => {
    const turn = on(refusing(trap), vm);
    if (vm.technique === 'hybrid') {
      Object.assign(first(turn), { diskModel: 'para', nicModel: 'para' });
    }
    expect(faults(turn)).toEqual(told === null ? [] : [{ kind: 'exit-refused', trap: told }]);
    expect(counted(turn)).toEqual([1, given, told === null ? 1 : 0]);
  });

  test('K73 K85 K92 of a guest on one ring, or with a card of its own, the other reason alone is missed', () => {
    const lost = (trap: 'io' | 'mmio', models: Partial<Vm>): readonly Fault[] => {
      const turn = on(refusing(trap), {});
      Object.assign(first(turn), models);
      return faults(turn);
    };
    expect(lost('io', { diskModel: 'para' })).toEqual([]);
    expect(lost('mmio', { diskModel: 'para' })).toEqual([{ kind: 'exit-refused', trap: 'mmio' }]);
    expect(lost('mmio', { card: 'vf' })).toEqual([]);
  });

  test('F7 who makes no exits for a device is refused none', () => {
    const refused = TECHNIQUES.filter(
      (technique) => faults(on(refusing('nic'), { technique })).length > 0,
    );
    expect(refused).toEqual(['hvm', 'hybrid', 'bt', 'emulation']);
  });

  test('F7 only para guests and containers cannot have a USB controller, whatever their image says', () => {
    const unsupported = TECHNIQUES.filter((technique) =>
      faults(on({}, { ...desk, technique })).some(({ kind }) => kind === 'device-unsupported'),
    );
    expect(unsupported).toEqual(['para', 'container']);
    // What its technique cannot have it would not have either if it were given it.
    expect(faults(on({}, { ...desk, technique: 'para', devices: ['disk', 'nic'] }))).toEqual([
      { kind: 'device-unsupported', device: 'xhci' },
    ]);
  });
});

describe('clocks', () => {
  /** VM 1 after a second with that much CPU time to be had on its host. */
  function worked(technique: Technique, capacity: number, demand = 1000): Vm {
    const turn = on({ capacity }, { technique, demand, workload: 'analytics' });
    turn.world.tick = TICKS_PER_SECOND;
    work(turn);
    return first(turn);
  }

  test('F8 whoever counts ticks loses time on a host that is short of CPU time; others do not', () => {
    const late = TECHNIQUES.filter((technique) => worked(technique, 500).clockLag > 0);
    expect(late).toEqual(['hvm', 'bt', 'emulation']);
    expect(late.every(countsTicks)).toBe(true);
  });

  test('F8 as many milliseconds a second as permille are missing, from 800 permille', () => {
    const vm = first(on({}, {}));
    loseTicks(vm, 800);
    expect(vm).toMatchObject({ clockLag: 0, clockCause: '' });
    loseTicks(vm, 799);
    expect(vm).toMatchObject({ clockLag: 201, clockCause: 'starved' });
    loseTicks(vm, 500);
    expect(vm.clockLag).toBe(701);
  });

  test('F8 a guest that is slow loses no time while it gets the CPU time that it asks for', () => {
    const slow = worked('emulation', 10_000);
    expect(slow.served).toBeLessThan(500);
    expect(slow.clockLag).toBe(0);
  });

  test('F8 a guest that wants nothing misses nothing', () => {
    expect(worked('hvm', 500, 0).clockLag).toBe(0);
  });

  test('F9 a rollback sets a clock back to when the snapshot was taken, where ticks are counted', () => {
    const behind = (technique: Technique, workload: 'analytics' | 'imaging'): Bench => {
      const vms = [{ ...tiny().vms[0]!, technique, workload, blocks: 1, blockFills: 1 }];
      const bench = new Bench(tiny({ hosts: hostsWith({ blocks: 3 }), vms }));
      bench.run(10);
      bench.give('snapshot-vm', { vm: 1 });
      bench.run(60);
      bench.give('rollback-vm', { vm: 1 });
      return bench.run(bench.world.pace.rollbackLength - 1);
    };
    const { world } = behind('hvm', 'analytics');
    const lag = (world.tick - world.snapshots.at(-1)!.takenAt) * 200;
    expect(lag).toBeGreaterThan(10_000);
    expect(world.vms[1]).toMatchObject({
      clockLag: lag,
      faults: [{ kind: 'clock-lies', cause: 'rolled-back' }],
    });
    expect(behind('hybrid', 'imaging').world.vms[1]).toMatchObject({ clockLag: 0, faults: [] });
  });

  test('F9 what put a clock back stays the reason when a little more is lost', () => {
    const vm = first(on({}, {}));
    turnBack(vm, 100);
    loseTicks(vm, 700);
    expect(vm).toMatchObject({ clockLag: 20_300, clockCause: 'rolled-back' });
  });

  test('F9 a snapshot of this very tick sets nothing back', () => {
    const vm = first(on({}, {}));
    turnBack(vm, 0);
    expect(vm).toMatchObject({ clockLag: 0, clockCause: '' });
  });

  test('F9 the time service sets it right once a minute, and only in what runs', () => {
    const turn = on({}, {});
    const setAt: number[] = [];
    for (let tick = 1; tick <= 2 * TICKS_PER_MINUTE; tick += 1) {
      turn.world.tick = tick;
      if (first(turn).clockLag === 0) turnBack(first(turn), 50);
      timeService(turn);
      if (first(turn).clockLag === 0) setAt.push(tick);
    }
    expect(setAt).toEqual([TICKS_PER_MINUTE, 2 * TICKS_PER_MINUTE]);
    const stopped = on({}, {});
    turnBack(first(stopped), 50);
    Object.assign(first(stopped), { power: 'stopped' });
    stopped.world.tick = TICKS_PER_MINUTE;
    timeService(stopped);
    expect(first(stopped).clockLag).toBe(10_000);
  });

  test('F9 a guest that boots reads the time', () => {
    const turn = on({}, {});
    turnBack(first(turn), 50);
    stopVm(turn, id(1), id(0));
    runVm(turn, id(1), id(0));
    expect(first(turn)).toMatchObject({ clockLag: 0, clockCause: '' });
  });

  test('F10 a clock lies from beyond 128 milliseconds', () => {
    expect(TRUSTED).toBe(128);
    expect(clockLies({ clockLag: 128 })).toBe(false);
    expect(clockLies({ clockLag: 129 })).toBe(true);
    const turn = on({}, {});
    Object.assign(first(turn), { clockLag: 128, clockCause: 'starved' });
    expect(faults(turn)).toEqual([]);
  });
});
