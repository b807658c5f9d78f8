import { describe, expect, test } from 'vitest';
import { destroyVm } from '../../../shared/mechanics/lifecycle.ts';
import { NATURE } from '../../../shared/world/history.ts';
import type { ScenarioFile } from '../../../shared/world/scenario/schema.ts';
import { Bench, hostsWith, id, planOf, tiny } from '../../support/worlds.ts';

const dirty: Partial<ScenarioFile> = { residue: [{ host: 1, asset: 'payment-keys', frames: 4 }] };

describe('scrub-frames', () => {
  test('M8 it zeroes free frames, those next to be handed out first, so many a second', () => {
    const bench = new Bench(tiny(dirty));
    const left = (): number[] => [3, 4, 5, 6].filter((n) => bench.world.frames[n]?.residue !== 0);
    expect(bench.give('scrub-frames', { host: 1 })).toBeNull();
    expect(left()).toEqual([4, 5, 6]);
    bench.run(1);
    expect(left()).toEqual([5, 6]);
    bench.run(2);
    expect(left()).toEqual([]);
    expect(bench.world.jobs[1]).toBeNull();
  });

  test.each([
    [4, 2, 10],
    [4, 4, 5],
    [4, 10, 2],
    [1, 4, 2],
  ])('M8 %i frames at %i a second take %i ticks', (frames, scrubPerSecond, ticks) => {
    const bench = new Bench(
      tiny({ residue: [{ host: 1, asset: 'ledger', frames }], pace: { scrubPerSecond } }),
    );
    bench.give('scrub-frames', { host: 1 });
    bench.run(ticks - 2);
    expect(bench.world.jobs[1]).not.toBeNull();
    bench.run(1);
    expect(bench.world.jobs[1]).toBeNull();
    expect(bench.world.frames.every((frame) => !frame || frame.residue === 0)).toBe(true);
  });

  test('M8 what a VM owns is none of its business', () => {
    const bench = new Bench(tiny(dirty));
    bench.ask(2, { kind: 'create', plan: planOf({ fills: 0 }) });
    bench.give('create-vm', { request: 1, host: 1, technique: 'hvm' });
    bench.give('scrub-frames', { host: 1 });
    bench.run(10);
    expect(bench.frames(3, 4, 5, 6)).toEqual(['3:0:1', '3:0:1', '0:0:0', '0:0:0']);
    expect(bench.frames(1, 2)).toEqual(['1:1:0', '1:1:0']);
  });

  test('M8 it does not reach another host', () => {
    const bench = new Bench(
      tiny({
        residue: [
          { host: 1, asset: 'ledger', frames: 1 },
          { host: 2, asset: 'ledger', frames: 1 },
        ],
      }),
    );
    bench.give('scrub-frames', { host: 1 });
    bench.run(10);
    expect(bench.frames(3, 9)).toEqual(['0:0:0', '0:0:2']);
  });

  test('J4 cancelled, what is scrubbed stays scrubbed and the rest stays dirty', () => {
    const bench = new Bench(tiny(dirty));
    bench.give('scrub-frames', { host: 1 });
    bench.run(1);
    bench.give('cancel-job', { job: 1 });
    bench.run(10);
    expect(bench.frames(3, 4, 5, 6)).toEqual(['0:0:0', '0:0:0', '0:0:1', '0:0:1']);
  });

  test('M8 frames that are freed meanwhile get their turn', () => {
    const bench = new Bench(tiny(dirty));
    bench.give('scrub-frames', { host: 1 });
    destroyVm(bench.match, id(1), NATURE, id(0));
    bench.run(10);
    // Four frames of work: the first, then the two that came on top of the stack, then one more.
    expect(bench.frames(1, 2, 3, 4, 5, 6).filter((f) => f !== '0:0:0')).toHaveLength(2);
    expect(bench.frames(1, 2)).toEqual(['0:0:0', '0:0:0']);
  });

  test('A3 a frame that was scrubbed is stamped with the order', () => {
    const bench = new Bench(tiny(dirty));
    bench.give('scrub-frames', { host: 1 });
    expect(bench.world.provenance['frames/3/residue']).toBe(bench.events('order')[0]?.seq);
  });

  test('J7 it is refused where there is nothing to scrub, and where there is no host', () => {
    const bench = new Bench(tiny(dirty));
    const clean = { code: 'rule.nothing-to-scrub', facts: { host: 2 } };
    expect(bench.give('scrub-frames', { host: 2 })).toEqual(clean);
    expect(bench.give('scrub-frames', { host: 3 })).toMatchObject({ code: 'rule.no-such-thing' });
  });

  test('W2 it takes its cycles from the host it runs on', () => {
    const loads = (orders: boolean): number[] => {
      const bench = new Bench(tiny(dirty));
      bench.run(3);
      if (orders) bench.give('scrub-frames', { host: 1 });
      else bench.run(1);
      return bench.world.hosts.map((host) => host?.load ?? 0);
    };
    const [idle, busy] = [loads(false), loads(true)];
    expect([busy[1]! - idle[1]!, busy[2]! - idle[2]!]).toEqual([300, 0]);
  });
});

describe('scrub-policy', () => {
  test('M5 it takes effect when it is done, for frames from then on', () => {
    const bench = new Bench(tiny(dirty));
    expect(bench.give('scrub-policy', { host: 1, policy: 'on-free' })).toBeNull();
    bench.run(5);
    expect(bench.world.hosts[1]?.scrub).toBe('never');
    bench.run(1);
    expect(bench.world.hosts.slice(1).map((host) => host?.scrub)).toEqual(['on-free', 'never']);
    expect(bench.frames(3)).toEqual(['0:0:1']);
    destroyVm(bench.match, id(1), NATURE, id(0));
    expect(bench.frames(1, 2)).toEqual(['0:0:0', '0:0:0']);
  });

  test('D4 it is stamped with the event that set it, which the order caused', () => {
    const bench = new Bench();
    bench.give('scrub-policy', { host: 1, policy: 'on-free' });
    bench.run(6);
    const set = bench.events('policy-set')[0]!;
    expect(bench.world.provenance['hosts/1/scrub']).toBe(set.seq);
    expect(set.causes).toEqual([bench.events('order')[0]?.seq]);
  });

  test('J1 its price is taken when it begins, and not given back', () => {
    const bench = new Bench();
    bench.give('scrub-policy', { host: 1, policy: 'on-free' });
    expect(bench.world.credits).toBe(15);
    bench.give('cancel-job', { job: 1 });
    bench.run(10);
    expect(bench.world.credits).toBe(15);
    expect(bench.world.hosts[1]?.scrub).toBe('never');
  });

  test('J1 switching it off costs nothing', () => {
    const bench = new Bench(
      tiny({ hosts: hostsWith({ scrub: 'on-free' }), pace: { startCredits: 0 } }),
    );
    expect(bench.give('scrub-policy', { host: 1, policy: 'never' })).toBeNull();
    expect(bench.world.credits).toBe(0);
  });

  test('J7 it is refused when it is so already, unknown or too dear', () => {
    const bench = new Bench(tiny({ pace: { startCredits: 4 } }));
    const refused = (host: number, policy: string): unknown =>
      bench.give('scrub-policy', { host, policy });
    expect(refused(1, 'never')).toEqual({ code: 'rule.already-so', facts: {} });
    expect(refused(9, 'on-free')).toEqual({ code: 'rule.no-such-thing', facts: {} });
    expect(refused(1, 'always')).toEqual({ code: 'rule.bad-arguments', facts: { path: 'policy' } });
    expect(refused(1, 'on-free')).toEqual({
      code: 'rule.too-few-credits',
      facts: { price: 5, credits: 4 },
    });
    expect(bench.world.credits).toBe(4);
  });
});
