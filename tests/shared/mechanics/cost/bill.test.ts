import { describe, expect, test } from 'vitest';
import {
  BILL_GROUPS,
  billOf,
  byGroup,
  nativeBill,
  ratioOf,
} from '../../../../shared/mechanics/cost/bill.ts';
import { exitsOf } from '../../../../shared/mechanics/cost/cost.ts';
import { guestCost, guestPermille } from '../../../../shared/mechanics/cost/guest-cost.ts';
import { publishedFor, spanOf } from '../../../../shared/mechanics/cost/published/lanes.ts';
import { CHECKS } from '../../../../shared/mechanics/cost/published/registry.ts';
import { hypercallCycles, roundTrip } from '../../../../shared/mechanics/cost/transition.ts';
import { generationsOf, raceOf, reasonOf } from '../../../../shared/mechanics/technique/race.ts';
import { TECHNIQUES } from '../../../../shared/world/machine/vm.ts';
import { MIXES, WORKLOAD_NAMES, WORKLOADS } from '../../../../shared/world/machine/workload.ts';
import { some } from '../../../support/some.ts';

const plain = { platform: 'type1', filters: [], hypercallAudit: false } as const;
const OLD = { ...plain, year: 2003, virtualisationExtension: false, nestedPaging: false };
const SHADOW = { ...plain, year: 2006, virtualisationExtension: true, nestedPaging: false };
const NEW = { ...plain, year: 2015, virtualisationExtension: true, nestedPaging: true };
const WATCHED = {
  ...NEW,
  platform: 'type2',
  hypercallAudit: true,
  filters: [{ trap: 'disk', action: 'bounds-check' }],
} as const;
/** What keeps its guests from each other’s caches costs as well. */
const APART = { ...NEW, l1Flush: true, cachePartition: true } as const;
const MERGING = { ...SHADOW, exitMerging: true } as const;
const HOSTS = [
  OLD,
  SHADOW,
  NEW,
  WATCHED,
  APART,
  MERGING,
  { ...NEW, platform: 'container' as const },
];
const devices = ['disk', 'nic'] as const;
const open = { cpu: 'x86', os: 'open', wordSize: 32, container: false, legacyOnly: false } as const;

const all = HOSTS.flatMap((host) =>
  WORKLOAD_NAMES.flatMap((workload) =>
    TECHNIQUES.flatMap((technique) =>
      [
        { filters: [] },
        { filters: [{ trap: 'nic', action: 'bounds-check' }] as const },
        { filters: [], translated: 300 },
      ].map((own) => ({ host, guest: { workload, technique, devices, ...own } })),
    ),
  ),
);

describe('a bill by operation', () => {
  test('K74 adds up to what the guest is charged, whatever its work, technique and host', () => {
    expect(all.length).toBeGreaterThan(400);
    for (const { host, guest } of all) {
      const bill = billOf(guest, host);
      expect(bill.cycles).toBe(guestCost(guest, host));
      expect(ratioOf(bill)).toBe(guestPermille(guest, host));
      expect(bill.exits).toBe(exitsOf(MIXES[WORKLOADS[guest.workload].mix], guest.technique, host));
    }
  });

  test('K74 each line is a count by a price, and no part of a price is below nothing', () => {
    for (const { host, guest } of some(all)) {
      const { lines, cycles } = billOf(guest, host);
      for (const line of some(lines)) {
        expect(line.cycles).toBe(line.count * line.price);
        expect(Math.min(line.count, line.price)).toBeGreaterThan(0);
      }
      const groups = byGroup({ lines, cycles, native: 1, exits: 0 });
      expect(BILL_GROUPS.reduce((sum, group) => sum + groups[group], 0)).toBe(cycles);
    }
  });

  test('K74 K3 the way out is an exit and an entry of the year, a hypercall, or a share of one', () => {
    const ways = (technique: 'hvm' | 'hybrid' | 'para', host: typeof NEW) =>
      billOf({ workload: 'build-farm', technique, devices }, host)
        .lines.filter(({ group }) => group === 'crossing')
        .map(({ operation, price }) => [operation, price]);
    const whole = roundTrip(2006);
    expect(ways('hvm', SHADOW)).toEqual([
      ['device', whole],
      ['pageTable', whole],
      ['interrupt', whole],
    ]);
    expect(ways('hybrid', NEW)).toEqual([
      ['device', Math.trunc(roundTrip(2015) / 8)],
      ['interrupt', roundTrip(2015)],
    ]);
    const share = Math.trunc(hypercallCycles(2003) / 8);
    expect(ways('para', OLD)).toEqual([
      ['device', share],
      ['pageTable', share],
      ['interrupt', hypercallCycles(2003)],
    ]);
  });

  test('K74 K4 a system call of a hardware-assisted guest has no way out, and costs what it costs natively', () => {
    for (const technique of ['hvm', 'hybrid'] as const) {
      const guest = { workload: 'payments', technique, devices } as const;
      const bill = billOf(guest, NEW);
      expect(byGroup(bill).syscall).toBe(byGroup(nativeBill('payments')).syscall);
      expect(
        bill.lines.some((line) => line.group === 'crossing' && line.operation === 'syscall'),
      ).toBe(false);
    }
  });

  test('K74 on the metal it costs what it costs', () => {
    for (const workload of some(WORKLOAD_NAMES)) {
      const { cycles, native, exits } = nativeBill(workload);
      expect([cycles, exits]).toEqual([native, 0]);
    }
  });
});

describe('a race of techniques', () => {
  const race = (
    host: typeof NEW,
    image = {},
    workload: 'build-farm' | 'office-desktop' = 'build-farm',
  ) => raceOf(null, host, { workload, devices, image: { ...open, ...image } });
  const order = (host: typeof NEW, image = {}) =>
    race(host, image)
      .filter(({ right }) => right)
      .map(({ technique }) => technique);

  test('K74 K22 the same work changes its order with the hardware, by nothing but its bill', () => {
    expect(order(OLD)).toEqual(['para', 'bt', 'emulation']);
    expect(order(SHADOW)).toEqual(['para', 'bt', 'hybrid', 'hvm', 'emulation']);
    expect(order(NEW)).toEqual(['hybrid', 'hvm', 'para', 'bt', 'emulation']);
  });

  test('K74 K1 what cannot run it stands last, and says why', () => {
    const lanes = race(OLD, { os: 'closed' });
    const fits = lanes.map(({ misfit }) => misfit === null);
    expect(fits).toEqual([true, true, false, false, false, false]);
    const why = Object.fromEntries(lanes.map(({ technique, misfit }) => [technique, misfit]));
    expect(why).toEqual({
      bt: null,
      emulation: null,
      para: 'closed-kernel',
      container: 'no-shared-kernel',
      hybrid: 'no-extension',
      hvm: 'no-extension',
    });
  });

  test('K74 F7 the cheapest is not right where the work has a device that it cannot have', () => {
    const [first] = race(OLD, {}, 'office-desktop');
    expect(first).toMatchObject({ technique: 'para', lacking: ['xhci'], misfit: null });
    expect(first?.right).toBe(false);
  });

  test('K74 a deck leaves out what it does not have', () => {
    const deck = { techniques: ['hvm', 'bt'] } as const;
    const lanes = raceOf(deck, NEW, { workload: 'search', devices, image: open });
    expect(lanes.map(({ technique }) => technique)).toEqual(['hvm', 'bt']);
  });

  test('K74 why one is above another is the largest difference, with its dearest line', () => {
    const [hvm, bt, para] = (['hvm', 'bt', 'para'] as const).map((technique) =>
      billOf({ workload: 'build-farm', technique, devices }, SHADOW),
    );
    if (!hvm || !bt || !para) throw new Error('no bill');
    expect(reasonOf(hvm, bt)).toMatchObject({ group: 'memory', line: { operation: 'pageTable' } });
    expect(reasonOf(bt, para)).toMatchObject({ group: 'syscall', line: { operation: 'syscall' } });
    const { group, more } = reasonOf(bt, para) ?? {};
    expect(more).toBe(byGroup(bt).syscall - byGroup(para).syscall);
    expect(group).toBe('syscall');
    expect(reasonOf(bt, bt)).toBeNull();
  });

  test('K74 generations are told apart by their hardware, and containers are none', () => {
    const hosts = [NEW, { ...NEW, platform: 'container' as const }, OLD, NEW, SHADOW];
    expect(generationsOf(hosts).map(({ year }) => year)).toEqual([2003, 2006, 2015]);
  });
});

describe('what was published beside a bill', () => {
  test.each([
    ['1.03', [1030, 1030]],
    ['1.46-3.1', [1460, 3100]],
    ['4 x 2', [8000, 8000]],
    ['more', null],
    ['about 2000', null],
    ['14.5 %', null],
  ] as const)('K2 %s', (text, span) => {
    expect(spanOf(text)).toEqual(span);
  });

  test('K2 of a kernel build: each technique on the hardware of its time, by its source', () => {
    const found = (technique: 'para' | 'bt' | 'hvm' | 'hybrid', host: typeof NEW) =>
      publishedFor(MIXES.kernelBuild, technique, host).map(({ published, source }) => [
        published,
        source,
      ]);
    expect(found('para', OLD)).toEqual([['1.03', 'C4']]);
    expect(found('bt', OLD)).toEqual([
      ['1.27', 'C5'],
      ['1.48', 'C29'],
    ]);
    expect(found('hvm', SHADOW)).toEqual([['1.83', 'C29']]);
    // Nobody published it of a machine of 2015: nothing is shown.
    expect(found('hvm', NEW)).toEqual([]);
    expect(found('hybrid', NEW)).toEqual([]);
  });

  test('K2 none is from knowledge only, and each figure can be drawn', () => {
    const lanes = CHECKS.filter(({ lane }) => lane !== undefined);
    expect(lanes.length).toBeGreaterThan(12);
    for (const { tag, published } of lanes) {
      expect(tag).not.toBe('K');
      expect(spanOf(published)).not.toBeNull();
    }
  });
});
