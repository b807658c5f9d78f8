import { describe, expect, test } from 'vitest';
import { attacks } from '../../../shared/attacks/registry.ts';
import { setFact } from '../../../shared/world/fact.ts';
import type { FilterAction } from '../../../shared/world/host.ts';
import { SCENARIO } from '../../../shared/world/ids.ts';
import {
  actKey,
  type Known,
  lookedInto,
  needNote,
  needTick,
  vmNote,
} from '../../../shared/world/known.ts';
import { brokenInto, contained, FLAWS } from '../../support/hypervisor.ts';
import { type Bench, id } from '../../support/worlds.ts';

/** Lets an act of attacker 1 on their VM 1 run to its end, and tells how it ended. */
function attack(bench: Bench, name: string): string | undefined {
  bench.act(name, { vm: 1 });
  bench.run(8);
  const ended = bench.events('act-ended').filter(({ data }) => data.attack === name);
  return ended.at(-1)?.data.need ?? ended.at(-1)?.data.outcome;
}

const fallen = ({ world }: Bench): unknown[] =>
  world.hosts.slice(1).map((host) => host?.integrity === 'compromised');

describe('B01 and B06: out through a device', () => {
  const escapes = [
    ['esc-floppy-venom', 'floppy', 1024, 512],
    ['esc-usb-xhci', 'xhci', 131_072, 65_536],
  ] as const;

  test.each(escapes)(
    'A31 K5 %s goes through the pipeline like any other exit',
    (name, device, operand, bound) => {
      const bench = brokenInto();
      bench.act(name, { vm: 1 });
      expect(bench.world.exits[1]).toMatchObject({ vm: 1, device, operand: 1 });
      bench.run(6);
      const reason = device === 'floppy' ? 'io' : 'mmio';
      expect(bench.world.exits[1]).toEqual({
        id: 1,
        tick: bench.world.tick,
        vm: 1,
        reason,
        device,
        operand,
        bound,
        verdict: 'emulated',
      });
      expect(fallen(bench)).toEqual([true, false]);
      expect(bench.world.vms[1]?.deviceProcess).toBe(true);
      expect(bench.world.attackers[1]?.hosts).toEqual([1]);
    },
  );

  test.each(escapes)(
    'A31 %s: the takeover rests on the missing sandbox too, and says so',
    (name) => {
      const bench = brokenInto();
      attack(bench, name);
      const [harm] = bench.events('harm');
      const [foothold] = bench.events('foothold');
      expect(harm?.data).toMatchObject({
        kind: 'takeover',
        host: 1,
        vm: 1,
        weight: 120,
        attack: name,
      });
      const needs = harm?.data.needs.map(({ need }) => need) ?? [];
      expect(needs).toEqual([
        ...foothold!.data.needs.map(({ need }) => need),
        'device-process-unconfined',
      ]);
      expect(harm?.causes).toContain(foothold?.seq);
      expect(harm?.data.needs.at(-1)?.counters).toMatchObject([
        { command: 'confine-host', args: { host: 1 } },
      ]);
    },
  );

  test('A31 with a sandbox B06 is a process on a type 1 host; on a hosted one it is the host (check 8 of B-IX)', () => {
    const type1 = brokenInto({ host: { platform: 'type1', sandbox: true } });
    expect(attack(type1, 'esc-usb-xhci')).toBe('done');
    expect(type1.world.vms[1]?.deviceProcess).toBe(true);
    expect(type1.events('foothold')[0]?.data.ring).toBe('device-process');
    expect([fallen(type1), type1.events('harm')]).toEqual([[false, false], []]);

    const type2 = brokenInto({ host: { platform: 'type2', sandbox: false } });
    expect(attack(type2, 'esc-usb-xhci')).toBe('done');
    expect(fallen(type2)).toEqual([true, false]);
  });

  test.each(['bounds-check', 'refuse'] as FilterAction[])(
    'K6 a filter (%s) refuses the exit, which is on record and in evidence all the same',
    (action) => {
      const bench = brokenInto({ host: { filters: [{ device: 'floppy', action }] } });
      bench.act('esc-floppy-venom', { vm: 1 });
      expect(bench.world.exits[1]?.verdict).toBe(action === 'refuse' ? 'refused' : 'emulated');
      bench.run(6);
      expect(bench.world.exits[1]).toMatchObject({ operand: 1024, bound: 512, verdict: 'refused' });
      expect(bench.events('act-ended').at(-1)?.data.need).toBe('exit-unchecked');
      expect(fallen(bench)).toEqual([false, false]);
      expect(bench.world.vms[1]?.deviceProcess).toBe(false);
    },
  );

  test('A31 on a patched host the same exit is emulated, and nothing comes of it', () => {
    const bench = brokenInto({ host: { build: 50 } });
    expect(attack(bench, 'esc-floppy-venom')).toBe('host-unpatched');
    expect(fallen(bench)).toEqual([false, false]);
    expect(bench.world.evidence.slice(1).map((trace) => trace?.kind)).toEqual(['exit', 'exit']);
  });

  test('A31 without the kernel of the guest, or without the device, there is no exit to make', () => {
    const user = brokenInto({ ring: 'user' });
    expect(attack(user, 'esc-floppy-venom')).toBe('kernel-in-guest');
    const bare = brokenInto({ vm: { devices: ['disk', 'nic'] } });
    expect(attack(bare, 'esc-floppy-venom')).toBe('has-device');
    for (const { world } of [user, bare]) expect(world.evidence).toEqual([null]);
  });

  test('A31 a VM that was moved meanwhile strikes the host that it is on', () => {
    const bench = brokenInto();
    bench.act('esc-floppy-venom', { vm: 1 });
    setFact(bench.world, 'vms', 1, 'host', id(2), SCENARIO);
    bench.run(6);
    expect(fallen(bench)).toEqual([false, true]);
  });

  test('S30 every step of it is told by the hypervisor log, the last as over its bound', () => {
    const bench = brokenInto();
    attack(bench, 'esc-floppy-venom');
    const cards = bench.world.alerts.slice(1).filter((alert) => alert?.sensor === 'S4');
    expect(cards.map((alert) => alert?.seen)).toEqual([
      { kind: 'exit', device: 'floppy', operand: 1, bound: 512 },
      { kind: 'exit', device: 'floppy', operand: 1024, bound: 512 },
    ]);
    expect(cards[1]!.tick - cards[0]!.tick).toBe(6);
  });
});

describe('B09: the superpage', () => {
  test('A33 one hypercall of a paravirtual kernel is the machine, sandbox or none', () => {
    const bench = brokenInto({ vm: { technique: 'para' }, host: { sandbox: true } });
    bench.act('hc-l2-superpage', { vm: 1 });
    expect(bench.world.exits[1]).toMatchObject({
      reason: 'hypercall',
      device: '',
      operand: 4,
      bound: 4,
    });
    bench.run(6);
    const asked = { reason: 'hypercall', device: '', operand: 2048, bound: 4, verdict: 'emulated' };
    expect(bench.world.exits[1]).toMatchObject(asked);
    expect(fallen(bench)).toEqual([true, false]);
    expect(bench.world.vms[1]?.deviceProcess).toBe(false);
    expect(bench.events('harm')[0]?.data.needs.map(({ need }) => need)).toContain('is-paravirtual');
  });

  test.each(['hvm', 'hybrid', 'bt'] as const)(
    'A33 the same guest under %s has no such call',
    (technique) => {
      const bench = brokenInto({ vm: { technique } });
      expect(attack(bench, 'hc-l2-superpage')).toBe('is-paravirtual');
      expect(fallen(bench)).toEqual([false, false]);
    },
  );
});

describe('B14: one kernel for all', () => {
  test('A34 ring 3 of one container is every container of that host, and no other', () => {
    const bench = contained();
    expect(attack(bench, 'ct-shared-kernel')).toBe('done');
    expect(fallen(bench)).toEqual([true, false]);
    // Both containers of host 1 count.
    expect(bench.events('harm')[0]?.data).toMatchObject({ kind: 'takeover', host: 1, weight: 120 });
    expect(bench.world.evidence.slice(1).map((trace) => trace?.kind)).toEqual([
      'syscall',
      'syscall',
    ]);
    expect(bench.world.exits[1] ?? null).toBeNull();
  });

  test('A34 a filter of system calls, or a patched kernel, stops it', () => {
    expect(attack(contained({ host: { seccomp: true } }), 'ct-shared-kernel')).toBe(
      'calls-unfiltered',
    );
    expect(attack(contained({ host: { build: 60 } }), 'ct-shared-kernel')).toBe('host-unpatched');
  });

  test('A32 A34 the same kernel’s flaw in a VM is that guest’s alone (check 7 of B-IX)', () => {
    const bench = brokenInto({ ring: 'user' });
    expect(attack(bench, 'ct-shared-kernel')).toBe('shares-kernel');
    expect(attack(bench, 'priv-guest-root')).toBe('done');
    expect(bench.world.vms.slice(1).map((vm) => vm?.foothold)).toEqual(['kernel', 'none']);
    expect([fallen(bench), bench.events('harm')]).toEqual([[false, false], []]);
    expect(bench.world.evidence).toEqual([null]);
  });
});

/** What an attacker noted of preconditions when an act of theirs ended, in tick 7. */
function noted(what: { attack: string; vm: number; needs: Record<string, number> }) {
  const key = actKey(what.attack, { vm: what.vm });
  return Object.fromEntries(
    Object.entries(what.needs).flatMap(([need, holds]) => [
      [needNote(key, need), holds],
      [needTick(key, need), 7],
    ]),
  );
}

describe('getting ready', () => {
  test('A30 a look around tells what runs the guest, and touches its old devices', () => {
    const bench = brokenInto({ ring: 'user', host: { platform: 'type2', year: 2006 } });
    bench.act('recon-guest', { vm: 1 });
    const touched = bench.world.evidence
      .slice(1)
      .map((trace) => trace?.kind === 'exit' && trace.device);
    expect(touched).toEqual(['floppy', 'xhci']);
    expect(bench.world.attackers[1]?.notes).toEqual({});
    bench.run(5);
    expect(bench.world.attackers[1]?.notes).toEqual({
      ...noted({ attack: 'recon-guest', vm: 1, needs: { 'guest-runs': 1, 'code-in-guest': 1 } }),
      [lookedInto(1)]: 7,
      [vmNote(1, 'technique')]: 'hvm',
      [vmNote(1, 'platform')]: 'type2',
      [vmNote(1, 'devices')]: 'disk,nic,floppy,xhci',
      [vmNote(1, 'host-build')]: 43,
      [vmNote(1, 'kernel-build')]: 10,
      [vmNote(1, 'seccomp')]: 0,
    });
    expect(bench.events('learned')[0]?.data).toEqual({ attack: 'recon-guest', notes: 6 });
  });

  test('A30 in a container it asks the kernel, and learns of its filter', () => {
    const bench = contained({ host: { seccomp: true } });
    expect(attack(bench, 'recon-guest')).toBe('done');
    expect(bench.world.evidence.slice(1)).toMatchObject([{ kind: 'syscall', vm: 1, host: 1 }]);
    expect(bench.world.attackers[1]?.notes[vmNote(1, 'seccomp')]).toBe(1);
  });

  test('A30 who is not inside touches nothing and learns no more than that', () => {
    const bench = brokenInto({ ring: 'none' });
    expect(attack(bench, 'recon-guest')).toBe('code-in-guest');
    expect([bench.world.evidence, bench.world.attackers[1]?.notes]).toEqual([
      [null],
      noted({ attack: 'recon-guest', vm: 1, needs: { 'code-in-guest': 0 } }),
    ]);
  });

  test('A32 root in a guest gives no more than that, and a patched kernel not even that', () => {
    const patched = brokenInto({ ring: 'user', vm: { kernel: 20 } });
    expect(attack(patched, 'priv-guest-root')).toBe('kernel-unpatched');
    expect(patched.world.vms[1]?.foothold).toBe('user');
  });

  test('A2 a flaw that is neither published nor known to them means nothing to them', () => {
    const flaws = FLAWS.map((flaw) => ({ ...flaw, public: false }));
    const names = [
      'esc-floppy-venom',
      'esc-usb-xhci',
      'hc-l2-superpage',
      'ct-shared-kernel',
      'priv-guest-root',
    ];
    const bench = brokenInto({ over: { flaws } });
    const meant = (): boolean[] =>
      names.map((name) => {
        const resolve = attacks.get(name)!.resolve;
        return resolve(bench.world, bench.world.attackers[1]!, { vm: 1 }) !== null;
      });
    expect(meant()).toEqual(names.map(() => false));
    setFact(bench.world, 'flaws', 3, 'public', true, SCENARIO);
    expect(meant()).toEqual([false, false, true, false, false]);
  });
});

describe('what they would try', () => {
  const known = (ring: 'user' | 'kernel', notes: Known['notes'], power = 'running'): Known => ({
    vms: [{ number: 1, own: false, power: power as 'running', ring }],
    notes,
    flaws: { venom: 50, 'xhci-uaf': 51, superpage: 52, 'pipe-kernel': 60, 'guest-privilege': 20 },
    waiting: false,
    asked: 0,
  });
  const noted = (technique: string, more: Known['notes'] = {}): Known['notes'] => ({
    'vm/1/technique': technique,
    'vm/1/devices': 'disk,nic,floppy,xhci',
    'vm/1/host-build': 43,
    'vm/1/kernel-build': 10,
    'vm/1/seccomp': 0,
    ...more,
  });
  const MINE = [
    'recon-guest',
    'priv-guest-root',
    'esc-floppy-venom',
    'esc-usb-xhci',
    'hc-l2-superpage',
    'ct-shared-kernel',
  ];
  const tries = (what: Known): string[] =>
    MINE.filter((name) => attacks.get(name)!.prospects(what).length > 0);

  test.each([
    ['nothing noted', known('kernel', {}), ['recon-guest']],
    ['not running', known('kernel', noted('hvm'), 'unknown'), []],
    ['ring 3', known('user', noted('hvm')), ['priv-guest-root']],
    ['ring 0', known('kernel', noted('hvm')), ['esc-floppy-venom', 'esc-usb-xhci']],
    [
      'paravirtual',
      known('kernel', noted('para')),
      ['esc-floppy-venom', 'esc-usb-xhci', 'hc-l2-superpage'],
    ],
    ['no such device', known('kernel', noted('hvm', { 'vm/1/devices': 'disk,nic' })), []],
    ['one patched', known('kernel', noted('hvm', { 'vm/1/host-build': 50 })), ['esc-usb-xhci']],
    ['all patched', known('kernel', noted('para', { 'vm/1/host-build': 52 })), []],
    ['patched guest', known('user', noted('hvm', { 'vm/1/kernel-build': 20 })), []],
    [
      'container',
      known('user', noted('container', { 'vm/1/devices': 'disk,nic' })),
      ['ct-shared-kernel'],
    ],
    [
      'filtered container',
      known('user', noted('container', { 'vm/1/devices': 'disk,nic', 'vm/1/seccomp': 1 })),
      [],
    ],
  ] as const)('A4 by what they know: %s', (_, what, expected) => {
    expect(tries(what)).toEqual([...expected]);
  });

  test('A4 what they cannot see beforehand, such as a filter, leaves them unsure', () => {
    const sure = (name: string, technique: string): boolean | undefined =>
      attacks.get(name)!.prospects(known('kernel', noted(technique)))[0]?.sure;
    expect(sure('esc-floppy-venom', 'hvm')).toBe(false);
    expect(sure('hc-l2-superpage', 'para')).toBe(true);
  });
});
