import { describe, expect, test } from 'vitest';
import type { Args } from '../../../shared/commands/command.ts';
import { scenarios } from '../../../shared/course/scenarios/registry.ts';
import { offersFor } from '../../../shared/match/offers.ts';
import { withoutSmt } from '../../../shared/mechanics/cost/taxes.ts';
import { setFact } from '../../../shared/world/fact.ts';
import { SCENARIO } from '../../../shared/world/ids.ts';
import { benchBeside, besideOpenly } from '../../support/setups/hardware.ts';
import { type Bench, hostsWith } from '../../support/worlds.ts';

const HOST = { host: 1 };
const VM = { vm: 1 };

/** Long enough for any of these orders, and for the scanner to merge what there is. */
const SETTLED = 50;

/** Two VMs that share pages on a host with two threads a core, of a capacity that no seven tenths divide. */
const besides = (over: Parameters<typeof hostsWith>[0] = {}): Bench =>
  benchBeside({ hosts: hostsWith({ dedup: true, smt: true, capacity: 3001, ...over }) });

/** What of a world is neither the time, nor who brought it about, nor the load of this very second. */
function standing({ world }: Bench): string {
  const { hosts, frames, blocks, vms, tenants, switches } = world;
  const apart = world.dedications.filter((row) => row !== null && row.tenant > 0);
  return JSON.stringify({
    hosts: hosts.map((host) => host && { ...host, load: 0 }),
    vms: vms.map((vm) => vm && { ...vm, fillIn: 0 }),
    ...{ frames, blocks, tenants, switches, apart },
  });
}

function give(bench: Bench, command: string, args: Args): void {
  expect([command, bench.give(command, args)]).toEqual([command, null]);
  bench.run(SETTLED);
}

describe('what was switched is switched back, and again', () => {
  test.each([
    ['W10', 'disable-smt', 'enable-smt', HOST, HOST],
    ['W11', 'unmerge-pages', 'merge-pages', HOST, HOST],
    ['W11', 'partition-cache', 'share-cache', HOST, HOST],
    ['R15', 'limit-vm', 'lift-limit', VM, VM],
    ['R15', 'reserve-vm', 'lift-reservation', VM, VM],
    ['R15', 'set-quota', 'lift-quota', { tenant: 2 }, { tenant: 2 }],
    ['M31', 'dedicate-host', 'share-host', HOST, { host: 1, tenant: 2 }],
  ] as const)('%s %s and %s: all is as it was', (_, there, back, args, given) => {
    const bench = besides();
    bench.run(SETTLED);
    const before = standing(bench);
    expect(bench.give(back, args)?.code).toBe('rule.already-so');
    give(bench, there, given);
    const switched = standing(bench);
    expect(switched).not.toBe(before);
    give(bench, back, args);
    expect(standing(bench)).toBe(before);
    const told = bench.events('setting-changed').map(({ data }) => data.to);
    expect([...told].sort()).toEqual(['off', 'on']);
    give(bench, there, given);
    expect(standing(bench)).toBe(switched);
  });

  test('R15 shares that are normal again are told as none', () => {
    const bench = besides();
    give(bench, 'set-shares', { vm: 1, shares: 'high' });
    give(bench, 'set-shares', { vm: 1, shares: 'normal' });
    expect(bench.events('setting-changed').map(({ data }) => data.to)).toEqual(['on', 'off']);
  });
});

describe('SMT', () => {
  test('W10 comes back by a restart, with the whole capacity', () => {
    const bench = besides();
    give(bench, 'disable-smt', HOST);
    expect(bench.world.hosts[1]?.capacity).toBe(2100);
    expect(bench.give('enable-smt', HOST)).toBeNull();
    bench.run(2);
    const power = (): string[] => [1, 2].map((vm) => bench.world.vms[vm]!.power);
    expect(power()).toEqual(['stopped', 'stopped']);
    bench.run(20);
    expect(power()).toEqual(['running', 'running']);
    expect(bench.world.hosts[1]).toMatchObject({ smt: true, capacity: 3001 });
  });

  test('W10 is offered on no CPU that has one thread a core', () => {
    const single = besides({ smt: false });
    const offered = (bench: Bench): string[] =>
      offersFor(bench.world, 1, 'hosts/1').map(({ command }) => command);
    expect(single.give('enable-smt', HOST)?.code).toBe('rule.no-such-thing');
    expect(offered(single)).not.toContain('enable-smt');
    expect(offered(besides({ smt: false, smtCapacity: 4288 }))).toContain('enable-smt');
  });

  test('W10 a host that has it off from the start has seven tenths of what it would have', () => {
    const off = Object.values(scenarios)
      .flatMap(({ hosts }) => hosts)
      .filter(({ smt, smtCapacity = 0 }) => smt !== true && smtCapacity > 0);
    expect(off.length).toBeGreaterThan(0);
    for (const { capacity, smtCapacity = 0 } of off) expect(withoutSmt(smtCapacity)).toBe(capacity);
  });
});

describe('what holds again when a switch is back', () => {
  test('W11 pages are merged and a frame is free again, for whoever watches them', () => {
    const bench = besides();
    const free = (): number => bench.world.hosts[1]!.free.length;
    const merging = free();
    give(bench, 'unmerge-pages', HOST);
    expect(free()).toBe(merging - 1);
    give(bench, 'merge-pages', HOST);
    expect(free()).toBe(merging);
    expect(bench.world.vms[2]?.merged).toHaveLength(1);
  });

  test('R15 without its reservation a balloon takes frames of it again', () => {
    const roomy = hostsWith({ frames: 12, capacity: 3000 });
    const vms = besideOpenly.vms!.map((vm) => ({
      ...vm,
      frames: 6,
      technique: 'hybrid' as const,
      reserved: true,
    }));
    const bench = benchBeside({ hosts: roomy, vms });
    expect(bench.give('balloon-vm', VM)?.code).toBe('rule.nothing-to-take');
    give(bench, 'lift-reservation', VM);
    expect(bench.give('balloon-vm', VM)).toBeNull();
  });

  test('R15 without its limit a VM in which somebody takes all takes from its neighbours again', () => {
    const bench = besides({ capacity: 400, smt: false });
    setFact(bench.world, 'vms', 1, 'burning', true, SCENARIO);
    bench.run(SETTLED);
    const given = (): number => bench.world.vms[2]!.served;
    const short = given();
    give(bench, 'limit-vm', VM);
    expect(given()).toBeGreaterThan(short);
    give(bench, 'lift-limit', VM);
    expect(given()).toBe(short);
  });

  test('R15 without its quota a tenant is given what it asks for again', () => {
    const bench = besides();
    bench.ask(2, { kind: 'create', plan: { ...bench.world.vms[1]!, frames: 6 } });
    const wish = { request: 1, host: 2, technique: 'hvm' };
    bench.world.tenants[2] = { ...bench.world.tenants[2]!, quota: 4 };
    bench.run(1);
    expect(bench.give('create-vm', wish)?.code).toBe('rule.over-quota');
    give(bench, 'lift-quota', { tenant: 2 });
    expect(bench.give('create-vm', wish)).toBeNull();
  });
});
