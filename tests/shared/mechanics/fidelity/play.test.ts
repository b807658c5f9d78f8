import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createMatch, stepMatch } from '../../../../shared/match/match.ts';
import { stopsService } from '../../../../shared/mechanics/fidelity/faults.ts';
import { unwantedReason } from '../../../../shared/mechanics/leases.ts';
import { catalogue } from '../../../../shared/text/catalogue.ts';
import type { Fault, FaultKind } from '../../../../shared/world/machine/fault.ts';
import { find, rows } from '../../../../shared/world/table.ts';
import { isWords, type Texts } from '../../../../shared/world/words.ts';
import type { World } from '../../../../shared/world/world.ts';
import { eventsOf, tiny } from '../../../support/worlds.ts';
import { lively, plays } from '../../support/plays.ts';

const TICKS = 140;

/**
 * The lively world with little CPU time to go round, a USB desktop of each kind, snapshots, and a zone
 * that the policy lets nobody into.
 */
const faulty = tiny({
  ...lively,
  hosts: lively.hosts.map((host, i) => ({
    ...host,
    frames: 12,
    blocks: 8,
    capacity: 700,
    filters: i === 0 ? [{ trap: 'xhci', action: 'refuse' }] : [],
  })),
  vms: [
    ...lively.vms.map((vm) => ({ ...vm, snapshot: { kernel: 1, service: 1 } })),
    ...(['hvm', 'para', 'hybrid'] as const).map((technique, i) => ({
      ...lively.vms[0]!,
      technique,
      host: 1 + (i % 2),
      workload: 'office-desktop' as const,
      devices: i === 2 ? ['disk', 'nic'] : ['disk', 'nic', 'xhci'],
      frames: 1,
      fills: 1,
      blocks: 0,
      blockFills: 0,
    })),
  ],
} as Parameters<typeof tiny>[0]);

/** Words for a fault, in both languages. */
function said(fault: Fault): boolean {
  const key = fault.kind === 'clock-lies' ? fault.cause : fault.kind;
  const { faults, faultsInFull } = catalogue.names as unknown as Record<string, Texts>;
  return [faults?.[fault.kind], faultsInFull?.[key]].every(
    (words) => words !== undefined && isWords(words) && words.ko !== '' && words.en !== '',
  );
}

/** The VMs that are promised something now and are neither stopped nor shut off. */
function* owed(world: World) {
  const rid = new Set<number>();
  for (const { wish } of rows(world.requests)) if (wish.kind === 'destroy') rid.add(wish.vm);
  for (const vm of rows(world.vms)) {
    if (vm.power !== 'running' || rid.has(vm.id) || unwantedReason(world, vm) !== null) continue;
    if (find(world.zones, vm.zone)?.name !== 'quarantine') yield vm;
  }
}

describe('whatever is ordered', () => {
  test('F1 F4 F6 what is right was given, what was given was promised, and the rest has a name', () => {
    const seen = new Map<FaultKind, number>();
    fc.assert(
      fc.property(plays(TICKS, faulty), ({ seed, ticks }) => {
        const match = createMatch(faulty, seed);
        for (const inputs of ticks) {
          const { world } = match;
          const before = { ...world.tally };
          const { phase } = world;
          const { length } = match.history;
          stepMatch(match, inputs);
          // The tally begins anew in each tick of Prepare, and when it is told.
          const told = eventsOf(match.history.slice(length), 'duty').length > 0;
          if (told || phase !== 'live') continue;
          const promised = world.tally.promised - before.promised;
          const given = world.tally.given - before.given;
          const correct = world.tally.correct - before.correct;
          expect(given).toBeLessThanOrEqual(promised);
          expect(correct).toBeLessThanOrEqual(given);
          const vms = [...owed(world)];
          const served = vms.filter((vm) => !vm.faults.some((fault) => stopsService(fault, vm)));
          const right = vms.filter(({ faults }) => faults.length === 0);
          expect([given, correct]).toEqual([served.length, right.length]);
          for (const fault of vms.flatMap(({ faults }) => faults)) {
            expect([fault, said(fault)]).toEqual([fault, true]);
            seen.set(fault.kind, (seen.get(fault.kind) ?? 0) + 1);
          }
        }
      }),
      { numRuns: 40 },
    );
    expect([...seen.keys()].sort()).toEqual([
      'clock-lies',
      'cut-off',
      'device-missing',
      'device-unsupported',
      'exit-refused',
    ]);
  }, 240_000);
});
