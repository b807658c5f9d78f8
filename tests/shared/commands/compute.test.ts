import { describe, expect, test } from 'vitest';
import { destroyVm } from '../../../shared/mechanics/lifecycle.ts';
import { NATURE } from '../../../shared/world/history.ts';
import { Bench, benchWithReader, id, planOf, tiny } from '../../support/worlds.ts';

const NO_SUCH = { code: 'rule.no-such-thing', facts: {} };

/** A bench on which the shop has asked for a VM of two frames. */
function asked(over: Parameters<typeof tiny>[0] = {}): Bench {
  const bench = new Bench(tiny(over));
  bench.ask(2);
  return bench;
}

describe('create-vm', () => {
  test('V1 it places the VM at once and powers it on when it is done', () => {
    const bench = asked();
    expect(bench.give('create-vm', { request: 1, host: 2, technique: 'hvm' })).toBeNull();
    expect(bench.world.vms[3]).toMatchObject({
      power: 'provisioning',
      host: 2,
      tenant: 2,
      request: 1,
      memory: [9, 10],
    });
    expect(bench.world.requests[1]?.state).toBe('in-work');
    bench.run(2);
    expect(bench.world.vms[3]?.power).toBe('provisioning');
    bench.run(1);
    expect(bench.world.vms[3]?.power).toBe('running');
    expect(bench.world.requests[1]?.state).toBe('served');
    expect(bench.world.jobs).toEqual([null, null]);
  });

  test('A3 the new VM’s frames are caused by the request and the order', () => {
    const bench = asked();
    bench.give('create-vm', { request: 1, host: 2, technique: 'hvm' });
    const placed = bench.events('vm-placed')[0]!;
    const causes = placed.causes.map((seq) => bench.history[seq - 1]?.kind);
    expect(causes).toEqual(['request-opened', 'order']);
    expect(bench.world.provenance['frames/9/owner']).toBe(placed.seq);
  });

  test.each([
    ['no such request', { request: 9, host: 1, technique: 'hvm' }, NO_SUCH],
    ['no such host', { request: 1, host: 9, technique: 'hvm' }, NO_SUCH],
    ['a request to be rid of one', { request: 2, host: 1, technique: 'hvm' }, NO_SUCH],
    [
      'too few frames',
      { request: 3, host: 1, technique: 'hvm' },
      { code: 'rule.frames-short', facts: { host: 1, free: 4, wanted: 5 } },
    ],
  ])('J7 it is refused for %s', (_, args, refusal) => {
    const bench = asked();
    bench.ask(1, { kind: 'destroy', vm: id(1) });
    bench.ask(3, { kind: 'create', plan: planOf({ frames: 5 }) });
    expect(bench.give('create-vm', args)).toEqual(refusal);
    expect(bench.world.jobs).toEqual([null]);
  });

  test('J7 it is refused for a request that is served, and for one in work', () => {
    const bench = asked();
    const closed = { code: 'rule.request-closed', facts: {} };
    bench.give('create-vm', { request: 1, host: 1, technique: 'hvm' });
    expect(bench.give('create-vm', { request: 1, host: 2, technique: 'hvm' })).toEqual(closed);
    bench.run(5);
    expect(bench.give('create-vm', { request: 1, host: 2, technique: 'hvm' })).toEqual(closed);
  });

  test('J4 cancelled, it takes the VM away and the request stands open again', () => {
    const bench = asked();
    bench.give('create-vm', { request: 1, host: 2, technique: 'hvm' });
    bench.give('cancel-job', { job: 1 });
    expect(bench.world.vms[3]).toBeNull();
    expect(bench.world.requests[1]?.state).toBe('open');
    expect(bench.world.hosts[2]?.free).toEqual([12, 11, 9, 10]);
    expect(bench.events('job-ended')[0]?.data).toEqual({
      command: 'create-vm',
      outcome: 'cancelled',
    });
    expect(bench.give('create-vm', { request: 1, host: 2, technique: 'hvm' })).toBeNull();
    expect(bench.world.vms[4]?.memory).toEqual([10, 9]);
  });

  test('J3 it is interrupted when the VM that it makes is gone', () => {
    const bench = asked();
    bench.give('create-vm', { request: 1, host: 2, technique: 'hvm' });
    destroyVm(bench.match, id(3), NATURE, id(0));
    bench.run(1);
    expect(bench.events('job-ended')[0]?.data.outcome).toBe('subject-gone');
    expect(bench.world.requests[1]?.state).toBe('open');
    expect(bench.world.jobs[1]).toBeNull();
  });
});

describe('destroy-vm', () => {
  test('V4 it removes a VM that its tenant wants to be rid of, and serves the request', () => {
    const bench = new Bench();
    bench.ask(1, { kind: 'destroy', vm: id(1) });
    expect(bench.give('destroy-vm', { vm: 1 })).toBeNull();
    expect(bench.world.vms[1]).not.toBeNull();
    bench.run(1);
    expect(bench.world.vms[1]).toBeNull();
    expect(bench.world.requests[1]?.state).toBe('served');
    expect(bench.frames(1)).toEqual(['0:0:1']);
    expect(bench.events('vm-destroyed')[0]?.actor).toEqual({ kind: 'seat', id: 1 });
  });

  test('J7 it is refused while the tenant wants the VM, and when there is none', () => {
    const bench = new Bench();
    bench.ask(1, { kind: 'destroy', vm: id(1) });
    expect(bench.give('destroy-vm', { vm: 2 })).toEqual({ code: 'rule.still-wanted', facts: {} });
    expect(bench.give('destroy-vm', { vm: 9 })).toEqual(NO_SUCH);
  });

  test('T3 a request that was missed can still be carried out', () => {
    const bench = new Bench();
    bench.ask(1, { kind: 'destroy', vm: id(1) });
    bench.run(61);
    expect(bench.world.requests[1]?.state).toBe('missed');
    expect(bench.give('destroy-vm', { vm: 1 })).toBeNull();
  });
});

describe('power', () => {
  test('V3 stop-vm and start-vm take a VM down and up again', () => {
    const bench = new Bench();
    expect(bench.give('stop-vm', { vm: 1 })).toBeNull();
    bench.run(1);
    expect(bench.world.vms[1]).toMatchObject({ power: 'stopped', memory: [1, 2] });
    expect(bench.give('start-vm', { vm: 1 })).toBeNull();
    bench.run(1);
    expect(bench.world.vms[1]?.power).toBe('stopped');
    bench.run(1);
    expect(bench.world.vms[1]?.power).toBe('running');
  });

  test.each([
    ['start-vm', 1, { code: 'rule.wrong-power', facts: { power: 'running' } }],
    ['stop-vm', 3, { code: 'rule.wrong-power', facts: { power: 'provisioning' } }],
    ['start-vm', 3, { code: 'rule.wrong-power', facts: { power: 'provisioning' } }],
    ['investigate-vm', 3, { code: 'rule.wrong-power', facts: { power: 'provisioning' } }],
    ['stop-vm', 9, NO_SUCH],
    ['start-vm', 9, NO_SUCH],
    ['investigate-vm', 9, NO_SUCH],
  ])('J7 %s is refused for VM %i', (command, vm, refusal) => {
    const bench = asked();
    bench.give('create-vm', { request: 1, host: 1, technique: 'hvm' });
    expect(bench.give(command, { vm })).toEqual(refusal);
  });

  test('J4 a stop that is cancelled stops nothing', () => {
    const bench = new Bench();
    bench.give('stop-vm', { vm: 1 });
    bench.give('cancel-job', { job: 1 });
    bench.run(5);
    expect(bench.world.vms[1]?.power).toBe('running');
  });

  test('J3 it is interrupted when the VM is gone', () => {
    const bench = new Bench(
      tiny({ people: [{ kind: 'deletes-own', at: [1, 1], vm: 1 }], pace: { stopLength: 50 } }),
    );
    bench.give('stop-vm', { vm: 1 });
    bench.run(5);
    expect(bench.events('job-ended')[0]).toMatchObject({
      tick: 5,
      data: { command: 'stop-vm', outcome: 'subject-gone' },
    });
  });
});

describe('investigate-vm', () => {
  test('S8 it touches nothing and raises what it found when it is done', () => {
    const bench = benchWithReader();
    const before = bench.frames(1, 2, 3, 4);
    bench.give('investigate-vm', { vm: 3 });
    bench.run(3);
    expect(bench.world.alerts.filter((alert) => alert?.sensor === 'investigation')).toEqual([]);
    bench.run(1);
    expect(bench.world.alerts.at(-1)).toMatchObject({ sensor: 'investigation', vm: 3 });
    expect(bench.frames(1, 2, 3, 4).map((f) => f.split(':')[0])).toEqual(
      before.map((f) => f.split(':')[0]),
    );
  });

  test('S8 a stopped VM can be looked at too', () => {
    const bench = new Bench();
    bench.give('stop-vm', { vm: 1 });
    bench.run(2);
    expect(bench.give('investigate-vm', { vm: 1 })).toBeNull();
  });
});
