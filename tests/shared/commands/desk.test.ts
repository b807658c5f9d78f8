import { describe, expect, test } from 'vitest';
import { commands } from '../../../shared/commands/registry.ts';
import { takeInputs } from '../../../shared/match/inputs.ts';
import { offersFor } from '../../../shared/match/offers.ts';
import { discover } from '../../../shared/mechanics/harm/breaches.ts';
import { raise } from '../../../shared/mechanics/sensors/raise.ts';
import type { RowRef } from '../../../shared/world/fact.ts';
import { Bench, benchWithReader, copyOf, id, tiny } from '../../support/worlds.ts';

const NO_SUCH = { code: 'rule.no-such-thing', facts: {} };

/** The keys have leaked into VM 3, and the defenders know of it or not. */
function leaked(known: boolean): Bench {
  const bench = benchWithReader({ pace: { complaintAfter: 500 } });
  bench.act('res-mem-unscrubbed', { vm: 1 });
  bench.run(14);
  if (known) discover(bench.match, bench.world.breaches[1]!, id(1));
  return bench;
}

describe('close-breach', () => {
  test('H3 it closes a leak that is known when it is done', () => {
    const bench = leaked(true);
    expect(bench.give('close-breach', { asset: 1 })).toBeNull();
    bench.run(4);
    expect(bench.world.breaches[1]?.open).toBe(true);
    bench.run(1);
    expect(bench.world.breaches[1]?.open).toBe(false);
    const order = bench.events('order').at(-1)?.seq;
    expect(bench.events('breach-closed')[0]?.causes).toContain(order);
  });

  test('H3 of secrets nothing more lands then, of records half of what is left', () => {
    const ends = (asset: 'payment-keys' | 'patient-records', n: number): [number, number] => {
      const pace = { complaintAfter: 500, closeLength: 3 };
      const residue = [{ host: 1, asset, frames: 2 }];
      const bench = benchWithReader({ pace, residue });
      bench.act('res-mem-unscrubbed', { vm: 1 });
      bench.run(14);
      const breach = bench.world.breaches[1]!;
      discover(bench.match, breach, id(1));
      expect(bench.give('close-breach', { asset: n })).toBeNull();
      bench.run(1);
      const { weight, landed } = breach;
      bench.run(1);
      expect(breach.open).toBe(false);
      const after = breach.landed - landed;
      bench.run(400);
      expect(breach.landed).toBe(landed + after);
      return [after, Math.trunc((weight - landed) / 2)];
    };
    expect(ends('payment-keys', 1)[0]).toBe(0);
    const [after, half] = ends('patient-records', 4);
    expect(half).toBeGreaterThan(20);
    expect(after).toBe(half);
  });

  test('K11 a host that was taken over is not closed: it is installed anew', () => {
    const bench = leaked(true);
    const taken = { host: 1 };
    expect(bench.give('close-breach', taken)?.code).toBe('rule.bad-arguments');
    expect(bench.give('close-breach', { asset: 1, host: 1 })?.code).toBe('rule.bad-arguments');
    Object.assign(bench.world.breaches[1]!, { kind: 'takeover', asset: 0, host: 1 });
    expect(commands.get('close-breach')?.offers(bench.world, 'hosts/1')).toEqual([]);
    expect(commands.get('close-breach')?.offers(bench.world, 'vms/3')).toEqual([]);
  });

  test('J7 it is refused once closed, and for what never leaked', () => {
    const bench = leaked(true);
    expect(bench.give('close-breach', { asset: 2 })).toEqual(NO_SUCH);
    expect(bench.give('close-breach', { asset: 9 })).toEqual(NO_SUCH);
    bench.give('close-breach', { asset: 1 });
    bench.run(6);
    expect(bench.give('close-breach', { asset: 1 })).toEqual(NO_SUCH);
  });

  test('J4 cancelled, the leak stays open', () => {
    const bench = leaked(true);
    bench.give('close-breach', { asset: 1 });
    const job = bench.world.jobs.length - 1;
    bench.give('cancel-job', { job });
    bench.run(10);
    expect(bench.world.breaches[1]?.open).toBe(true);
  });

  test('X3 a leak that nobody knows of is refused like one that never was, byte for byte', () => {
    const hidden = leaked(false);
    expect(hidden.world.breaches[1]).toMatchObject({ asset: 1, discoveredAt: 0 });
    const answers = [1, 2, 4, 77].map((asset) =>
      JSON.stringify(hidden.give('close-breach', { asset })),
    );
    expect(new Set(answers).size).toBe(1);
    expect(JSON.parse(answers[0]!)).toEqual(NO_SUCH);
  });

  test('X3 a hidden leak changes none of the options of a seat, a known one does', () => {
    const clean = benchWithReader();
    clean.run(9);
    const subjects: RowRef[] = ['assets/1', 'assets/2', 'vms/3', 'vms/1', 'hosts/1', 'frames/3'];
    const options = (bench: Bench): string =>
      JSON.stringify(subjects.map((subject) => offersFor(bench.world, 1, subject)));
    expect(options(leaked(false))).toBe(options(clean));
    expect(options(leaked(true))).not.toBe(options(clean));
  });
});

describe('cancel-job', () => {
  test('J4 it is refused when there is no such job', () => {
    const bench = new Bench();
    expect(bench.give('cancel-job', { job: 1 })).toEqual(NO_SUCH);
    bench.give('stop-vm', { vm: 1 });
    bench.run(3);
    expect(bench.give('cancel-job', { job: 1 })).toEqual(NO_SUCH);
  });

  test('J1 it needs no free hand', () => {
    const bench = new Bench(tiny({ pace: { handsSolo: 1, stopLength: 9 } }));
    bench.give('stop-vm', { vm: 1 });
    expect(bench.give('stop-vm', { vm: 2 })).toMatchObject({ code: 'rule.no-free-hand' });
    expect(bench.give('cancel-job', { job: 1 })).toBeNull();
  });
});

describe('acknowledge-alert', () => {
  test('J1 it is done at once, for the whole team, once', () => {
    const bench = new Bench();
    raise(bench.match, 'S9', { host: id(1), vm: id(1) }, { kind: 'orphan' }, []);
    expect(bench.give('acknowledge-alert', { alert: 1 })).toBeNull();
    expect(bench.world.alerts[1]).toEqual({
      id: 1,
      tick: 1,
      sensor: 'S9',
      host: 1,
      vm: 1,
      seen: { kind: 'orphan' },
      latest: 1,
      state: 'acknowledged',
      closedAt: 2,
    });
    expect(bench.give('acknowledge-alert', { alert: 1 })).toMatchObject({
      code: 'rule.already-so',
    });
    expect(bench.give('acknowledge-alert', { alert: 2 })).toEqual(NO_SUCH);
  });
});

describe('what is offered', () => {
  const offers = (bench: Bench, command: string, subject: RowRef): unknown =>
    commands.get(command)?.offers(bench.world, subject);

  test('J1 of a request: every host, by every technique, the best of each first; of a host: every open request to make a VM', () => {
    const bench = new Bench();
    bench.ask(2);
    bench.ask(1, { kind: 'destroy', vm: id(1) });
    const [best = '', ...rest] = ['hybrid', 'hvm', 'para', 'bt', 'emulation'];
    const on = (host: number, techniques: readonly string[]) =>
      techniques.map((technique) => ({ request: 1, host, technique }));
    expect(offers(bench, 'create-vm', 'requests/1')).toEqual([
      ...[1, 2].flatMap((host) => on(host, [best])),
      ...[1, 2].flatMap((host) => on(host, rest)),
    ]);
    expect(offers(bench, 'create-vm', 'hosts/2')).toEqual(on(2, [best, ...rest]));
    expect(offers(bench, 'create-vm', 'requests/2')).toEqual([]);
    bench.give('create-vm', { request: 1, host: 1, technique: 'hvm' });
    expect(offers(bench, 'create-vm', 'requests/1')).toEqual([]);
  });

  test('J1 of a host: to scrub it, and the policies it does not have', () => {
    const bench = new Bench();
    expect(offers(bench, 'scrub-frames', 'hosts/1')).toEqual([{ host: 1 }]);
    expect(offers(bench, 'scrub-policy', 'hosts/1')).toEqual([
      { host: 1, policy: 'on-free' },
      { host: 1, policy: 'on-allocate' },
    ]);
    expect(offers(bench, 'scrub-policy', 'hosts/9')).toEqual([]);
    expect(offers(bench, 'scrub-frames', 'vms/1')).toEqual([]);
  });

  test.each([
    'destroy-vm',
    'start-vm',
    'stop-vm',
    'restart-vm',
    'change-machine-type',
    'investigate-vm',
  ])('J1 of a VM that is there, and of no other: %s', (command) => {
    const bench = new Bench();
    expect(offers(bench, command, 'vms/1')).toEqual([{ vm: 1 }]);
    expect(offers(bench, command, 'vms/9')).toEqual([]);
    expect(offers(bench, command, 'hosts/1')).toEqual([]);
  });

  test('J1 of a leak that is known: to close it, from its asset and from its VM', () => {
    const bench = leaked(true);
    expect(offers(bench, 'close-breach', 'assets/1')).toEqual([{ asset: 1 }]);
    expect(offers(bench, 'close-breach', 'vms/3')).toEqual([{ asset: 1 }]);
    expect(offers(bench, 'close-breach', 'assets/2')).toEqual([]);
  });

  test('J7 whatever is offered is understood, with its price, length and refusal', () => {
    const bench = leaked(true);
    bench.world.credits = 1000;
    bench.ask(1, { kind: 'destroy', vm: id(1) });
    const seen = new Set<string>();
    for (const subject of ['hosts/1', 'vms/1', 'vms/3', 'requests/1', 'assets/1'] as RowRef[]) {
      for (const { command, args, price, length, refusal } of offersFor(bench.world, 1, subject)) {
        const it = commands.get(command)!;
        seen.add(command);
        expect(it.schema.safeParse(args).success).toBe(true);
        expect([price, length]).toEqual([
          it.price(bench.world, args),
          it.length(bench.world, args),
        ]);
        const copy = { world: copyOf(bench.world), history: [...bench.history] };
        const [given] = takeInputs(copy, [{ kind: 'order', seat: 1, n: 0, command, args }]);
        expect([command, args, given?.refusal]).toEqual([command, args, refusal]);
      }
    }
    expect(seen.size).toBeGreaterThan(15);
  });
});
