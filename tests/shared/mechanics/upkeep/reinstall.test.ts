import { describe, expect, test } from 'vitest';
import { stopVm } from '../../../../shared/mechanics/lifecycle.ts';
import { clearHost, refillHost, reinstall } from '../../../../shared/mechanics/upkeep/reinstall.ts';
import { setFact } from '../../../../shared/world/fact.ts';
import { NATURE } from '../../../../shared/world/history.ts';
import { SCENARIO } from '../../../../shared/world/ids.ts';
import { vmNote } from '../../../../shared/world/people/known.ts';
import { emit } from '../../../../shared/world/turn.ts';
import { brokenInto } from '../../../support/hypervisor.ts';
import { type Bench, id } from '../../../support/worlds.ts';

/** Attacker 1 has gone out of VM 1 through its floppy controller, and is below the guests of host 1. */
function fallen(over: Parameters<typeof brokenInto>[0] = {}): Bench {
  const bench = brokenInto(over);
  bench.act('esc-floppy-venom', { vm: 1 });
  bench.run(6);
  expect(bench.world.hosts[1]?.intruder).toBe(1);
  return bench;
}

const power = ({ world }: Bench): unknown[] => world.vms.slice(1).map((vm) => vm?.power);

/** An order, as the cause of what follows. */
const ordered = ({ match }: Bench) =>
  emit(match, 'order', {
    actor: NATURE,
    subjects: [],
    causes: [],
    data: { command: 'rebuild-host', args: { host: 1 }, price: 0 },
  });

describe('a host that is installed anew', () => {
  test('K11 nobody runs code below its guests any more, and the harm of that is over', () => {
    const bench = fallen();
    const [harm] = bench.events('harm');
    const rebuilt = reinstall(bench.match, id(1), NATURE, SCENARIO);
    expect(bench.world.hosts[1]?.intruder).toBe(0);
    expect(bench.world.provenance['hosts/1/intruder']).toBe(rebuilt);
    expect(bench.world.attackers[1]?.hosts).toEqual([]);
    expect(bench.world.breaches[1]).toMatchObject({ kind: 'takeover', open: false });
    expect(bench.events('breach-closed')[0]?.causes).toEqual([harm?.seq, rebuilt]);
  });

  test('K11 A53 whoever is thrown out has to find their feet again, and knows what they lost', () => {
    const bench = fallen();
    const attacker = bench.world.attackers[1]!;
    expect(attacker.notes[vmNote(1, 'below')]).toBe(1);
    reinstall(bench.match, id(1), NATURE, SCENARIO);
    expect(attacker.notes[vmNote(1, 'below')]).toBeUndefined();
    expect(attacker.restsUntil).toBe(bench.world.tick + 8);
    // What they have inside a guest nobody has taken from them: that is not the host.
    expect(bench.world.vms[1]).toMatchObject({ foothold: 'kernel', intruder: 1 });
  });

  test('K11 of another host of theirs they lose nothing, and nobody rests who was not there', () => {
    const bench = fallen();
    const attacker = bench.world.attackers[1]!;
    attacker.restsUntil = 0;
    setFact(bench.world, 'hosts', 2, 'build', 43, SCENARIO);
    reinstall(bench.match, id(2), NATURE, SCENARIO);
    expect(bench.world.hosts[1]?.intruder).toBe(1);
    expect(attacker).toMatchObject({ hosts: [1], restsUntil: 0 });
    expect(attacker.notes[vmNote(1, 'below')]).toBe(1);
    expect(bench.world.breaches[1]?.open).toBe(true);
  });

  test('K11 K7 it has the latest build that is published, and is never put back to an older one', () => {
    const bench = fallen();
    const rebuilt = reinstall(bench.match, id(1), NATURE, SCENARIO);
    expect(bench.world.hosts[1]?.build).toBe(52);
    expect(bench.history[rebuilt - 1]).toMatchObject({
      kind: 'host-rebuilt',
      subjects: ['hosts/1'],
      data: { from: 43, to: 52 },
    });
    setFact(bench.world, 'hosts', 1, 'build', 70, SCENARIO);
    reinstall(bench.match, id(1), NATURE, SCENARIO);
    expect(bench.world.hosts[1]?.build).toBe(70);
    const secret = fallen();
    for (const flaw of secret.world.flaws) {
      if (flaw) setFact(secret.world, 'flaws', flaw.id, 'public', false, SCENARIO);
    }
    reinstall(secret.match, id(1), NATURE, SCENARIO);
    expect(secret.world.hosts[1]?.build).toBe(43);
  });

  test('K11 A8 it can fall again, which is another harm', () => {
    const bench = fallen({ over: { pace: { evictionRest: 0 } } });
    reinstall(bench.match, id(1), NATURE, SCENARIO);
    // The process that runs VM 1 goes on with the code that it began with (K10).
    bench.act('esc-floppy-venom', { vm: 1 });
    bench.run(6);
    expect(bench.world.hosts[1]?.intruder).toBe(1);
    expect(bench.world.breaches.slice(1).map((breach) => breach?.open)).toEqual([false, true]);
  });
});

describe('what runs on it', () => {
  test('K11 is powered off, and on again, with new processes and nobody in them', () => {
    const bench = fallen();
    const order = ordered(bench);
    clearHost(bench.match, id(1), order);
    expect(power(bench)).toEqual(['stopped', 'stopped']);
    expect(bench.world.vms[1]?.deviceProcess).toBe(0);
    const rebuilt = reinstall(bench.match, id(1), NATURE, order);
    refillHost(bench.match, id(1), order, rebuilt);
    expect(power(bench)).toEqual(['running', 'running']);
    expect(bench.world.vms.slice(1).map((vm) => vm?.deviceBuild)).toEqual([52, 52]);
    expect(bench.events('vm-running').at(-1)?.causes).toContain(rebuilt);
  });

  test('K11 what was off before, or was powered off for another reason since, stays off', () => {
    const bench = fallen();
    stopVm(bench.match, id(2), SCENARIO);
    const order = ordered(bench);
    clearHost(bench.match, id(1), order);
    refillHost(bench.match, id(1), order, order);
    expect(power(bench)).toEqual(['running', 'stopped']);
  });

  test('K11 nothing on another host is powered off or on', () => {
    const bench = fallen();
    setFact(bench.world, 'vms', 2, 'host', id(2), SCENARIO);
    const order = ordered(bench);
    clearHost(bench.match, id(1), order);
    expect(power(bench)).toEqual(['stopped', 'running']);
    clearHost(bench.match, id(2), order);
    refillHost(bench.match, id(1), order, order);
    expect(power(bench)).toEqual(['running', 'stopped']);
  });
});
