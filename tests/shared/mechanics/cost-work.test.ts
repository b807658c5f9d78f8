import { describe, expect, test } from 'vitest';
import { scrubTax, work } from '../../../shared/mechanics/work.ts';
import { setFact } from '../../../shared/world/fact.ts';
import { SCENARIO } from '../../../shared/world/ids.ts';
import { DEFAULT_PACE } from '../../../shared/world/pace.ts';
import type { ScenarioFile } from '../../../shared/world/scenario/schema.ts';
import type { Turn } from '../../../shared/world/turn.ts';
import { guest } from '../../support/hypervisor.ts';
import { hostsWith, id, tiny, turnOf } from '../../support/worlds.ts';

type VmOver = Partial<ScenarioFile['vms'][number]>;
type HostOver = Parameters<typeof hostsWith>[0];

/** One second's sample of work on hosts like that, with those VMs on host 1. */
function worked(host: HostOver, vms: VmOver[], over: Partial<ScenarioFile> = {}): Turn {
  const turn = turnOf(
    tiny({
      hosts: hostsWith({ capacity: 10_000_000, ...host }),
      vms: vms.map((vm) =>
        guest({ frames: 1, fills: 1, demand: 100_000, devices: ['disk', 'nic'], ...vm }),
      ),
      ...over,
    }),
  );
  turn.world.tick = 5;
  work(turn);
  return turn;
}

const served = ({ world }: Turn): unknown[] => world.vms.slice(1).map((vm) => vm?.served);

describe('what work costs', () => {
  test('W1 a host does as much native work as its cycles pay for, and its load says what it cost', () => {
    const turn = worked({}, [{ technique: 'hybrid' }]);
    // The server mix costs 1.032640 on this host (see the prices).
    expect(turn.world.tally).toMatchObject({ native: 100_000, useful: 100_000 });
    expect(served(turn)).toEqual([1000]);
    expect(turn.world.hosts[1]?.load).toBe(10);
    const exact = worked({ capacity: 103_264 }, [{ technique: 'hybrid' }]);
    expect(exact.world.tally.useful).toBe(100_000);
    expect(exact.world.hosts[1]?.load).toBe(1000);
    const short = worked({ capacity: 103_263 }, [{ technique: 'hybrid' }]);
    expect(short.world.tally.useful).toBe(99_999);
  });

  test('W1 who wants more is given more, whatever it costs them: the dear technique does less with it', () => {
    const vms: VmOver[] = [{ technique: 'hybrid' }, { technique: 'hybrid', demand: 300_000 }];
    expect(served(worked({ capacity: 206_528 }, vms))).toEqual([500, 500]);
    const mixed: VmOver[] = [{ technique: 'hybrid' }, { technique: 'bt' }];
    const [cheap, dear] = served(worked({ capacity: 150_000 }, mixed)) as [number, number];
    expect(dear).toBeLessThan(cheap * 0.6);
  });

  test('W1 the same VM does far less where every page-table write exits', () => {
    const heavy: VmOver = { workload: 'search', technique: 'hybrid' };
    const [nested] = served(worked({ year: 2006, nestedPaging: true }, [heavy]));
    const [shadow] = served(worked({ year: 2006, nestedPaging: false }, [heavy]));
    expect(nested).toBe(1000);
    expect(shadow).toBeLessThan(400);
  });

  test('W4 on an idle host a VM gets no more than its virtual CPUs deliver', () => {
    const bt: VmOver = { technique: 'bt' };
    // 2.211... for one, of which 1.25 can be had.
    expect(served(worked({}, [bt]))).toEqual([565]);
    expect(served(worked({}, [bt], { pace: { headroom: 2500 } }))).toEqual([1000]);
    expect(worked({}, [bt]).world.hosts[1]?.load).toBe(12);
  });

  test('W1 a VM that wants nothing is served, and costs nothing', () => {
    const turn = worked({}, [{ demand: 0 }]);
    expect(served(turn)).toEqual([1000]);
    expect(turn.world.tally).toMatchObject({ native: 0, useful: 0 });
    expect(turn.world.vms[1]?.exits).toBe(0);
  });

  test.each([
    ['never', 'none', 1000],
    ['on-allocate', 'none', 990],
    ['on-free', 'none', 960],
    ['never', 'ids', 970],
    ['never', 'ips', 970],
    ['on-free', 'ids', 930],
  ] as const)('W3 W5 scrubbing %s and a switch with %s leave %i permille', (scrub, watch, left) => {
    const capacity = 103_264;
    const vms: VmOver[] = [{ technique: 'hybrid' }];
    const { useful } = worked({ capacity, scrub, watch }, vms).world.tally;
    const whole = capacity - Math.trunc((capacity * (1000 - left)) / 1000);
    expect(useful).toBe(Math.trunc((100_000 * whole) / capacity));
    expect(scrubTax('on-free', DEFAULT_PACE)).toBe(40);
  });

  test('W5 a bounds check costs its cycles at each exit it looks at, and a VM without the device none', () => {
    const dear = { capacity: 121_688 } as const;
    const vm: VmOver = { technique: 'hvm' };
    expect(worked(dear, [vm]).world.tally.useful).toBe(100_000);
    const checked = worked({ ...dear, filters: [{ device: 'nic', action: 'bounds-check' }] }, [vm]);
    // Ten of the twenty touches fall on the card: 4000 cycles more of 1,216,880.
    expect(checked.world.tally.useful).toBe(Math.trunc((100_000 * 121_688) / 122_088));
    const other = worked({ ...dear, filters: [{ device: 'floppy', action: 'bounds-check' }] }, [
      vm,
    ]);
    expect(other.world.tally.useful).toBe(100_000);
    const refused = worked({ ...dear, filters: [{ device: 'nic', action: 'refuse' }] }, [vm]);
    expect(refused.world.tally.useful).toBe(100_000);
  });
});

describe('how often guests leave themselves', () => {
  test('K4 exits a second, to two digits: nested paging and paravirtual drivers make them few', () => {
    const exits = (technique: VmOver['technique'], host: HostOver): number =>
      worked(host, [{ technique: technique!, demand: 400_000 }]).world.vms[1]!.exits;
    const nested = { year: 2015, nestedPaging: true };
    const shadow = { year: 2015, nestedPaging: false };
    // 400,000 kilocycles a tick, five ticks, 20 touches of devices for a million: 40,000.
    expect(exits('hvm', nested)).toBe(40_000);
    expect(exits('hybrid', nested)).toBe(6000);
    expect(exits('hvm', shadow)).toBeGreaterThan(exits('hvm', nested));
    // A container's calls are what the host's kernel serves: 500 for a million.
    expect(exits('container', { ...nested, platform: 'container' })).toBe(1_000_000);
  });

  test('K4 what is not done makes no exits, and a rate that trembles stays the same', () => {
    const turn = worked({}, [{ technique: 'hvm', demand: 400_000 }]);
    setFact(turn.world, 'vms', 1, 'demand', 401_234, SCENARIO);
    turn.world.tick = 10;
    work(turn);
    expect(turn.world.vms[1]?.exits).toBe(40_000);
    turn.world.vms[1]!.exits = 7;
    turn.world.tick = 11;
    work(turn);
    expect(turn.world.vms[1]?.exits).toBe(7);
    const host = turn.world.hosts[1]!;
    setFact(turn.world, 'hosts', id(1), 'capacity', 1, SCENARIO);
    turn.world.tick = 15;
    work(turn);
    expect([host.capacity, turn.world.vms[1]?.exits, turn.world.vms[1]?.served]).toEqual([1, 0, 0]);
  });
});
