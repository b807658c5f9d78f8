import { describe, expect, test } from 'vitest';
import { resFreeMemory } from '../../../shared/attacks/memory/res-free-memory.ts';
import { destroyVm } from '../../../shared/mechanics/lifecycle.ts';
import { moveVm } from '../../../shared/mechanics/migration.ts';
import { setFact } from '../../../shared/world/fact.ts';
import { NATURE } from '../../../shared/world/history.ts';
import { SCENARIO } from '../../../shared/world/ids.ts';
import type { ScrubPolicy } from '../../../shared/world/machine/host.ts';
import { type Known, vmNote } from '../../../shared/world/people/known.ts';
import { brokenInto } from '../../support/hypervisor.ts';
import { type Bench, id } from '../../support/worlds.ts';

const READ = 'res-free-memory';

/** Attacker 1 has gone out of the bank's VM 1, and the hospital's VM 2 has left the host since. */
function below({
  scrub = 'never',
  falls = true,
}: {
  scrub?: ScrubPolicy;
  falls?: boolean;
} = {}): Bench {
  const bench = brokenInto({ host: { scrub } });
  if (falls) {
    bench.act('esc-floppy-venom', { vm: 1 });
    bench.run(6);
    expect(bench.world.hosts[1]?.intruder).toBe(1);
  }
  destroyVm(bench.match, id(2), NATURE, SCENARIO);
  return bench;
}

/** Reads what lies in free memory, to the end. Which assets have leaked so far. */
function readAll(bench: Bench): number[] {
  bench.act(READ, { vm: 1 });
  bench.run(4);
  return bench.events('harm').flatMap(({ data }) => (data.kind === 'leak' ? [data.asset] : []));
}

describe('B27 from below: what lies in the free memory of a host that fell', () => {
  test('A45 whoever runs code below its guests reads it', () => {
    const bench = below();
    expect(bench.frames(3, 4)).toEqual(['0:0:4', '0:0:4']);
    expect(readAll(bench)).toEqual([4]);
    const harm = bench.events('harm').at(-1)!;
    expect(harm.data).toMatchObject({
      kind: 'leak',
      asset: 4,
      victim: 3,
      vm: 1,
      host: 1,
      attack: READ,
      args: { vm: 1, host: 1 },
    });
    expect(harm.data.needs.map(({ need }) => need)).toEqual([
      'host-is-theirs',
      'frame-is-free',
      'foreign-residue-free',
    ]);
    // It rests on the fall of the host and on what was left there, both by their events.
    const [takeover] = bench.events('harm');
    const [freed] = bench.events('frames-freed');
    expect(harm.causes).toEqual(expect.arrayContaining([takeover?.seq, freed?.seq]));
  });

  test('A45 it takes the host: with the kernel of a guest alone nothing is meant by it', () => {
    const bench = below({ falls: false });
    expect(readAll(bench)).toEqual([]);
    expect(bench.events('act')).toEqual([]);
  });

  test('A45 M6 a policy that clears frames as they are handed out leaves them lying until then', () => {
    expect(readAll(below({ scrub: 'on-allocate' }))).toEqual([4]);
  });

  test('A45 M5 what was cleared as it was freed is not there any more', () => {
    expect(readAll(below({ scrub: 'on-free' }))).toEqual([]);
  });

  test('A45 M8 nor is what was scrubbed since', () => {
    const bench = below();
    expect(bench.give('scrub-frames', { host: 1 })).toBeNull();
    bench.run(2);
    expect(readAll(bench)).toEqual([]);
    expect(bench.events('act-ended').at(-1)?.data.need).toBe('foreign-residue-free');
  });

  test('A45 K11 nor is anything theirs on a host that was installed anew meanwhile', () => {
    const bench = below();
    bench.act(READ, { vm: 1 });
    setFact(bench.world, 'hosts', 1, 'intruder', id(0), SCENARIO);
    bench.run(4);
    expect(bench.events('harm').map(({ data }) => data.kind)).toEqual(['takeover']);
    expect(bench.events('act-ended').at(-1)?.data.need).toBe('host-is-theirs');
  });

  test('A45 what somebody owns, or what lies on another host, is no free memory of this one', () => {
    const bench = brokenInto({
      over: { residue: [{ host: 2, asset: 'patient-records', frames: 2 }] },
    });
    bench.act('esc-floppy-venom', { vm: 1 });
    bench.run(6);
    // The hospital's VM still runs beside, with its data in its own frames.
    expect(bench.world.vms[2]?.host).toBe(1);
    expect(readAll(bench)).toEqual([]);
  });

  test('A45 H1 what is their own is no harm', () => {
    const bench = below();
    for (const frame of [3, 4]) setFact(bench.world, 'frames', frame, 'residue', id(3), SCENARIO);
    expect(readAll(bench)).toEqual([]);
    expect(bench.events('act-ended').at(-1)?.data.need).toBe('foreign-residue-free');
  });

  test('A45 A2 it is meant of a host by a VM that is on it, and by none that went elsewhere', () => {
    const bench = below();
    const attacker = bench.world.attackers[1]!;
    const meant = (): unknown => resFreeMemory.resolve(bench.world, attacker, { vm: 1 });
    expect(meant()).toEqual({ attacker: 1, tenant: 2, host: 1 });
    expect(resFreeMemory.resolve(bench.world, attacker, { vm: 9 })).toBeNull();
    moveVm(bench.match, id(1), id(2), NATURE, SCENARIO);
    expect(meant()).toBeNull();
  });

  test('A45 it reads every free frame once, when all is prepared', () => {
    const bench = below();
    const by = resFreeMemory.resolve(bench.world, bench.world.attackers[1]!, { vm: 1 })!;
    expect(resFreeMemory.strikes(bench.world, by, 3, 4)).toEqual([]);
    const frames = resFreeMemory.strikes(bench.world, by, 4, 4).map(({ frame }) => frame);
    expect([...frames].sort()).toEqual([3, 4, 5, 6]);
  });
});

describe('what they would try', () => {
  const known = (notes: Known['notes'], power: 'unknown' | 'gone' = 'unknown'): Known => ({
    vms: [{ number: 1, own: false, power, ring: 'none' }],
    notes,
    flaws: {},
    waiting: false,
    asked: 0,
  });
  const tries = (what: Known): number => resFreeMemory.prospects(what).length;

  test('A4 A45 where they know a host to be theirs, and not twice', () => {
    const fallen = { [vmNote(1, 'below')]: 1 };
    expect(tries(known({}))).toBe(0);
    expect(tries(known(fallen))).toBe(1);
    expect(tries(known(fallen, 'gone'))).toBe(0);
    expect(tries(known({ ...fallen, [vmNote(1, 'free-read')]: 1 }))).toBe(0);
  });

  test('A4 A45 they note that they have read it as they begin, and forget that when a host falls anew', () => {
    const bench = below();
    const { notes } = bench.world.attackers[1]!;
    expect([notes[vmNote(1, 'below')], notes[vmNote(1, 'free-read')]]).toEqual([1, undefined]);
    readAll(bench);
    expect(notes[vmNote(1, 'free-read')]).toBe(1);
    bench.give('rebuild-host', { host: 1 });
    bench.run(8);
    expect(notes[vmNote(1, 'below')]).toBeUndefined();
    setFact(bench.world, 'vms', 1, 'deviceBuild', 43, SCENARIO);
    bench.act('esc-floppy-venom', { vm: 1 });
    bench.run(6);
    expect([notes[vmNote(1, 'below')], notes[vmNote(1, 'free-read')]]).toEqual([1, undefined]);
  });
});
