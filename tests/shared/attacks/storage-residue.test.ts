import { describe, expect, test } from 'vitest';
import { resDiskBlocks } from '../../../shared/attacks/memory/res-disk-blocks.ts';
import { resScrubTlbRace } from '../../../shared/attacks/memory/res-scrub-tlb-race.ts';
import { encryptVolume } from '../../../shared/mechanics/disk.ts';
import { destroyVm } from '../../../shared/mechanics/lifecycle.ts';
import { setFact } from '../../../shared/world/fact.ts';
import { NATURE } from '../../../shared/world/history.ts';
import { SCENARIO } from '../../../shared/world/ids.ts';
import type { Foothold } from '../../../shared/world/machine/vm.ts';
import type { Known } from '../../../shared/world/people/known.ts';
import type { ScenarioFile } from '../../../shared/world/scenario/schema.ts';
import { bankVm, blocks, disked, frames, letIn, STREET } from '../../support/storage.ts';
import { Bench, hostileShop, hostsWith, id } from '../../support/worlds.ts';

const known = (over: Partial<Known>): Known => ({
  vms: [],
  notes: {},
  flaws: {},
  waiting: false,
  asked: 0,
  ...over,
});

const own = { number: 1, own: true, power: 'running', ring: 'kernel' } as const;
const theirs = { ...own, number: 2, own: false } as const;

const shop = (over: Partial<ScenarioFile['attackers'][number]['plan']> = {}) => ({
  ...hostileShop,
  plan: { ...hostileShop.plan, blocks: 2, ...over },
});

/** The shop's next VM runs on host 1; returns its number in the attacker's view. */
function rent(bench: Bench): number {
  bench.act('entry-tenant');
  bench.run(1);
  expect(bench.give('create-vm', { request: 1, host: 1, technique: 'hvm' })).toBeNull();
  bench.run(3);
  return bench.world.attackers[1]!.knownVms.length;
}

/** The bank's VM goes; the shop is given its blocks and reads them. */
function succession(
  over: Partial<ScenarioFile> = {},
  { before, between }: { before?: (b: Bench) => void; between?: (b: Bench) => void } = {},
): Bench {
  const bench = new Bench(disked({ attackers: [shop()], ...over }));
  before?.(bench);
  destroyVm(bench.match, id(1), NATURE, SCENARIO);
  between?.(bench);
  const vm = rent(bench);
  bench.act('res-disk-blocks', { vm });
  bench.run(14);
  return bench;
}

const leaks = (bench: Bench): number[] => bench.events('harm').map(({ data }) => data.asset);

describe('B28 in the order of its mechanism', () => {
  test('A41 B2 the next tenant reads what the last one stored', () => {
    const bench = succession();
    expect(bench.world.vms[2]?.disk).toEqual([2, 1]);
    expect(leaks(bench)).toEqual([1]);
    expect(bench.events('harm')[0]?.data).toMatchObject({
      vm: 2,
      victim: 1,
      attack: 'res-disk-blocks',
      args: { vm: 2, block: 1 },
    });
  });

  test('A41 B3 not from a host that wipes on delete', () => {
    expect(leaks(succession({ hosts: hostsWith({ blocks: 4, wipe: 'on-delete' }) }))).toEqual([]);
  });

  test('A41 B4 not from a volume that was encrypted, though its blocks are full', () => {
    const seal = (bench: Bench): void => void encryptVolume(bench.match, id(1), NATURE, SCENARIO);
    const bench = succession({}, { before: seal });
    expect(blocks(bench.world, 1)).toEqual(['2:0:1s']);
    const held = bench.world.evidence.map((trace) => (trace && 'held' in trace ? trace.held : -1));
    expect(held).toEqual([-1, 0, 0]);
    expect(leaks(bench)).toEqual([]);
  });

  test('A41 B5 not when it was wiped by hand in between', () => {
    const wipe = (bench: Bench): void => {
      expect(bench.give('wipe-blocks', { host: 1 })).toBeNull();
      bench.run(2);
    };
    expect(leaks(succession({}, { between: wipe }))).toEqual([]);
  });

  test('A41 B1 not what the reader’s own work has written over', () => {
    expect(leaks(succession({ attackers: [shop({ blockFills: 2 })] }))).toEqual([]);
  });

  test('A41 its reads fall on its blocks in order, each once, when all else is done', () => {
    const { world } = succession();
    for (const length of [1, 2, 8, 80]) {
      const reads = Array.from({ length }, (_, i) =>
        resDiskBlocks.strikes(world, { vm: 2, attacker: 1 }, i + 1, length),
      );
      expect(reads.at(-1)?.map(({ block }) => block)).toEqual([2, 1]);
      expect(reads.slice(0, -1).flat()).toEqual([]);
    }
  });

  test('A41 S8 it is to be seen as it begins, by an empty block, long before it strikes', () => {
    const bench = succession();
    const [tell, bite] = bench.world.evidence.flatMap((trace) => (trace ? [trace] : []));
    expect(tell).toMatchObject({ kind: 'block-read-before-write', vm: 2, block: 2, held: 0 });
    expect(bite).toMatchObject({ block: 1, held: 1 });
    expect(bite!.tick - tell!.tick).toBeGreaterThan(10);
    expect(bench.events('harm')[0]?.tick).toBe(bite!.tick);
  });

  test('S8 even a read that finds nothing leaves its trace, one a block', () => {
    const bench = succession({ hosts: hostsWith({ blocks: 4, wipe: 'on-delete' }) });
    bench.act('res-disk-blocks', { vm: 1 });
    bench.run(14);
    const traces = bench.world.evidence.flatMap((trace) =>
      trace?.kind === 'block-read-before-write' ? [[trace.block, trace.held]] : [],
    );
    expect(traces).toEqual([
      [2, 0],
      [1, 0],
    ]);
  });

  test('A41 A6 root is enough, who reads the raw volume of a block device; a user is not', () => {
    const as = (ring: Foothold): number[] => {
      const bench = new Bench(disked({ attackers: [shop()] }));
      destroyVm(bench.match, id(1), NATURE, SCENARIO);
      const vm = rent(bench);
      setFact(bench.world, 'vms', 2, 'foothold', ring, SCENARIO);
      bench.act('res-disk-blocks', { vm });
      bench.run(14);
      return leaks(bench);
    };
    expect([as('user'), as('root'), as('kernel')]).toEqual([[], [1], [1]]);
  });

  test('A41 K20 root in a container is given files and no block device', () => {
    const bench = new Bench(disked({ attackers: [shop()] }));
    destroyVm(bench.match, id(1), NATURE, SCENARIO);
    const vm = rent(bench);
    setFact(bench.world, 'vms', 2, 'technique', 'container', SCENARIO);
    bench.act('res-disk-blocks', { vm });
    bench.run(14);
    expect(leaks(bench)).toEqual([]);
    expect(bench.events('act-ended').at(-1)?.data.need).toBe('own-kernel');
  });

  test('A4 it is tried where they are root and have not read yet', () => {
    const prospects = (over: Partial<Known>): number[] =>
      resDiskBlocks.prospects(known(over)).map(({ args }) => args.vm ?? 0);
    expect(prospects({ vms: [own, { ...theirs, ring: 'user' }] })).toEqual([1]);
    expect(prospects({ vms: [{ ...theirs, ring: 'root' }] })).toEqual([2]);
    expect(prospects({ vms: [own, theirs], notes: { 'vm/1/disk-read': 1 } })).toEqual([2]);
    expect(prospects({ vms: [{ ...own, power: 'stopped' }] })).toEqual([]);
  });
});

/** The bank's paravirtual VM 1 has written frames 1 to 4, and the shop has its kernel. */
function race(
  host: Partial<ScenarioFile['hosts'][number]> = {},
  vm: Partial<ScenarioFile['vms'][number]> = {},
): Bench {
  const bench = new Bench(
    disked({
      ...STREET,
      hosts: hostsWith({ blocks: 4, scrub: 'on-free', ...host }),
      vms: [bankVm({ technique: 'para', frames: 4, fills: 4, ...vm })],
      attackers: [shop({ blocks: 0, fills: 0 })],
    }),
  );
  const number = letIn(bench, 1, 'kernel');
  bench.act('res-scrub-tlb-race', { vm: number });
  return bench.run(4);
}

function readNext(bench: Bench): number[] {
  const vm = rent(bench);
  bench.act('res-mem-unscrubbed', { vm });
  bench.run(14);
  return leaks(bench);
}

describe('B29 and the order of scrub and flush (check 5 of B-IX)', () => {
  test('A40 the frames are scrubbed, and are not empty: the next owner reads them', () => {
    const bench = race();
    expect(frames(bench.world, 1, 2, 3, 4)).toEqual(['1:1:0', '1:1:0', '0:0:1', '0:0:1']);
    expect(bench.world.vms[1]).toMatchObject({ frames: 2, fills: 2, filled: 2, memory: [1, 2] });
    expect(bench.events('frames-freed').map(({ data }) => data.policy)).toEqual([
      'on-free',
      'on-free',
    ]);
    expect(readNext(bench)).toEqual([1]);
  });

  test('A40 M5 patched, the policy holds: nothing is given back, and the next owner reads nothing', () => {
    const bench = race({ build: 50 });
    expect(frames(bench.world, 3, 4)).toEqual(['1:1:0', '1:1:0']);
    expect(bench.events('act-ended')[0]?.data.outcome).toBe('needs-unmet');
    expect(readNext(bench)).toEqual([]);
  });

  test('A40 a guest that is not paravirtual keeps no such entry', () => {
    expect(readNext(race({}, { technique: 'hvm' }))).toEqual([]);
  });

  test('A40 M6 under on-allocate there is nothing to race, and the next owner is given zeros', () => {
    const bench = race({ scrub: 'on-allocate' });
    expect(bench.events('frames-smuggled')).toEqual([]);
    expect(readNext(bench)).toEqual([]);
  });

  test('A3 the leak of the next owner rests on the trick, and the trick on its needs', () => {
    const bench = race();
    readNext(bench);
    const smuggled = bench.events('frames-smuggled').map(({ seq }) => seq);
    expect(smuggled).toHaveLength(2);
    expect(bench.events('harm')[0]?.causes.some((cause) => smuggled.includes(cause))).toBe(true);
    const [first] = bench.events('frames-smuggled');
    expect(first?.data.needs.map(({ need }) => need)).toEqual(
      resScrubTlbRace.needs.map((need) => need.id),
    );
  });

  test('S40 the auditor sees a scrubbed frame that is not empty, and not whose it was', () => {
    const bench = race().run(10);
    const seen = bench.world.alerts.flatMap((alert) => (alert?.sensor === 'S7' ? [alert] : []));
    expect(seen.map((alert) => [alert.host, alert.vm, alert.seen])).toEqual([
      [1, 0, { kind: 'scrubbed-not-empty', frames: 2 }],
    ]);
    bench.give('scrub-frames', { host: 1 });
    bench.run(12);
    expect(seen[0]?.state).toBe('over');
  });

  test('S40 what lay there before the policy was set is plain residue to it', () => {
    const residue = [{ host: 1, asset: 'ledger', frames: 2 } as const];
    const bench = new Bench(disked({ residue }));
    bench.give('scrub-policy', { host: 1, policy: 'on-free' });
    bench.run(20);
    const seen = bench.world.alerts.flatMap((alert) => (alert ? [alert.seen] : []));
    expect(seen).toEqual([{ kind: 'residue-free', asset: 2, frames: 2 }]);
  });

  test('A40 a guest keeps its first frame, whatever it gives back', () => {
    const bench = race({}, { frames: 1, fills: 1 });
    expect(bench.world.vms[1]?.memory).toEqual([1]);
    expect(bench.events('frames-smuggled')).toEqual([]);
  });

  test('A4 it is tried in a paravirtual guest of someone else, where the host may be unpatched', () => {
    const notes = { 'vm/2/technique': 'para', 'vm/1/technique': 'para' };
    const flaws = { 'scrub-tlb': 50 };
    const tried = (over: Partial<Known>): number[] =>
      resScrubTlbRace
        .prospects(known({ vms: [own, theirs], flaws, notes, ...over }))
        .map(({ args }) => args.vm ?? 0);
    expect(tried({})).toEqual([2]);
    expect(tried({ notes: { ...notes, 'vm/2/host-build': 50 } })).toEqual([]);
    expect(tried({ notes: { ...notes, 'vm/2/technique': 'hvm' } })).toEqual([]);
    expect(tried({ flaws: {} })).toEqual([]);
    expect(tried({ vms: [own, { ...theirs, ring: 'user' }] })).toEqual([]);
  });
});

describe('the auditor and disks', () => {
  test('S7 B1 it sees free blocks that hold data, and neither sealed ones nor a VM’s', () => {
    const residue = [{ host: 1, asset: 'ledger', frames: 0, blocks: 1 } as const];
    const bench = new Bench(disked({ residue }));
    bench.run(10);
    const seen = () => bench.world.alerts.flatMap((alert) => (alert ? [alert.seen] : []));
    expect(seen()).toEqual([{ kind: 'residue-blocks', asset: 2, blocks: 1 }]);
    encryptVolume(bench.match, id(1), NATURE, SCENARIO);
    destroyVm(bench.match, id(1), NATURE, SCENARIO);
    bench.run(10);
    expect(blocks(bench.world, 1)).toEqual(['0:0:1s']);
    expect(seen().filter(({ kind }) => kind === 'residue-blocks')).toHaveLength(1);
    bench.give('wipe-blocks', { host: 1 });
    bench.run(12);
    const states = bench.world.alerts.flatMap((a) =>
      a?.seen.kind === 'residue-blocks' ? [a.state] : [],
    );
    expect(states).toEqual(['over']);
  });
});
