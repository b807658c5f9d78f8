import { describe, expect, test } from 'vitest';
import { happen } from '../../../shared/mechanics/calendar.ts';
import { setFact } from '../../../shared/world/fact.ts';
import { SCENARIO } from '../../../shared/world/ids.ts';
import type { Plan } from '../../../shared/world/people/calendar.ts';
import { contained } from '../../support/hypervisor.ts';
import { boxed, desk } from '../../support/setups/host-os.ts';
import { type Bench, id } from '../../support/worlds.ts';

/** Acts once, lets people do something meanwhile, and waits until it is over: `done`, or the need unmet. */
function outcome(bench: Bench, attack: string, ...meanwhile: readonly Plan[]): string | undefined {
  bench.act(attack, { vm: 1 });
  for (const plan of meanwhile) happen(bench.match, plan, SCENARIO);
  bench.run(12);
  const ended = bench.events('act-ended').at(-1)?.data;
  return ended?.outcome === 'done' ? 'done' : ended?.need;
}

const fallen = ({ world }: Bench): unknown => world.hosts[1]?.intruder;
const seen = ({ world }: Bench): string[] =>
  world.alerts.flatMap((alert) => (alert ? [`${alert.sensor} ${alert.seen.kind}`] : []));

const READS: Plan = { kind: 'reads-mail', host: id(1) };
const EXECS: Plan = { kind: 'execs-into', vm: id(1) };

describe('B16', () => {
  const name = 't2-hostos-takeover';
  /** The same desk with the OS patched: what is left is what people do. */
  const patched = (): Bench => desk({ osBuild: 61 });

  test('A91 an unpatched host OS is enough, and the guests are not touched', () => {
    const bench = desk();
    expect(outcome(bench, name)).toBe('done');
    expect(fallen(bench)).toBe(1);
    expect(bench.world.vms[2]?.intruder).toBe(0);
    expect(bench.events('harm')[0]?.data).toMatchObject({ kind: 'takeover', host: 1 });
  });

  test('A91 K98 patched, it waits for somebody who opens what was sent; nobody does, and it fails', () => {
    expect(outcome(patched(), name)).toBe('os-entered');
    const bench = patched();
    expect(outcome(bench, name, READS)).toBe('done');
    const [opened] = bench.events('attachment-opened');
    expect(bench.events('harm')[0]?.causes).toContain(opened?.seq);
    // What was sent is why there was anything to open.
    expect(opened?.causes).toContain(bench.events('act')[0]?.seq);
  });

  test('K98 mail that nobody hostile sent is opened too, and nothing comes of it', () => {
    const bench = patched();
    happen(bench.match, READS, SCENARIO);
    expect(bench.world.hosts[1]?.ran).toBe(0);
    expect(outcome(bench, name)).toBe('os-entered');
  });

  test('K95 K98 a host for VMs alone has no such way, and what had been run is gone', () => {
    const bench = patched();
    bench.world.credits = 100;
    bench.act(name, { vm: 1 });
    happen(bench.match, READS, SCENARIO);
    expect(bench.world.hosts[1]?.ran).toBe(1);
    bench.run(8);
    const late = patched();
    late.world.credits = 100;
    setFact(late.world, 'hosts', 1, 'ran', id(1), SCENARIO);
    expect(late.give('remove-programs', { host: 1 })).toBeNull();
    late.run(6);
    expect(late.world.hosts[1]).toMatchObject({ ran: 0, programs: ['backup-agent'] });
    expect(outcome(late, name)).toBe('everyday-programs');
    expect(late.give('remove-programs', { host: 1 })?.code).toBe('rule.already-so');
  });

  test('K95 A91 on a bare-metal host there is no such OS', () => {
    const bench = desk();
    setFact(bench.world, 'hosts', 1, 'platform', 'type1', SCENARIO);
    expect(outcome(bench, name)).toBe('hosted');
    expect(bench.give('remove-programs', { host: 1 })?.code).toBe('rule.no-such-thing');
    expect(bench.give('patch-host-os', { host: 1 })?.code).toBe('rule.no-such-thing');
  });

  test('S31 an investigation finds a program that runs as a user of the host', () => {
    const bench = patched();
    setFact(bench.world, 'hosts', 1, 'ran', id(1), SCENARIO);
    bench.give('investigate-host', { host: 1 });
    bench.run(8);
    expect(seen(bench)).toEqual(['investigation user-code']);
  });
});

describe('B17 and B18', () => {
  test('A92 A93 any code in the guest will do, and the host is theirs', () => {
    for (const name of ['tools-sharedfolder-traversal', 'tools-dnd-clipboard']) {
      const bench = desk();
      expect([name, outcome(bench, name), fallen(bench)]).toEqual([name, 'done', 1]);
    }
  });

  test('A92 K97 a shut folder keeps it inside, and so does a patch once the VM runs anew (K10)', () => {
    const name = 'tools-sharedfolder-traversal';
    const shut = desk();
    expect(shut.give('tool-channel', { vm: 1, tool: 'shared-folders', to: 'off' })).toBeNull();
    shut.run(3);
    expect(outcome(shut, name)).toBe('shares-folders');
    const patched = desk();
    patched.world.credits = 100;
    patched.give('patch-host', { host: 1, how: 'live' });
    patched.run(8);
    expect(patched.world.hosts[1]?.build).toBeGreaterThan(53);
    expect(patched.world.vms[1]?.deviceBuild).toBe(43);
    patched.give('restart-vm', { vm: 1 });
    patched.run(8);
    expect(outcome(patched, name)).toBe('process-unpatched');
  });

  test('A93 of drag-and-drop and the clipboard either is enough', () => {
    const off = (...tools: string[]): string | undefined => {
      const bench = desk();
      for (const tool of tools) {
        bench.give('tool-channel', { vm: 1, tool, to: 'off' });
        bench.run(3);
      }
      return outcome(bench, 'tools-dnd-clipboard');
    };
    expect(off('clipboard')).toBe('done');
    expect(off('drag-and-drop')).toBe('done');
    expect(off('clipboard', 'drag-and-drop')).toBe('drags-or-copies');
  });

  test('A94 what was copied at the host is read in a guest, patched or not; one’s own is no harm', () => {
    const name = 'tools-clipboard-read';
    const bench = desk();
    expect(outcome(bench, name)).toBe('secret-copied');
    setFact(bench.world, 'vms', 1, 'deviceBuild', 99, SCENARIO);
    const copies: Plan = { kind: 'copies', host: id(1), asset: id(4) };
    expect(outcome(bench, name, copies)).toBe('done');
    const [copied] = bench.events('copied');
    const [harm] = bench.events('harm');
    expect(harm?.data).toMatchObject({ kind: 'leak', asset: 4 });
    expect(harm?.causes).toContain(copied?.seq);
    const own = desk();
    expect(outcome(own, name, { ...copies, asset: id(3) })).toBe('secret-copied');
  });

  test('K97 a channel is opened again where somebody works through it, and offered nowhere else', () => {
    const bench = desk();
    setFact(bench.world, 'vms', 2, 'workload', 'dev-desktop', SCENARIO);
    bench.run(1);
    expect(bench.world.vms[2]?.faults.map(({ kind }) => kind)).toEqual([
      'tool-closed',
      'tool-closed',
    ]);
    expect(bench.give('tool-channel', { vm: 2, tool: 'clipboard', to: 'on' })).toBeNull();
    bench.run(3);
    expect(bench.world.vms[2]?.tools).toEqual(['clipboard']);
    expect(bench.give('tool-channel', { vm: 2, tool: 'clipboard', to: 'on' })?.code).toBe(
      'rule.already-so',
    );
    expect(bench.give('tool-channel', { vm: 9, tool: 'clipboard', to: 'on' })?.code).toBe(
      'rule.no-such-thing',
    );
  });
});

describe('B13', () => {
  const name = 'ct-runc-overwrite';
  const box = (host: object = {}): Bench => contained({ ring: 'root', host });

  test('A95 it waits for an exec, and a start will do as well', () => {
    expect(outcome(box(), name)).toBe('snare-sprung');
    const exec = box();
    expect(outcome(exec, name, EXECS)).toBe('done');
    expect(fallen(exec)).toBe(1);
    expect(exec.events('harm')[0]?.causes).toContain(exec.events('snare-sprung')[0]?.seq);
    const start = box();
    expect(outcome(start, name)).toBe('snare-sprung');
    start.give('restart-vm', { vm: 1 });
    start.run(6);
    expect(start.world.vms[1]?.snare).toBe('sprung');
  });

  test('A95 K96 a patched runtime and remapped users stop it; a user in the container lays no snare', () => {
    const patched = box();
    patched.world.credits = 100;
    expect(patched.give('patch-host-os', { host: 1 })).toBeNull();
    patched.run(8);
    expect(patched.world.hosts[1]?.runtime).toBe(62);
    expect(outcome(patched, name, EXECS)).toBe('runtime-unpatched');
    expect(outcome(box({ userns: true }), name, EXECS)).toBe('users-not-remapped');
    const user = contained({ ring: 'user' });
    expect(outcome(user, name, EXECS)).toBe('root-in-guest');
    expect(user.world.vms[1]?.snare).toBe('none');
  });

  test('A7 A95 a container that is made anew has no snare in it', () => {
    const bench = box();
    outcome(bench, name);
    bench.world.credits = 100;
    expect(bench.world.vms[1]?.snare).toBe('laid');
    bench.give('rebuild-vm', { vm: 1 });
    bench.run(12);
    expect(bench.world.vms[1]).toMatchObject({ snare: 'none', foothold: 'none' });
  });
});

describe('B15', () => {
  test('A96 what was granted leads out, patched or not, until it is taken or users are remapped', () => {
    const name = 'ct-privileged-config';
    expect(outcome(boxed({ host: { build: 99 } }), name)).toBe('done');
    expect(outcome(boxed({ host: { userns: true } }), name)).toBe('users-not-remapped');
    const dropped = boxed();
    expect(dropped.give('drop-privileges', { vm: 1 })).toBeNull();
    dropped.run(3);
    expect(outcome(dropped, name)).toBe('was-granted');
    expect(dropped.give('drop-privileges', { vm: 1 })?.code).toBe('rule.already-so');
  });

  test('A96 without a grant it takes an old kernel, and neither seccomp nor AppArmor or SELinux', () => {
    const name = 'ct-release-agent';
    const without = (host: object): string | undefined =>
      outcome(boxed({ host: { lsm: false, ...host }, vm: { grants: [] } }), name);
    expect(without({})).toBe('done');
    expect(without({ build: 60 })).toBe('host-unpatched');
    expect(without({ seccomp: true })).toBe('calls-unfiltered');
    expect(without({ lsm: true })).toBe('no-mandatory-control');
    expect(without({ userns: true })).toBe('users-not-remapped');
  });

  test('K96 a VM has no such privileges, and nothing to remap', () => {
    const bench = desk();
    expect(bench.give('drop-privileges', { vm: 1 })?.code).toBe('rule.not-a-container');
    expect(bench.give('remap-users', { host: 1 })?.code).toBe('rule.no-such-thing');
  });

  test('K96 remapped users break whoever needs the host, and nobody else', () => {
    const bench = boxed({ vm: { workload: 'ci-runner', grants: ['host-socket'] } });
    bench.run(1);
    expect(bench.world.vms[1]?.faults).toEqual([]);
    expect(bench.give('remap-users', { host: 1 })).toBeNull();
    bench.run(8);
    expect(bench.world.vms[1]?.faults).toEqual([{ kind: 'grant-missing', grant: 'host-socket' }]);
    expect(bench.world.vms[2]?.faults).toEqual([]);
  });
});

describe('S11 and S3', () => {
  const watched = (): Bench => desk({ edr: true });

  test('S52 where no agent is there is nothing to see', () => {
    const bench = desk();
    outcome(bench, 'tools-sharedfolder-traversal');
    expect(seen(bench).filter((what) => what.startsWith('S11'))).toEqual([]);
  });

  test('S52 a path outside the folder is told before the host falls, and names what led to it (H6)', () => {
    const bench = watched();
    bench.act('tools-sharedfolder-traversal', { vm: 1 });
    expect(seen(bench)).toEqual(['S11 odd-path']);
    bench.run(40);
    const told = bench.world.alerts.find((alert) => alert?.sensor === 'tenant')?.seen;
    expect(told?.kind === 'host-complaint' && told.rang.map(({ sensor }) => sensor)).toContain(
      'S11',
    );
  });

  test('S52 a backup, an attachment, a paste and an exec look like what is hostile', () => {
    const bench = watched();
    const people: Plan[] = [
      { kind: 'host-backup', host: id(1) },
      READS,
      { kind: 'pastes', vm: id(1) },
    ];
    for (const plan of people) {
      happen(bench.match, plan, SCENARIO);
    }
    bench.run(1);
    // What they leave is of the tick in which it happened.
    const signs = bench.world.evidence.flatMap((trace) =>
      trace?.kind === 'host-process' ? [trace.shows] : [],
    );
    expect(signs).toEqual(['vm-files-read', 'mail-child', 'clipboard-taken']);
  });

  test('S52 of a device’s process a child is seen, on a bare-metal host from Dom0', () => {
    const bench = desk({ edr: true });
    setFact(bench.world, 'hosts', 1, 'platform', 'type1', SCENARIO);
    setFact(bench.world, 'vms', 1, 'foothold', 'kernel', SCENARIO);
    expect(outcome(bench, 'esc-usb-xhci')).toBe('done');
    expect(bench.world.evidence.some((t) => t?.kind === 'host-process')).toBe(true);
  });

  test('S53 an agent sees what begins in its guest, unless whoever is there has its kernel', () => {
    const agentIn = (foothold: 'user' | 'kernel'): string[] => {
      const bench = contained({ ring: foothold, vm: { agent: true } });
      bench.act('ct-shared-kernel', { vm: 1 });
      bench.run(1);
      return seen(bench).filter((what) => what.startsWith('S3'));
    };
    expect(agentIn('user')).toEqual(['S3 guest-process']);
    expect(agentIn('kernel')).toEqual([]);
  });

  test('S53 an agent is put in once, for its price, and takes its part of the cycles', () => {
    const bench = desk();
    bench.world.credits = 10;
    expect(bench.give('place-guest-agent', { vm: 1 })).toBeNull();
    bench.run(3);
    expect(bench.world.vms[1]?.agent).toBe(true);
    expect(bench.world.credits).toBe(8);
    expect(bench.give('place-guest-agent', { vm: 1 })?.code).toBe('rule.already-so');
    expect(bench.give('place-host-edr', { host: 1 })).toBeNull();
    bench.run(4);
    expect(bench.world.hosts[1]?.edr).toBe(true);
  });
});
