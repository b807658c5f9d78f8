import { describe, expect, test } from 'vitest';
import { snapMemfileTheft } from '../../../shared/attacks/stores/snap-memfile-theft.ts';
import { type Known, vmNote } from '../../../shared/world/people/known.ts';
import type { ScenarioFile } from '../../../shared/world/scenario/schema.ts';
import { network } from '../../support/setups/network.ts';
import { shared } from '../../support/setups/stores.ts';
import { Bench, hostileShop, tiny } from '../../support/worlds.ts';

const THEFT = 'snap-memfile-theft';

/** The shop in VM 1 of the app zone; VM 2 is the hospital's database, with a snapshot. */
const bench = (over: Partial<ScenarioFile> = {}): Bench =>
  new Bench(tiny({ ...network, ...shared, attackers: [{ ...hostileShop, owns: [1] }], ...over }));

const steals = (on: Bench, from = 1): Bench => {
  on.act(THEFT, { from });
  on.run(30);
  return on;
};

const leaked = (on: Bench) => on.events('harm').map(({ data }) => [data.kind, data.asset, data.vm]);
const failed = (on: Bench): string | undefined => on.events('act-ended').at(-1)?.data.need;
const kept = (memory: boolean): Partial<ScenarioFile> => ({
  vms: [shared.vms![0]!, { ...shared.vms![1]!, snapshot: { kernel: 10, service: 10, memory } }],
});

describe('B31: memory that was saved with a snapshot', () => {
  test('A150 M20 M21 is read from wherever the datastore is mounted, and nobody is in the VM', () => {
    const on = steals(bench());
    const [harm] = leaked(on);
    expect(harm).toEqual(['leak', on.world.vms[2]!.asset, 1]);
    expect(on.world.vms[2]!).toMatchObject({ foothold: 'none', intruder: 0, power: 'running' });
  });

  test.each([
    ['M21 without its memory', kept(false), 'memory-saved'],
    ['M20 on a store of its hosts alone', { stores: [{ hosts: [1, 2] }] }, 'store-open'],
    [
      'M20 on a store that another zone mounts',
      { stores: [{ hosts: [1, 2], reachedFrom: ['dmz'] }] },
      'store-open',
    ],
    ['M21 on no store', { stores: [{ hosts: [2], reachedFrom: ['app'] }] }, undefined],
    [
      'M23 of a VM whose files are encrypted',
      { vms: [shared.vms![0]!, { ...shared.vms![1]!, filesEncrypted: true }] },
      'files-readable',
    ],
  ] as const)('A150 %s it is not', (_, over, need) => {
    const on = steals(bench(over as Partial<ScenarioFile>));
    expect(leaked(on)).toEqual([]);
    expect(failed(on)).toBe(need);
  });

  test('A150 M23 that its volume is encrypted keeps nobody from memory that was saved', () => {
    const vms = [shared.vms![0]!, { ...shared.vms![1]!, encrypted: true }];
    expect(leaked(steals(bench({ vms })))).toHaveLength(1);
  });

  test('A150 M20 from the internet, where that is let through, and there only', () => {
    const open = { stores: [{ hosts: [1, 2], reachedFrom: ['internet' as const] }] };
    const network6 = { zones: [...network.zones!, { name: 'internet' as const }] };
    expect(leaked(steals(bench({ ...open, ...network6 }), 0))).toHaveLength(1);
    expect(leaked(steals(bench({ ...open, ...network6 }), 1))).toEqual([]);
  });

  test('A150 M22 M23 narrowing the list, or encrypting the VM, stops it', () => {
    const narrowed = bench();
    expect(narrowed.give('restrict-store', { store: 1 })).toBeNull();
    narrowed.run(6);
    expect(narrowed.world.stores[1]!.reachedFrom).toEqual([]);
    expect(leaked(steals(narrowed))).toEqual([]);
    const sealed = bench();
    expect(sealed.give('encrypt-vm', { vm: 2 })).toBeNull();
    sealed.run(8);
    expect(leaked(steals(sealed))).toEqual([]);
  });

  test('A151 a look around counts the files of saved memory, where a store is mounted', () => {
    const on = bench();
    on.act('recon-network', { from: 1 });
    on.run(8);
    const { notes } = on.world.attackers[1]!;
    expect(notes[vmNote(1, 'saved-memory')]).toBe(1);
    const shut = bench({ stores: [{ hosts: [1, 2] }] });
    shut.act('recon-network', { from: 1 });
    shut.run(8);
    expect(shut.world.attackers[1]!.notes[vmNote(1, 'saved-memory')]).toBeUndefined();
  });

  test('A151 where files were seen it is tried, and where none were it is not', () => {
    const known = (notes: Known['notes']): Known => ({
      vms: [{ number: 1, own: true, power: 'running', ring: 'kernel' }],
      notes,
      flaws: {},
      waiting: false,
      asked: 0,
    });
    const tried = (files: number) =>
      snapMemfileTheft.prospects(known({ [vmNote(1, 'saved-memory')]: files })).length;
    expect([tried(0), tried(1)]).toEqual([0, 1]);
    expect(snapMemfileTheft.prospects(known({}))).toEqual([]);
  });
});
