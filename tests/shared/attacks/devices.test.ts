import { describe, expect, test } from 'vitest';
import { attacks } from '../../../shared/attacks/registry.ts';
import { projectRed } from '../../../shared/view/red/red.ts';
import { setFact } from '../../../shared/world/fact.ts';
import { SCENARIO } from '../../../shared/world/ids.ts';
import { vmNote } from '../../../shared/world/people/known.ts';
import { inBay } from '../../support/hypervisor.ts';
import { type Bench, id } from '../../support/worlds.ts';

/** Lets an act of attacker 1 on their VM 1 run to its end, and tells how it ended. */
function attack(bench: Bench, name: string): string | undefined {
  bench.act(name, { vm: 1 });
  bench.run(20);
  const ended = bench.events('act-ended').filter(({ data }) => data.attack === name);
  return ended.at(-1)?.data.need ?? ended.at(-1)?.data.outcome;
}

const fallen = ({ world }: Bench): unknown[] =>
  world.hosts.slice(1).map((host) => host?.intruder !== 0);
/** What is left behind in the log; what the processes of the host show is another sensor's. */
const traces = ({ world }: Bench): unknown[] =>
  world.evidence.flatMap((trace) =>
    trace === null || trace.kind === 'host-process' ? [] : [trace.kind],
  );
const told = ({ world }: Bench): unknown[] =>
  world.alerts.slice(1).map((alert) => alert && [alert.sensor, alert.seen.kind]);
/** What they would try next, of one attack. */
const wants = ({ world }: Bench, name: string): unknown[] =>
  attacks
    .get(name)!
    .prospects(projectRed(world, id(1)).known)
    .map(({ args }) => args);

const SCREEN: ('disk' | 'nic' | 'svga')[] = ['disk', 'nic', 'svga'];

describe('B02: copies beyond the screen', () => {
  test('A82 the process is theirs, and unconfined the host', () => {
    const bench = inBay({ vm: { devices: SCREEN } });
    expect(attack(bench, 'esc-svga-cloudburst')).toBe('done');
    expect(fallen(bench)).toEqual([true, false]);
    const confined = inBay({ vm: { devices: SCREEN }, host: { sandbox: true } });
    expect(attack(confined, 'esc-svga-cloudburst')).toBe('done');
    expect([fallen(confined), confined.world.vms[1]?.deviceProcess]).toEqual([[false, false], 1]);
  });

  test('A82 S30 the log has a coordinate that no screen has; no network sensor sees anything', () => {
    const bench = inBay({ vm: { devices: SCREEN } });
    attack(bench, 'esc-svga-cloudburst');
    const exits = bench.world.evidence.filter((trace) => trace?.kind === 'exit');
    expect(exits.at(-1)).toMatchObject({
      device: 'svga',
      operand: 4320,
      bound: 2160,
    });
    expect(told(bench)).not.toContainEqual(['S1', 'traffic']);
    expect(told(bench)).not.toContainEqual(['S2', 'traffic']);
  });

  test('A82 without a display there is nothing to copy on', () => {
    expect(attack(inBay(), 'esc-svga-cloudburst')).toBe('has-device');
  });
});

describe('B03: shaders', () => {
  const drawing = (
    aslr: boolean,
    nic: 'rtl8139' | 'pcnet' = 'rtl8139',
    ring: 'user' | 'kernel' = 'user',
  ) => inBay({ ring, host: { aslr }, vm: { devices: SCREEN, accel3d: true, nic } });

  test('A83 a user’s program is enough where the host puts every process at the same addresses', () => {
    const bench = drawing(false);
    expect(attack(bench, 'esc-svga-shader')).toBe('done');
    expect(fallen(bench)).toEqual([true, false]);
  });

  test('A83 A85 where it does not, the leak comes first, and takes the kernel', () => {
    const blind = drawing(true);
    expect(attack(blind, 'esc-svga-shader')).toBe('layout-known');
    expect(attack(blind, 'leak-nic-rtl8139')).toBe('kernel-in-guest');
    const bench = drawing(true, 'rtl8139', 'kernel');
    expect(attack(bench, 'leak-nic-rtl8139')).toBe('done');
    expect(attack(bench, 'esc-svga-shader')).toBe('done');
    const [harm] = bench.events('harm');
    const [read] = bench.events('layout-read');
    expect(harm?.causes).toContain(read?.seq);
  });

  test('A83 with 3-D off the code is out of reach, and no check of lengths stops it with 3-D on', () => {
    expect(attack(inBay({ vm: { devices: SCREEN } }), 'esc-svga-shader')).toBe('draws-in-3d');
    const checked = inBay({
      host: { aslr: false, filters: [{ trap: 'svga', action: 'bounds-check' }] },
      vm: { devices: SCREEN, accel3d: true },
    });
    expect(attack(checked, 'esc-svga-shader')).toBe('done');
  });

  test('A83 A4 whoever has a leak to begin with does not try without it', () => {
    const bench = drawing(true, 'rtl8139', 'kernel');
    attack(bench, 'recon-guest');
    expect(wants(bench, 'esc-svga-shader')).toEqual([]);
    expect(wants(bench, 'leak-nic-rtl8139')).toEqual([{ vm: 1 }]);
    attack(bench, 'leak-nic-rtl8139');
    expect(wants(bench, 'leak-nic-rtl8139')).toEqual([]);
    expect(wants(bench, 'esc-svga-shader')).toEqual([{ vm: 1 }]);
    const other = drawing(true, 'pcnet', 'kernel');
    attack(other, 'recon-guest');
    expect(wants(other, 'esc-svga-shader')).toEqual([{ vm: 1 }]);
  });
});

describe('B04: a frame in loopback', () => {
  test('A84 S26 nothing crosses any switch, and the log has a request longer than any frame', () => {
    const bench = inBay({ ring: 'root', vm: { nic: 'pcnet' } });
    expect(attack(bench, 'esc-nic-pcnet')).toBe('done');
    expect(fallen(bench)).toEqual([true, false]);
    expect(traces(bench)).toEqual(['exit', 'exit']);
    expect(bench.world.evidence.filter((trace) => trace?.kind === 'exit').at(-1)).toMatchObject({
      device: 'nic',
      operand: 4096,
      bound: 1514,
    });
  });

  test.each(['rtl8139', 'para'] as const)(
    'A84 K86 with another card (%s) there is no such buffer',
    (nic) => {
      const bench = inBay({ vm: { nic } });
      expect(attack(bench, 'esc-nic-pcnet')).toBe('nic-model');
      expect(traces(bench)).not.toContainEqual(expect.objectContaining({ operand: 4096 }));
    },
  );

  test('A84 K6 a check of bounds stops it', () => {
    const bench = inBay({
      vm: { nic: 'pcnet' },
      host: { filters: [{ trap: 'nic', action: 'bounds-check' }] },
    });
    expect(attack(bench, 'esc-nic-pcnet')).toBe('exit-unchecked');
  });
});

describe('B05: the heap in packets', () => {
  const leaky = (host: Parameters<typeof inBay>[0] = {}) =>
    inBay({ vm: { nic: 'rtl8139' }, ...host });

  test('A85 it is no way out, nobody sees it, and no sandbox stops it', () => {
    const bench = leaky({ host: { sandbox: true } });
    expect(attack(bench, 'leak-nic-rtl8139')).toBe('done');
    expect(bench.world.vms[1]).toMatchObject({ layoutKnownBy: 1, deviceProcess: 0 });
    expect([fallen(bench), bench.events('harm'), traces(bench), told(bench)]).toEqual([
      [false, false],
      [],
      [],
      [],
    ]);
  });

  test.each(['restart-vm', 'migrate-vm'])(
    'A85 K10 another process (%s) lies elsewhere',
    (command) => {
      const bench = leaky();
      attack(bench, 'leak-nic-rtl8139');
      expect(bench.world.attackers[1]?.notes[vmNote(1, 'layout')]).toBe(1);
      bench.give(command, { vm: 1, ...(command === 'migrate-vm' ? { host: 2 } : {}) });
      bench.run(12);
      expect(bench.world.vms[1]?.layoutKnownBy).toBe(0);
      expect(bench.world.attackers[1]?.notes[vmNote(1, 'layout')]).toBeUndefined();
    },
  );
});

describe('B07: two stages', () => {
  test('A86 below the guests, sandbox or not, and no device is needed', () => {
    const bench = inBay({
      ring: 'root',
      host: { sandbox: true },
      vm: { devices: ['disk', 'nic'] },
    });
    expect(attack(bench, 'esc-vmx-chain')).toBe('done');
    expect(fallen(bench)).toEqual([true, false]);
    expect(traces(bench)).toEqual(['process-error', 'process-error']);
    expect(told(bench)).toContainEqual(['S4', 'process-error']);
  });

  test('A86 with either fix it fails (check 1 of B-IX)', () => {
    // 53 mends the first stage, 54 the second.
    const first = inBay({ host: { build: 43 }, vm: { deviceBuild: 53 } });
    expect(attack(first, 'esc-vmx-chain')).toBe('process-unpatched');
    expect([fallen(first), first.world.vms[1]?.deviceProcess]).toEqual([[false, false], 0]);
    const second = inBay({ host: { build: 54 }, vm: { deviceBuild: 43 } });
    expect(attack(second, 'esc-vmx-chain')).toBe('done');
    expect([fallen(second), second.world.vms[1]?.deviceProcess]).toEqual([[false, false], 1]);
    expect(wants(second, 'esc-vmx-chain')).toEqual([]);
  });
});

describe('B08: while it is moved', () => {
  const onRings = (vm: object = {}) =>
    inBay({ host: { sandbox: true }, vm: { technique: 'hybrid', frames: 4, ...vm } });
  const moved = (bench: Bench): string | undefined => {
    expect(bench.give('migrate-vm', { vm: 1, host: 2 })).toBeNull();
    return attack(bench, 'esc-vhost-migration');
  };

  test('A87 the host that it leaves falls, whatever its sandbox; its kernel has something to say', () => {
    const bench = onRings();
    expect(moved(bench)).toBe('done');
    expect(fallen(bench)).toEqual([true, false]);
    expect(bench.world.vms[1]?.deviceProcess).toBe(0);
    expect(told(bench)).toContainEqual(['S4', 'kernel-error']);
  });

  test('A87 nobody moves it and nothing comes of it, and nothing shows', () => {
    const bench = onRings();
    expect(attack(bench, 'esc-vhost-migration')).toBe('is-moving');
    expect([fallen(bench), traces(bench)]).toEqual([[false, false], []]);
  });

  test('A87 K87 K85 whose rings a process serves, or who has an emulated card, waits in vain', () => {
    expect(moved(onRings({ vhost: false }))).toBe('served-by-kernel');
    expect(moved(inBay({ vm: { frames: 4 } }))).toBe('served-by-kernel');
  });

  test('A87 whoever is moved while it is off does nothing meanwhile', () => {
    const bench = onRings();
    bench.give('stop-vm', { vm: 1 });
    bench.run(4);
    expect(moved(bench)).toBe('guest-runs');
  });

  test('A87 A4 who is in it notices that it is moved, and does not think twice', () => {
    const bench = onRings();
    attack(bench, 'recon-guest');
    expect(wants(bench, 'esc-vhost-migration')).toEqual([]);
    setFact(bench.world, 'vms', 1, 'movingTo', id(2), SCENARIO);
    expect(wants(bench, 'esc-vhost-migration')).toEqual([{ vm: 1 }]);
    const [prospect] = attacks
      .get('esc-vhost-migration')!
      .prospects(projectRed(bench.world, id(1)).known);
    expect(prospect?.fleeting).toBe(true);
    // Of a VM in which they are not they know nothing of the kind.
    setFact(bench.world, 'vms', 1, 'foothold', 'none', SCENARIO);
    expect(projectRed(bench.world, id(1)).known.vms[0]?.moving).toBeUndefined();
  });
});
