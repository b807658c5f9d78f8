import { describe, expect, test } from 'vitest';
import { attacks } from '../../../shared/attacks/registry.ts';
import { setFact } from '../../../shared/world/fact.ts';
import { SCENARIO } from '../../../shared/world/ids.ts';
import { type Known, ownNote, vmNote, wayNote } from '../../../shared/world/people/known.ts';
import type { ScenarioFile } from '../../../shared/world/scenario/schema.ts';
import { SEEDED } from '../../support/setups/images.ts';
import { bankVm, STREET, street } from '../../support/storage.ts';
import { Bench, hostileShop, hostsWith, id, tiny } from '../../support/worlds.ts';

type Person = ScenarioFile['people'][number];

/** Acts once and waits until it is over. What came of it, or the need that was not met. */
function outcome(bench: Bench, attack: string, args: object, wait = 24): string | undefined {
  bench.act(attack, args);
  bench.run(wait);
  const ended = bench.events('act-ended').at(-1)?.data;
  return ended?.outcome === 'done' ? 'done' : ended?.need;
}

const told = ({ world }: Bench): string[] =>
  world.alerts.flatMap((alert) =>
    alert ? `${alert.sensor} ${alert.seen.kind} ${alert.state}` : [],
  );

/** Someone bakes keys of the bank (asset 1) into the one image, in that second; none: a sample key. */
const bakes = (second: number, asset?: 'payment-keys' | 'orders'): Person => ({
  kind: 'bakes-image',
  at: [second, second],
  image: 'web-2015',
  ...(asset === undefined ? {} : { asset }),
});

describe('B35', () => {
  const name = 'img-secrets-left';
  const begin = (...people: Person[]): Bench =>
    new Bench(tiny({ people, attackers: [hostileShop] }));
  /** The shop rents a VM, which is its first and VM 3. */
  function rent(bench: Bench): Bench {
    bench.act('entry-tenant');
    bench.run(1);
    bench.give('create-vm', { request: 1, host: 1, technique: 'hvm' });
    bench.run(5);
    return bench;
  }
  const leaked = (bench: Bench): unknown[] =>
    bench.events('harm').map(({ data }) => [data.attack, data.asset, data.victim]);

  test('A111 keys that lay in the image as the VM was made are read in it', () => {
    const bench = begin(bakes(1, 'payment-keys'));
    bench.run(6);
    expect(outcome(rent(bench), name, { vm: 1 })).toBe('done');
    expect(leaked(bench)).toEqual([[name, 1, 1]]);
    const [baked] = bench.events('image-baked');
    const [placed] = bench.events('vm-placed');
    expect(placed?.causes).toContain(baked?.seq);
  });

  test('A111 what was baked in after the VM was made is not in it, and one’s own keys are no harm', () => {
    const late = begin(bakes(4, 'payment-keys'));
    rent(late);
    late.run(20);
    expect(outcome(late, name, { vm: 1 })).toBe('secret-left');
    const own = begin(bakes(1, 'orders'));
    own.run(6);
    expect(outcome(rent(own), name, { vm: 1 })).toBe('secret-left');
  });

  test('A111 K111 an image that is built anew first gives nothing away; afterwards it is too late', () => {
    const before = begin(bakes(1, 'payment-keys'));
    before.run(6);
    expect(before.give('build-anew', { image: 1 })).toBeNull();
    before.run(6);
    expect(before.world.images[1]?.recipe).toBe(true);
    expect(before.give('build-anew', { image: 1 })?.code).toBe('rule.already-so');
    expect(outcome(rent(before), name, { vm: 1 })).toBe('secret-left');

    const after = begin(bakes(1, 'payment-keys'));
    after.run(6);
    rent(after);
    expect(after.give('build-anew', { image: 1 })).toBeNull();
    after.run(6);
    expect(outcome(after, name, { vm: 1 })).toBe('done');
  });

  test('A111 K112 changed keys open nothing from any copy, until others are left', () => {
    const bench = begin(bakes(1, 'payment-keys'), bakes(20, 'payment-keys'));
    bench.run(6);
    rent(bench);
    expect(bench.give('revoke-keys', { image: 1 })).toBeNull();
    bench.run(6);
    expect(bench.give('revoke-keys', { image: 1 })?.code).toBe('rule.already-so');
    expect(outcome(bench, name, { vm: 1 })).toBe('secret-opens');
    while (bench.world.tick < 104) bench.run(1);
    expect(bench.world.images[1]).toMatchObject({ recipe: false, revoked: false });
  });

  test('A111 G3 a VM that is rebuilt has what its image has by then', () => {
    const bench = begin(bakes(1, 'payment-keys'));
    bench.run(6);
    rent(bench);
    bench.give('build-anew', { image: 1 });
    bench.run(6);
    bench.give('rebuild-vm', { vm: 3 });
    bench.run(12);
    expect(bench.world.vms[3]?.leftSecret).toBe(0);
  });

  test('A111 it takes root', () => {
    const bench = begin(bakes(1, 'payment-keys'));
    bench.run(6);
    rent(bench);
    setFact(bench.world, 'vms', 3, 'foothold', 'user', SCENARIO);
    expect(outcome(bench, name, { vm: 1 })).toBe('root-in-guest');
  });

  test('S66 the scanner tells of keys and of sample keys alike, once each, and that they are gone', () => {
    for (const asset of ['payment-keys', undefined] as const) {
      const bench = begin(bakes(1, asset));
      bench.run(40);
      expect(told(bench)).toEqual(['S6 image-secret open']);
      expect(bench.world.alerts[1]?.seen).toEqual({ kind: 'image-secret', image: 1 });
      bench.give('build-anew', { image: 1 });
      bench.run(20);
      // The order that cleans the image does not change what its copies hold.
      expect(told(bench)).toEqual(['S6 image-secret over']);
    }
  });

  test('S66 S27 changed keys end it, and what is left later is told of anew', () => {
    const bench = begin(bakes(1, 'payment-keys'), bakes(12, 'payment-keys'));
    bench.run(20);
    bench.give('revoke-keys', { image: 1 });
    bench.run(20);
    expect(told(bench)).toEqual(['S6 image-secret over']);
    bench.run(40);
    expect(told(bench)).toEqual(['S6 image-secret over', 'S6 image-secret open']);
  });

  test('S66 it tells of an image that is asked for and older than a published fix, until it is patched', () => {
    const flaws = [{ name: 'shellshock', fixedIn: 12, public: true }] as const;
    const bench = new Bench(tiny({ flaws: [...flaws], attackers: [hostileShop] }));
    bench.run(30);
    expect(told(bench)).toEqual([]);
    rent(bench);
    bench.run(10);
    expect(told(bench)).toEqual(['S6 image-outdated open']);
    bench.give('patch-image', { image: 1 });
    bench.run(20);
    expect(told(bench)).toEqual(['S6 image-outdated over']);
  });

  test('A111 minds search each VM once in which they are root', () => {
    const known = (note: Record<string, number>, ring: 'user' | 'root' = 'root'): Known => ({
      vms: [{ number: 1, own: true, power: 'running', ring }],
      notes: { [ownNote(1)]: 1, ...note },
      flaws: {},
      waiting: false,
      asked: 1,
    });
    const tried = (of: Known) =>
      attacks
        .get(name)!
        .prospects(of)
        .map(({ args, sure }) => [args, sure]);
    expect(tried(known({}))).toEqual([[{ vm: 1 }, false]]);
    expect(tried(known({ [vmNote(1, 'image-read')]: 1 }))).toEqual([]);
    expect(tried(known({}, 'user'))).toEqual([]);
  });
});

describe('B37', () => {
  const name = 'sprawl-orphan';
  const leaves: Person = { kind: 'owner-leaves', at: [1, 1], vm: 1 };
  /** The bank's old service, which attacker 1 knows as their VM 1 once they have looked. */
  function begin(over: Partial<ScenarioFile> = {}): Bench {
    const bench = new Bench(
      tiny({
        ...STREET,
        hosts: hostsWith({ blocks: 4 }),
        vms: [bankVm({ service: 10 })],
        people: [leaves],
        attackers: [hostileShop],
        ...over,
      }),
    );
    bench.run(6);
    bench.act('recon-network', { from: 0 });
    bench.run(10);
    return bench;
  }

  test('A112 the old service of a VM that nobody answers for is broken into', () => {
    const bench = begin();
    expect(outcome(bench, name, { from: 0, vm: 1 }, 10)).toBe('done');
    expect(bench.world.vms[1]).toMatchObject({ foothold: 'user', intruder: 1 });
    const [left] = bench.events('owner-left');
    expect(bench.events('foothold')[0]?.causes).toContain(left?.seq);
  });

  test('A112 of one that somebody answers for, or that was updated, or that is gone, it is not', () => {
    expect(outcome(begin({ people: [] }), name, { from: 0, vm: 1 }, 10)).toBe('nobody-answers');
    const patched = begin();
    patched.give('patch-guest', { vm: 1 });
    patched.run(8);
    expect(outcome(patched, name, { from: 0, vm: 1 }, 10)).toBe('service-unpatched');
    const reclaimed = begin();
    expect(reclaimed.give('reclaim-vm', { vm: 1 })).toBeNull();
    reclaimed.run(6);
    expect(reclaimed.world.vms[1]).toBeNull();
    outcome(reclaimed, name, { from: 0, vm: 1 }, 10);
    expect(reclaimed.events('foothold')).toEqual([]);
  });

  test('A112 minds are sure of it where a second look found the same old build', () => {
    const known = (note: Record<string, number | string>): Known => ({
      vms: [{ number: 1, own: false, power: 'unknown', ring: 'none' }],
      notes: {
        [wayNote(0, 1, 'reach')]: 1,
        [vmNote(1, 'service')]: 'web',
        [vmNote(1, 'service-build')]: 10,
        ...note,
      },
      flaws: { shellshock: 12 },
      waiting: false,
      asked: 0,
    });
    const tried = (note: Record<string, number | string> = {}) =>
      attacks
        .get(name)!
        .prospects(known(note))
        .map(({ args, sure }) => [args, sure]);
    expect(tried()).toEqual([[{ from: 0, vm: 1 }, false]]);
    expect(tried({ [vmNote(1, 'same-build')]: 1 })).toEqual([[{ from: 0, vm: 1 }, true]]);
    expect(tried({ [vmNote(1, 'service-build')]: 12 })).toEqual([]);
  });

  test('A22 a second look tells whether anybody has updated a service since the first', () => {
    const bench = begin();
    const notes = bench.world.attackers[1]!.notes;
    expect(notes[vmNote(1, 'same-build')]).toBeUndefined();
    bench.act('recon-network', { from: 0 });
    bench.run(10);
    expect(notes[vmNote(1, 'same-build')]).toBe(1);
    bench.give('patch-guest', { vm: 1 });
    bench.run(8);
    bench.act('recon-network', { from: 0 });
    bench.run(10);
    expect(notes[vmNote(1, 'same-build')]).toBe(0);
  });
});

describe('owners', () => {
  const flaws: ScenarioFile['flaws'] = [{ name: 'shellshock', fixedIn: 12, public: true }];
  const begin = (...people: Person[]): Bench =>
    new Bench(
      tiny({
        flaws,
        vms: [bankVm({ blocks: 0, blockFills: 0 })],
        people,
        pace: { ownerPatches: 20 },
      }),
    );

  test('W21 whoever answers for a VM updates it so long after, and nobody else does', () => {
    const bench = begin();
    while (bench.world.tick < 19) bench.run(1);
    expect(bench.world.vms[1]?.service).toBe(10);
    bench.run(1);
    expect(bench.world.vms[1]?.service).toBe(12);
    expect(bench.events('patched')[0]?.actor).toEqual({ kind: 'tenant', id: 1 });
    for (const kind of ['owner-leaves', 'goes-on-leave'] as const) {
      const left = begin({ kind, at: [1, 1], vm: 1 });
      left.run(60);
      expect(left.world.vms[1]?.service, kind).toBe(10);
    }
  });

  test('W21 what was off when its owner looked is updated the next time', () => {
    const bench = begin();
    bench.run(10);
    expect(bench.give('stop-vm', { vm: 1 })).toBeNull();
    while (bench.world.tick < 30) bench.run(1);
    expect(bench.world.vms[1]?.power).toBe('stopped');
    expect(bench.give('start-vm', { vm: 1 })).toBeNull();
    while (bench.world.tick < 39) bench.run(1);
    expect(bench.world.vms[1]?.service).toBe(10);
    bench.run(1);
    expect(bench.world.vms[1]?.service).toBe(12);
  });

  test('W21 after a new advisory again, and not where nobody is said to', () => {
    const later = new Bench(
      tiny({
        flaws: [{ name: 'shellshock', fixedIn: 12, public: false }],
        vms: [bankVm({ blocks: 0, blockFills: 0 })],
        people: [{ kind: 'advisory', at: [4, 4], flaw: 'shellshock' }],
        pace: { ownerPatches: 10 },
      }),
    );
    while (later.world.tick < 29) later.run(1);
    expect(later.world.vms[1]?.service).toBe(10);
    later.run(1);
    expect(later.world.vms[1]?.service).toBe(12);
    const never = new Bench(tiny({ flaws, vms: [bankVm({ blocks: 0, blockFills: 0 })] }));
    never.run(100);
    expect(never.world.vms[1]?.service).toBe(10);
  });

  test('S67 the inventory tells of what lacks a fix for longer than owners take, until it has it', () => {
    const bench = begin({ kind: 'owner-leaves', at: [1, 1], vm: 1 });
    bench.run(20);
    expect(told(bench)).not.toContain('S9 unpatched open');
    bench.run(20);
    expect(told(bench)).toContain('S9 unpatched open');
    bench.give('patch-guest', { vm: 1 });
    bench.run(20);
    expect(told(bench)).toContain('S9 unpatched over');
    const kept = begin();
    kept.run(60);
    expect(told(kept).filter((line) => line.includes('unpatched'))).toEqual([]);
  });

  test('W22 S67 on leave or gone, the register says the same, and the answer tells', () => {
    for (const [kind, then] of [
      ['owner-leaves', 'gone'],
      ['goes-on-leave', 'present'],
    ] as const) {
      const bench = begin({ kind, at: [1, 1], vm: 1 });
      bench.run(12);
      expect(told(bench), kind).toEqual(['S9 orphan open']);
      expect(bench.world.vms[1]).toMatchObject({ owner: 'gone', ownerAsked: false });
      expect(bench.give('ask-owner', { vm: 1 })).toBeNull();
      bench.run(6);
      expect(bench.world.vms[1]).toMatchObject({ owner: then, ownerAsked: true });
      expect(bench.give('ask-owner', { vm: 1 })?.code).toBe('rule.already-so');
      const refusal = bench.give('reclaim-vm', { vm: 1 });
      expect(refusal?.code, kind).toBe(then === 'gone' ? undefined : 'rule.still-wanted');
    }
  });

  test('W22 of what is reclaimed unasked its tenant asks for another, if somebody was on leave', () => {
    for (const [kind, asks] of [
      ['owner-leaves', 0],
      ['goes-on-leave', 1],
    ] as const) {
      const bench = begin({ kind, at: [1, 1], vm: 1 });
      bench.run(12);
      bench.give('reclaim-vm', { vm: 1 });
      bench.run(6);
      const opened = bench.events('request-opened').map(({ data }) => data);
      expect(opened, kind).toHaveLength(asks);
      if (asks === 1) {
        expect(opened[0]).toEqual({ tenant: 1, wish: 'create' });
        expect(bench.world.requests[1]?.wish).toMatchObject({
          plan: { workload: 'payments', zone: id(1), asset: id(1), frames: 3 },
        });
      }
    }
  });

  test('W22 whoever leaves after they were asked has to be asked for again', () => {
    const bench = begin(
      { kind: 'goes-on-leave', at: [1, 1], vm: 1 },
      { kind: 'owner-leaves', at: [8, 8], vm: 1 },
    );
    bench.run(12);
    bench.give('ask-owner', { vm: 1 });
    bench.run(6);
    expect(bench.world.vms[1]?.owner).toBe('present');
    bench.run(30);
    expect(bench.world.vms[1]).toMatchObject({ owner: 'gone', ownerAsked: false });
  });
});

describe('B32', () => {
  const name = 'clone-entropy-reuse';
  const args = { from: 1, vm: 2 };
  const leaked = (bench: Bench): unknown[] =>
    bench.events('harm').map(({ data }) => [data.attack, data.asset, data.victim, data.vm]);

  test('A113 whoever has another clone of the same saved state reads by its keys, in plain reach', () => {
    const bench = street({ images: SEEDED });
    expect(outcome(bench, name, args)).toBe('done');
    expect(leaked(bench)).toEqual([[name, 1, 1, 2]]);
  });

  test('A113 K113 of an image that was never booted, or was built anew first, no keys are the same', () => {
    const clean = street({ images: SEEDED!.map((image) => ({ ...image, seeded: false })) });
    expect(outcome(clean, name, args)).toBe('same-keys');
    const bench = new Bench(
      tiny({
        images: SEEDED!,
        vms: [bankVm({ blocks: 0, blockFills: 0 })],
        attackers: [hostileShop],
      }),
    );
    bench.give('build-anew', { image: 1 });
    bench.run(6);
    bench.act('entry-tenant');
    bench.run(1);
    bench.give('create-vm', { request: 1, host: 2, technique: 'hvm' });
    bench.run(6);
    expect([bench.world.vms[1]?.keysFrom, bench.world.vms[2]?.keysFrom]).toEqual([1, 0]);
  });

  test('A113 K113 a generation ID takes a restart, and the keys are new a little after it', () => {
    const bench = street({ images: SEEDED });
    expect(bench.give('generation-id', { vm: 1 })).toBeNull();
    expect(bench.world.vms[1]?.power).toBe('stopped');
    bench.run(4);
    expect(bench.world.vms[1]).toMatchObject({ power: 'running', generationId: true, keysFrom: 1 });
    bench.run(3);
    expect(bench.world.vms[1]).toMatchObject({ keysFrom: 0, reseedsAt: 0 });
    expect(bench.give('generation-id', { vm: 1 })?.code).toBe('rule.already-so');
    expect(outcome(bench, name, args)).toBe('same-keys');
  });

  test('A113 it takes root and a path', () => {
    const user = street({ images: SEEDED });
    setFact(user.world, 'vms', 2, 'foothold', 'user', SCENARIO);
    expect(outcome(user, name, args)).toBe('root-in-source');
    const shut = street({ images: SEEDED });
    shut.give('quarantine-vm', { vm: 1 });
    shut.run(4);
    expect(outcome(shut, name, args)).toBe('reachable');
  });

  test('S68 the inventory tells of two VMs with the same host keys, one tenant’s or two, until they differ', () => {
    for (const tenant of ['bank', 'shop'] as const) {
      const other = { ...bankVm({ host: 2, blocks: 0, blockFills: 0 }), tenant };
      const bench = new Bench(
        tiny({
          images: SEEDED!,
          vms: [
            bankVm({ blocks: 0, blockFills: 0 }),
            { ...other, asset: tenant === 'bank' ? 'ledger' : 'orders' },
          ],
        }),
      );
      bench.run(30);
      expect(told(bench)).toEqual(['S9 duplicate-keys open']);
      expect(bench.world.alerts[1]).toMatchObject({ vm: 2, seen: { peer: 1 } });
      bench.give('generation-id', { vm: 2 });
      bench.run(20);
      expect(told(bench)).toEqual(['S9 duplicate-keys over']);
    }
  });

  test('A22 a look around tells whose host key is one’s own', () => {
    for (const seeded of [true, false]) {
      const bench = street({ images: SEEDED!.map((image) => ({ ...image, seeded })) });
      bench.act('recon-network', { from: 1 });
      bench.run(10);
      const note = bench.world.attackers[1]!.notes[wayNote(1, 2, 'same-keys')];
      expect(note).toBe(seeded ? 1 : undefined);
    }
  });

  test('A113 minds try it where they have seen the same key and get there', () => {
    const known = (over: Record<string, number>): Known => ({
      vms: [
        { number: 1, own: true, power: 'running', ring: 'root' },
        { number: 2, own: false, power: 'unknown', ring: 'none' },
      ],
      notes: {
        [ownNote(1)]: 2,
        [wayNote(1, 2, 'same-keys')]: 1,
        [wayNote(1, 2, 'reach')]: 1,
        ...over,
      },
      flaws: {},
      waiting: false,
      asked: 0,
    });
    const tried = (over: Record<string, number> = {}) =>
      attacks
        .get(name)!
        .prospects(known(over))
        .map(({ args: of, sure }) => [of, sure]);
    expect(tried()).toEqual([[args, true]]);
    for (const [key, value] of [
      [wayNote(1, 2, 'same-keys'), 0],
      [wayNote(1, 2, 'reach'), 0],
      [vmNote(2, 'memory-read'), 1],
    ] as const) {
      expect(tried({ [key]: value }), key).toEqual([]);
    }
  });
});
