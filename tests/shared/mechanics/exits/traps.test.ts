import { describe, expect, test } from 'vitest';
import { exitsOf } from '../../../../shared/mechanics/cost/cost.ts';
import { boundOf, isOver, overBound } from '../../../../shared/mechanics/exits/bounds.ts';
import { attempt, probeDevice, traps } from '../../../../shared/mechanics/exits/exits.ts';
import { verdictOf } from '../../../../shared/mechanics/exits/filter.ts';
import { freshEvidence } from '../../../../shared/mechanics/harm/evidence.ts';
import { stopVm } from '../../../../shared/mechanics/lifecycle.ts';
import { hypervisorLog } from '../../../../shared/mechanics/sensors/hypervisor-log.ts';
import { setFact } from '../../../../shared/world/fact.ts';
import { NATURE } from '../../../../shared/world/history.ts';
import { SCENARIO } from '../../../../shared/world/ids.ts';
import { DEVICES, type ExitFilter } from '../../../../shared/world/machine/host.ts';
import { MIXES, WORKLOADS } from '../../../../shared/world/machine/workload.ts';
import type { ScenarioFile } from '../../../../shared/world/scenario/schema.ts';
import type { Turn } from '../../../../shared/world/turn.ts';
import { contained, guest } from '../../../support/hypervisor.ts';
import { some } from '../../../support/some.ts';
import { hostsWith, id, tiny, turnOf } from '../../../support/worlds.ts';

const origin = { actor: NATURE, cause: SCENARIO } as const;
type VmOver = Partial<ScenarioFile['vms'][number]>;
type HostOver = Parameters<typeof hostsWith>[0];

function on(host: HostOver, ...vms: VmOver[]): Turn {
  const all = vms.map((vm) => guest({ frames: 1, fills: 1, ...vm }));
  return turnOf(tiny({ hosts: hostsWith(host), vms: all }));
}

/** The everyday exits of host 1 in so many seconds. */
function everyday(turn: Turn, seconds: number): unknown[] {
  return Array.from({ length: seconds }, (_, i) => {
    turn.world.tick = 5 * (i + 1);
    traps(turn);
    return turn.world.exits[1] ?? null;
  });
}

const reasons = (turn: Turn): string[] => [
  ...new Set(everyday(turn, 40).map((exit) => (exit as { reason: string }).reason)),
];

describe('everyday exits', () => {
  test('K5 each host shows one exit a second, its guests in turn, and a new row each time', () => {
    const turn = on({}, {}, {}, { host: 2 });
    const rows = everyday(turn, 4) as { vm: number; tick: number; id: number }[];
    expect(rows.map(({ vm }) => vm)).toEqual([2, 1, 2, 1]);
    expect(rows.map(({ tick }) => tick)).toEqual([5, 10, 15, 20]);
    expect(new Set(rows).size).toBe(4);
    expect(turn.world.exits.map((row) => row?.id ?? null)).toEqual([null, 1, 2]);
    turn.world.tick = 22;
    traps(turn);
    expect(turn.world.exits[1]?.tick).toBe(20);
  });

  test('K5 a host without running guests shows nothing, and holes are filled', () => {
    const turn = on({}, {}, { host: 2 });
    stopVm(turn, id(1), id(0));
    everyday(turn, 3);
    expect(turn.world.exits).toEqual([null, null, expect.objectContaining({ id: 2, vm: 2 })]);
  });

  test.each([
    ['hvm', true, ['mmio', 'interrupt', 'cpuid', 'hlt', 'io']],
    ['hvm', false, ['io', 'page-table', 'mmio', 'interrupt', 'cpuid', 'hlt']],
    ['hybrid', true, ['kick', 'hlt', 'cpuid', 'interrupt']],
    ['hybrid', false, ['page-table', 'interrupt', 'cpuid', 'hlt', 'kick']],
    // A kernel of 64 bits returns from system calls by hypercalls.
    ['para', true, ['hypercall', 'syscall']],
    ['bt', false, ['io', 'page-table', 'mmio', 'syscall', 'interrupt', 'hlt']],
    ['emulation', false, ['io', 'mmio']],
  ] as const)(
    'K4 what leaves a guest under %s (nested paging: %s) is what table A2 says',
    (technique, nestedPaging, expected) => {
      const turn = on({ nestedPaging }, { technique });
      expect(reasons(turn).sort()).toEqual([...expected].sort());
    },
  );

  test('K4 K20 a ported kernel of 32 bits gets its system calls without the hypervisor', () => {
    const turn = on({ year: 2003, nestedPaging: false }, { technique: 'para' });
    expect(reasons(turn)).toEqual(['hypercall']);
  });

  test('K4 what the record shows is counted: without it the rate would be less', () => {
    const operations = {
      io: 'device',
      mmio: 'device',
      kick: 'device',
      'page-table': 'pageTable',
      interrupt: 'interrupt',
      hlt: 'halt',
      cpuid: 'cpuid',
      syscall: 'syscall',
    } as const;
    for (const technique of ['hvm', 'hybrid', 'para', 'bt'] as const) {
      for (const nestedPaging of [false, true]) {
        for (const workload of ['payments', 'analytics', 'search', 'ledger-db'] as const) {
          const mix = MIXES[WORKLOADS[workload].mix];
          const host = { year: 2015, nestedPaging };
          const rate = exitsOf(mix, technique, host);
          for (const reason of some(reasons(on(host, { technique, workload })))) {
            if (reason === 'hypercall') expect(rate).toBeGreaterThan(0);
            else {
              const without = { ...mix, [operations[reason as keyof typeof operations]]: 0 };
              expect(exitsOf(without, technique, host)).toBeLessThan(rate);
            }
          }
        }
      }
    }
  });

  test('K4 a container has no exits to show', () => {
    const bench = contained();
    bench.run(12);
    expect(bench.world.exits[1] ?? null).toBeNull();
  });

  test('K5 what is everyday stays within its bound, and differs from second to second', () => {
    for (const technique of ['hvm', 'hybrid', 'para', 'bt'] as const) {
      const rows = everyday(on({}, { technique }, { technique }), 60) as {
        operand: number;
        call: string;
        bound: number;
        verdict: string;
      }[];
      expect(rows.every(({ operand, bound }) => operand <= bound)).toBe(true);
      expect(rows.every(({ verdict }) => verdict === 'emulated')).toBe(true);
      expect(new Set(rows.map(({ operand, call }) => `${call} ${operand}`)).size).toBeGreaterThan(
        2,
      );
    }
  });

  test('K5 a guest without the device has no exit for it', () => {
    const rows = everyday(on({}, { technique: 'bt', devices: [] }), 12) as { device: string }[];
    expect(rows.every(({ device }) => device === '')).toBe(true);
  });

  test('K4 work that touches no device has no exit for one', () => {
    const computing: VmOver = { workload: 'analytics' };
    const of = (technique: 'hvm' | 'hybrid' | 'emulation'): unknown[] =>
      everyday(on({}, { ...computing, technique }), 20);
    for (const technique of ['hvm', 'hybrid'] as const) {
      const rows = of(technique) as { device: string; reason: string }[];
      expect(rows.every(({ device }) => device === '')).toBe(true);
      expect(rows.map(({ reason }) => reason)).toContain('interrupt');
    }
    expect(of('emulation')).toEqual(of('emulation').map(() => null));
  });

  test('K6 everyday exits pass the filters too', () => {
    const filters: ExitFilter[] = [{ trap: 'nic', action: 'refuse' }];
    const rows = everyday(on({ filters }, {}), 20) as { device: string; verdict: string }[];
    for (const { device, verdict } of rows) {
      expect(verdict).toBe(device === 'nic' ? 'refused' : 'emulated');
    }
    expect(rows.some(({ device }) => device === 'nic')).toBe(true);
  });
});

const OVER_ENTRY = {
  reason: 'hypercall',
  device: '',
  call: 'mmu_update',
  operand: overBound('mmu_update'),
} as const;

describe('exits that somebody makes', () => {
  const over = { reason: 'io', device: 'floppy', call: '', operand: overBound('floppy') } as const;

  test('K5 they go the same way and are on record at once, with their evidence', () => {
    const turn = on({}, {});
    turn.world.tick = 7;
    expect(attempt(turn, { vm: id(1), ...over }, origin)).toBe('emulated');
    const what = { vm: 1, device: 'floppy', call: '', operand: 1024, bound: 512 };
    expect(turn.world.exits[1]).toEqual({
      id: 1,
      tick: 7,
      reason: 'io',
      verdict: 'emulated',
      ...what,
    });
    expect(freshEvidence(turn)).toEqual([{ id: 1, tick: 7, kind: 'exit', host: 1, ...what }]);
  });

  test.each([5, 6, 7, 8, 9, 10])(
    'K5 what is attempted in tick %i stays to be seen for a second',
    (tick) => {
      const turn = on({}, {});
      for (let now = 1; now <= 20; now += 1) {
        turn.world.tick = now;
        if (now === tick) attempt(turn, { vm: id(1), ...over }, origin);
        traps(turn);
        if (now >= tick && now < tick + 5) expect(turn.world.exits[1]?.operand).toBe(1024);
      }
      expect(turn.world.exits[1]?.operand).not.toBe(1024);
    },
  );

  test.each([
    [[], 'emulated'],
    [[{ trap: 'floppy', action: 'bounds-check' }], 'refused'],
    [[{ trap: 'floppy', action: 'refuse' }], 'refused'],
    [[{ trap: 'xhci', action: 'refuse' }], 'emulated'],
  ] as const)('K6 the host’s filters decide first: %j', (filters, verdict) => {
    const turn = on({ filters: [...filters] }, {});
    expect(attempt(turn, { vm: id(1), ...over }, origin)).toBe(verdict);
    expect(turn.world.exits[1]?.verdict).toBe(verdict);
    expect(freshEvidence(turn)).toHaveLength(1);
  });

  test('K6 a bounds check lets pass what the buffer holds, to the byte, and refuses one more', () => {
    for (const device of DEVICES) {
      const filters: ExitFilter[] = [{ trap: device, action: 'bounds-check' }];
      const touch = { reason: 'io', device, call: '' } as const;
      const bound = boundOf(device);
      expect(verdictOf(filters, { ...touch, operand: bound })).toBe('emulated');
      expect(verdictOf(filters, { ...touch, operand: bound + 1 })).toBe('refused');
      expect(isOver(overBound(device), boundOf(device))).toBe(true);
    }
    expect(isOver(9, 0)).toBe(false);
  });

  test('K5 a harmless touch is an exit like any other, if the guest has the device and runs', () => {
    const turn = on({}, {}, { devices: ['disk'] });
    probeDevice(turn, id(1), 'xhci', origin);
    expect(turn.world.exits[1]).toMatchObject({
      reason: 'mmio',
      device: 'xhci',
      operand: 1,
      bound: 65_536,
    });
    probeDevice(turn, id(2), 'xhci', origin);
    probeDevice(turn, id(9), 'xhci', origin);
    stopVm(turn, id(1), id(0));
    probeDevice(turn, id(1), 'floppy', origin);
    expect(freshEvidence(turn)).toHaveLength(1);
  });

  test('K5 F7 a paravirtual guest touches no emulated device, whatever it was delivered with', () => {
    const turn = on({}, { technique: 'para', devices: ['disk', 'nic', 'floppy'] });
    for (const device of DEVICES) probeDevice(turn, id(1), device, origin);
    expect(freshEvidence(turn)).toEqual([]);
    expect(turn.world.exits[1] ?? null).toBeNull();
  });

  test('K4 a container that touches a device asks the shared kernel instead', () => {
    const bench = contained();
    probeDevice(bench.match, id(1), 'disk', origin);
    expect(freshEvidence(bench.match)).toMatchObject([{ kind: 'syscall', vm: 1, host: 1 }]);
    expect(bench.world.exits[1] ?? null).toBeNull();
  });
});

describe('the hypervisor log', () => {
  const touch = (turn: Turn, device: 'floppy' | 'xhci', operand = 1, vm = 1): void => {
    attempt(turn, { vm: id(vm), reason: 'io', device, call: '', operand }, origin);
  };
  const cards = ({ world }: Turn): unknown[] =>
    world.alerts.slice(1).map((alert) => ({ vm: alert?.vm, host: alert?.host, ...alert?.seen }));
  const at = (turn: Turn, tick: number, act: () => void): void => {
    turn.world.tick = tick;
    act();
    hypervisorLog.watch(turn);
  };

  test('S30 it tells of an exit with its operand beside its bound, and draws no conclusion', () => {
    const turn = on({}, {});
    at(turn, 1, () => touch(turn, 'floppy'));
    expect(cards(turn)).toEqual([
      { vm: 1, host: 1, kind: 'exit', device: 'floppy', call: '', operand: 1, bound: 512 },
    ]);
    const evidence = turn.history.find((event) => event.kind === 'evidence')!;
    expect(turn.history.find((event) => event.kind === 'alert')?.causes).toEqual([evidence.seq]);
  });

  test('S30 the same within a minute changes its card, and is news again after it', () => {
    const turn = on({}, {}, {});
    for (let tick = 1; tick <= 200; tick += 10) at(turn, tick, () => touch(turn, 'floppy', tick));
    expect(cards(turn)).toMatchObject([{ operand: 191 }]);
    at(turn, 201, () => touch(turn, 'xhci'));
    at(turn, 202, () => touch(turn, 'floppy', 1, 2));
    expect(cards(turn)).toHaveLength(3);
    at(turn, 301, () => touch(turn, 'floppy'));
    expect(cards(turn)).toHaveLength(4);
  });

  test('S30 an operand over its bound always has a card of its own, which nothing covers', () => {
    const turn = on({}, {});
    at(turn, 1, () => touch(turn, 'floppy', 100));
    at(turn, 2, () => touch(turn, 'floppy', 513));
    at(turn, 3, () => touch(turn, 'floppy', 514));
    at(turn, 4, () => touch(turn, 'floppy', 200));
    expect(cards(turn)).toMatchObject([{ operand: 200 }, { operand: 513 }, { operand: 514 }]);
    const grave = on({}, {});
    at(grave, 1, () => touch(grave, 'floppy', 513));
    at(grave, 2, () => touch(grave, 'floppy', 1));
    expect(cards(grave)).toMatchObject([{ operand: 513 }, { operand: 1 }]);
  });

  test('S30 it has seen everyday exits too often to tell, and only what is fresh', () => {
    const turn = on({}, {});
    everyday(turn, 5);
    hypervisorLog.watch(turn);
    at(turn, 30, () => touch(turn, 'floppy'));
    at(turn, 31, () => undefined);
    expect(cards(turn)).toHaveLength(1);
  });

  test('S30 an unusual system call of a container is told of once a minute', () => {
    const bench = contained();
    const turn = bench.match;
    for (const tick of [20, 30, 40]) at(turn, tick, () => probeDevice(turn, id(1), 'disk', origin));
    expect(cards(turn)).toEqual([{ vm: 1, host: 1, kind: 'syscall' }]);
  });

  test.each([
    [false, []],
    [
      true,
      [{ vm: 1, host: 1, kind: 'exit', device: '', call: 'mmu_update', operand: 2048, bound: 4 }],
    ],
  ] as const)(
    'S32 a hypercall is in it only where they are audited (%s)',
    (hypercallAudit, told) => {
      const turn = on({ hypercallAudit }, { technique: 'para' });
      const call = { ...OVER_ENTRY, vm: id<never>(1) };
      at(turn, 1, () => attempt(turn, call, origin));
      expect(cards(turn)).toEqual(told);
      // It is evidence all the same, and an exit of a device is logged with an audit and without.
      expect(turn.world.evidence[1]).toMatchObject({ kind: 'exit', device: '', operand: 2048 });
      at(turn, 2, () => touch(turn, 'floppy'));
      expect(cards(turn)).toHaveLength(told.length + 1);
    },
  );

  test('S32 what is audited on one host is not on another', () => {
    const turn = on({}, { technique: 'para' });
    setFact(turn.world, 'hosts', 2, 'hypercallAudit', true, SCENARIO);
    const call = { ...OVER_ENTRY, vm: id<never>(1) };
    at(turn, 1, () => attempt(turn, call, origin));
    expect(cards(turn)).toEqual([]);
  });

  test('S30 it is blind to memory, packets and disks, and not there when not in the deck', () => {
    const turn = on({}, {});
    const other = [
      { kind: 'read-before-write', vm: id(1), frame: id(1), held: id(1) },
      { kind: 'block-read-before-write', vm: id(1), block: id(1), held: id(1) },
      { kind: 'write-after-scrub', host: id(1), frame: id(1) },
      { kind: 'intrusion', vm: id(1) },
      {
        kind: 'traffic',
        nature: 'exploit',
        vm: id(1),
        peer: id(1),
        service: 'web',
        switches: [id(1)],
        uplink: true,
      },
    ];
    for (const trace of other) {
      turn.world.evidence.push({ ...trace, id: id(turn.world.evidence.length), tick: 1 } as never);
    }
    hypervisorLog.watch(turn);
    expect(cards(turn)).toEqual([]);
    const deck = {
      commands: ['stop-vm'],
      attacks: [],
      sensors: ['S1'],
      techniques: ['hvm'],
    } as const;
    const without: Turn = { ...turn, world: { ...turn.world, deck } };
    at(without, 9, () => touch(without, 'floppy', 513));
    expect(cards(without)).toEqual([]);
  });
});
