import { describe, expect, test } from 'vitest';
import { commands } from '../../../../shared/commands/registry.ts';
import { boundOf } from '../../../../shared/mechanics/exits/bounds.ts';
import { verdictOf } from '../../../../shared/mechanics/exits/filter.ts';
import { turnoutOf } from '../../../../shared/mechanics/exits/pipeline/turnout.ts';
import { reasonFor, reasonOf } from '../../../../shared/mechanics/fidelity/reached.ts';
import { setFact } from '../../../../shared/world/fact.ts';
import { SCENARIO } from '../../../../shared/world/ids.ts';
import {
  DEVICES,
  type DeviceName,
  type ExitFilter,
  FILTER_ACTIONS,
  IO_REASONS,
} from '../../../../shared/world/machine/host.ts';
import { TECHNIQUES } from '../../../../shared/world/machine/vm.ts';
import { brokenInto } from '../../../support/hypervisor.ts';
import type { Bench } from '../../../support/worlds.ts';

const rich = { over: { pace: { startCredits: 80, holdLength: 6 } } } as const;

const held = ({ world }: Bench) => world.held.filter((card) => card !== null);
const offered = ({ world }: Bench, name: string, subject: `hosts/${number}` | `vms/${number}`) =>
  commands.get(name)!.offers(world, subject);
const trapsIn = (offers: readonly { readonly trap?: unknown }[]): unknown[] => [
  ...new Set(offers.map(({ trap }) => trap)),
];

/** Puts a filter before the guest that somebody is in: its host's, or its own. */
function put(bench: Bench, place: 'host' | 'vm', filters: readonly ExitFilter[]): void {
  const table = place === 'host' ? 'hosts' : 'vms';
  setFact(bench.world, table, 1, 'filters', [...filters], SCENARIO);
}

describe('which exits a filter by reason is about', () => {
  const touch = (device: DeviceName, over: number) =>
    ({ reason: reasonFor(device), device, call: '', operand: boundOf(device) + over }) as const;

  test.each(DEVICES)(
    'K73 K6 %s: its own reason checks and refuses it, the other does not',
    (device) => {
      for (const trap of IO_REASONS) {
        const mine = trap === reasonFor(device);
        const verdicts = FILTER_ACTIONS.map((action) =>
          [0, 1].map((over) => verdictOf([{ trap, action }], touch(device, over))),
        );
        const [within, over] = mine ? ['emulated', 'refused'] : ['emulated', 'emulated'];
        // By itself a hold refuses nothing.
        expect([trap, ...verdicts]).toEqual([
          trap,
          [within, over],
          [over, over],
          ['emulated', 'emulated'],
        ]);
      }
    },
  );

  test('K73 of a filter about the device and one about the reason the strictest decides', () => {
    const within = touch('floppy', 0);
    const check = { trap: 'floppy', action: 'bounds-check' } as const;
    expect(verdictOf([check, { trap: 'io', action: 'refuse' }], within)).toBe('refused');
    expect(verdictOf([{ trap: 'io', action: 'bounds-check' }, check], within)).toBe('emulated');
  });

  test('K73 what is kicked on a ring, called or given away is neither', () => {
    const all = IO_REASONS.map((trap): ExitFilter => ({ trap, action: 'refuse' }));
    const kick = { reason: 'kick', device: 'nic', call: '', operand: 9000 } as const;
    const call = { reason: 'hypercall', device: '', call: 'mmu_update', operand: 9000 } as const;
    expect([verdictOf(all, kick), verdictOf(all, call)]).toEqual(['emulated', 'emulated']);
  });

  test.each([
    ['hvm', 'io', 'mmio'],
    ['hybrid', 'kick', 'kick'],
    ['bt', 'io', 'mmio'],
    ['emulation', 'io', 'mmio'],
    ['para', null, null],
    ['container', null, null],
  ] as const)(
    'K73 K85 %s reaches its disk by %s and its network card by %s',
    (technique, disk, nic) => {
      expect([reasonOf({ technique }, 'disk'), reasonOf({ technique }, 'nic')]).toEqual([
        disk,
        nic,
      ]);
      const model = disk === null ? null : 'io';
      expect(reasonOf({ technique }, 'floppy')).toBe(model);
    },
  );

  test('K73 K85 K92 each of the two goes by its own model, and a card of its own by none', () => {
    const mixed = { technique: 'hvm', diskModel: 'para', nicModel: 'pcnet' } as const;
    expect([reasonOf(mixed, 'disk'), reasonOf(mixed, 'nic')]).toEqual(['kick', 'mmio']);
    expect(reasonOf({ ...mixed, card: 'vf' }, 'nic')).toBeNull();
  });

  test('K73 K31 what is followed step by step shows the check', () => {
    const host = {
      filters: [{ trap: 'io', action: 'bounds-check' } as const],
      hypercallAudit: false,
    };
    const checked = (device: DeviceName): boolean | undefined =>
      turnoutOf('device', { technique: 'hvm', devices: [...DEVICES], filters: [] }, host, {
        device,
        call: '',
        verdict: 'emulated',
      }).checked;
    expect(DEVICES.filter(checked)).toEqual(['disk', 'floppy']);
  });
});

describe('an escape through a device meets them', () => {
  test.each([
    ['esc-floppy-venom', 'io', 'bounds-check', 'exit-unchecked'],
    ['esc-floppy-venom', 'io', 'refuse', 'exit-unchecked'],
    ['esc-floppy-venom', 'mmio', 'refuse', undefined],
    // Its requests are all within their bound.
    ['esc-usb-xhci', 'mmio', 'bounds-check', undefined],
    ['esc-usb-xhci', 'mmio', 'refuse', 'exit-unchecked'],
    ['esc-usb-xhci', 'io', 'refuse', undefined],
  ] as const)('K73 A33 %s where %s is under %s: %s', (attack, trap, action, need) => {
    for (const place of ['host', 'vm'] as const) {
      const bench = brokenInto(rich);
      const order =
        place === 'host'
          ? bench.give('exit-filter', { host: 1, trap, action })
          : bench.give('vm-exit-filter', { vm: 1, trap, action });
      expect(order).toBeNull();
      bench.run(2);
      bench.act(attack, { vm: 1 });
      bench.run(8);
      expect(bench.events('act-ended')[0]?.data.need).toBe(need);
      expect(bench.events('harm')).toHaveLength(need === undefined ? 1 : 0);
    }
  });
});

describe('what is held by reason', () => {
  test('K73 K80 every exit of that reason waits, and what is decided is of its device', () => {
    const bench = brokenInto(rich);
    put(bench, 'vm', [{ trap: 'io', action: 'hold' }]);
    bench.run(5);
    const [card] = held(bench);
    expect(card).toMatchObject({ vm: 1, reason: 'io', device: 'disk' });
    bench.give('decide-trap', { vm: 1, held: card!.id, choice: 'emulate' });
    bench.run(1);
    expect(bench.world.vms[1]?.rulings).toMatchObject([{ trap: 'disk', verdict: 'emulate' }]);
    bench.act('esc-floppy-venom', { vm: 1 });
    expect(held(bench)).toMatchObject([{ vm: 1, reason: 'io', device: 'floppy' }]);
  });

  test('K73 K80 what is on a ring does not wait there', () => {
    const bench = brokenInto({ ...rich, vm: { technique: 'hybrid' } });
    put(
      bench,
      'vm',
      IO_REASONS.map((trap) => ({ trap, action: 'hold' })),
    );
    bench.run(20);
    expect(held(bench)).toEqual([]);
    put(bench, 'vm', [{ trap: 'disk', action: 'hold' }]);
    bench.run(6);
    expect(held(bench)).toMatchObject([{ vm: 1, reason: 'kick', device: 'disk' }]);
  });

  test('K73 K83 the filter made of what waits is about its device', () => {
    const bench = brokenInto(rich);
    put(bench, 'vm', [{ trap: 'io', action: 'hold' }]);
    bench.act('esc-floppy-venom', { vm: 1 });
    expect(offered(bench, 'exit-filter', 'vms/1')).toEqual([
      { host: 1, trap: 'floppy', action: 'refuse' },
    ]);
    // A filter of the reason answers it too: it waits no longer.
    put(bench, 'host', [{ trap: 'io', action: 'refuse' }]);
    bench.run(1);
    expect(held(bench)).toEqual([]);
  });
});

describe('where a reason is offered', () => {
  test('K73 where it is for several devices, and not where it is for one', () => {
    const bench = brokenInto(rich);
    const all = ['disk', 'nic', 'floppy', 'xhci', 'io', 'mmio'];
    expect(trapsIn(offered(bench, 'exit-filter', 'hosts/1'))).toEqual(all);
    expect(trapsIn(offered(bench, 'vm-exit-filter', 'vms/1'))).toEqual(all);
    for (const vm of [1, 2]) setFact(bench.world, 'vms', vm, 'devices', ['disk', 'nic'], SCENARIO);
    expect(trapsIn(offered(bench, 'exit-filter', 'hosts/1'))).toEqual(['disk', 'nic']);
    // What is there already can be taken away.
    put(bench, 'host', [{ trap: 'io', action: 'refuse' }]);
    expect(offered(bench, 'exit-filter', 'hosts/1')).toContainEqual({
      host: 1,
      trap: 'io',
      action: 'emulate',
    });
  });

  test.each(TECHNIQUES.filter((technique) => technique !== 'container'))(
    'K73 J7 %s: an order about a reason is taken where there are such exits',
    (technique) => {
      const bench = brokenInto({ ...rich, vm: { technique, devices: ['disk', 'nic'] } });
      setFact(bench.world, 'vms', 2, 'devices', [], SCENARIO);
      const code = bench.give('vm-exit-filter', { vm: 1, trap: 'io', action: 'refuse' })?.code;
      const makes = ['hvm', 'bt', 'emulation'].includes(technique);
      expect(code).toBe(makes ? undefined : 'rule.no-such-thing');
      expect(bench.give('exit-filter', { host: 1, trap: 'mmio', action: 'refuse' })?.code).toBe(
        code,
      );
    },
  );

  test('K73 J7 no other reason can be filtered: no guest runs without it', () => {
    const bench = brokenInto(rich);
    for (const trap of ['cpuid', 'hlt', 'interrupt', 'kick', 'page-table']) {
      const why = bench.give('exit-filter', { host: 1, trap, action: 'refuse' })?.code;
      expect([trap, why]).toEqual([trap, 'rule.bad-arguments']);
    }
  });
});
