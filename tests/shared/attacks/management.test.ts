import { describe, expect, test } from 'vitest';
import { mgmtConsoleExposed } from '../../../shared/attacks/management/mgmt-console-exposed.ts';
import { mgmtEsxiSlpRansom } from '../../../shared/attacks/management/mgmt-esxi-slp-ransom.ts';
import { setFact } from '../../../shared/world/fact.ts';
import { SCENARIO } from '../../../shared/world/ids.ts';
import { type Known, vmNote } from '../../../shared/world/people/known.ts';
import type { ScenarioFile } from '../../../shared/world/scenario/schema.ts';
import { opened } from '../../support/setups/management.ts';
import { network } from '../../support/setups/network.ts';
import { Bench, hostileShop, hostsWith, id, tiny } from '../../support/worlds.ts';

const CONSOLE = 'mgmt-console-exposed';
const SLP = 'mgmt-esxi-slp-ransom';

/** The shop in its VM of the app zone on host 1, the hospital's database beside it, the bank's VM on host 2. */
function bench(
  host: Partial<ScenarioFile['hosts'][number]> = {},
  over: Partial<ScenarioFile> = {},
): Bench {
  const file = opened(host);
  const bank = { ...file.vms![1]!, tenant: 'bank', host: 2, asset: 'ledger' } as const;
  return new Bench(
    tiny({
      ...network,
      ...file,
      vms: [...file.vms!, { ...bank, workload: 'ledger-db' }],
      attackers: [{ ...hostileShop, owns: [1] }],
      ...over,
    }),
  );
}

/** Does an act to its end, in the tiny world's time. */
function does(on: Bench, attack: string, from = 1): Bench {
  on.act(attack, { from });
  on.run(24);
  return on;
}

const holders = ({ world }: Bench): number[] => world.hosts.slice(1).map((host) => host!.intruder);
const failed = (on: Bench): string | undefined => on.events('act-ended').at(-1)?.data.need;
const off = ({ world }: Bench): boolean[] =>
  world.vms.slice(1).map((vm) => vm!.power === 'stopped' && vm!.ransomed);

describe('B41: a console that stands open', () => {
  test('A121 every host on which a password is guessed is theirs, at the newest build', () => {
    const on = does(bench({ build: 90 }), CONSOLE);
    expect(holders(on)).toEqual([1, 1]);
    expect(on.world.hosts[1]).toMatchObject({ tampered: true });
    const [harm] = on.events('harm');
    expect(harm?.data).toMatchObject({ kind: 'takeover', host: 1, attack: CONSOLE });
    expect(off(on)).toEqual([false, false, false]);
  });

  test('A121 N31 from the internet, where that is let through, and there only', () => {
    expect(holders(does(bench({ managedFrom: ['internet'] }), CONSOLE, 0))).toEqual([1, 1]);
    expect(holders(does(bench({ managedFrom: ['internet'] }), CONSOLE, 1))).toEqual([0, 0]);
    expect(holders(does(bench(), CONSOLE, 0))).toEqual([0, 0]);
  });

  test('A121 N31 N32 by the VLAN of the management network no firewall is met', () => {
    const zones = (network.zones ?? []).map((zone) => ({
      ...zone,
      management: zone.name === 'app' ? 1 : 0,
    }));
    const on = bench({}, { zones });
    on.give('restrict-management', { host: 1 });
    on.give('restrict-management', { host: 2 });
    on.run(5);
    expect(on.world.hosts[1]!.managedFrom).toEqual([]);
    expect(holders(does(on, CONSOLE))).toEqual([1, 1]);
  });

  test('A121 K122 lockdown mode stops it, but where the weak account is an exception user', () => {
    const locked = { lockdown: true, exceptionUser: true } as const;
    expect(holders(does(bench(locked), CONSOLE))).toEqual([0, 0]);
    expect(holders(does(bench({ ...locked, weakAccount: 'exception' }), CONSOLE))).toEqual([1, 1]);
    const nobody = { lockdown: true, exceptionUser: false, weakAccount: 'exception' } as const;
    const on = does(bench(nobody), CONSOLE);
    expect(holders(on)).toEqual([0, 0]);
    expect(failed(on)).toBe('lockdown-lets-in');
  });

  test.each([
    ['require-mfa', {}, 'one-factor'],
    ['rotate-credentials', {}, 'password-guessed'],
    ['stop-service', { service: 'ssh' }, 'ssh-runs'],
    ['restrict-management', {}, 'management-open'],
    ['lockdown-host', {}, 'lockdown-lets-in'],
  ] as const)(
    'A121 K121 K122 K123 K124 N32 %s at a host spares that one',
    (command, args, need) => {
      const on = bench();
      expect(on.give(command, { host: 2, ...args })).toBeNull();
      on.run(7);
      expect(holders(does(on, CONSOLE))).toEqual([1, 0]);
      expect(holders(does(on, CONSOLE))).toEqual([1, 0]);
      expect(failed(on)).toBe(need);
    },
  );

  test('A121 what is done once they are in comes too late', () => {
    const on = does(bench(), CONSOLE);
    on.give('rotate-credentials', { host: 1 });
    on.give('restrict-management', { host: 2 });
    on.run(6);
    expect(holders(on)).toEqual([1, 1]);
  });
});

describe('B39: SLP, and ransomware', () => {
  test('A122 K126 an unpatched host falls, and the files of its VMs but theirs are encrypted', () => {
    const on = does(bench(), SLP);
    expect(holders(on)).toEqual([1, 1]);
    expect(off(on)).toEqual([false, true, true]);
    expect(on.world.hosts[1]).toMatchObject({ tampered: false });
  });

  test.each([
    ['a patched host', { build: 50 }],
    ['a host on which it is stopped', { services: ['ssh'] }],
    ['a host that is not reached', { managedFrom: ['dmz'] }],
  ] as const)('A122 %s stands', (_, host) => {
    const on = does(bench({ ...host } as Partial<ScenarioFile['hosts'][number]>), SLP);
    expect(holders(on)).toEqual([0, 0]);
    expect(off(on)).toEqual([false, false, false]);
  });

  test('A122 neither lockdown mode nor a second factor nor a new password stops it', () => {
    const on = bench({ lockdown: true, mfa: true, weakAccount: 'none' });
    expect(holders(does(on, SLP))).toEqual([1, 1]);
  });

  test('K126 it does not power on, nor by installing the host anew, until it is rebuilt', () => {
    const on = does(bench(), SLP);
    expect(on.give('start-vm', { vm: 2 })).toMatchObject({ code: 'rule.files-encrypted' });
    on.give('rebuild-host', { host: 1 });
    on.run(12);
    expect(holders(on)).toEqual([0, 1]);
    expect(on.world.vms[2]).toMatchObject({ power: 'stopped', ransomed: true });
    expect(on.give('rebuild-vm', { vm: 2 })).toBeNull();
    on.run(12);
    expect(on.world.vms[2]).toMatchObject({ power: 'running', ransomed: false });
  });
});

describe('B38: code on the management server', () => {
  const SERVER = 'mgmt-vcenter-rce';

  test('A124 every host is theirs, locked down, patched and out of reach by itself or not', () => {
    const on = bench({ lockdown: true, mfa: true, services: [], managedFrom: [], build: 90 });
    expect(holders(does(on, SERVER))).toEqual([1, 1]);
    expect(on.world.hosts[2]).toMatchObject({ tampered: true });
    expect(off(on)).toEqual([false, false, false]);
  });

  test.each([
    ['patch-server', 'server-unpatched'],
    ['restrict-server', 'server-open'],
  ] as const)('A124 K127 N34 %s spares all of them', (command, need) => {
    const on = bench();
    expect(on.give(command, {})).toBeNull();
    on.run(7);
    expect(on.give(command, {})).toMatchObject({ code: 'rule.already-so' });
    expect(holders(does(on, SERVER))).toEqual([0, 0]);
    expect(failed(on)).toBe(need);
    expect(on.world.hosts[1]).toMatchObject({ build: 43, managedFrom: ['app'] });
  });

  test('A124 N33 from the internet where that is let through, and where there is a server', () => {
    const managementServer = { build: 40, managedFrom: ['internet'] } as const;
    const open = { managementServer: { ...managementServer, managedFrom: ['internet' as const] } };
    expect(holders(does(bench({}, open), SERVER, 0))).toEqual([1, 1]);
    expect(holders(does(bench({}, open), SERVER, 1))).toEqual([0, 0]);
    expect(holders(does(bench({}, { managementServer: undefined }), SERVER, 1))).toEqual([0, 0]);
  });

  test('A123 a look around tells which build it has, where it is reached', () => {
    const on = bench();
    on.act('recon-network', { from: 0 });
    on.act('recon-network', { from: 1 });
    on.run(8);
    const { notes } = on.world.attackers[1]!;
    expect(notes[vmNote(0, 'server-build')]).toBeUndefined();
    expect(notes[vmNote(1, 'server-build')]).toBe(40);
  });
});

describe('what they would try', () => {
  const known = (notes: Known['notes'], flaws: Known['flaws'] = {}): Known => ({
    vms: [{ number: 1, own: true, power: 'running', ring: 'kernel' }],
    notes,
    flaws,
    waiting: false,
    asked: 0,
  });

  test('A4 A123 what they have heard to answer, from where they have heard it', () => {
    expect(mgmtConsoleExposed.prospects(known({}))).toEqual([]);
    const ssh = known({ [vmNote(0, 'host-services')]: 'ssh' });
    expect(mgmtConsoleExposed.prospects(ssh).map(({ args }) => args)).toEqual([{ from: 0 }]);
    expect(mgmtEsxiSlpRansom.prospects(ssh)).toEqual([]);
    const heard = { [vmNote(1, 'host-services')]: 'ssh,slp', [vmNote(1, 'slp-build')]: 40 };
    expect(mgmtEsxiSlpRansom.prospects(known(heard))).toEqual([]);
    expect(mgmtEsxiSlpRansom.prospects(known(heard, { 'slp-heap': 45 }))).toHaveLength(1);
    expect(mgmtEsxiSlpRansom.prospects(known(heard, { 'slp-heap': 40 }))).toEqual([]);
  });

  test('A123 a look around notes what answers from there, and that it does no more', () => {
    const on = bench();
    const { notes } = on.world.attackers[1]!;
    on.act('recon-network', { from: 0 });
    on.run(8);
    expect(on.world.attackers[1]!.notes[vmNote(0, 'host-services')]).toBeUndefined();
    on.act('recon-network', { from: 1 });
    on.run(8);
    expect(notes).toMatchObject({
      [vmNote(1, 'host-services')]: 'ssh,slp',
      [vmNote(1, 'slp-build')]: 43,
    });
    for (const host of [1, 2]) setFact(on.world, 'hosts', host, 'services', [], SCENARIO);
    on.act('recon-network', { from: 1 });
    on.run(8);
    expect(notes[vmNote(1, 'host-services')]).toBe('');
  });

  test('A2 from a VM in which they have nothing it cannot be meant', () => {
    const on = bench();
    on.world.attackers[1]!.knownVms.push(id(2));
    const [, attacker] = on.world.attackers;
    expect(mgmtConsoleExposed.resolve(on.world, attacker!, { from: 2 })).toBeNull();
    expect(mgmtConsoleExposed.resolve(on.world, attacker!, { from: 9 })).toBeNull();
    expect(hostsWith({})).toHaveLength(2);
  });
});
