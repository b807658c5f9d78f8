import { describe, expect, test } from 'vitest';
import { CHECK } from '../../../../../shared/mechanics/cost/checks.ts';
import { deviceExit } from '../../../../../shared/mechanics/cost/handling.ts';
import {
  BATCH,
  type CostTraits,
  NATIVE,
  pricesOf,
} from '../../../../../shared/mechanics/cost/prices.ts';
import { L1_FLUSH } from '../../../../../shared/mechanics/cost/taxes.ts';
import { hypercallCycles, roundTrip } from '../../../../../shared/mechanics/cost/transition.ts';
import {
  cyclesOf,
  handledAs,
  kindOf,
  type Pipeline,
  pipelineOf,
} from '../../../../../shared/mechanics/exits/pipeline/pipeline.ts';
import { turnoutOf } from '../../../../../shared/mechanics/exits/pipeline/turnout.ts';
import { catalogue } from '../../../../../shared/text/catalogue.ts';
import { BARE_REASONS } from '../../../../../shared/world/machine/host.ts';
import { callText, HYPERCALL_NAMES } from '../../../../../shared/world/machine/hypercall.ts';
import type { Kind } from '../../../../../shared/world/machine/trap.ts';
import { TECHNIQUES, type Technique } from '../../../../../shared/world/machine/vm.ts';
import { some } from '../../../../support/some.ts';

const KINDS = ['compute', 'syscall', 'device', 'pageTable', 'interrupt', 'halt', 'cpuid'] as const;
const YEARS = [2003, 2005, 2006, 2008, 2009, 2011, 2013, 2015];

const host = (year: number, wish: Partial<CostTraits> = {}): CostTraits => ({
  platform: 'type1',
  year,
  nestedPaging: year >= 2009,
  ...wish,
});

const HOSTS = YEARS.flatMap((year) =>
  (['type1', 'type2'] as const).flatMap((platform) => [
    host(year, { platform, nestedPaging: false }),
    host(year, { platform, nestedPaging: true }),
    host(year, { platform, nestedPaging: false, exitMerging: true }),
  ]),
);

/** Every way of every operation on every kind of host. */
const ALL = TECHNIQUES.flatMap((technique) =>
  HOSTS.flatMap((on) =>
    KINDS.map((kind) => ({ kind, technique, on, way: pipelineOf(kind, technique, on) })),
  ),
);

const steps = ({ stages }: Pipeline): string[] => stages.map(({ what }) => what);
const who = ({ stages }: Pipeline): string[] => stages.map((stage) => stage.who);
const OPEN = { checked: false, refused: false };

describe('the stages of an operation', () => {
  test('K31 K2 cost in all what is charged for it; of a batch, each its share', () => {
    for (const { kind, technique, on, way } of some(ALL)) {
      const each = Math.trunc(cyclesOf(way) / way.operations);
      const charged = pricesOf(technique, on)[kind];
      expect([technique, kind, on.year, on.platform, each]).toEqual([
        technique,
        kind,
        on.year,
        on.platform,
        charged,
      ]);
    }
  });

  test('K31 each costs nothing or something, and none gives back', () => {
    for (const { way } of some(ALL)) {
      expect(way.stages.length).toBeGreaterThan(0);
      for (const { cycles } of some(way.stages)) {
        expect(Number.isInteger(cycles) && cycles >= 0).toBe(true);
      }
    }
  });

  test('K31 K3 under VT-x a device is touched in the nine steps of table A2', () => {
    const on = host(2015);
    const way = pipelineOf('device', 'hvm', on);
    expect(steps(way)).toEqual([
      'touch',
      'intercept',
      'exit',
      'dispatch',
      'handOver',
      'emulate',
      'realDevice',
      'result',
      'entry',
      'continues',
    ]);
    expect(cyclesOf(way)).toBe(deviceExit(2015) + NATIVE.device);
    const crossings = way.stages.filter(({ what }) => what === 'exit' || what === 'entry');
    expect(crossings.reduce((sum, { cycles }) => sum + cycles, 0)).toBe(roundTrip(2015));
  });

  test('K31 W7 where the L1 is flushed, it is just before the entry, of guests that make exits alone', () => {
    const flushing = { ...host(2015), l1Flush: true };
    for (const technique of ['hvm', 'hybrid'] as const) {
      const stages = steps(pipelineOf('device', technique, flushing));
      expect(stages[stages.indexOf('flushesL1') + 1]).toBe('entry');
      const more =
        cyclesOf(pipelineOf('device', technique, flushing)) -
        cyclesOf(pipelineOf('device', technique, host(2015)));
      expect(more).toBe(L1_FLUSH);
    }
    expect(steps(pipelineOf('device', 'para', flushing))).not.toContain('flushesL1');
    expect(steps(pipelineOf('syscall', 'hvm', flushing))).not.toContain('flushesL1');
  });

  test('K31 K21 root mode begins with the exit and ends with the entry', () => {
    const { stages } = pipelineOf('device', 'hvm', host(2015));
    const modes = stages.map(({ mode }) => mode);
    expect(modes).toEqual([
      ...Array(2).fill('non-root'),
      ...Array(6).fill('root'),
      ...Array(2).fill('non-root'),
    ]);
    expect(stages.map(({ cpl }) => cpl)).toEqual([0, 0, 0, 0, 0, 3, 3, 0, 0, 0]);
  });

  test('K31 K4 a system call is no exit under hardware assistance: non-root from end to end', () => {
    for (const technique of ['hvm', 'hybrid'] as const) {
      const way = pipelineOf('syscall', technique, host(2015));
      expect(way.stages.every(({ mode }) => mode === 'non-root')).toBe(true);
      expect(way.stages.map(({ modeBit }) => modeBit)).toEqual([1, 0, 0, 1]);
      expect(who(way)).not.toContain('hypervisor');
      expect(cyclesOf(way)).toBe(NATIVE.syscall);
    }
  });

  test('K31 K21 only hardware assistance has a root mode, and only its ways have an exit', () => {
    for (const { technique, way } of some(ALL)) {
      const assisted = technique === 'hvm' || technique === 'hybrid';
      expect(way.stages.every(({ mode }) => (mode !== null) === assisted)).toBe(true);
      if (!assisted) expect(steps(way)).not.toContain('exit');
    }
  });

  test('K31 the mode bit says who may: only ring 0 is the kernel’s', () => {
    for (const { way } of some(ALL)) {
      for (const { cpl, modeBit } of some(way.stages)) expect(modeBit).toBe(cpl === 0 ? 0 : 1);
    }
    const ported = pipelineOf('syscall', 'para', host(2015)).stages;
    const kernel = ported.find((stage) => stage.who === 'guest-kernel');
    expect(kernel).toMatchObject({ cpl: 3, modeBit: 1 });
  });

  test('K31 K20 a ported kernel takes a system call by itself on 32 bits, and never on 64', () => {
    expect(who(pipelineOf('syscall', 'para', host(2003)))).not.toContain('hypervisor');
    expect(who(pipelineOf('syscall', 'para', host(2015)))).toContain('hypervisor');
  });

  test('K31 K20 K71 a 32-bit kernel under a 64-bit hypervisor is told of a system call in ring 1', () => {
    const way = pipelineOf('syscall', 'para', host(2015), undefined, 32);
    expect(who(way)).toContain('hypervisor');
    expect(way.stages.find((stage) => stage.who === 'guest-kernel')).toMatchObject({ cpl: 1 });
    expect(cyclesOf(way)).toBe(pricesOf('para', host(2015)).syscall);
  });

  test('K31 K72 a hypercall is told by its name and number where it is made', () => {
    const madeIn = (kind: Kind): (string | undefined)[] =>
      pipelineOf(kind, 'para', host(2015)).stages.flatMap(({ call }) => (call ? [call] : []));
    expect(KINDS.flatMap(madeIn).sort()).toEqual([
      'event_channel_op',
      'iret',
      'mmu_update',
      'sched_op',
    ]);
    expect(callText('memory_op')).toBe('memory_op (12)');
    const asked = turnoutOf(
      'pageTable',
      { technique: 'para', devices: ['disk', 'nic'], filters: [] },
      { filters: [], hypercallAudit: true },
      { device: '', call: 'memory_op', verdict: 'emulated' },
    );
    const exchange = pipelineOf('pageTable', 'para', host(2015), asked);
    expect(exchange.stages.flatMap(({ call }) => call ?? [])).toEqual(['memory_op']);
    expect([exchange.operations, steps(exchange).includes('audits')]).toEqual([1, true]);
  });

  test('K31 with nested paging a page table is the guest’s own; else its writes exit', () => {
    expect(steps(pipelineOf('pageTable', 'hvm', host(2015)))).toEqual(['ownTable']);
    expect(steps(pipelineOf('pageTable', 'hvm', host(2006)))).toContain('exit');
    const call = pipelineOf('pageTable', 'para', host(2015));
    expect(call.operations).toBe(BATCH);
    expect(cyclesOf(call)).toBe(BATCH * NATIVE.pageTable + hypercallCycles(2015));
  });

  test('K31 in an emulator nothing of the guest is in ring 0, whatever it believes', () => {
    for (const kind of KINDS) {
      for (const stage of some(pipelineOf(kind, 'emulation', host(2015)).stages)) {
        if (stage.who === 'emulator') expect(stage).toMatchObject({ cpl: 3, mode: null });
        else expect(['dom0', 'host-kernel']).toContain(stage.who);
      }
    }
  });

  test('K31 the real device is Dom0’s under type 1 and the host’s under type 2', () => {
    const real = (platform: CostTraits['platform']): string | undefined =>
      pipelineOf('device', 'hvm', host(2015, { platform })).stages.find(
        ({ what }) => what === 'realDevice',
      )?.who;
    expect([real('type1'), real('type2')]).toEqual(['dom0', 'host-kernel']);
  });

  test('K31 no stage comes twice, and each is said in words, all of which are of use', () => {
    const refusing = { checked: true, refused: true };
    const watched = TECHNIQUES.flatMap((technique) =>
      HOSTS.flatMap((on) => KINDS.map((kind) => pipelineOf(kind, technique, on, refusing))),
    );
    const audited = pipelineOf('pageTable', 'para', host(2003), {
      checked: true,
      refused: false,
      audited: true,
    });
    const flushed = pipelineOf('device', 'hvm', host(2015, { l1Flush: true }));
    const exchange = { checked: true, refused: false, call: 'memory_op' } as const;
    const all = [
      ...ALL.map(({ way }) => way),
      ...watched,
      ...KINDS.map((kind) => pipelineOf(kind, 'native', host(2015))),
      audited,
      flushed,
      pipelineOf('syscall', 'para', host(2015), { checked: false, refused: false }, 32),
      pipelineOf('pageTable', 'para', host(2015), exchange),
    ];
    const held = { checked: false, refused: false, held: true };
    for (const technique of TECHNIQUES) {
      const kind = technique === 'para' ? 'pageTable' : 'device';
      all.push(pipelineOf(kind, technique, host(2015), held));
    }
    for (const reason of BARE_REASONS) {
      for (const turnout of [
        OPEN,
        held,
        { ...held, intercepted: true },
        { ...refusing, intercepted: true },
        { ...OPEN, withheld: true },
      ])
        all.push(pipelineOf(reason, 'hvm', host(2015), turnout));
    }
    for (const way of all) expect(new Set(steps(way)).size).toBe(way.stages.length);
    expect(new Set(all.flatMap(steps))).toEqual(new Set(Object.keys(catalogue.names.stages)));
    expect(new Set(all.flatMap(who))).toEqual(new Set(Object.keys(catalogue.names.actors)));
  });
});

describe('what a host’s filters do on the way', () => {
  const guest = (technique: Technique) => ({
    technique,
    devices: ['disk', 'nic'] as const,
    filters: [],
  });
  const filtered = (action: 'bounds-check' | 'refuse', audit = false) => ({
    filters: [{ trap: 'nic', action }] as const,
    hypercallAudit: audit,
  });
  const exit = (device: 'disk' | 'nic', verdict: 'emulated' | 'refused') => ({
    device,
    call: '' as const,
    verdict,
  });

  test.each(['hvm', 'hybrid', 'bt', 'emulation'] as const)(
    'K31 W5 a bounds check costs %s its price beside the rest',
    (technique) => {
      const turnout = turnoutOf('device', guest(technique), filtered('bounds-check'), null);
      expect(turnout).toEqual({ checked: true, refused: false });
      const on = host(2015);
      const more =
        cyclesOf(pipelineOf('device', technique, on, turnout)) -
        cyclesOf(pipelineOf('device', technique, on));
      expect(more).toBe(CHECK);
    },
  );

  test('K31 W5 an audit costs a ported kernel the same for a batch of its page tables alone', () => {
    const audit = filtered('bounds-check', true);
    expect(turnoutOf('device', guest('para'), audit, null)).toEqual(OPEN);
    const turnout = turnoutOf('pageTable', guest('para'), audit, null);
    const on = host(2015);
    const way = pipelineOf('pageTable', 'para', on, turnout);
    expect(cyclesOf(way) - cyclesOf(pipelineOf('pageTable', 'para', on))).toBe(CHECK);
    expect(turnoutOf('pageTable', guest('hvm'), audit, null)).toEqual(OPEN);
  });

  test('K31 K6 it is of the exit on record that it is asked', () => {
    const checks = filtered('bounds-check');
    const told = (device: 'disk' | 'nic') =>
      turnoutOf('device', guest('hvm'), checks, exit(device, 'emulated')).checked;
    expect([told('disk'), told('nic')]).toEqual([false, true]);
    expect(turnoutOf('device', guest('container'), checks, null)).toEqual(OPEN);
  });

  test.each(['hvm', 'hybrid', 'bt', 'emulation'] as const)(
    'K31 K6 of %s what is refused reaches no device model and no device',
    (technique) => {
      const turnout = turnoutOf(
        'device',
        guest(technique),
        filtered('refuse'),
        exit('nic', 'refused'),
      );
      const way = pipelineOf('device', technique, host(2015), turnout);
      expect(steps(way)).toContain('refuse');
      for (const what of ['emulate', 'modelInside', 'realDevice', 'drain', 'ownDriver', 'notify'])
        expect(steps(way)).not.toContain(what);
    },
  );
});

describe('what is followed', () => {
  test('K31 an exit on record is followed as the operation that it is', () => {
    expect(kindOf({ reason: 'mmio', call: '' })).toBe('device');
    for (const reason of BARE_REASONS) expect(kindOf({ reason, call: '' })).toBe(reason);
    expect(kindOf({ reason: 'page-table', call: '' })).toBe('pageTable');
    const kinds = HYPERCALL_NAMES.map((call) => kindOf({ reason: 'hypercall', call }));
    expect(kinds).toEqual(['pageTable', 'pageTable', 'syscall', 'halt', 'device']);
    expect(handledAs('mmio', 'hybrid')).toBe('hvm');
    expect(handledAs('kick', 'hybrid')).toBe('hybrid');
    expect(handledAs('interrupt', 'hybrid')).toBe('hybrid');
    expect(handledAs('mmio', 'bt')).toBe('bt');
  });

  test('R1 on a machine of its own a system call goes to its kernel and back, and nothing exits', () => {
    const own = (kind: (typeof KINDS)[number]) => pipelineOf(kind, 'native', host(2015));
    expect(who(own('syscall'))).toEqual(['app', 'host-kernel', 'app']);
    for (const kind of KINDS) {
      expect(own(kind).stages.every(({ mode }) => mode === null)).toBe(true);
      expect(own(kind).operations).toBe(1);
    }
  });
});
