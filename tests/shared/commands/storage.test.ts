import { describe, expect, test } from 'vitest';
import { commands } from '../../../shared/commands/registry.ts';
import { offersFor } from '../../../shared/match/offers.ts';
import { destroyVm } from '../../../shared/mechanics/lifecycle.ts';
import { moveVm } from '../../../shared/mechanics/migration.ts';
import { NATURE } from '../../../shared/world/history.ts';
import { SCENARIO } from '../../../shared/world/ids.ts';
import type { ScenarioFile } from '../../../shared/world/scenario/schema.ts';
import { bankVm, blocks, disked, frames } from '../../support/storage.ts';
import { Bench, hostsWith, id, planOf } from '../../support/worlds.ts';

const benchOf = (over: Partial<ScenarioFile> = {}): Bench => new Bench(disked(over));
const outcomes = (bench: Bench): string[] =>
  bench.events('job-ended').map(({ data }) => `${data.command} ${data.outcome}`);

describe('create-vm', () => {
  const offers = (over: Partial<ScenarioFile>, plan = planOf()): unknown[] => {
    const bench = benchOf(over);
    const request = bench.ask(2, { kind: 'create', plan });
    return [...commands.get('create-vm')!.offers(bench.world, `requests/${request}`)].map(
      ({ host, technique }) => `${host} ${technique}`,
    );
  };
  const [modern] = hostsWith({ blocks: 4 });
  const [old] = hostsWith({ blocks: 4, virtualisationExtension: false });
  const [shared] = hostsWith({ blocks: 4, platform: 'container' });

  const none = { virtualisationExtension: false, nestedPaging: false };

  test('K22 every way of each host is offered, the best of each host first, then the rest by cost', () => {
    expect(offers({ hosts: [modern!, old!] })).toEqual([
      '1 hybrid',
      '2 para',
      ...['1 hvm', '1 para', '1 bt', '1 emulation'],
      ...['2 bt', '2 emulation'],
    ]);
  });

  test.each([
    // Shadow paging is dear for a database: a ported kernel is the cheaper one there.
    [{ year: 2006, nestedPaging: false }, 'ledger-db', 'para'],
    [{ year: 2015, nestedPaging: true }, 'ledger-db', 'hybrid'],
    [{ year: 2003, ...none }, 'ledger-db', 'para'],
    // Each system call of a ported kernel of 64 bits bounces: servers are cheaper with exits.
    [{ year: 2006, nestedPaging: false }, 'payments', 'hybrid'],
    // What touches no device costs the same with both kinds of drivers: the lesser boundary first.
    [{ year: 2015, nestedPaging: true }, 'analytics', 'hybrid'],
  ] as const)('K22 on %j the cheapest for %s is %s', (host, workload, technique) => {
    const hosts = hostsWith({ blocks: 4, ...host }).slice(0, 1);
    expect(offers({ hosts }, planOf({ workload }))[0]).toBe(`1 ${technique}`);
  });

  test('K22 it is told what each way would cost, and what boundary it has', () => {
    const hosts = hostsWith({ blocks: 4, year: 2006, nestedPaging: false }).slice(0, 1);
    const bench = benchOf({ hosts });
    const request = bench.ask(2, { kind: 'create', plan: planOf({ workload: 'ledger-db' }) });
    const quotes = offersFor(bench.world, 1, `requests/${request}`)
      .filter(({ command }) => command === 'create-vm')
      .map(({ args, quote }) => [args.technique, quote]);
    expect(quotes).toEqual([
      ['para', { cost: 1306, boundary: 'hypercalls' }],
      ['hybrid', { cost: 1570, boundary: 'exits-drivers' }],
      ['bt', { cost: 1843, boundary: 'translator' }],
      ['hvm', { cost: 1964, boundary: 'exits' }],
      ['emulation', { cost: 7339, boundary: 'emulator' }],
    ]);
  });

  test('K1 where a guest cannot run at all nothing is offered', () => {
    expect(offers({ hosts: [modern!, shared!] }).every((way) => `${way}`.startsWith('1'))).toBe(
      true,
    );
  });

  test('E2 K1 of a deck’s techniques only', () => {
    const deck = (techniques: ('hvm' | 'bt' | 'emulation')[]): Partial<ScenarioFile> => ({
      hosts: [modern!, old!],
      deck: { commands: ['create-vm'], attacks: [], sensors: [], techniques },
    });
    expect(offers(deck(['hvm', 'emulation']))).toEqual(['1 hvm', '2 emulation', '1 emulation']);
    expect(offers(deck(['bt', 'emulation']))).toEqual([
      ...['1 bt', '2 bt'],
      ...['1 emulation', '2 emulation'],
    ]);
  });

  test('K23 code for a foreign CPU is emulated or not run, and whoever asks otherwise is told why', () => {
    const images: ScenarioFile['images'] = [
      {
        name: 'web-2015',
        cpu: 'foreign',
        os: 'open',
        container: false,
        kernel: 10,
        service: 10,
        devices: ['disk', 'nic'],
      },
    ];
    expect(offers({ hosts: [modern!, old!, shared!], images, vms: [] })).toEqual([
      '1 emulation',
      '2 emulation',
    ]);
    const bench = benchOf({ hosts: [modern!, old!, shared!], images, vms: [] });
    const request = bench.ask(2, { kind: 'create', plan: planOf() });
    for (const technique of ['hvm', 'hybrid', 'para', 'bt']) {
      expect(bench.give('create-vm', { request, host: 1, technique })).toMatchObject({
        facts: { misfit: 'foreign-cpu' },
      });
    }
    expect(bench.give('create-vm', { request, host: 1, technique: 'emulation' })).toBeNull();
  });

  test('K24 a guest with drivers for an old machine only is no hybrid, anywhere, and it is said why', () => {
    const images: ScenarioFile['images'] = [
      {
        name: 'legacy-closed',
        os: 'closed',
        container: false,
        kernel: 10,
        service: 10,
        legacyOnly: true,
        devices: ['disk', 'nic', 'floppy'],
      },
    ];
    const world = { hosts: [modern!, old!], images, vms: [] };
    expect(offers(world)).toEqual(['1 hvm', '2 bt', '1 bt', '1 emulation', '2 emulation']);
    const bench = benchOf(world);
    const request = bench.ask(2, { kind: 'create', plan: planOf() });
    expect(bench.give('create-vm', { request, host: 1, technique: 'hybrid' })).toEqual({
      code: 'rule.technique-unfit',
      facts: { host: 1, technique: 'hybrid', misfit: 'no-drivers' },
    });
    // Where there is no extension, that is what is missing first.
    expect(bench.give('create-vm', { request, host: 2, technique: 'hybrid' })).toMatchObject({
      facts: { misfit: 'no-extension' },
    });
    expect(bench.give('create-vm', { request, host: 1, technique: 'hvm' })).toBeNull();
  });

  test('J7 K1 it is refused where it does not fit, and says why', () => {
    const [tiny] = hostsWith({ blocks: 1, frames: 8 });
    const bench = benchOf({ hosts: [modern!, old!, tiny!] });
    bench.ask(2, { kind: 'create', plan: planOf({ blocks: 2 }) });
    const give = (host: number, technique: string): unknown =>
      bench.give('create-vm', { request: 1, host, technique });
    expect(give(2, 'hvm')).toEqual({
      code: 'rule.technique-unfit',
      facts: { host: 2, technique: 'hvm', misfit: 'no-extension' },
    });
    expect(give(3, 'hvm')).toEqual({
      code: 'rule.blocks-short',
      facts: { host: 3, free: 1, wanted: 2 },
    });
    expect(give(9, 'hvm')).toMatchObject({ code: 'rule.no-such-thing' });
    expect(give(1, 'magic')).toEqual({ code: 'rule.bad-arguments', facts: { path: 'technique' } });
    expect(give(2, 'para')).toBeNull();
    expect(bench.world.vms[2]).toMatchObject({ technique: 'para', disk: [5, 6] });
  });
});

describe('migrate-vm', () => {
  test('G4 G5 it takes its time by the frames it moves, and its room is set aside meanwhile', () => {
    const bench = benchOf();
    expect(bench.give('migrate-vm', { vm: 1, host: 2 })).toBeNull();
    expect(bench.world.vms[1]).toMatchObject({ host: 1, movingTo: 2, power: 'running' });
    expect(bench.world.hosts[2]?.free).toHaveLength(3);
    bench.run(4);
    expect(bench.world.vms[1]?.host).toBe(1);
    bench.run(1);
    expect(bench.world.vms[1]).toMatchObject({ host: 2, movingTo: 0, power: 'running' });
    expect(frames(bench.world, 1, 2)).toEqual(['0:0:1', '0:0:1']);
  });

  test('G5 J4 cancelled, the VM stays and the room is free again', () => {
    const bench = benchOf();
    bench.give('migrate-vm', { vm: 1, host: 2 });
    bench.give('cancel-job', { job: 1 });
    expect(bench.world.vms[1]).toMatchObject({ host: 1, movingTo: 0, reservedMemory: [] });
    expect(bench.world.hosts[2]?.free).toHaveLength(6);
    expect(outcomes(bench)).toEqual(['migrate-vm cancelled']);
  });

  test('J3 G5 it ends when the VM is gone, and when something else has moved it', () => {
    const gone = benchOf();
    gone.give('migrate-vm', { vm: 1, host: 2 });
    destroyVm(gone.match, id(1), NATURE, SCENARIO);
    gone.run(1);
    expect(outcomes(gone)).toEqual(['migrate-vm subject-gone']);
    expect(gone.world.hosts[2]?.free).toHaveLength(6);
    const moved = benchOf({ hosts: [...hostsWith({ blocks: 4 }), ...hostsWith({ blocks: 4 })] });
    moved.give('migrate-vm', { vm: 1, host: 2 });
    moveVm(moved.match, id(1), id(3), NATURE, SCENARIO);
    moved.run(1);
    expect(outcomes(moved)).toEqual(['migrate-vm no-longer-allowed']);
    expect(moved.world.vms[1]?.host).toBe(3);
    expect(moved.world.hosts[2]?.free).toHaveLength(6);
  });

  test('K22 it is told what a move does to what its work costs, and what stands between it and the host', () => {
    const [modern] = hostsWith({ blocks: 4 });
    const [late] = hostsWith({ blocks: 4, year: 2006, nestedPaging: false });
    const bench = benchOf({ hosts: [modern!, modern!, late!] });
    const quotes = offersFor(bench.world, 1, 'vms/1')
      .filter(({ command }) => command === 'migrate-vm')
      .map(({ args, quote }) => [args.host, quote ?? null]);
    expect(quotes).toEqual([
      [2, { cost: 1162, now: 1162, boundary: 'exits' }],
      [3, { cost: 1510, now: 1162, boundary: 'exits' }],
    ]);
  });

  test('J7 it is refused where it is, where it has no room and where it cannot run', () => {
    const [one] = hostsWith({ blocks: 4 });
    const [old] = hostsWith({ blocks: 4, virtualisationExtension: false });
    const [small] = hostsWith({ blocks: 4, frames: 2 });
    const bench = benchOf({ hosts: [one!, old!, small!] });
    const give = (vm: number, host: number): unknown => bench.give('migrate-vm', { vm, host });
    expect(give(1, 1)).toEqual({ code: 'rule.already-so', facts: {} });
    expect(give(1, 2)).toMatchObject({ code: 'rule.technique-unfit' });
    expect(give(1, 3)).toEqual({
      code: 'rule.frames-short',
      facts: { host: 3, free: 2, wanted: 3 },
    });
    expect(give(1, 9)).toMatchObject({ code: 'rule.no-such-thing' });
    expect(give(9, 2)).toMatchObject({ code: 'rule.no-such-thing' });
    bench.ask(2);
    bench.give('create-vm', { request: 1, host: 1, technique: 'hvm' });
    expect(give(2, 3)).toEqual({ code: 'rule.wrong-power', facts: { power: 'provisioning' } });
  });
});

describe('grow-vm', () => {
  const asked = (more: number, over: Partial<ScenarioFile> = {}): Bench => {
    const bench = benchOf(over);
    bench.ask(1, { kind: 'grow', vm: id(1), frames: more });
    return bench;
  };

  test('G9 it gives free frames as they are, which the guest fills in its time', () => {
    const bench = asked(2, { residue: [{ host: 1, asset: 'ledger', frames: 2 }] });
    expect(bench.give('grow-vm', { request: 1 })).toBeNull();
    expect(bench.world.requests[1]?.state).toBe('in-work');
    expect(bench.world.vms[1]).toMatchObject({ memory: [1, 2, 3], reservedMemory: [4, 5] });
    bench.run(2);
    expect(bench.world.vms[1]).toMatchObject({ memory: [1, 2, 3, 4, 5], frames: 5, fills: 4 });
    expect(bench.world.requests[1]?.state).toBe('served');
    expect(frames(bench.world, 3, 4, 5)).toEqual(['1:0:0', '1:0:2', '1:0:2']);
    bench.run(6);
    expect(frames(bench.world, 3, 4, 5)).toEqual(['1:1:0', '1:1:0', '1:0:2']);
  });

  test('G5 J4 cancelled, the frames are free again and the request waits', () => {
    const bench = asked(2);
    bench.give('grow-vm', { request: 1 });
    bench.give('cancel-job', { job: 1 });
    expect(bench.world.requests[1]?.state).toBe('open');
    expect(bench.world.vms[1]).toMatchObject({ frames: 3, reservedMemory: [] });
    expect(bench.world.hosts[1]?.free).toHaveLength(3);
  });

  test('J3 G5 it ends when the VM is gone, and when it has been moved away', () => {
    const gone = asked(2);
    gone.give('grow-vm', { request: 1 });
    destroyVm(gone.match, id(1), NATURE, SCENARIO);
    gone.run(1);
    expect(outcomes(gone)).toEqual(['grow-vm subject-gone']);
    expect(gone.world.hosts[1]?.free).toHaveLength(6);
    const moved = asked(2);
    moved.give('grow-vm', { request: 1 });
    moveVm(moved.match, id(1), id(2), NATURE, SCENARIO);
    moved.run(1);
    expect(outcomes(moved)).toEqual(['grow-vm no-longer-allowed']);
    expect(moved.world.requests[1]?.state).toBe('open');
    expect(moved.world.hosts.slice(1).map((host) => host?.free.length)).toEqual([6, 3]);
  });

  test('J7 it is refused without room, without a request for it, and twice', () => {
    const bench = asked(4);
    expect(bench.give('grow-vm', { request: 1 })).toEqual({
      code: 'rule.frames-short',
      facts: { host: 1, free: 3, wanted: 4 },
    });
    expect(bench.give('grow-vm', { request: 9 })).toMatchObject({ code: 'rule.no-such-thing' });
    bench.ask(2);
    expect(bench.give('grow-vm', { request: 2 })).toMatchObject({ code: 'rule.no-such-thing' });
    bench.ask(1, { kind: 'grow', vm: id(1), frames: 1 });
    expect(bench.give('grow-vm', { request: 3 })).toBeNull();
    bench.run(3);
    expect(bench.give('grow-vm', { request: 3 })).toEqual({
      code: 'rule.request-closed',
      facts: {},
    });
  });

  test('G9 it is offered by its request and by its VM', () => {
    const { world } = asked(2);
    const offers = (subject: 'vms/1' | 'vms/2' | 'requests/1' | 'hosts/1') =>
      commands.get('grow-vm')!.offers(world, subject);
    expect([offers('vms/1'), offers('requests/1')]).toEqual([[{ request: 1 }], [{ request: 1 }]]);
    expect([offers('vms/2'), offers('hosts/1')]).toEqual([[], []]);
  });
});

describe('wipe-blocks and wipe-policy', () => {
  const dirty = { residue: [{ host: 1, asset: 'ledger', frames: 0, blocks: 2 } as const] };

  test('B5 free blocks are zeroed one after another, and a VM’s are none of its business', () => {
    const bench = benchOf({ ...dirty, pace: { scrubPerSecond: 1 } });
    expect(bench.give('wipe-blocks', { host: 1 })).toBeNull();
    bench.run(4);
    expect(blocks(bench.world, 1, 3, 4)).toEqual(['1:1:0', '0:0:0', '0:0:2']);
    bench.run(5);
    expect(blocks(bench.world, 1, 3, 4)).toEqual(['1:1:0', '0:0:0', '0:0:0']);
    expect(bench.events('blocks-wiped')[0]?.data).toEqual({ host: 1, left: 0 });
    expect(bench.give('wipe-blocks', { host: 1 })).toEqual({
      code: 'rule.nothing-to-wipe',
      facts: { host: 1 },
    });
    expect(bench.give('wipe-blocks', { host: 9 })).toMatchObject({ code: 'rule.no-such-thing' });
  });

  test('B3 the policy is for volumes deleted from then on, at a price', () => {
    const bench = benchOf(dirty);
    expect(bench.give('wipe-policy', { host: 1, policy: 'on-delete' })).toBeNull();
    expect(bench.world.credits).toBe(15);
    bench.run(6);
    const [set] = bench.events('wipe-set');
    expect(bench.world.provenance['hosts/1/wipe']).toBe(set?.seq);
    destroyVm(bench.match, id(1), NATURE, SCENARIO);
    expect(blocks(bench.world, 1, 3)).toEqual(['0:0:0', '0:0:2']);
  });

  test('J7 the policy is refused when it is so already, nowhere, or no policy', () => {
    const bench = benchOf();
    const give = (host: number, policy: string) => bench.give('wipe-policy', { host, policy });
    expect(give(1, 'never')).toEqual({ code: 'rule.already-so', facts: {} });
    expect(give(9, 'on-delete')).toEqual({ code: 'rule.no-such-thing', facts: {} });
    expect(give(1, 'on-free')).toEqual({ code: 'rule.bad-arguments', facts: { path: 'policy' } });
  });

  test('B4 a volume is encrypted once, and not while its VM is being made', () => {
    const bench = benchOf();
    expect(bench.give('encrypt-volume', { vm: 1 })).toBeNull();
    bench.run(3);
    expect(bench.world.vms[1]?.encrypted).toBe(false);
    bench.run(1);
    expect(bench.world.vms[1]?.encrypted).toBe(true);
    expect(bench.give('encrypt-volume', { vm: 1 })).toEqual({ code: 'rule.already-so', facts: {} });
    bench.ask(2);
    bench.give('create-vm', { request: 1, host: 1, technique: 'hvm' });
    expect(bench.give('encrypt-volume', { vm: 2 })).toMatchObject({ code: 'rule.wrong-power' });
  });
});

describe('reclaim-vm', () => {
  test('G8 it removes what nobody wants any more, and nothing else', () => {
    const bench = benchOf({ vms: [bankVm({ lease: 2 })] });
    const wanted = { code: 'rule.still-wanted', facts: {} };
    expect(bench.give('reclaim-vm', { vm: 1 })).toEqual(wanted);
    expect(bench.give('reclaim-vm', { vm: 9 })).toMatchObject({ code: 'rule.no-such-thing' });
    bench.run(10);
    expect(bench.give('reclaim-vm', { vm: 1 })).toBeNull();
    bench.run(3);
    expect(bench.world.vms[1]).toBeNull();
    expect(frames(bench.world, 1)).toEqual(['0:0:1']);
    expect(blocks(bench.world, 1)).toEqual(['0:0:1']);
  });
});
