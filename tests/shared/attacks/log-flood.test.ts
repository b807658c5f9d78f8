import { describe, expect, test } from 'vitest';
import { dosLogFlood } from '../../../shared/attacks/hypervisor/dos-log-flood.ts';
import { growLog } from '../../../shared/mechanics/device-log.ts';
import { releaseBlocks } from '../../../shared/mechanics/disk.ts';
import { portalPlace } from '../../../shared/mechanics/people.ts';
import { takings } from '../../../shared/mechanics/pool/takings.ts';
import { capLogs } from '../../../shared/minds/defenders/duties/hypervisor.ts';
import { settled } from '../../../shared/minds/defenders/duties/response.ts';
import { setFact } from '../../../shared/world/fact.ts';
import { SCENARIO } from '../../../shared/world/ids.ts';
import type { FilterAction, Trap } from '../../../shared/world/machine/host.ts';
import type { Known } from '../../../shared/world/people/known.ts';
import { brokenInto } from '../../support/hypervisor.ts';
import { type Bench, id, planOf } from '../../support/worlds.ts';
import { blueOf } from '../support/views.ts';

type Broken = NonNullable<Parameters<typeof brokenInto>[0]>;

/** Host 1 has the blocks 1 to 4, all free, and caps no log; root of the bank’s VM 1 is the attacker. */
const uncapped = ({ host = {}, ...rest }: Broken = {}): Bench =>
  brokenInto({ host: { blocks: 4, logCap: false, ...host }, ring: 'root', ...rest });

function outcome(bench: Bench): string {
  bench.act('dos-log-flood', { vm: 1 });
  bench.run(8);
  return bench.events('act-ended').at(-1)?.data.need ?? 'done';
}

/** A bench on whose first host the disk is full. */
function full(broken: Broken = {}): Bench {
  const bench = uncapped(broken);
  expect(outcome(bench)).toBe('done');
  return bench;
}

const disk = ({ world }: Bench): unknown[] => {
  const { freeBlocks, logBlocks } = world.hosts[1]!;
  return [freeBlocks.length, logBlocks.length];
};

const filtered = (bench: Bench, trap: Trap, action: FilterAction): Bench => {
  setFact(bench.world, 'hosts', 1, 'filters', [{ trap, action }], SCENARIO);
  return bench;
};

const seen = (bench: Bench): unknown[] => bench.events('alert').map(({ data }) => data.seen.kind);

describe('a log without end', () => {
  test('A103 B7 takes every free block of its host, and of no other', () => {
    const bench = full();
    expect(disk(bench)).toEqual([0, 4]);
    expect(bench.world.hosts[2]?.freeBlocks).toHaveLength(4);
    expect(bench.world.breaches[1]).toMatchObject({ kind: 'flooded', open: true, vm: 1, host: 1 });
    // What runs on the host is not theirs for it, and goes on.
    expect([bench.world.hosts[1]?.intruder, bench.world.vms[2]?.power]).toEqual([0, 'running']);
    const [harm] = bench.events('harm');
    for (const field of ['freeBlocks', 'logBlocks'])
      expect(bench.world.provenance[`hosts/1/${field}`]).toBe(harm?.seq);
  });

  test.each<[string, Broken]>([
    ['root-in-guest', { ring: 'user' }],
    ['reaches-model', { vm: { technique: 'para', devices: ['disk', 'nic'] } }],
    // On rings there is no model: the back end is not asked for anything that it would log.
    ['reaches-model', { vm: { technique: 'hybrid', devices: ['disk', 'nic'] } }],
    ['logs-uncapped', { host: { logCap: true } }],
    ['disk-has-room', { host: { blocks: 0 } }],
  ])('A103 with only %s false it comes to nothing', (need, broken) => {
    const bench = uncapped(broken);
    expect([outcome(bench), disk(bench)[1]]).toEqual([need, 0]);
    expect(bench.events('harm')).toEqual([]);
  });

  test('A103 a filter stops it that refuses every touch of its models, and no other', () => {
    const devices = ['disk', 'floppy'] as const;
    const of = (): Bench => uncapped({ vm: { devices: [...devices] } });
    expect(outcome(filtered(of(), 'disk', 'refuse'))).toBe('done');
    expect(outcome(filtered(of(), 'io', 'bounds-check'))).toBe('done');
    expect(outcome(filtered(of(), 'io', 'refuse'))).toBe('reaches-model');
  });

  test('A103 who has filled a disk does not try again, and could not', () => {
    const bench = full();
    bench.act('dos-log-flood', { vm: 1 });
    bench.run(8);
    expect(bench.events('act-ended').at(-1)?.data.need).toBe('disk-has-room');
    expect(bench.events('harm')).toHaveLength(1);
    const { notes } = bench.world.attackers[1]!;
    expect(notes['vm/1/floods']).toBe(1);
  });

  test('S60 a guest tells what devices it has and not what its host does with a log', () => {
    const prospects = (notes: Known['notes'], ring: 'user' | 'root' = 'root'): number => {
      const own = { number: 1, own: true, power: 'running', ring } as const;
      const known = { vms: [own], notes, flaws: {}, waiting: false, asked: 0 };
      return dosLogFlood.prospects(known).length;
    };
    const emulated = { 'vm/1/technique': 'hvm', 'vm/1/devices': 'disk,nic' };
    const rings = { ...emulated, 'vm/1/technique': 'hybrid', 'vm/1/nic': 'para' };
    expect(prospects(emulated)).toBe(1);
    expect(prospects({ ...rings, 'vm/1/devices': 'disk,nic,floppy' })).toBe(1);
    expect(prospects({})).toBe(0);
    expect(prospects(emulated, 'user')).toBe(0);
    expect(prospects(rings)).toBe(0);
    expect(prospects({ ...emulated, 'vm/1/technique': 'para' })).toBe(0);
    expect(prospects({ ...emulated, 'vm/1/floods': 1 })).toBe(0);
  });
});

describe('a disk that is full', () => {
  test('B7 what lay in its free blocks is written over, and empty when they are free again', () => {
    const over = { residue: [{ host: 1, asset: 'ledger', frames: 0, blocks: 2 }] } as const;
    const before = uncapped({ over: { ...over, residue: [...over.residue] } });
    const left = ({ world }: Bench): number =>
      world.blocks.filter((b) => b && b.residue > 0).length;
    expect(left(before)).toBe(2);
    expect(outcome(before)).toBe('done');
    expect(left(before)).toBe(0);
    expect(before.give('cap-logs', { host: 1 })).toBeNull();
    before.run(24);
    expect([...disk(before), left(before)]).toEqual([4, 0, 0]);
  });

  test('A103 refuses what takes a block of it: a VM, a snapshot, a move; the portal passes it by', () => {
    const bench = full();
    const plan = planOf({ blocks: 1 });
    const request = bench.ask(2, { kind: 'create', plan });
    const short = { host: 1, free: 0, wanted: 1 };
    for (const order of [
      bench.give('create-vm', { request, host: 1, technique: 'hvm' }),
      bench.give('snapshot-vm', { vm: 2 }),
    ]) {
      expect(order).toEqual({ code: 'rule.blocks-short', facts: short });
    }
    expect(portalPlace(bench.world, plan, 0)?.host.id).toBe(2);
    expect(portalPlace(uncapped().world, plan, 0)?.host.id).toBe(1);
    // What takes none of it is made there as ever.
    const small = bench.ask(2, { kind: 'create', plan: planOf() });
    expect(bench.give('create-vm', { request: small, host: 1, technique: 'hvm' })).toBeNull();
  });

  test('A103 nobody can be moved onto it', () => {
    const bench = full({ over: { vms: two() } });
    const facts = { host: 1, free: 0, wanted: 1 };
    expect(bench.give('migrate-vm', { vm: 2, host: 1 })).toEqual({
      code: 'rule.blocks-short',
      facts,
    });
  });

  test('A103 R11 a host that promises more than it has begins no swap file there', () => {
    const bench = uncapped({ host: { overcommit: true } });
    const swaps = (): number =>
      takings(bench.world, { id: id(1), host: id(1) }, 2, 'used').filter(({ by }) => by === 'swap')
        .length;
    bench.run(40);
    expect(swaps()).toBe(2);
    growLog(bench.match, id(1), SCENARIO);
    expect(swaps()).toBe(0);
  });

  test('A103 is over as soon as a block is free, whoever frees it', () => {
    const bench = full();
    bench.run(4);
    expect(bench.world.breaches[1]?.open).toBe(true);
    // The log has no more of it than it had.
    setFact(bench.world, 'hosts', 1, 'logBlocks', [2, 3, 4].map(id<never>), SCENARIO);
    releaseBlocks(bench.match, id(1), [id(1)], bench.world.vms[2]!, SCENARIO);
    bench.run(2);
    expect([bench.world.breaches[1]?.open, ...disk(bench)]).toEqual([false, 1, 3]);
  });

  test('B7 a host that is installed anew has nothing of its old logs', () => {
    const bench = full({ over: { pace: { startCredits: 400 } } });
    expect(bench.give('rebuild-host', { host: 1 })).toBeNull();
    bench.run(60);
    expect([bench.world.breaches[1]?.open, ...disk(bench)]).toEqual([false, 4, 0]);
    // How it was set up is as it was.
    expect(bench.world.hosts[1]?.logCap).toBe(false);
  });
});

/** The attacker’s VM on host 1, and one with a volume on host 2. */
const two = () => {
  const vm = {
    tenant: 'bank',
    host: 1,
    workload: 'payments',
    zone: 'app',
    asset: 'payment-keys',
    frames: 2,
    fills: 2,
    demand: 300,
    devices: ['disk', 'nic', 'floppy'],
  } as const;
  return [vm, { ...vm, host: 2, blocks: 1 }].map((one) => ({ ...one, devices: [...vm.devices] }));
};

describe('cap-logs', () => {
  test('B7 A103 a cap ends it, and prevents the next: the blocks are free again, and stay so', () => {
    const bench = full();
    expect(bench.give('cap-logs', { host: 1 })).toBeNull();
    bench.run(24);
    expect([bench.world.breaches[1]?.open, ...disk(bench)]).toEqual([false, 4, 0]);
    expect([outcome(bench), ...disk(bench)]).toEqual(['logs-uncapped', 4, 0]);
  });

  test('B7 is refused where nothing would change, and where there is no model', () => {
    const bench = uncapped();
    expect(bench.give('cap-logs', { host: 1 })).toBeNull();
    bench.run(24);
    expect(bench.give('cap-logs', { host: 1 })?.code).toBe('rule.already-so');
    expect(bench.give('cap-logs', { host: 9 })?.code).toBe('rule.no-such-thing');
    const shared = uncapped({ host: { platform: 'container' }, vm: { technique: 'container' } });
    expect(shared.give('cap-logs', { host: 1 })?.code).toBe('rule.no-such-thing');
  });
});

describe('what is seen of it', () => {
  test('S60 the hypervisor log tells of a touch first, then of a full disk, and whose log it is', () => {
    const bench = uncapped();
    bench.act('dos-log-flood', { vm: 1 });
    expect(seen(bench)).toEqual(['exit']);
    bench.run(8);
    expect(seen(bench)).toEqual(['exit', 'disk-full']);
    expect(bench.world.alerts.at(-1)).toMatchObject({ sensor: 'S4', host: 1, vm: 1 });
    // Tenants who are given nothing there say so, and what had told of it is named.
    bench.run(120);
    const said = bench.world.alerts.find((alert) => alert?.seen.kind === 'no-disk');
    expect(said).toMatchObject({
      sensor: 'tenant',
      host: 1,
      seen: { rang: [{}, { sensor: 'S4' }] },
    });
  });

  test('S60 of one that comes to nothing the touch alone is told', () => {
    const bench = uncapped({ host: { logCap: true } });
    outcome(bench);
    expect(seen(bench)).toEqual(['exit']);
  });

  test('B7 a careful defender caps what has no cap, a full disk first, and puts no such alert away', () => {
    const bench = uncapped();
    const wishes = (): unknown[] =>
      capLogs.wishes(blueOf(bench.match)).map(({ args }) => args.host);
    expect(wishes()).toEqual([1, 2]);
    growLog(bench.match, id(2), SCENARIO);
    expect(wishes()).toEqual([2, 1]);
    setFact(bench.world, 'hosts', 2, 'logCap', true, SCENARIO);
    expect(wishes()).toEqual([1]);
    const told = full();
    const open = told.world.alerts.find((alert) => alert?.seen.kind === 'disk-full');
    const away = settled(blueOf(told.match)).map(({ args }) => args.alert);
    expect([open?.state, away.includes(open?.id ?? 0)]).toEqual(['open', false]);
  });
});
