import { NATURE } from '../world/history.ts';
import { TICKS_PER_MINUTE } from '../world/ids.ts';
import { rows } from '../world/table.ts';
import { emit, type Turn } from '../world/turn.ts';

/** Once a minute: what tenants pay for the VMs that run, less the upkeep of hosts, of virtual sensors and of agents (E1). */
export function billing(turn: Turn): void {
  const { world } = turn;
  if (world.tick === 0 || world.tick % TICKS_PER_MINUTE !== 0) return;
  let fees = 0;
  for (const vm of rows(world.vms)) if (vm.power === 'running') fees += world.pace.feePerVm;
  let upkeep = 0;
  for (const { retired } of rows(world.hosts)) if (!retired) upkeep += world.pace.upkeepPerHost;
  for (const gate of rows(world.switches)) {
    if (gate.watch !== 'none') upkeep += world.pace.upkeepPerSensor;
  }
  for (const { edr } of rows(world.hosts)) if (edr) upkeep += world.pace.upkeepPerSensor;
  for (const { agent } of rows(world.vms)) if (agent) upkeep += world.pace.upkeepPerAgent;
  const credits = fees - upkeep;
  world.credits += credits;
  emit(turn, 'bill', { actor: NATURE, subjects: [], causes: [], data: { credits, upkeep } });
}
