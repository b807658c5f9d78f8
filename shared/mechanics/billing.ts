import { NATURE } from '../world/history.ts';
import { TICKS_PER_MINUTE } from '../world/ids.ts';
import { rows } from '../world/table.ts';
import { emit, type Turn } from '../world/turn.ts';

/** Once a minute: what tenants pay for the VMs that run, less the upkeep of hosts and virtual sensors (E1). */
export function billing(turn: Turn): void {
  const { world } = turn;
  if (world.tick === 0 || world.tick % TICKS_PER_MINUTE !== 0) return;
  let credits = 0;
  for (const vm of rows(world.vms)) if (vm.power === 'running') credits += world.pace.feePerVm;
  for (const _ of rows(world.hosts)) credits -= world.pace.upkeepPerHost;
  for (const gate of rows(world.switches)) {
    if (gate.watch !== 'none') credits -= world.pace.upkeepPerSensor;
  }
  world.credits += credits;
  emit(turn, 'bill', { actor: NATURE, subjects: [], causes: [], data: { credits } });
}
