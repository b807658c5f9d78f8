import { describe, expect, test } from 'vitest';
import { setFact } from '../../../../shared/world/fact.ts';
import { SCENARIO } from '../../../../shared/world/ids.ts';
import type { Foothold } from '../../../../shared/world/machine/vm.ts';
import { fallen } from '../../../support/fallen.ts';
import { letIn } from '../../../support/storage.ts';
import { type Bench, id } from '../../../support/worlds.ts';

const toldBy = (bench: Bench, sensor: string): [kind: string, host: number, vm: number][] =>
  bench.world.alerts.flatMap((alert) =>
    alert?.sensor === sensor ? [[alert.seen.kind, alert.host, alert.vm]] : [],
  );

describe('S5: logins from host to host', () => {
  test('S55 are told as they are tried, the refused ones too, and none where there is no way', () => {
    const bench = fallen();
    bench.act('lateral-shared-credential', { vm: 1 });
    bench.run(2);
    expect(toldBy(bench, 'S5')).toEqual([
      ['host-login', 2, 0],
      ['host-login-refused', 3, 0],
    ]);
    expect(bench.world.hosts[2]!.intruder).toBe(0);
  });

  test('S55 a new credential is in time for whoever reads of it', () => {
    const bench = fallen();
    bench.act('lateral-shared-credential', { vm: 1 });
    bench.run(2);
    bench.give('rotate-credentials', { host: 2 });
    bench.run(14);
    expect(bench.world.hosts[2]!.intruder).toBe(0);
    const [login] = bench.world.alerts.filter((alert) => alert?.seen.kind === 'host-login');
    expect(login?.state).toBe('over');
  });
});

describe('S8: introspection', () => {
  /** The hospital's VM 2, in which someone is so deep, on a host that looks into it. */
  function looked(ring: Foothold, change: (bench: Bench) => void = () => undefined): string[] {
    const bench = fallen({}, false);
    setFact(bench.world, 'hosts', 1, 'introspection', true, SCENARIO);
    letIn(bench, 2, ring);
    change(bench);
    bench.run(12);
    return toldBy(bench, 'S8').map(([kind, host, vm]) => `${kind} ${host} ${vm}`);
  }

  test('S56 finds someone else in a kernel, once, and nobody who is only a process', () => {
    expect(looked('kernel')).toEqual(['kernel-altered 1 2']);
    expect(looked('root')).toEqual([]);
    expect(looked('user')).toEqual([]);
  });

  test('S56 nothing where it is off, where memory is encrypted, and on a host that fell', () => {
    const off = ({ world }: Bench): void =>
      setFact(world, 'hosts', 1, 'introspection', false, SCENARIO);
    const sealed = ({ world }: Bench): void =>
      setFact(world, 'vms', 2, 'memoryEncrypted', true, SCENARIO);
    const lies = ({ world }: Bench): void =>
      setFact(world, 'hosts', 1, 'intruder', id(1), SCENARIO);
    for (const change of [off, sealed, lies]) expect(looked('kernel', change)).toEqual([]);
  });

  test('S56 T1 what a tenant does in the kernel of what it rents is its own affair', () => {
    const bench = fallen({}, false);
    setFact(bench.world, 'hosts', 1, 'introspection', true, SCENARIO);
    bench.run(12);
    expect(bench.world.vms[1]).toMatchObject({ foothold: 'kernel', intruder: 1 });
    expect(toldBy(bench, 'S8')).toEqual([]);
  });
});
