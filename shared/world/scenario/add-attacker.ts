import { setFact } from '../fact.ts';
import { type AttackerId, SCENARIO, type TenantId, type VmId } from '../ids.ts';
import { rentersFoothold } from '../machine/vm.ts';
import { FROM_THE_START, ownNote, vmNote } from '../people/known.ts';
import { draw } from '../random.ts';
import { get } from '../table.ts';
import type { World } from '../world.ts';
import type { Names } from './names.ts';
import type { Scenario } from './schema.ts';

/** Someone who means harm, with the VMs that are lawfully theirs from the start. */
export function addAttacker(
  world: World,
  { mind, tenant, plan, zeroDays, owns }: Scenario['attackers'][number],
  names: Names,
): void {
  const id = world.attackers.length as AttackerId;
  const temper = draw({ seed: world.seed, stream: 'temper', subject: id, occasion: 0 }, 0, 999);
  const notes: Record<string, number> = {};
  owns.forEach((vm, i) => {
    setFact(world, 'vms', vm, 'intruder', id, SCENARIO);
    const { technique } = get(world.vms, vm);
    setFact(world, 'vms', vm, 'foothold', rentersFoothold(technique), SCENARIO);
    notes[ownNote(i + 1)] = FROM_THE_START;
    // They have had it for long: nothing in it is news to them.
    notes[vmNote(i + 1, 'memory-read')] = 1;
    notes[vmNote(i + 1, 'disk-read')] = 1;
  });
  world.attackers.push({
    id,
    mind,
    tenant: names.id<TenantId>('tenant', tenant),
    plan: names.plan(plan),
    zeroDays,
    knownVms: [...owns] as VmId[],
    knownRequests: [],
    notes,
    loot: [],
    hosts: [],
    memory: {
      waitUntil: 0,
      tried: {},
      doing: [],
      temper,
      lootBefore: 0,
      plan: [],
      reason: 'waiting',
    },
    begun: 0,
    restsUntil: 0,
  });
}
