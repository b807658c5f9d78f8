import { describe, expect, test } from 'vitest';
import { lackedBy, waitsForMemory } from '../../../../shared/mechanics/overcommit.ts';
import { setFact } from '../../../../shared/world/fact.ts';
import { type AssetId, SCENARIO } from '../../../../shared/world/ids.ts';
import type { ScenarioFile } from '../../../../shared/world/scenario/schema.ts';
import { benchOvercommitted } from '../../../support/setups/availability.ts';
import { Bench, hostsWith, id, tiny } from '../../../support/worlds.ts';

const bank: ScenarioFile['vms'][number] = {
  tenant: 'bank',
  host: 1,
  workload: 'payments',
  zone: 'app',
  asset: 'payment-keys',
  frames: 4,
  fills: 4,
  demand: 100,
  technique: 'hybrid',
};
const idle = {
  ...bank,
  tenant: 'shop',
  workload: 'order-queue',
  asset: 'orders',
  fills: 1,
} as const;

type Host = Partial<ScenarioFile['hosts'][number]>;
const room = (host: Host, vms: ScenarioFile['vms'] = [bank, idle], over = {}): Bench =>
  new Bench(
    tiny({ hosts: hostsWith({ frames: 8, blocks: 2, capacity: 3000, ...host }), vms, ...over }),
  );

/** Has the bank ask for a VM, and makes it on host 1. */
function make(bench: Bench, fills = 4): unknown {
  bench.ask(1, { kind: 'create', plan: { ...bench.world.vms[1]!, frames: 4, fills, blocks: 0 } });
  bench.run(1);
  const answer = bench.give('create-vm', { request: 1, host: 1, technique: 'hybrid' });
  bench.run(6);
  return answer;
}

describe('R10 a host that promises more memory than it has', () => {
  test('R10 takes a VM in that others have no frames for, up to half as much again', () => {
    expect(make(room({}))).toMatchObject({ code: 'rule.frames-short' });
    const bench = room({ overcommit: true });
    expect(make(bench)).toBeNull();
    expect(bench.world.vms[3]).toMatchObject({ frames: 4, power: 'running' });
    bench.ask(1, { kind: 'create', plan: { ...bench.world.vms[1]!, frames: 1, blocks: 0 } });
    bench.run(1);
    const more = { request: 2, host: 1, technique: 'hybrid' } as const;
    expect(bench.give('create-vm', more)).toMatchObject({ code: 'rule.frames-short' });
  });

  test('R11 M2 what a balloon takes for it goes over as it is, with what an earlier owner left', () => {
    const bench = room({ overcommit: true });
    setFact(
      bench.world,
      'frames',
      bench.world.vms[2]!.memory[3]!,
      'residue',
      id<AssetId>(1),
      SCENARIO,
    );
    const dirty = bench.world.vms[2]!.memory[3];
    make(bench, 0);
    expect(bench.world.vms[2]?.memory).toHaveLength(1);
    expect(bench.world.vms[3]?.memory).toContain(dirty);
    expect(bench.world.frames[dirty!]).toMatchObject({ owner: 3, residue: 1 });
    expect(lackedBy(bench.world.vms[3]!)).toBe(1);
  });
});

describe('R11 where nothing is idle', () => {
  const full = (over: Partial<ScenarioFile['vms'][number]> = {}, host: Host = {}): Bench => {
    const bench = room({ overcommit: true, ...host }, [
      { ...bank, ...over },
      { ...bank, ...over },
    ]);
    make(bench);
    bench.run(20);
    return bench;
  };

  test('R11 S58 what others use goes to a swap file on the disk, and what wants it is told of', () => {
    const bench = full({}, { counters: true });
    const { vms, blocks } = bench.world;
    expect(vms[3]).toMatchObject({ filled: 4, swapped: 0 });
    expect([vms[1]?.swapped, vms[2]?.swapped]).toEqual([2, 2]);
    expect(blocks[vms[1]!.swapFile]).toMatchObject({ owner: 1, content: vms[1]!.asset });
    const told = bench.events('alert').map(({ data }) => data.seen.kind);
    expect(told).toContain('swapping');
  });

  test('R12 whoever is swapped waits for the disk, and gets less of its work done', () => {
    const bench = full();
    expect(waitsForMemory(bench.world, bench.world.vms[1]!)).toBe(900);
    expect(bench.world.vms[1]?.served).toBeLessThan(200);
    expect(bench.world.vms[3]?.served).toBe(1000);
  });

  test('R4 R11 nothing is taken from a VM with a reservation; what nobody can be given is waited for (R12)', () => {
    const bench = full({ reserved: true });
    expect(bench.world.vms[1]).toMatchObject({ swapped: 0, filled: 4 });
    expect(bench.world.vms[3]).toMatchObject({ filled: 0, served: 0 });
  });

  test('R11 nor without a block of the disk to keep it in', () => {
    const bench = full({}, { blocks: 0 });
    expect(bench.world.vms[1]).toMatchObject({ swapped: 0, filled: 4 });
    expect(bench.world.vms[3]?.served).toBe(0);
  });

  test('R13 B1 it comes back when there is room, and what was in the file stays on the disk', () => {
    const bench = full();
    const file = bench.world.vms[1]!.swapFile;
    bench.ask(1, { kind: 'destroy', vm: 3 as never });
    bench.run(1);
    expect(bench.give('destroy-vm', { vm: 3 })).toBeNull();
    bench.run(30);
    expect(bench.world.vms[1]).toMatchObject({ swapped: 0, swapFile: 0, filled: 4 });
    expect(bench.world.blocks[file]).toMatchObject({ owner: 0, content: 0, residue: 1 });
  });

  test('R13 to a VM that is reserved afterwards, whoever loses it', () => {
    const bench = full();
    expect(bench.give('reserve-vm', { vm: 1 })).toBeNull();
    bench.run(40);
    expect(bench.world.vms[1]).toMatchObject({ swapped: 0, filled: 4 });
  });

  test('R13 G4 a VM that is moved takes what was swapped along, and its file stays behind as residue', () => {
    const bench = full();
    const { swapFile } = bench.world.vms[1]!;
    expect(bench.give('migrate-vm', { vm: 1, host: 2 })).toBeNull();
    bench.run(60);
    const moved = bench.world.vms[1]!;
    expect(moved).toMatchObject({ host: 2, swapped: 0, swapFile: 0, filled: 4 });
    const written = moved.memory.slice(0, 4).map((frame) => bench.world.frames[frame]!);
    for (const frame of written) expect(frame).toMatchObject({ content: moved.asset, residue: 0 });
    expect(bench.world.blocks[swapFile]).toMatchObject({ owner: 0, residue: moved.asset });
    expect(lackedBy(moved)).toBe(0);
  });

  test('R13 a VM that is reserved is given what it was promised, and has not written yet', () => {
    const bench = room({ overcommit: true }, [bank, { ...bank, fills: 1 }]);
    make(bench);
    bench.run(20);
    expect(lackedBy(bench.world.vms[2]!)).toBeGreaterThan(0);
    expect(bench.give('reserve-vm', { vm: 2 })).toBeNull();
    bench.run(40);
    const { memory, merged } = bench.world.vms[2]!;
    expect(memory.length + merged.length).toBe(4);
  });

  test('R14 it is not switched off while more is promised than is there; then all is given', () => {
    const bench = full();
    const off = () => bench.give('stop-overcommit', { host: 1 });
    expect(off()).toEqual({
      code: 'rule.over-promised',
      facts: { host: 1, promised: 12, frames: 8 },
    });
    bench.world.credits = 1000;
    expect(bench.give('buy-memory', { host: 1 })).toBeNull();
    bench.run(50);
    expect(off()).toBeNull();
    bench.run(30);
    expect(bench.world.hosts[1]?.overcommit).toBe(false);
    for (const vm of bench.world.vms.slice(1)) expect([vm?.swapped, lackedBy(vm!)]).toEqual([0, 0]);
  });
});

describe('A99 a VM that writes all that it was promised', () => {
  function squeezed(over: Partial<ScenarioFile> = {}): Bench {
    const bench = benchOvercommitted(over);
    bench.act('dos-overcommit', { from: 1, vm: 2 });
    bench.run(16);
    expect(bench.world.breaches[1]).toMatchObject({ kind: 'squeezed', open: true, vm: 1 });
    expect(bench.world.vms[1]).toMatchObject({ hoards: true, filled: 6 });
    expect(bench.world.vms[2]?.swapped).toBe(2);
    return bench;
  }

  test.each([
    ['the bank’s memory is reserved', (bench: Bench) => bench.give('reserve-vm', { vm: 2 })],
    ['a balloon takes from it', (bench: Bench) => bench.give('balloon-vm', { vm: 1 })],
    ['memory is bought', (bench: Bench) => bench.give('buy-memory', { host: 1 })],
    ['it is stopped', (bench: Bench) => bench.give('stop-vm', { vm: 1 })],
  ] as const)('A99 is over when %s', (_, end) => {
    const bench = squeezed();
    bench.world.credits = 1000;
    expect(end(bench)).toBeNull();
    bench.run(60);
    expect(bench.world.breaches[1]?.open).toBe(false);
    expect(bench.world.vms[2]).toMatchObject({ swapped: 0, filled: 4 });
  });
});
