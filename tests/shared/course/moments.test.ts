import { describe, expect, test } from 'vitest';
import { playWith, scenarioFor } from '../../../server/cli/lab/matches.ts';
import { arrange } from '../../../shared/course/arrange.ts';
import { momentsOf } from '../../../shared/match/moments.ts';
import { pipelineOf } from '../../../shared/mechanics/exits/pipeline/pipeline.ts';
import { kernelRing } from '../../../shared/mechanics/processor/kernel-ring.ts';
import { offeredTechniques } from '../../../shared/mechanics/technique/technique.ts';
import { causesOf } from '../../../shared/world/causes.ts';
import { TICKS_PER_MINUTE, TICKS_PER_SECOND, type VmId } from '../../../shared/world/ids.ts';
import { rows } from '../../../shared/world/table.ts';
import { redTeam, seatRed } from '../../support/red.ts';
import { some } from '../../support/some.ts';
import { Bench, eventsOf, id } from '../../support/worlds.ts';

/** A scenario with people on both sides: what the minds would do is left to the script. */
function staged(name: string): Bench {
  const scenario = scenarioFor(name, 'opportunist');
  return seatRed(
    new Bench(arrange(scenario, { level: 'opportunist', minutes: null, peopleAttack: true })),
  );
}

const until = (bench: Bench, second: number): Bench =>
  bench.run(second * TICKS_PER_SECOND - bench.world.tick);

/** The number by which the attackers of a bench know a VM. */
const known = (bench: Bench, vm: number): number =>
  (bench.world.attackers[1]?.knownVms ?? []).indexOf(id<VmId>(vm)) + 1;

/** How attempts ended, as `attack outcome need`. */
const ended = (bench: Bench): string[] =>
  bench
    .events('act-ended')
    .map(({ data }) =>
      [data.attack, data.outcome, ...('need' in data ? [data.need] : [])].join(' '),
    );

/** The VMs at which the sensor of the wire sees that VM look round. */
const onTheWire = (bench: Bench, vm: number): number[] =>
  bench.world.alerts.flatMap((alert) =>
    alert?.sensor === 'S1' &&
    alert.vm === vm &&
    alert.seen.kind === 'traffic' &&
    alert.seen.nature === 'probe'
      ? [alert.seen.peer, ...alert.seen.others]
      : [],
  );

describe('the moments that the design asks for happen in its scenarios', () => {
  test('trap and emulate: ten thousand system calls leave the guest never, one touch of a device once', () => {
    const bench = until(staged('trap-floor'), 100);
    const [host] = some(rows(bench.world.hosts));
    const exits = (kind: 'syscall' | 'device'): number =>
      pipelineOf(kind, 'hvm', host!).stages.filter(({ what }) => what === 'exit').length;
    expect([10_000 * exits('syscall'), exits('device')]).toEqual([0, 1]);
    // The first hostile one is on record beside its bound.
    expect(redTeam(bench, 'esc-floppy-venom', { vm: known(bench, 3) })).toBeNull();
    until(bench, 200);
    const seen = bench.world.alerts.flatMap((alert) =>
      alert?.seen.kind === 'exit' && alert.vm === 3 ? [alert.seen] : [],
    );
    expect(seen.some(({ operand, bound }) => operand > bound)).toBe(true);
  });

  test('rings: the same escape, refused from ring 3 and carried out from ring 0, which is not root mode', () => {
    const bench = until(staged('first-shift'), 21);
    expect(redTeam(bench, 'recon-network', { from: known(bench, 6) })).toBeNull();
    until(bench, 40);
    const [own, other] = [known(bench, 6), known(bench, 5)];
    expect(redTeam(bench, 'net-eastwest-blindspot', { from: own, vm: other })).toBeNull();
    until(bench, 90);
    expect(bench.world.vms[5]?.foothold).toBe('user');
    expect(redTeam(bench, 'esc-floppy-venom', { vm: other })).toBeNull();
    until(bench, 160);
    expect(redTeam(bench, 'esc-floppy-venom', { vm: own })).toBeNull();
    until(bench, 230);
    expect(ended(bench).filter((one) => one.startsWith('esc-'))).toEqual([
      'esc-floppy-venom needs-unmet ports-in-guest',
      'esc-floppy-venom done',
    ]);
    const [host] = some(rows(bench.world.hosts));
    const inGuest = pipelineOf('device', 'hvm', host!).stages.filter(({ mode }) => mode !== 'root');
    expect(new Set(inGuest.map(({ mode }) => mode))).toEqual(new Set(['non-root']));
    expect(kernelRing('hvm', 64)).toBe(0);
  });

  test('techniques: evacuated to the host without nested paging, a VM collapses', () => {
    const bench = until(staged('three-tenants'), 30);
    const served = (): number => bench.world.vms[4]?.served ?? 0;
    expect(served()).toBe(1000);
    expect(bench.give('migrate-vm', { vm: 4, host: 3 })).toBeNull();
    until(bench, 70);
    expect(bench.world.vms[4]?.host).toBe(3);
    expect(served()).toBeLessThan(400);
  });

  test('techniques: on the oldest host a closed system is run translated, and in no quicker way', () => {
    const { world } = staged('trap-floor');
    const [oldest] = [...rows(world.hosts)].sort((a, b) => a.year - b.year);
    const closed = [...rows(world.images)].filter(({ os }) => os === 'closed');
    for (const image of some(closed)) {
      expect(offeredTechniques(world, oldest!, image, 'lab-analyser')[0]).toBe('bt');
      expect(offeredTechniques(world, oldest!, image, 'lab-analyser')).not.toContain('para');
    }
  });

  test('blind IDS: on one host the wire sees nothing of it; one VM is moved and the same traffic is told', () => {
    const looks = (moved: boolean): number[] => {
      const bench = until(staged('first-shift'), 2);
      if (moved) expect(bench.give('migrate-vm', { vm: 5, host: 1 })).toBeNull();
      until(bench, 40);
      expect(redTeam(bench, 'recon-network', { from: known(bench, 6) })).toBeNull();
      return onTheWire(until(bench, 60), 6);
    };
    expect(looks(false)).not.toContain(5);
    expect(looks(true)).toContain(5);
  });

  test('drift: the defenders’ own migration opened that door, and a push would have closed it', () => {
    const moved = (pushed: boolean): string[] => {
      const bench = until(staged('first-shift'), 2);
      expect(bench.give('migrate-vm', { vm: 2, host: 2 })).toBeNull();
      until(bench, 30);
      if (pushed) expect(bench.give('push-policy', { host: 2 })).toBeNull();
      until(bench, 45);
      expect(redTeam(bench, 'recon-network', { from: known(bench, 6) })).toBeNull();
      until(bench, 65);
      const way = { from: known(bench, 6), vm: known(bench, 2) };
      // Nobody sees what is not open to them: with the rules in place there is nothing to try.
      if (way.vm > 0) expect(redTeam(bench, 'net-fw-drift', way)).toBeNull();
      until(bench, 130);
      return momentsOf(bench.match, 0).map(({ kind, order }) =>
        [kind, ...(order ? [order.command] : [])].join(' '),
      );
    };
    expect(moved(false)).toContain('own-door migrate-vm');
    expect(moved(true)).not.toContain('own-door migrate-vm');
  });

  test('sprawl: a breach of the last minutes comes in by a VM that was made in the first', () => {
    const found = [1, 2, 3].some((seed) => {
      const { match } = playWith(
        { scenario: scenarioFor('three-tenants', 'opportunist'), seats: 1 },
        'idle',
        seed,
      );
      const { history, world } = match;
      const early = new Set(
        eventsOf(history, 'vm-placed')
          .filter(({ tick }) => tick - world.pace.prepare < 3 * TICKS_PER_MINUTE)
          .map(({ seq }) => seq),
      );
      return eventsOf(history, 'harm').some(
        (harm) =>
          harm.tick - world.pace.prepare > 5 * TICKS_PER_MINUTE &&
          causesOf(history, harm).some(({ seq }) => early.has(seq)),
      );
    });
    expect(found).toBe(true);
  });

  test('prime target: every VM of one host falls at once and the others stand; its credential begins the next', () => {
    const { match } = playWith({ scenario: scenarioFor('one-key', 'crew'), seats: 1 }, 'idle', 1);
    const falls = eventsOf(match.history, 'harm').filter(({ data }) => data.kind === 'takeover');
    const fallen = new Set<number>();
    const credentialOf = (host: number): number | undefined =>
      scenarioFor('one-key', 'crew').hosts[host - 1]?.credential;
    let byCredential = 0;
    for (const { data } of falls) {
      // One event charges for every VM that was there, and for a host once.
      expect(data.weight).toBeGreaterThanOrEqual(2 * match.world.pace.takeoverPerVm);
      expect(fallen.has(data.host)).toBe(false);
      if (data.attack === 'lateral-shared-credential') {
        byCredential += 1;
        expect([...fallen].map(credentialOf)).toContain(credentialOf(data.host));
      }
      fallen.add(data.host);
    }
    expect(byCredential).toBeGreaterThan(0);
    // When one falls, the others stand: each falls by itself.
    expect(new Set(falls.map(({ tick }) => tick)).size).toBe(falls.length);
  });
});
