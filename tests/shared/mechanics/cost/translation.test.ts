import { describe, expect, test } from 'vitest';
import { guestCost } from '../../../../shared/mechanics/cost/guest-cost.ts';
import {
  blocksToTranslate,
  TRANSLATE,
  translationCost,
  warmer,
} from '../../../../shared/mechanics/cost/translation.ts';
import { beginProcess } from '../../../../shared/mechanics/upkeep/process.ts';
import { work } from '../../../../shared/mechanics/work.ts';
import { SCENARIO, TICKS_PER_SECOND, type VmId } from '../../../../shared/world/ids.ts';
import { TECHNIQUES, TRANSLATED } from '../../../../shared/world/machine/vm.ts';
import type { Turn } from '../../../../shared/world/turn.ts';
import { guest } from '../../../support/hypervisor.ts';
import { hostsWith, tiny, turnOf } from '../../../support/worlds.ts';

/** One translated guest with a host to itself, in a process that has just begun. */
function begun(technique: 'bt' | 'hybrid' = 'bt') {
  const turn = turnOf(
    tiny({
      hosts: hostsWith({ capacity: 10_000_000 }),
      vms: [guest({ technique, frames: 1, fills: 1, demand: 100_000 })],
    }),
  );
  beginProcess(turn.world, 1 as VmId, SCENARIO);
  return { turn, vm: turn.world.vms[1]! };
}

/** The last tick of so many seconds, in which rates are looked at. */
function worksFor(turn: Turn, seconds: number): void {
  turn.world.tick = seconds * TICKS_PER_SECOND;
  work(turn);
}

describe('the translation cache', () => {
  test('K102 is empty in a new process and fills as the guest runs, each second more slowly', () => {
    const { turn, vm } = begun();
    const seen: number[] = [];
    for (let second = 0; second < 30; second += 1) {
      seen.push(vm.translated);
      worksFor(turn, second + 1);
    }
    expect(seen[0]).toBe(0);
    expect(seen.at(-1)).toBe(TRANSLATED);
    const steps = seen.slice(1).map((translated, i) => translated - (seen[i] ?? 0));
    expect(steps).toEqual([...steps].sort((a, b) => b - a));
  });

  test('K102 a guest that does nothing meets no code', () => {
    const { turn, vm } = begun();
    turn.world.hosts[1] = { ...turn.world.hosts[1]!, capacity: 0 };
    worksFor(turn, 1);
    expect(vm.translated).toBe(0);
  });

  test('K102 K2 what a cold cache costs is blocks by the price of translating one', () => {
    for (const translated of [0, 250, 999, TRANSLATED]) {
      const blocks = blocksToTranslate('bt', translated);
      expect(translationCost('bt', translated)).toBe(blocks * TRANSLATE);
      const traits = { workload: 'payments', technique: 'bt', devices: [] } as const;
      const { turn } = begun();
      const host = turn.world.hosts[1]!;
      expect(guestCost({ ...traits, translated }, host) - guestCost(traits, host)).toBe(
        blocks * TRANSLATE,
      );
    }
    expect(blocksToTranslate('bt', 0)).toBeGreaterThan(0);
    expect(warmer(TRANSLATED)).toBe(TRANSLATED);
  });

  test('K102 a guest in a new process does less than one whose code is translated', () => {
    const served = (translated: number): number => {
      const { turn, vm } = begun();
      vm.translated = translated;
      worksFor(turn, 1);
      return vm.served;
    };
    expect(served(0)).toBeLessThan(served(TRANSLATED) * 0.8);
  });

  test('K102 no other technique has one', () => {
    for (const technique of TECHNIQUES) {
      if (technique !== 'bt') expect(translationCost(technique, 0)).toBe(0);
    }
    expect(begun('hybrid').vm.translated).toBe(TRANSLATED);
  });
});
