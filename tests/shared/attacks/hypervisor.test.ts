import { describe, expect, test } from 'vitest';
import { attacks } from '../../../shared/attacks/registry.ts';
import { overBound } from '../../../shared/mechanics/exits/bounds.ts';
import { setFact } from '../../../shared/world/fact.ts';
import { SCENARIO } from '../../../shared/world/ids.ts';
import type { FilterAction } from '../../../shared/world/machine/host.ts';
import type { Foothold, Technique } from '../../../shared/world/machine/vm.ts';
import {
  actKey,
  lookedInto,
  needNote,
  needTick,
  vmNote,
} from '../../../shared/world/people/known.ts';
import type { ScenarioFile } from '../../../shared/world/scenario/schema.ts';
import { brokenInto, contained, FLAWS, WIDE } from '../../support/hypervisor.ts';
import { type Bench, id } from '../../support/worlds.ts';

/** Lets an act of attacker 1 on their VM 1 run to its end, and tells how it ended. */
function attack(bench: Bench, name: string): string | undefined {
  bench.act(name, { vm: 1 });
  bench.run(8);
  const ended = bench.events('act-ended').filter(({ data }) => data.attack === name);
  return ended.at(-1)?.data.need ?? ended.at(-1)?.data.outcome;
}

const fallen = ({ world }: Bench): unknown[] =>
  world.hosts.slice(1).map((host) => host?.intruder !== 0);

describe('B01 and B06: out through a device', () => {
  const escapes = [
    ['esc-floppy-venom', 'floppy', 1024, 512],
    // Each of the requests is in order: what is used after it was freed is as long as it may be.
    ['esc-usb-xhci', 'xhci', 65_536, 65_536],
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
        call: '',
        tick: bench.world.tick,
        vm: 1,
        reason,
        device,
        operand,
        bound,
        verdict: 'emulated',
      });
      expect(fallen(bench)).toEqual([true, false]);
      expect(bench.world.vms[1]?.deviceProcess).toBe(1);
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
    expect(type1.world.vms[1]?.deviceProcess).toBe(1);
    expect(type1.events('foothold')[0]?.data.ring).toBe('device-process');
    expect([fallen(type1), type1.events('harm')]).toEqual([[false, false], []]);

    const type2 = brokenInto({ host: { platform: 'type2', sandbox: false } });
    expect(attack(type2, 'esc-usb-xhci')).toBe('done');
    expect(fallen(type2)).toEqual([true, false]);
  });

  test.each(['bounds-check', 'refuse'] as FilterAction[])(
    'K6 a filter (%s) refuses the exit, which is on record and in evidence all the same',
    (action) => {
      const bench = brokenInto({ host: { filters: [{ trap: 'floppy', action }] } });
      bench.act('esc-floppy-venom', { vm: 1 });
      expect(bench.world.exits[1]?.verdict).toBe(action === 'refuse' ? 'refused' : 'emulated');
      bench.run(6);
      expect(bench.world.exits[1]).toMatchObject({ operand: 1024, bound: 512, verdict: 'refused' });
      expect(bench.events('act-ended').at(-1)?.data.need).toBe('exit-unchecked');
      expect(fallen(bench)).toEqual([false, false]);
      expect(bench.world.vms[1]?.deviceProcess).toBe(0);
    },
  );

  test('A31 K6 a check of lengths does not stop a use after free: no request is too long; refusing does', () => {
    const filtered = (action: FilterAction): Bench =>
      brokenInto({ host: { filters: [{ trap: 'xhci', action }] } });
    const checked = filtered('bounds-check');
    expect(attack(checked, 'esc-usb-xhci')).toBe('done');
    expect(checked.world.exits[1]).toMatchObject({ operand: 65_536, verdict: 'emulated' });
    expect(fallen(checked)).toEqual([true, false]);
    const refused = filtered('refuse');
    expect(attack(refused, 'esc-usb-xhci')).toBe('exit-unchecked');
    expect(refused.world.exits[1]).toMatchObject({ operand: 65_536, verdict: 'refused' });
    expect(fallen(refused)).toEqual([false, false]);
    expect(refused.world.vms[1]?.deviceProcess).toBe(0);
  });

  test('A31 in a process with the fix the same exit is emulated, and nothing comes of it', () => {
    const bench = brokenInto({ host: { build: 50 } });
    expect(attack(bench, 'esc-floppy-venom')).toBe('process-unpatched');
    expect(fallen(bench)).toEqual([false, false]);
    expect(bench.world.evidence.slice(1).map((trace) => trace?.kind)).toEqual(['exit', 'exit']);
  });

  test('A31 K10 what counts is the code of the process, and not that of its host', () => {
    const old = brokenInto({ host: { build: 60 }, vm: { deviceBuild: 43 } });
    expect(attack(old, 'esc-floppy-venom')).toBe('done');
    expect(fallen(old)).toEqual([true, false]);
    const fresh = brokenInto({ host: { build: 43 }, vm: { deviceBuild: 50 } });
    expect(attack(fresh, 'esc-floppy-venom')).toBe('process-unpatched');
  });

  test('A31 K10 its counters are what begins a new process with new code, where there is such code', () => {
    const named = (hostBuild: number): unknown[] => {
      const bench = brokenInto({ host: { build: hostBuild }, vm: { deviceBuild: 43 } });
      setFact(bench.world, 'hosts', 2, 'build', 60, SCENARIO);
      const need = attacks
        .get('esc-floppy-venom')!
        .needs.find(({ id }) => id === 'process-unpatched')!;
      return need
        .counters(bench.world, { attacker: 1, vm: 1, host: 1, flaw: 1 })
        .map(({ command, args, next = null }) => [command, args, next]);
    };
    const restart = { command: 'restart-vm', args: { vm: 1 } };
    const move = ['migrate-vm', { vm: 1, host: 2 }, null];
    expect(named(50)).toEqual([[restart.command, restart.args, null], move]);
    // On a host that is not patched a new process would run the same old code.
    expect(named(43)).toEqual([['patch-host', { host: 1, how: 'live' }, restart], move]);
  });

  test('A31 a port takes root, mapped memory takes the kernel: without, there is no exit to make', () => {
    const as = (ring: Foothold, name: string): [string | undefined, number] => {
      const bench = brokenInto({ ring });
      const outcome = attack(bench, name);
      return [outcome, bench.world.evidence.length - 1];
    };
    expect(as('user', 'esc-floppy-venom')).toEqual(['ports-in-guest', 0]);
    // Two exits, and what the device's process starts on the host.
    expect(as('root', 'esc-floppy-venom')).toEqual(['done', 3]);
    expect(as('kernel', 'esc-floppy-venom')).toEqual(['done', 3]);
    expect(as('user', 'esc-usb-xhci')).toEqual(['kernel-in-guest', 0]);
    expect(as('root', 'esc-usb-xhci')).toEqual(['kernel-in-guest', 0]);
    expect(as('kernel', 'esc-usb-xhci')).toEqual(['done', 3]);
  });

  test('A31 without the device there is no exit to make', () => {
    const bare = brokenInto({ vm: { devices: ['disk', 'nic'] } });
    expect(attack(bare, 'esc-floppy-venom')).toBe('has-device');
    expect(bare.world.evidence).toEqual([null]);
  });

  test('A31 F7 a paravirtual guest hands no emulated device anything: no exit, whoever is in its kernel', () => {
    for (const name of ['esc-floppy-venom', 'esc-usb-xhci']) {
      const bench = brokenInto({ vm: { technique: 'para' } });
      expect(attack(bench, name)).toBe('has-device');
      expect(bench.world.evidence).toEqual([null]);
    }
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
      { kind: 'exit', device: 'floppy', call: '', operand: 1, bound: 512 },
      { kind: 'exit', device: 'floppy', call: '', operand: 1024, bound: 512 },
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
      call: 'mmu_update',
      operand: 4,
      bound: 4,
    });
    bench.run(6);
    const asked = { reason: 'hypercall', device: '', operand: 2048, bound: 4, verdict: 'emulated' };
    expect(bench.world.exits[1]).toMatchObject(asked);
    expect(fallen(bench)).toEqual([true, false]);
    expect(bench.world.vms[1]?.deviceProcess).toBe(0);
    expect(bench.events('harm')[0]?.data.needs.map(({ need }) => need)).toContain('is-paravirtual');
  });

  test('A33 a hypercall is the kernel’s to make: root of the guest makes none', () => {
    const bench = brokenInto({ vm: { technique: 'para' }, ring: 'root' });
    expect(attack(bench, 'hc-l2-superpage')).toBe('kernel-in-guest');
    expect([fallen(bench), bench.world.evidence]).toEqual([[false, false], [null]]);
  });

  test('A33 K10 it is the hypervisor’s own flaw: what the device process is made of is no matter', () => {
    const host = { technique: 'para', deviceBuild: 60 } as const;
    expect(attack(brokenInto({ vm: host }), 'hc-l2-superpage')).toBe('done');
    const patched = brokenInto({ host: { build: 52 }, vm: { technique: 'para', deviceBuild: 43 } });
    expect(attack(patched, 'hc-l2-superpage')).toBe('host-unpatched');
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

describe('B10: the fast path', () => {
  const para = (over: Parameters<typeof brokenInto>[0] = {}): Bench =>
    brokenInto({ vm: { technique: 'para' }, ...over });

  test('A71 every call is within its bound, and the last is the machine', () => {
    const bench = para({ host: { hypercallAudit: true } });
    expect(attack(bench, 'hc-pte-fastpath')).toBe('done');
    expect(fallen(bench)).toEqual([true, false]);
    const calls = bench.world.evidence.slice(1);
    expect(calls).toMatchObject([
      { kind: 'exit', call: 'mmu_update', operand: 4, bound: 4 },
      { kind: 'exit', call: 'mmu_update', operand: 4, bound: 4 },
    ]);
    // Where hypercalls are audited it is told all the same: no kernel asks for that every day.
    const told = bench.world.alerts.slice(1).filter((alert) => alert?.sensor === 'S4');
    expect(told.map((alert) => alert?.seen)).toMatchObject([{ call: 'mmu_update', operand: 4 }]);
  });

  test('A71 a guest of either word size has it', () => {
    for (const over of [{}, WIDE]) {
      const bench = para({ over });
      expect(attack(bench, 'hc-pte-fastpath')).toBe('done');
    }
    expect(attack(para({ host: { build: 52 } }), 'hc-pte-fastpath')).toBe('host-unpatched');
    expect(attack(brokenInto(), 'hc-pte-fastpath')).toBe('is-paravirtual');
  });
});

describe('B11: the answer written too far', () => {
  const para = (over: Partial<ScenarioFile>, host = {}): Bench =>
    brokenInto({ vm: { technique: 'para' }, over, host });

  test('A72 one hypercall out of bounds of a 64-bit kernel is the machine', () => {
    const bench = para(WIDE, { sandbox: true });
    expect(attack(bench, 'hc-memory-exchange')).toBe('done');
    expect(bench.world.exits[1]).toMatchObject({
      reason: 'hypercall',
      call: 'memory_op',
      operand: overBound('memory_op'),
      bound: 512,
    });
    expect(fallen(bench)).toEqual([true, false]);
    const needs = bench.events('harm')[0]?.data.needs.map(({ need }) => need);
    expect(needs).toContain('is-64-bit');
  });

  test('A72 a 32-bit kernel has no such address, nor is a patched hypervisor fooled', () => {
    const narrow = para({});
    expect(attack(narrow, 'hc-memory-exchange')).toBe('is-64-bit');
    expect(fallen(narrow)).toEqual([false, false]);
    expect(attack(para(WIDE, { build: 52 }), 'hc-memory-exchange')).toBe('host-unpatched');
  });
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
  const touched = ({ world }: Bench): unknown[] =>
    world.evidence.slice(1).map((trace) => trace?.kind === 'exit' && trace.device);

  test.each([
    ['user', []],
    ['root', ['floppy', 'xhci']],
    ['kernel', ['floppy', 'xhci']],
  ] as const)(
    'A30 as %s it touches the old devices %j: without the ports an access faults inside',
    (ring, devices) => {
      const bench = brokenInto({ ring });
      bench.act('recon-guest', { vm: 1 });
      expect(touched(bench)).toEqual(devices);
      bench.run(5);
      // It learns the same all the same.
      expect(bench.events('learned')[0]?.data).toEqual({ attack: 'recon-guest', notes: 16 });
    },
  );

  test('A30 a look around tells what runs the guest', () => {
    const bench = brokenInto({
      ring: 'root',
      host: { platform: 'type2', year: 2006 },
      vm: { deviceBuild: 41 },
    });
    bench.act('recon-guest', { vm: 1 });
    expect(bench.world.attackers[1]?.notes).toEqual({});
    bench.run(5);
    expect(bench.world.attackers[1]?.notes).toEqual({
      ...noted({ attack: 'recon-guest', vm: 1, needs: { 'guest-runs': 1, 'code-in-guest': 1 } }),
      [lookedInto(1)]: 7,
      [vmNote(1, 'technique')]: 'hvm',
      [vmNote(1, 'word-size')]: 32,
      [vmNote(1, 'platform')]: 'type2',
      [vmNote(1, 'devices')]: 'disk,nic,floppy,xhci',
      [vmNote(1, 'nic')]: 'rtl8139',
      [vmNote(1, 'accel3d')]: 0,
      [vmNote(1, 'card')]: 'virtual',
      [vmNote(1, 'host-build')]: 43,
      [vmNote(1, 'device-build')]: 41,
      [vmNote(1, 'kernel-build')]: 10,
      [vmNote(1, 'seccomp')]: 0,
      [vmNote(1, 'svm')]: 0,
      [vmNote(1, 'tools')]: '',
      [vmNote(1, 'l1tf')]: 1,
      [vmNote(1, 'merging')]: 0,
      [vmNote(1, 'flips')]: 0,
    });
    expect(bench.events('learned')[0]?.data).toEqual({ attack: 'recon-guest', notes: 16 });
  });

  test('A30 F7 a paravirtual guest has no old device to touch: nothing tells', () => {
    const touched = (technique: Technique): number => {
      const bench = brokenInto({ vm: { technique } });
      expect(attack(bench, 'recon-guest')).toBe('done');
      return bench.world.evidence.length - 1;
    };
    expect([touched('hvm'), touched('para')]).toEqual([2, 0]);
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

  test('A32 the kernel of a guest is got by a flaw of it, and a patched kernel by none', () => {
    const old = brokenInto({ ring: 'user', vm: { kernel: 19 } });
    expect(attack(old, 'priv-guest-root')).toBe('done');
    expect(old.world.vms[1]?.foothold).toBe('kernel');
    const patched = brokenInto({ ring: 'user', vm: { kernel: 20 } });
    expect(attack(patched, 'priv-guest-root')).toBe('kernel-open');
    expect(patched.world.vms[1]?.foothold).toBe('user');
  });

  test('A32 K20 root in a container loads no module, and its own build is of no kernel', () => {
    for (const ring of ['user', 'root'] as const) {
      const bench = contained({ ring, vm: { kernel: 1 } });
      expect(attack(bench, 'priv-guest-root')).toBe('own-kernel');
      expect(bench.world.vms[1]?.foothold).toBe(ring);
    }
  });

  test('A32 root loads a module into a patched kernel too, and needs to know of no flaw', () => {
    const bench = brokenInto({ ring: 'root', vm: { kernel: 20 }, over: { flaws: [] } });
    expect(attack(bench, 'priv-guest-root')).toBe('done');
    expect(bench.world.vms.slice(1).map((vm) => vm?.foothold)).toEqual(['kernel', 'none']);
    // How old the kernel is was no cause of it, and no patch would have stopped it.
    const open = bench.events('foothold')[0]?.data.needs.find(({ need }) => need === 'kernel-open');
    expect(open).toEqual({
      need: 'kernel-open',
      facts: ['vms/1/intruder', 'vms/1/foothold'],
      stamps: [0, 0],
      counters: [],
    });
    const user = brokenInto({ ring: 'user', vm: { kernel: 20 }, over: { flaws: [] } });
    expect(attack(user, 'priv-guest-root')).toBeUndefined();
    expect(user.events('act')).toEqual([]);
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
