import { describe, expect, test } from 'vitest';
import { imgStalePackages } from '../../../shared/attacks/images/img-stale-packages.ts';
import { snapRollbackRevive } from '../../../shared/attacks/images/snap-rollback-revive.ts';
import { collectGuestData } from '../../../shared/attacks/steps/collect-guest-data.ts';
import { bindPort } from '../../../shared/mechanics/network/ports.ts';
import { revert } from '../../../shared/mechanics/snapshots.ts';
import { patchGuest } from '../../../shared/mechanics/upkeep/images.ts';
import { setFact } from '../../../shared/world/fact.ts';
import { NATURE } from '../../../shared/world/history.ts';
import { SCENARIO } from '../../../shared/world/ids.ts';
import type { Known } from '../../../shared/world/people/known.ts';
import { bankVm, letIn, street } from '../../support/storage.ts';
import { type Bench, id } from '../../support/worlds.ts';

const known = (over: Partial<Known>): Known => ({
  vms: [
    { number: 1, own: true, power: 'running', ring: 'kernel' },
    { number: 2, own: false, power: 'unknown', ring: 'none' },
  ],
  notes: {},
  flaws: { shellshock: 12 },
  waiting: false,
  asked: 0,
  ...over,
});

const ways = (attack: typeof imgStalePackages, notes: Known['notes'], flaws?: Known['flaws']) =>
  attack
    .prospects(known({ notes, ...(flaws ? { flaws } : {}) }))
    .map(({ args }) => [args.from, args.vm]);

/** Tries it once to the end. Who is in the bank's VM then, and how far. */
function attempt(bench: Bench, attack: string, args: Record<string, number>): string {
  bench.act(attack, args);
  bench.run(4);
  const vm = bench.world.vms[1];
  return `${vm?.foothold} ${vm?.intruder}`;
}

const REVIVE = 'snap-rollback-revive';
const STALE = 'img-stale-packages';
const fromVm = { from: 1, vm: 2 };
const fromInternet = { from: 0, vm: 2 };

describe('B30 and E12: a snapshot brings its holes back', () => {
  test('A42 what is patched cannot be broken into, what was rolled back can, patched again it cannot', () => {
    const patched = street({}, { reverted: false });
    expect(attempt(patched, REVIVE, fromInternet)).toBe('none 0');
    revert(patched.match, id(1), id(1), NATURE, SCENARIO);
    expect(attempt(patched, REVIVE, fromInternet)).toBe('user 1');
    const again = street();
    patchGuest(again.match, id(1), NATURE, SCENARIO);
    expect(attempt(again, REVIVE, fromInternet)).toBe('none 0');
  });

  test('A42 the proof names the rollback as a cause', () => {
    const bench = street();
    attempt(bench, REVIVE, fromVm);
    const [reverted] = bench.events('vm-reverted');
    const [foothold] = bench.events('foothold');
    expect(foothold?.causes).toContain(reverted?.seq);
    expect(foothold?.data).toMatchObject({ vm: 1, ring: 'user', attack: REVIVE });
  });

  test('A42 what never had the fix is no matter of snapshots', () => {
    const vms = [bankVm({ service: 10, snapshot: { kernel: 10, service: 10 } })];
    const bench = street({ vms });
    expect(attempt(bench, REVIVE, fromInternet)).toBe('none 0');
    expect(attempt(bench, STALE, fromInternet)).toBe('user 1');
  });

  test('A4 A42 it is tried on what they saw mended and now see as it was before', () => {
    const open = {
      'way/0/2/reach': 1,
      'vm/2/service': 'web',
      'vm/2/service-build': 10,
      'vm/2/service-was': 12,
    };
    expect(ways(snapRollbackRevive, open)).toEqual([[0, 2]]);
    expect(ways(snapRollbackRevive, { ...open, 'vm/2/service-was': 10 })).toEqual([]);
    expect(ways(snapRollbackRevive, { ...open, 'vm/2/service-build': 12 })).toEqual([]);
    expect(ways(snapRollbackRevive, { ...open, 'way/0/2/reach': 0 })).toEqual([]);
    expect(ways(snapRollbackRevive, open, {})).toEqual([]);
    expect(ways(snapRollbackRevive, { ...open, 'vm/2/service': 'db' })).toEqual([]);
  });
});

describe('B34: old packages', () => {
  test('A43 an old service is broken into from the internet and from a VM they have', () => {
    expect(attempt(street(), STALE, fromInternet)).toBe('user 1');
    expect(attempt(street(), STALE, fromVm)).toBe('user 1');
  });

  test('A43 not where no packet of theirs gets to it', () => {
    const bench = street();
    setFact(bench.world, 'switches', 1, 'rules', [], SCENARIO);
    expect(attempt(bench, STALE, fromInternet)).toBe('none 0');
  });

  test('A43 an IPS on the way blocks, an IDS does not', () => {
    const watched = (watch: 'ids' | 'ips'): string => {
      const bench = street();
      setFact(bench.world, 'switches', 1, 'watch', watch, SCENARIO);
      return attempt(bench, STALE, fromInternet);
    };
    expect([watched('ids'), watched('ips')]).toEqual(['user 1', 'none 0']);
    const bench = street({ wire: 'ips' });
    expect(attempt(bench, STALE, fromInternet)).toBe('none 0');
  });

  test('A43 A2 nothing is meant by a hole that nobody has told of, or by a VM they are in', () => {
    const secret = street({ flaws: [{ name: 'shellshock', fixedIn: 12, public: false }] });
    secret.act(STALE, fromInternet);
    expect(secret.events('act').map(({ data }) => data.attack)).toEqual(['entry-tenant']);
    const inside = street();
    letIn(inside, 1, 'kernel');
    inside.act(STALE, fromInternet);
    inside.act(STALE, { from: 2, vm: 2 });
    inside.run(4);
    expect(inside.world.vms[1]?.foothold).toBe('kernel');
    expect(inside.events('foothold')).toEqual([]);
  });

  test.each([
    ['payments', 'user 1'],
    ['ledger-db', 'none 0'],
    ['settlement', 'none 0'],
  ] as const)('A43 G1 a hole of web services and a VM of %s: %s', (workload, outcome) => {
    const vm = bankVm({ workload, service: 10, snapshot: { kernel: 10, service: 10 } });
    const bench = street({ vms: [vm] });
    setFact(bench.world, 'switches', 1, 'rules', [allow], SCENARIO);
    expect(attempt(bench, STALE, fromInternet)).toBe(outcome);
    const need = outcome === 'none 0' ? 'runs-component' : undefined;
    expect(bench.events('act-ended').at(-1)?.data.need).toBe(need);
  });

  test('A43 G1 a queue falls to the hole of queues, and a web service does not', () => {
    const flaws = [{ name: 'queue-deserialisation', fixedIn: 12, public: true }] as const;
    const outcome = (workload: 'payments' | 'settlement'): string => {
      const vm = bankVm({ workload, service: 10, snapshot: { kernel: 10, service: 10 } });
      const bench = street({ vms: [vm], flaws: [...flaws] });
      setFact(bench.world, 'switches', 1, 'rules', [allow], SCENARIO);
      return attempt(bench, STALE, fromInternet);
    };
    expect([outcome('settlement'), outcome('payments')]).toEqual(['user 1', 'none 0']);
  });

  test('A6 A43 whoever breaks into a service has its rights: those of a user, or of root', () => {
    const as = (runsAs: 'user' | 'root'): string => {
      const bench = street();
      Object.assign(bench.world.images[1]!, { runsAs });
      return attempt(bench, STALE, fromInternet);
    };
    expect([as('user'), as('root')]).toEqual(['user 1', 'root 1']);
  });

  test('S1 the packets are seen where they pass as it begins, long before it strikes', () => {
    const bench = street();
    const from = bench.world.tick;
    bench.act(STALE, fromVm);
    const exploit = () =>
      bench.world.evidence.flatMap((trace) =>
        trace?.kind === 'traffic' && trace.nature === 'exploit' ? [trace] : [],
      );
    expect(exploit()).toMatchObject([{ vm: 2, peer: 1, switches: [2, 1], uplink: true }]);
    expect(exploit()[0]?.tick).toBe(from + 1);
    bench.run(4);
    expect(bench.world.evidence.at(-1)).toMatchObject({ kind: 'intrusion', vm: 1 });
    expect(bench.world.evidence.at(-1)!.tick - from).toBeGreaterThan(2);
  });

  test('N3 what their own switch does not let out is seen there and nowhere else', () => {
    const bench = street();
    setFact(bench.world, 'switches', 2, 'rules', [deny], SCENARIO);
    bench.act(STALE, fromVm);
    bench.run(1);
    const trace = bench.world.evidence.find((row) => row?.kind === 'traffic');
    expect(trace).toMatchObject({ switches: [2], uplink: false });
    bench.run(4);
    expect(bench.world.vms[1]?.foothold).toBe('none');
  });

  test('A4 A43 it is tried over ways they know to be open, on builds they know to be old', () => {
    const old = { 'vm/2/service': 'web', 'vm/2/service-build': 10 };
    const both = { ...old, 'way/0/2/reach': 1, 'way/1/2/reach': 1 };
    expect(ways(imgStalePackages, both)).toEqual([
      [0, 2],
      [1, 2],
    ]);
    expect(ways(imgStalePackages, { ...old, 'way/0/2/reach': 0 })).toEqual([]);
    expect(ways(imgStalePackages, { 'way/0/2/reach': 1 })).toEqual([]);
    expect(ways(imgStalePackages, { ...both, 'vm/2/service-build': 12 })).toEqual([]);
    // The hole is a web service's, and nobody has one of a database's.
    expect(ways(imgStalePackages, { ...both, 'vm/2/service': 'queue' })).toEqual([]);
    expect(ways(imgStalePackages, { ...both, 'vm/2/service': 'db' })).toEqual([]);
    const queue = { 'queue-deserialisation': 12 } as const;
    expect(ways(imgStalePackages, { ...both, 'vm/2/service': 'queue' }, queue)).toHaveLength(2);
  });
});

const allow = { from: 0, to: 0, service: 'any', allow: true } as const;
const deny = { from: 0, to: 0, service: 'any', allow: false } as const;

describe('taking a guest’s data out', () => {
  const inside = (): Bench => {
    const bench = street();
    letIn(bench, 1, 'user');
    return bench;
  };

  test('A44 what a guest works with leaves by the network, and is seen as it begins', () => {
    const bench = inside();
    bench.act('collect-guest-data', { vm: 2 });
    const bulk = bench.world.evidence.find(
      (trace) => trace?.kind === 'traffic' && trace.nature === 'bulk',
    );
    expect(bulk).toMatchObject({ vm: 1, peer: 0, service: 'web', switches: [1], uplink: true });
    expect(bench.events('harm')).toEqual([]);
    bench.run(3);
    expect(bench.events('harm')[0]?.data).toMatchObject({ asset: 1, victim: 1, vm: 1 });
    expect(bench.world.attackers[1]).toMatchObject({ loot: [1] });
    expect(bench.world.attackers[1]?.notes['vm/2/memory-read']).toBe(1);
  });

  test('A44 not from quarantine, and not from a guest that is off', () => {
    const shut = inside();
    bindPort(shut.world, id(1), id(1), id(4), SCENARIO);
    shut.act('collect-guest-data', { vm: 2 });
    shut.run(4);
    expect(shut.events('harm')).toEqual([]);
    const off = inside();
    off.give('stop-vm', { vm: 1 });
    off.run(2);
    off.act('collect-guest-data', { vm: 2 });
    off.run(4);
    expect(off.events('harm')).toEqual([]);
  });

  test('A44 H1 what is their own is no harm', () => {
    const bench = street();
    bench.act('collect-guest-data', { vm: 1 });
    bench.run(4);
    expect(bench.events('harm')).toEqual([]);
    expect(bench.events('act-ended').at(-1)?.data.outcome).toBe('needs-unmet');
  });

  test('A4 it is tried where they are in and have taken nothing, unless they know of no way out', () => {
    const vms = known({}).vms.map((vm) => ({ ...vm, power: 'running', ring: 'kernel' }) as const);
    const tried = (notes: Known['notes']) =>
      collectGuestData.prospects(known({ vms, notes })).map(({ args, sure }) => [args.vm, sure]);
    expect(tried({})).toEqual([[2, false]]);
    expect(tried({ 'way/2/0/reach': 1 })).toEqual([[2, true]]);
    expect(tried({ 'way/2/0/reach': 0 })).toEqual([]);
    expect(tried({ 'vm/2/memory-read': 1 })).toEqual([]);
  });
});
