import type { MindMemory } from '../world/attacker.ts';
import type { AttackerId } from '../world/ids.ts';
import type { Pace } from '../world/pace.ts';
import type { Deep } from '../world/table.ts';
import { find, rows } from '../world/table.ts';
import type { Power } from '../world/vm.ts';
import type { Phase, ReadonlyWorld } from '../world/world.ts';

/** One of the attacker's own VMs, by the number the attacker gave it. */
export interface RedVm {
  readonly number: number;
  readonly power: Power | 'gone';
}

/**
 * All that an attacker knows. Built by naming: what frames hold, where VMs stand and what the
 * defenders do is not in it, and cannot be until it has been discovered.
 */
export interface RedView {
  readonly tick: number;
  readonly phase: Phase;
  readonly pace: Pick<Pace, 'think' | 'afterSuccess'>;
  readonly vms: readonly RedVm[];
  /** Whether a VM they asked for has not come yet. */
  readonly waiting: boolean;
  /** What they are doing. */
  readonly busy: readonly {
    readonly attack: string;
    readonly args: Readonly<Record<string, number>>;
  }[];
  /** How many bodies of data they hold. */
  readonly loot: number;
  readonly memory: Deep<MindMemory>;
}

/** The view of one attacker. */
export function projectRed(world: ReadonlyWorld, id: AttackerId): RedView {
  const attacker = find(world.attackers, id);
  if (!attacker) throw new Error(`no attacker ${id}`);
  let waiting = false;
  for (const request of rows(world.requests)) {
    const open = request.state === 'open' || request.state === 'in-work';
    if (open && attacker.knownRequests.includes(request.id)) waiting = true;
  }
  return {
    tick: world.tick,
    phase: world.phase,
    pace: { think: world.pace.think, afterSuccess: world.pace.afterSuccess },
    vms: attacker.knownVms.map((vm, i) => ({
      number: i + 1,
      power: find(world.vms, vm)?.power ?? 'gone',
    })),
    waiting,
    busy: [...rows(world.operations)]
      .filter((operation) => operation.attacker === id)
      .map(({ attack, args }) => ({ attack, args })),
    loot: attacker.loot.length,
    memory: attacker.memory,
  };
}
