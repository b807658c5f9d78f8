import { describe, expect, test } from 'vitest';
import { imgGoldenBackdoor } from '../../../shared/attacks/images/img-golden-backdoor.ts';
import { bakeImage } from '../../../shared/mechanics/images/left.ts';
import { SCENARIO } from '../../../shared/world/ids.ts';
import { IMPLANTS, type Known, vmNote } from '../../../shared/world/people/known.ts';
import type { ScenarioFile } from '../../../shared/world/scenario/schema.ts';
import { library } from '../../support/setups/library.ts';
import { network, website } from '../../support/setups/network.ts';
import { Bench, hostileShop, id, tiny } from '../../support/worlds.ts';

const BACKDOOR = 'img-golden-backdoor';
const [STORE, LIBRARY] = library.stores!;

/** The shop in VM 1 of the app zone, which mounts the library; VM 2 is the hospital's database. Everything gets everywhere. */
const bench = (over: Partial<ScenarioFile> = {}): Bench =>
  new Bench(
    tiny({
      ...network,
      ...library,
      rules: [{ from: 'any', to: 'any', service: 'any', allow: true }],
      attackers: [{ ...hostileShop, owns: [1] }],
      ...over,
      pace: { startCredits: 500, ...over.pace },
    }),
  );

const implants = (on: Bench, from = 1): Bench => {
  on.act(BACKDOOR, { from });
  return on.run(12);
};

/** The hospital asks for a VM of the first image, and is given it. */
function made(on: Bench, host = 1): Bench['world']['vms'][number] {
  const request = on.ask(1);
  expect(on.give('create-vm', { request, host, technique: 'hvm' })).toBeNull();
  on.run(6);
  return on.world.vms.at(-1)!;
}

const failed = (on: Bench): string | undefined => on.events('act-ended').at(-1)?.data.need;
const alerts = (on: Bench, kind: string) =>
  on.world.alerts.filter((alert) => alert?.seen.kind === kind);

describe('B33: a backdoor in an image of the library', () => {
  test('A170 G20 is in what is made from then on, and in nothing that was made before', () => {
    const on = bench();
    const before = made(on)!;
    implants(on);
    const after = made(on, 2)!;
    expect([before.intruder, before.foothold]).toEqual([0, 'none']);
    expect([after.intruder, after.foothold]).toEqual([1, 'kernel']);
    expect(on.world.vms[2]!).toMatchObject({ intruder: 0, foothold: 'none', madeAt: 0 });
    expect(after.madeAt).toBe(after.bornAt);
    expect(before.madeAt).toBeLessThan(after.madeAt ?? 0);
  });

  test('A170 G3 G20 it comes back with a VM that is made anew, until the image is built again', () => {
    const on = implants(bench());
    const vm = on.world.vms[2]!;
    expect(on.give('rebuild-vm', { vm: 2 })).toBeNull();
    on.run(12);
    expect([vm.intruder, vm.foothold, (vm.madeAt ?? 0) > 0]).toEqual([1, 'kernel', true]);
    expect(on.give('build-anew', { image: 1 })).toBeNull();
    on.run(80);
    expect(vm.intruder).toBe(1);
    on.give('rebuild-vm', { vm: 2 });
    on.run(12);
    expect([vm.intruder, vm.foothold]).toEqual([0, 'none']);
  });

  test('A170 a snapshot of such a VM keeps it, and patching the image leaves it in', () => {
    const flaws = [{ name: 'shellshock' as const, fixedIn: 12, public: true }];
    const on = implants(bench({ flaws }));
    on.give('patch-image', { image: 1 });
    on.run(6);
    expect(on.world.images[1]!).toMatchObject({ implant: 1, drifted: true });
    const vm = made(on)!;
    expect([vm.intruder, vm.service]).toEqual([1, 12]);
  });

  test('A172 whose it is knows of the VM once it calls home, and not where nothing gets out', () => {
    const known = (allow: boolean): unknown[] => {
      const rules = [{ from: 'data', to: 'any', service: 'any', allow }] as const;
      const on = implants(bench({ rules: [...rules] }));
      on.give('rebuild-vm', { vm: 2 });
      on.run(12);
      return [on.world.vms[2]!.intruder, on.world.attackers[1]!.knownVms.includes(id(2))];
    };
    expect(known(true)).toEqual([1, true]);
    expect(known(false)).toEqual([1, false]);
  });

  test.each([
    [
      'M44 from a zone that is not on its list',
      { stores: [STORE!, { ...LIBRARY!, reachedFrom: ['dmz'] }] },
      'library-open',
    ],
    [
      'G21 where signatures are verified',
      { stores: [STORE!, { ...LIBRARY!, verified: true }] },
      'deploys-unverified',
    ],
  ] as [string, Partial<ScenarioFile>, string][])(
    'A170 %s it comes to nothing',
    (_, over, need) => {
      const on = implants(bench(over));
      expect(on.world.images[1]!).toMatchObject({ implant: 0, drifted: false });
      expect(failed(on)).toBe(need);
    },
  );

  test('A170 M44 where images lie in no library nobody gets to them', () => {
    const on = implants(bench({ stores: [STORE!] }));
    expect(on.world.images[1]!.implant).toBeUndefined();
    expect(on.events('image-implanted')).toEqual([]);
  });

  test('A171 a look around counts the images, and those that are still theirs', () => {
    const on = bench();
    on.act('recon-network', { from: 1 });
    on.run(8);
    const { notes } = on.world.attackers[1]!;
    expect(notes[vmNote(1, 'library')]).toBe(1);
    implants(on);
    expect(on.world.attackers[1]!.notes[IMPLANTS]).toBe(1);
    on.give('build-anew', { image: 1 });
    on.run(80);
    on.act('recon-network', { from: 1 });
    on.run(8);
    expect(on.world.attackers[1]!.notes[IMPLANTS]).toBe(0);
    const none = bench({ stores: [STORE!] });
    none.act('recon-network', { from: 1 });
    none.run(8);
    expect(none.world.attackers[1]!.notes[vmNote(1, 'library')]).toBeUndefined();
  });

  test('A171 it is tried where an image is left to be changed, as far as they know', () => {
    const known = (notes: Known['notes']): Known => ({
      vms: [{ number: 1, own: true, power: 'running', ring: 'kernel' }],
      notes,
      flaws: {},
      waiting: false,
      asked: 0,
    });
    const tried = (notes: Known['notes']): number =>
      imgGoldenBackdoor.prospects(known(notes)).length;
    expect(tried({})).toBe(0);
    expect(tried({ [vmNote(1, 'library')]: 2 })).toBe(1);
    expect(tried({ [vmNote(1, 'library')]: 2, [IMPLANTS]: 2 })).toBe(0);
  });
});

describe('signatures of images', () => {
  const verifying = (): Bench => bench({ stores: [STORE!, { ...LIBRARY!, verified: true }] });

  test('G21 where they are verified nothing is made, or made anew, of what is not signed', () => {
    const on = verifying();
    const request = on.ask(1);
    const create = { request, host: 1, technique: 'hvm' };
    expect(on.give('create-vm', create)?.code).toBe('rule.image-unsigned');
    expect(on.give('rebuild-vm', { vm: 2 })?.code).toBe('rule.image-unsigned');
    expect(on.give('sign-image', { image: 1 })).toBeNull();
    on.run(45);
    expect(on.world.images[1]!.signed).toBe(true);
    const again = { ...create, request: on.ask(1) };
    expect(on.give('create-vm', again)).toBeNull();
  });

  test('G21 an order has them verified, of the library alone and once', () => {
    const on = bench();
    expect(on.give('verify-images', { store: 1 })?.code).toBe('rule.no-such-thing');
    expect(on.give('verify-images', { store: 2 })).toBeNull();
    on.run(35);
    expect(on.world.stores[2]!.verified).toBe(true);
    expect(on.give('verify-images', { store: 2 })?.code).toBe('rule.already-so');
  });

  test('G22 what was signed and changed since is deployed no more, until it is built again', () => {
    const on = verifying();
    on.give('sign-image', { image: 1 });
    on.run(45);
    bakeImage(on.match, id(1), 0, SCENARIO);
    const create = (): string | undefined =>
      on.give('create-vm', { request: on.ask(1), host: 1, technique: 'hvm' })?.code;
    expect(create()).toBe('rule.image-unsigned');
    on.give('build-anew', { image: 1 });
    on.run(80);
    expect(on.world.images[1]!).toMatchObject({ signed: true, drifted: false });
    expect(create()).toBeUndefined();
  });

  test('G22 G2 patched in place it is not signed any more, and its copies stay as they were', () => {
    const flaws = [{ name: 'shellshock' as const, fixedIn: 12, public: true }];
    const on = bench({ flaws, vms: [library.vms![0]!, website] });
    on.give('sign-image', { image: 1 });
    on.run(45);
    on.give('patch-image', { image: 1 });
    on.run(6);
    expect(on.world.images[1]!).toMatchObject({ signed: false, service: 12 });
    expect(on.world.vms[2]!.service).toBe(8);
  });

  test('G22 S96 to sign an image signs what somebody has put into it', () => {
    const on = implants(bench());
    on.run(10);
    expect(alerts(on, 'image-drift')).toMatchObject([{ sensor: 'S6', state: 'open' }]);
    on.give('sign-image', { image: 1 });
    on.run(60);
    expect(alerts(on, 'image-drift')).toMatchObject([{ state: 'over' }]);
    expect(on.world.images[1]!).toMatchObject({ signed: true, implant: 1 });
    expect(made(on)!.intruder).toBe(1);
  });
});

describe('what is seen of it', () => {
  test('S96 by S6: an image that is not as it is on record, whoever changed it', () => {
    const on = bench();
    on.run(12);
    expect(alerts(on, 'image-drift')).toEqual([]);
    bakeImage(on.match, id(1), 0, SCENARIO);
    on.run(12);
    expect(alerts(on, 'image-drift')).toMatchObject([{ sensor: 'S6', vm: 0, seen: { image: 1 } }]);
    const none = bench({ stores: [STORE!] });
    bakeImage(none.match, id(1), 0, SCENARIO);
    none.run(12);
    expect(alerts(none, 'image-drift')).toEqual([]);
  });

  test('S95 by S14: who mounts the library to write to it, meant to or not', () => {
    const on = bench();
    on.act(BACKDOOR, { from: 1 });
    expect(alerts(on, 'store-mounted')).toMatchObject([
      { sensor: 'S14', vm: 1, seen: { store: 2 } },
    ]);
    const meant = bench({ people: [{ kind: 'mounts', at: [2, 2], vm: 1, store: 2 }] });
    meant.run(12);
    expect(alerts(meant, 'store-mounted')).toMatchObject([{ vm: 1, seen: { store: 2 } }]);
    const shut = bench({ stores: [STORE!, { ...LIBRARY!, reachedFrom: [] }] });
    shut.act(BACKDOOR, { from: 1 });
    expect(alerts(shut, 'store-mounted')).toEqual([]);
  });

  test('M44 M22 narrowed, its list lets nobody write to it', () => {
    const on = bench();
    expect(on.give('restrict-store', { store: 2 })).toBeNull();
    on.run(6);
    expect(failed(implants(on))).toBe('library-open');
  });

  test('A170 that it is in a copy shows who looks into that, and not before', () => {
    const on = implants(bench());
    const vm = made(on)!;
    expect(on.give('investigate-vm', { vm: vm.id })).toBeNull();
    on.run(8);
    expect(alerts(on, 'code-found')).toMatchObject([{ vm: vm.id }]);
  });
});
