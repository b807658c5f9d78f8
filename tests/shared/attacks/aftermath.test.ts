import { describe, expect, test } from 'vitest';
import { collectGuestFrames } from '../../../shared/attacks/aftermath/collect-guest-frames.ts';
import { lateralSharedCredential } from '../../../shared/attacks/aftermath/lateral-shared-credential.ts';
import { inTurn } from '../../../shared/attacks/needs/below.ts';
import { moveVm } from '../../../shared/mechanics/migration.ts';
import { setFact } from '../../../shared/world/fact.ts';
import { NATURE } from '../../../shared/world/history.ts';
import { SCENARIO } from '../../../shared/world/ids.ts';
import { type Known, vmNote } from '../../../shared/world/people/known.ts';
import { FOUR, fallen } from '../../support/fallen.ts';
import { type Bench, id } from '../../support/worlds.ts';

const LATERAL = 'lateral-shared-credential';
const FRAMES = 'collect-guest-frames';
const TOOLS = 'tools-guestops-abuse';

/** Does an act from VM 1 to its end, in the tiny world's time. */
function does(bench: Bench, attack: string, vm = 1): Bench {
  bench.act(attack, { vm });
  bench.run(14);
  return bench;
}

const holders = ({ world }: Bench): number[] => world.hosts.slice(1).map((host) => host!.intruder);
const failed = (bench: Bench): string | undefined => bench.events('act-ended').at(-1)?.data.need;
const leaks = (bench: Bench): [asset: number, weight: number][] =>
  bench
    .events('harm')
    .flatMap(({ data }) => (data.kind === 'leak' ? [[data.asset, data.weight]] : []));

describe('§28.1: from host to host', () => {
  test('A46 the host with the same credential falls, at the newest build, and no other', () => {
    const bench = does(fallen(), LATERAL);
    expect(holders(bench)).toEqual([1, 1, 0, 0]);
    const harm = bench.events('harm').at(-1)!;
    expect(harm.data).toMatchObject({
      kind: 'takeover',
      host: 2,
      weight: 60,
      attack: LATERAL,
      args: { from: 1, host: 2 },
    });
    expect(harm.data.needs.map(({ need }) => need)).toEqual([
      'source-is-theirs',
      'management-reachable',
      'same-credential',
    ]);
    // It rests on the fall of the first host.
    expect(harm.causes).toContain(bench.events('harm')[0]?.seq);
  });

  test('A46 one that takes the same credential on another management network stands', () => {
    const hosts = FOUR.map((host, i) => (i === 1 ? { ...host, management: 2 } : host));
    const bench = does(fallen({ hosts }), LATERAL);
    expect(holders(bench)).toEqual([1, 0, 0, 0]);
  });

  test('A46 without the first host it is not even meant', () => {
    const bench = does(fallen({}, false), LATERAL);
    expect(bench.events('act')).toEqual([]);
  });

  test('A46 K60 with a credential for each host the cloud ends at its first host', () => {
    const bench = fallen({ hosts: FOUR.map((host) => ({ ...host, credential: 0 })) });
    expect(holders(does(bench, LATERAL))).toEqual([1, 0, 0, 0]);
    expect(failed(bench)).toBeDefined();
  });

  test('A49 what opened the host when it fell opens the other still, whatever opens the first now', () => {
    const bench = fallen();
    bench.give('rotate-credentials', { host: 1 });
    bench.run(6);
    expect(bench.world.hosts[1]!.credential).not.toBe(1);
    expect(holders(does(bench, LATERAL))).toEqual([1, 1, 0, 0]);
  });

  test('A49 K60 installed anew with the same credential, a host falls again from the other', () => {
    const bench = does(fallen(), LATERAL);
    bench.give('rebuild-host', { host: 1 });
    bench.run(12);
    expect(holders(bench)).toEqual([0, 1, 0, 0]);
    expect(bench.world.hosts[1]).toMatchObject({ stolen: 0, credential: 1 });
    bench.act(LATERAL, { vm: 2 });
    bench.run(14);
    expect(holders(bench)).toEqual([1, 1, 0, 0]);
  });

  test('H8 a host that is theirs is not charged for again', () => {
    const bench = does(fallen(), LATERAL);
    does(bench, LATERAL, 1);
    const takeovers = bench.events('harm').filter(({ data }) => data.kind === 'takeover');
    expect(takeovers.map(({ data }) => data.host)).toEqual([1, 2]);
  });

  test('A46 from the next host they go on by a VM that is on it', () => {
    const bench = does(fallen(), LATERAL);
    const attacker = bench.world.attackers[1]!;
    expect(attacker.knownVms).toEqual([1, 3]);
    expect(lateralSharedCredential.resolve(bench.world, attacker, { vm: 2 })).toMatchObject({
      from: 2,
    });
    expect(lateralSharedCredential.resolve(bench.world, attacker, { vm: 9 })).toBeNull();
  });
});

describe('§8.2.2: what a host reads of its guests', () => {
  test('A47 one VM after another is read, and what is their own is no harm', () => {
    const bench = fallen();
    moveVm(bench.match, id(3), id(1), NATURE, SCENARIO);
    bench.act(FRAMES, { vm: 1 });
    const read = (): number[] => leaks(bench).map(([asset]) => asset);
    // Its eight ticks are shared by the two that are not their own.
    bench.run(1);
    expect(read()).toEqual([]);
    bench.run(4);
    expect(read()).toEqual([4]);
    bench.run(6);
    expect(read()).toEqual([4, 1]);
  });

  test('A47 of what stands on another host nothing is read', () => {
    const bench = fallen();
    moveVm(bench.match, id(2), id(2), NATURE, SCENARIO);
    expect(leaks(does(bench, FRAMES))).toEqual([]);
  });

  test('A47 K61 nor is memory that is encrypted', () => {
    const bench = fallen();
    setFact(bench.world, 'vms', 2, 'memoryEncrypted', true, SCENARIO);
    expect(leaks(does(bench, FRAMES))).toEqual([]);
    expect(failed(bench)).toBeDefined();
  });

  test('A47 nor does it go on when the host is installed anew meanwhile', () => {
    const bench = fallen();
    bench.act(FRAMES, { vm: 1 });
    setFact(bench.world, 'hosts', 1, 'intruder', id(0), SCENARIO);
    bench.run(12);
    expect(leaks(bench)).toEqual([]);
    expect(failed(bench)).toBe('host-is-theirs');
  });

  test('H7 what the VM was charged for when its host fell is taken off', () => {
    // The hospital's records weigh 100; the fall of host 1 was charged at 60 for each of its two VMs.
    const bench = does(fallen(), FRAMES);
    expect(bench.world.breaches[1]).toMatchObject({
      kind: 'takeover',
      weight: 120,
      charged: [1, 2],
    });
    expect(leaks(bench)).toEqual([[4, 40]]);
  });

  test('H7 of a VM that came to the host since, nothing is', () => {
    const bench = fallen();
    moveVm(bench.match, id(3), id(1), NATURE, SCENARIO);
    does(bench, FRAMES);
    expect(leaks(bench)).toContainEqual([1, 240]);
  });

  test('A47 each thing in turn falls due once, and the last of them at the end', () => {
    const due = (length: number): number[][] =>
      Array.from({ length }, (_, i) => inTurn([1, 2, 3], i + 1, length));
    expect(due(6)).toEqual([[], [1], [], [2], [], [3]]);
    expect(due(1)).toEqual([[1, 2, 3]]);
    expect(inTurn([], 1, 1)).toEqual([]);
  });
});

describe('B19: commands in guests, through their tools', () => {
  test('A48 root in those that take guest operations and have old tools, without their login', () => {
    const bench = does(fallen(), TOOLS);
    expect(bench.world.vms[2]).toMatchObject({ foothold: 'root', intruder: 1 });
    // Their own they had already, and what is on another host they do not reach.
    expect(bench.world.vms[3]).toMatchObject({ foothold: 'none' });
    expect(bench.events('foothold').at(-1)?.data).toMatchObject({
      vm: 2,
      ring: 'root',
      attack: TOOLS,
    });
  });

  test('A48 K61 memory encryption does not stop it', () => {
    const bench = fallen();
    setFact(bench.world, 'vms', 2, 'memoryEncrypted', true, SCENARIO);
    expect(does(bench, TOOLS).world.vms[2]!.foothold).toBe('root');
  });

  test('A48 K63 an update of the guest’s programs does', () => {
    const bench = fallen();
    bench.give('patch-guest', { vm: 2 });
    bench.run(6);
    expect(bench.world.vms[2]!.service).toBe(16);
    expect(does(bench, TOOLS).world.vms[2]!.foothold).toBe('none');
    expect(failed(bench)).toBe('tools-unpatched');
  });

  test('H7 what they take out of it then is charged less what the fall was charged for it', () => {
    const bench = does(fallen(), TOOLS);
    bench.act('collect-guest-data', { vm: 2 });
    bench.run(6);
    expect(leaks(bench)).toEqual([[4, 40]]);
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

  test('A4 A46 A47 where they know a host to be theirs, and once from each', () => {
    for (const [attack, done] of [
      [lateralSharedCredential, 'spread'],
      [collectGuestFrames, 'guests-read'],
    ] as const) {
      const below = { [vmNote(1, 'below')]: 1 };
      expect(attack.prospects(known({}))).toEqual([]);
      expect(attack.prospects(known(below))).toHaveLength(1);
      expect(attack.prospects(known({ ...below, [vmNote(1, done)]: 1 }))).toEqual([]);
    }
  });

  test('A4 A46 thrown out of a host they try what opened it once more', () => {
    const bench = does(fallen(), LATERAL);
    expect(bench.world.attackers[1]!.notes[vmNote(1, 'spread')]).toBe(1);
    bench.give('rebuild-host', { host: 2 });
    bench.run(12);
    expect(bench.world.attackers[1]!.notes[vmNote(1, 'spread')]).toBeUndefined();
  });
});
