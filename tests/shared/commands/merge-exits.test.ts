import { describe, expect, test } from 'vitest';
import { exitsOf } from '../../../shared/mechanics/cost/cost.ts';
import { guestCost } from '../../../shared/mechanics/cost/guest-cost.ts';
import { roundTrip } from '../../../shared/mechanics/cost/transition.ts';
import { TECHNIQUES, type Technique } from '../../../shared/world/machine/vm.ts';
import { MIXES } from '../../../shared/world/machine/workload.ts';
import { guest } from '../../support/hypervisor.ts';
import { Bench, hostsWith, tiny } from '../../support/worlds.ts';

const SHADOW = { year: 2006, virtualisationExtension: true, nestedPaging: false } as const;
const EPT = { year: 2015, virtualisationExtension: true, nestedPaging: true } as const;

const benchOf = (technique: Technique, host: object): Bench =>
  new Bench(tiny({ hosts: hostsWith(host), vms: [guest({ technique, demand: 100_000 })] }));

/** Cycles that merging spares such a guest of server work in a million native cycles. */
function spared(technique: Technique, host: object): number {
  const row = benchOf('hvm', host).world.hosts[1]!;
  const traits = { workload: 'payments', technique, devices: ['disk', 'nic'] } as const;
  return guestCost(traits, row) - guestCost(traits, { ...row, exitMerging: true });
}

describe('merge-exits', () => {
  test('K103 merges once, for a price, and says who did', () => {
    const bench = benchOf('hvm', SHADOW);
    const { credits } = bench.world;
    expect(bench.give('merge-exits', { host: 1 })).toBeNull();
    expect(bench.world.credits).toBe(credits - bench.world.pace.mergeExitsPrice);
    bench.run(bench.world.pace.mergeExitsLength + 1);
    expect(bench.world.hosts[1]!.exitMerging).toBe(true);
    expect(bench.events('setting-changed')[0]?.data).toEqual({ setting: 'exitMerging', to: 'on' });
    expect(bench.give('merge-exits', { host: 1 })?.code).toBe('rule.already-so');
  });

  test.each([
    ['hvm', EPT, true],
    ['hybrid', SHADOW, true],
    ['hybrid', EPT, false],
    ['bt', SHADOW, false],
    ['para', SHADOW, false],
  ] as const)(
    'K103 beside a %s guest on %o there is something to merge: %s',
    (technique, host, can) => {
      const answer = benchOf(technique, host).give('merge-exits', { host: 1 });
      expect(answer?.code ?? null).toBe(can ? null : 'rule.nothing-to-merge');
      expect(spared(technique, host) > 0).toBe(can);
    },
  );

  test('K103 spares half of the way out and back, and of what is done for each nothing', () => {
    const half = Math.ceil(roundTrip(2006) / 2);
    const { device, pageTable } = MIXES.server;
    expect(spared('hvm', SHADOW)).toBe((device + pageTable) * half);
    expect(spared('hybrid', SHADOW)).toBe(pageTable * half);
    expect(spared('hvm', EPT)).toBe(device * Math.ceil(roundTrip(2015) / 2));
  });

  test('K103 K4 the guest leaves itself less often, and no other technique does', () => {
    for (const technique of TECHNIQUES) {
      const count = (exitMerging: boolean): number =>
        exitsOf(MIXES.server, technique, { ...SHADOW, exitMerging });
      const fewer = technique === 'hvm' || technique === 'hybrid';
      expect([technique, count(true) < count(false)]).toEqual([technique, fewer]);
    }
  });
});
