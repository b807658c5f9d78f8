import { clearHost, refillHost } from '../mechanics/upkeep/reinstall.ts';
import type { HostId } from '../world/ids.ts';
import { rows } from '../world/table.ts';
import type { Turn } from '../world/turn.ts';
import type { ReadonlyWorld } from '../world/world.ts';
import type { OrderRef } from './command.ts';

interface OnHost {
  readonly host: HostId;
}

/**
 * What a switch that takes a restart has in common with another: whatever runs on the host is off meanwhile,
 * unless it was moved away first, and on again afterwards, given up or not.
 */
export const restarting = {
  hostOff: () => true,
  claims: (world: ReadonlyWorld, { host }: OnHost) =>
    [...rows(world.vms)].filter((vm) => vm.host === host).map((vm) => `vms/${vm.id}` as const),
  start: (turn: Turn, { host }: OnHost, order: OrderRef) => clearHost(turn, host, order.seq),
  work: (turn: Turn, { host }: OnHost, _: unknown, order: OrderRef) =>
    clearHost(turn, host, order.seq),
  abandon: (turn: Turn, { host }: OnHost, order: OrderRef) =>
    refillHost(turn, host, order.seq, order.seq),
};
