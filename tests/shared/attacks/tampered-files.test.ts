import { describe, expect, test } from 'vitest';
import { cfgVmxTamper } from '../../../shared/attacks/stores/cfg-vmx-tamper.ts';
import { type Known, wayNote } from '../../../shared/world/people/known.ts';
import type { ScenarioFile } from '../../../shared/world/scenario/schema.ts';
import { library } from '../../support/setups/library.ts';
import { network } from '../../support/setups/network.ts';
import { Bench, hostileShop, tiny } from '../../support/worlds.ts';

const TAMPER = 'cfg-vmx-tamper';
const [STORE, LIBRARY] = library.stores!;

type People = NonNullable<ScenarioFile['people']>;
const SHUT: People = [{ kind: 'shuts-down', at: [1, 1], vm: 2 }];

/** The shop in VM 1 of the app zone; VM 2 is the hospital's database, which is shut down in the first second. */
const bench = (over: Partial<ScenarioFile> = {}): Bench =>
  new Bench(
    tiny({
      ...network,
      ...library,
      attackers: [{ ...hostileShop, owns: [1] }],
      people: SHUT,
      ...over,
      pace: { startCredits: 500 },
    }),
  ).run(6);

/** They look around first: whose files lie there they have to see. */
const tampers = (on: Bench): Bench => {
  on.act('recon-network', { from: 1 });
  on.run(8);
  on.act(TAMPER, { from: 1, vm: 2 });
  return on.run(12);
};

const failed = (on: Bench): string | undefined => on.events('act-ended').at(-1)?.data.need;
const alerts = (on: Bench, kind: string) =>
  on.world.alerts.filter((alert) => alert?.seen.kind === kind);
const checked: Partial<ScenarioFile> = { stores: [{ ...STORE!, verified: true }, LIBRARY!] };

describe('B36: the configuration of a VM that is off', () => {
  test('A173 M42 they are in it as root when its tenant starts it', () => {
    const on = bench({ people: [...SHUT, { kind: 'starts-up', at: [8, 8], vm: 2 }] });
    expect(on.world.vms[2]!).toMatchObject({ power: 'stopped', shutDown: true });
    tampers(on);
    expect(on.world.vms[2]!).toMatchObject({ power: 'stopped', foothold: 'root', drifted: true });
    on.run(20);
    expect(on.world.vms[2]!).toMatchObject({ power: 'running', foothold: 'root', shutDown: false });
  });

  test.each([
    ['of a VM that runs', { people: [] }, 'vm-off'],
    [
      'M20 from a zone that is not on its list',
      { stores: [{ ...STORE!, reachedFrom: [] }, LIBRARY!] },
      'store-writable',
    ],
    [
      'M23 of a VM whose files are encrypted',
      { vms: [library.vms![0]!, { ...library.vms![1]!, filesEncrypted: true }] },
      'files-readable',
    ],
    ['M41 where configurations are checked', checked, 'configs-unchecked'],
  ] as [string, Partial<ScenarioFile>, string][])(
    'A173 %s it comes to nothing',
    (_, over, need) => {
      const on = bench(over);
      on.world.attackers[1]!.knownVms.push(on.world.vms[2]!.id);
      tampers(on);
      expect(on.world.vms[2]!).toMatchObject({ foothold: 'none', drifted: false });
      expect(failed(on)).toBe(need);
    },
  );

  test('A174 a look around tells whose files lie there, and which are not locked', () => {
    const noted = (on: Bench): unknown => {
      on.act('recon-network', { from: 1 });
      on.run(8);
      return on.world.attackers[1]!.notes[wayNote(1, 2, 'files')];
    };
    expect(noted(bench())).toBe(1);
    expect(noted(bench({ people: [] }))).toBe(0);
    expect(
      noted(bench({ stores: [{ ...STORE!, reachedFrom: ['dmz'] }, LIBRARY!] })),
    ).toBeUndefined();
  });

  test('A174 it is tried at what was seen to be off, and at nothing else', () => {
    const known = (files: number): Known => ({
      vms: [
        { number: 1, own: true, power: 'running', ring: 'kernel' },
        { number: 2, own: false, power: 'unknown', ring: 'none' },
      ],
      notes: { [wayNote(1, 2, 'files')]: files },
      flaws: {},
      waiting: false,
      asked: 0,
    });
    expect(cfgVmxTamper.prospects(known(1))).toMatchObject([{ args: { from: 1, vm: 2 } }]);
    expect(cfgVmxTamper.prospects(known(0))).toEqual([]);
  });
});

describe('configurations', () => {
  const EDITED: People = [...SHUT, { kind: 'edits-config', at: [2, 2], vm: 2 }];

  test('M40 M41 one that an administrator changed does not start where it is checked', () => {
    const on = bench({ ...checked, people: [...EDITED, { kind: 'starts-up', at: [3, 3], vm: 2 }] });
    on.run(16);
    expect(on.world.vms[2]!).toMatchObject({ power: 'stopped', drifted: true, shutDown: false });
    expect(on.give('start-vm', { vm: 2 })?.code).toBe('rule.config-differs');
    expect(on.give('approve-config', { vm: 2 })).toBeNull();
    on.run(45);
    expect(on.world.vms[2]!).toMatchObject({ power: 'running', drifted: false });
  });

  test('M40 M41 unchecked it starts as it is, and an order has it checked', () => {
    const on = bench({ people: [...EDITED, { kind: 'starts-up', at: [3, 3], vm: 2 }] });
    on.run(16);
    expect(on.world.vms[2]!).toMatchObject({ power: 'running', drifted: true });
    expect(on.give('check-configs', { store: 2 })?.code).toBe('rule.no-such-thing');
    expect(on.give('check-configs', { store: 1 })).toBeNull();
    on.run(35);
    expect(on.world.vms[2]!.power).toBe('running');
    on.give('stop-vm', { vm: 2 });
    on.run(4);
    expect(on.give('start-vm', { vm: 2 })?.code).toBe('rule.config-differs');
  });

  test('M43 what was planted and has never started goes with the change', () => {
    const on = tampers(bench());
    on.give('approve-config', { vm: 2 });
    on.run(45);
    expect(on.world.vms[2]!).toMatchObject({ foothold: 'none', intruder: 0, drifted: false });
    // What its tenant has no need of stays off.
    expect(on.world.vms[2]!.power).toBe('stopped');
  });

  test('M43 who has come in by now stays, until the VM is made anew', () => {
    const on = tampers(bench());
    on.give('start-vm', { vm: 2 });
    on.run(6);
    on.give('approve-config', { vm: 2 });
    on.run(45);
    expect(on.world.vms[2]!).toMatchObject({ foothold: 'root', drifted: false });
    on.give('rebuild-vm', { vm: 2 });
    on.run(12);
    expect(on.world.vms[2]!.foothold).toBe('none');
  });

  test('M42 nothing is promised of what its tenant has shut down, and it is of what we stop', () => {
    const promised = (on: Bench): number => {
      const before = on.world.tally.promised;
      on.run(1);
      return on.world.tally.promised - before;
    };
    expect(promised(bench())).toBe(1);
    const on = bench({ people: [] });
    on.give('stop-vm', { vm: 2 });
    on.run(4);
    expect([on.world.vms[2]!.power, promised(on)]).toEqual(['stopped', 2]);
  });

  test('S97 S98 that one has changed S6 tells, and S5 only where the management plane did it', () => {
    const edited = bench({ people: EDITED }).run(16);
    expect(alerts(edited, 'config-drift')).toMatchObject([{ sensor: 'S6', vm: 2 }]);
    expect(alerts(edited, 'config-edited')).toMatchObject([{ sensor: 'S5', vm: 2 }]);
    const tampered = tampers(bench()).run(10);
    expect(alerts(tampered, 'config-drift')).toMatchObject([{ sensor: 'S6', vm: 2 }]);
    expect(alerts(tampered, 'config-edited')).toEqual([]);
    tampered.give('approve-config', { vm: 2 });
    tampered.run(60);
    expect(alerts(tampered, 'config-drift')).toMatchObject([
      { state: expect.not.stringMatching('open') },
    ]);
  });
});
