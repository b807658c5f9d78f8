import { describe, expect, test } from 'vitest';
import { bakExposed } from '../../../shared/attacks/stores/bak-exposed.ts';
import { setFact } from '../../../shared/world/fact.ts';
import { SCENARIO } from '../../../shared/world/ids.ts';
import { type Known, vmNote } from '../../../shared/world/people/known.ts';
import type { ScenarioFile } from '../../../shared/world/scenario/schema.ts';
import { network } from '../../support/setups/network.ts';
import { backedUp } from '../../support/setups/stores.ts';
import { Bench, hostileShop, tiny } from '../../support/worlds.ts';

/** The shop in VM 1 of the app zone; VM 2 is the hospital's database. Both are copied at the second second. */
function bench(
  server: Partial<NonNullable<ScenarioFile['repositories']>[number]> = {},
  over: Partial<ScenarioFile> = {},
): Bench {
  const repositories = [{ ...backedUp.repositories![0]!, ...server }];
  const on = new Bench(
    tiny({
      ...network,
      ...backedUp,
      repositories,
      attackers: [{ ...hostileShop, owns: [1] }],
      ...over,
    }),
  );
  on.run(12);
  return on;
}

const strikes = (on: Bench, from = 1): Bench => {
  on.act('bak-exposed', { from });
  on.run(30);
  return on;
};

const copied = ({ world }: Bench): number[] =>
  world.copies.flatMap((copy) => (copy === null ? [] : [copy.vm]));
const leaks = (on: Bench): number => on.events('harm').length;
const failed = (on: Bench): string | undefined => on.events('act-ended').at(-1)?.data.need;
const told = ({ world }: Bench) =>
  world.alerts.flatMap((alert) => (alert?.sensor === 'S14' ? [alert.seen.kind] : []));

describe('B46: the backup as the soft copy', () => {
  test('A152 M26 the copies of others are read and deleted, and no VM is touched', () => {
    const on = bench();
    expect(copied(on)).toEqual([1, 2]);
    strikes(on);
    expect(on.events('harm').map(({ data }) => [data.kind, data.asset])).toEqual([
      ['leak', on.world.vms[2]!.asset],
    ]);
    expect(copied(on)).toEqual([1]);
    expect(on.world.vms[2]!).toMatchObject({ foothold: 'none', power: 'running' });
    expect(on.give('restore-vm', { vm: 2 })).toMatchObject({ code: 'rule.no-copy' });
  });

  test('A152 M29 immutable ones are read and stay', () => {
    const on = strikes(bench({ immutable: true }));
    expect([leaks(on), copied(on)]).toEqual([1, [1, 2]]);
  });

  test.each([
    ['M25 on a patched server', { build: 50 }, {}, 'repository-unpatched'],
    ['M24 on a server that is not reached', { reachedFrom: [] }, {}, 'repository-open'],
    ['M26 before the first backup', {}, { people: [] }, undefined],
  ] as const)('A152 %s they are neither', (_, server, over, need) => {
    const on = strikes(bench(server as never, over as Partial<ScenarioFile>));
    expect(leaks(on)).toBe(0);
    expect(failed(on)).toBe(need);
  });

  test('A152 M28 encrypted ones are deleted, and nobody has read them', () => {
    const on = strikes(bench({ encrypted: true }));
    expect([leaks(on), copied(on)]).toEqual([0, [1]]);
  });

  test('A152 M24 from the internet, where that is let through, and there only', () => {
    const zones = { zones: [...network.zones!, { name: 'internet' as const }] };
    const open = { reachedFrom: ['internet' as const] };
    expect(leaks(strikes(bench(open, zones), 0))).toBe(1);
    expect(leaks(strikes(bench(open, zones), 1))).toBe(0);
  });

  test.each([
    ['the way to it', 'restrict-repository'],
    ['a patch', 'patch-repository'],
    ['a key', 'encrypt-backups'],
  ] as const)('A152 M24 M25 M28 %s %s stops it', (_, command) => {
    const on = bench();
    expect(on.give(command, { repository: 1 })).toBeNull();
    on.run(8);
    expect(on.give(command, { repository: 1 })).toMatchObject({ code: 'rule.already-so' });
    expect(on.give(command, { repository: 2 })).toMatchObject({ code: 'rule.no-such-thing' });
    expect(leaks(strikes(on))).toBe(0);
  });

  test('A152 M29 what is made immutable in time is there to be restored', () => {
    const on = bench();
    on.give('make-immutable', { repository: 1 });
    on.run(6);
    strikes(on);
    expect(copied(on)).toEqual([1, 2]);
    expect(on.give('restore-vm', { vm: 2 })).toBeNull();
  });

  test('A153 a look around tells which build it has, where it is reached', () => {
    const on = bench();
    on.act('recon-network', { from: 1 });
    on.run(8);
    expect(on.world.attackers[1]!.notes[vmNote(1, 'backup-build')]).toBe(40);
    const shut = bench({ reachedFrom: ['dmz'] });
    shut.act('recon-network', { from: 1 });
    shut.run(8);
    expect(shut.world.attackers[1]!.notes[vmNote(1, 'backup-build')]).toBeUndefined();
  });

  test('A153 it is tried where the server was heard to be old enough', () => {
    const known = (build: number): Known => ({
      vms: [{ number: 1, own: true, power: 'running', ring: 'kernel' }],
      notes: { [vmNote(1, 'backup-build')]: build },
      flaws: { 'backup-deserialisation': 50 },
      waiting: false,
      asked: 0,
    });
    expect(bakExposed.prospects(known(40)).map(({ args }) => args)).toEqual([{ from: 1 }]);
    expect(bakExposed.prospects(known(50))).toEqual([]);
    expect(bakExposed.prospects({ ...known(40), flaws: {} })).toEqual([]);
  });
});

describe('restore points', () => {
  test('M26 M27 what was encrypted by somebody is left out, and comes back from the copy before', () => {
    const people = [2, 6].map((at) => ({
      kind: 'backs-up' as const,
      at: [at, at] as [number, number],
      repository: 1,
    }));
    const on = bench({}, { people });
    setFact(on.world, 'vms', 2, 'ransomed', true, SCENARIO);
    on.give('stop-vm', { vm: 2 });
    on.run(24);
    const kept = on.world.copies.flatMap((copy) => (copy ? [[copy.vm, copy.takenAt]] : []));
    expect(kept).toEqual([
      [2, 10],
      [1, 30],
    ]);
    expect(on.give('start-vm', { vm: 2 })).toMatchObject({ code: 'rule.files-encrypted' });
    expect(on.give('restore-vm', { vm: 2 })).toBeNull();
    on.run(8);
    expect(on.world.vms[2]).toMatchObject({ power: 'running', ransomed: false });
  });

  test('M27 its builds are those of the copy, and whoever was in it then is in it again', () => {
    const on = bench();
    setFact(on.world, 'vms', 2, 'service', 30, SCENARIO);
    setFact(on.world, 'vms', 2, 'foothold', 'user', SCENARIO);
    setFact(on.world, 'vms', 2, 'intruder', 1 as never, SCENARIO);
    on.give('restore-vm', { vm: 2 });
    on.run(2);
    expect(on.world.vms[2]!.power).toBe('stopped');
    on.run(6);
    expect(on.world.vms[2]).toMatchObject({ service: 10, foothold: 'none', intruder: 0 });
    on.give('restore-vm', { vm: 1 });
    on.run(8);
    expect(on.world.vms[1]).toMatchObject({ intruder: 1, power: 'running' });
  });
});

describe('what the audit of storage tells of backups', () => {
  test('S83 a mass read, at its hour or not', () => {
    expect(told(bench())).toEqual(['mass-read']);
    const late = bench({}, { people: [] });
    late.act('bak-exposed', { from: 1 });
    late.run(2);
    expect(told(late)).toEqual(['mass-read']);
    const shut = bench({ reachedFrom: ['dmz'] }, { people: [] });
    shut.act('bak-exposed', { from: 1 });
    shut.run(2);
    expect(told(shut)).toEqual([]);
  });

  test('S84 that restore points were deleted', () => {
    expect(told(strikes(bench()))).toContain('copies-deleted');
    expect(told(strikes(bench({ immutable: true })))).not.toContain('copies-deleted');
  });
});
