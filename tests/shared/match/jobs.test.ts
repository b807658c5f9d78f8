import { describe, expect, test } from 'vitest';
import { handsOf } from '../../../shared/match/hands.ts';
import { raise } from '../../../shared/mechanics/sensors/raise.ts';
import type { ScenarioFile } from '../../../shared/world/scenario/schema.ts';
import { Bench, id, tiny } from '../../support/worlds.ts';

const dirty: Partial<ScenarioFile> = {
  residue: [{ host: 1, asset: 'payment-keys', frames: 4 }],
  pace: { stopLength: 9 },
};

describe('jobs', () => {
  test('J1 what takes time is a job that holds a hand of the seat that ordered it', () => {
    const bench = new Bench();
    bench.give('stop-vm', { vm: 1 });
    expect(bench.world.jobs[1]).toEqual({
      id: 1,
      command: 'stop-vm',
      args: { vm: 1 },
      seat: 1,
      host: 1,
      cycles: 200,
      claims: ['vms/1'],
      startedAt: 2,
      length: 2,
      done: 1,
      cancelled: false,
      order: bench.events('order')[0]?.seq,
    });
    expect(handsOf(bench.world, 1)).toEqual({ all: 3, used: 1 });
    bench.run(1);
    expect(handsOf(bench.world, 1)).toEqual({ all: 3, used: 0 });
  });

  test('J1 what takes no time is done at once and makes no job', () => {
    const bench = new Bench();
    raise(bench.match, 'S9', { host: id(1), vm: id(1) }, { kind: 'orphan' }, []);
    bench.give('acknowledge-alert', { alert: 1 });
    expect(bench.world.jobs).toEqual([null]);
    expect(bench.events('order')).toHaveLength(1);
  });

  test('J1 without a free hand there is no new job', () => {
    const bench = new Bench(tiny({ ...dirty, pace: { stopLength: 9, handsSolo: 2 } }));
    bench.give('stop-vm', { vm: 1 });
    bench.give('stop-vm', { vm: 2 });
    expect(bench.give('scrub-frames', { host: 1 })).toEqual({
      code: 'rule.no-free-hand',
      facts: { hands: 2 },
    });
    bench.run(9);
    expect(bench.give('scrub-frames', { host: 1 })).toBeNull();
  });

  test('J2 what a job has claimed is refused to every other, its own seat’s too', () => {
    const bench = new Bench(tiny(dirty));
    bench.give('scrub-frames', { host: 1 });
    const busy = { code: 'rule.target-busy', facts: { subject: 'hosts/1' } };
    expect(bench.give('scrub-policy', { host: 1, policy: 'on-free' })).toEqual(busy);
    expect(bench.give('scrub-frames', { host: 1 })).toEqual(busy);
    expect(bench.give('scrub-policy', { host: 2, policy: 'on-free' })).toBeNull();
    bench.run(4);
    expect(bench.give('scrub-policy', { host: 1, policy: 'on-free' })).toBeNull();
  });

  test('J2 what the command itself objects to is said first', () => {
    const bench = new Bench(tiny({ ...dirty, pace: { handsSolo: 1, stopLength: 9 } }));
    bench.give('stop-vm', { vm: 1 });
    expect(bench.give('start-vm', { vm: 1 })).toMatchObject({ code: 'rule.wrong-power' });
    expect(bench.give('stop-vm', { vm: 1 })).toMatchObject({ code: 'rule.target-busy' });
    expect(bench.give('stop-vm', { vm: 2 })).toMatchObject({ code: 'rule.no-free-hand' });
  });

  test('J3 a job whose subject goes is interrupted with the reason, in the same tick', () => {
    const people = [{ kind: 'deletes-own' as const, at: [1, 1] as [number, number], vm: 1 }];
    const bench = new Bench(tiny({ ...dirty, people }));
    bench.give('investigate-vm', { vm: 1 });
    bench.run(3);
    expect(bench.world.vms[1]).toBeNull();
    expect(bench.world.jobs[1]).toBeNull();
    expect(bench.events('job-ended')).toMatchObject([
      {
        tick: 5,
        actor: { kind: 'seat', id: 1 },
        subjects: ['vms/1', 'hosts/1'],
        data: { outcome: 'subject-gone' },
      },
    ]);
  });

  test('J4 a cancelled job ends in the same tick, keeps what it had done, frees hand and claim', () => {
    const bench = new Bench(tiny(dirty));
    bench.give('scrub-frames', { host: 1 });
    bench.run(1);
    bench.give('cancel-job', { job: 1 });
    expect(bench.world.jobs[1]).toBeNull();
    expect(handsOf(bench.world, 1).used).toBe(0);
    expect(bench.frames(3, 4, 5, 6)).toEqual(['0:0:0', '0:0:0', '0:0:1', '0:0:1']);
    expect(bench.give('scrub-frames', { host: 1 })).toBeNull();
    expect(bench.world.jobs[2]).not.toBeNull();
  });

  test('J4 anyone of the team may cancel it', () => {
    const bench = new Bench(tiny(dirty));
    bench.tick({ kind: 'seat', seat: 2, pilot: 'human' });
    bench.give('stop-vm', { vm: 1 });
    expect(bench.give('cancel-job', { job: 1 }, 2)).toBeNull();
    expect(bench.events('job-ended')[0]?.actor).toEqual({ kind: 'seat', id: 1 });
  });

  test('J5 a player who drops out does not cancel their jobs', () => {
    const bench = new Bench(tiny(dirty));
    bench.give('stop-vm', { vm: 1 });
    bench.tick({ kind: 'seat', seat: 1, pilot: 'computer' });
    expect(bench.world.jobs[1]).toMatchObject({ seat: 1, done: 2 });
    bench.run(7);
    expect(bench.world.vms[1]?.power).toBe('stopped');
    expect(bench.events('job-ended')[0]?.data.outcome).toBe('done');
  });

  test('J5 who comes back finds their hands as full as their jobs make them', () => {
    const bench = new Bench(tiny(dirty));
    bench.give('stop-vm', { vm: 1 });
    bench.tick({ kind: 'seat', seat: 1, pilot: 'computer' });
    expect(handsOf(bench.world, 1)).toEqual({ all: 0, used: 1 });
    bench.tick({ kind: 'seat', seat: 1, pilot: 'human' });
    expect(handsOf(bench.world, 1)).toEqual({ all: 3, used: 1 });
  });
});
