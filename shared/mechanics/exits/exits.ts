import { type HostId, TICKS_PER_SECOND, type VmId } from '../../world/ids.ts';
import type { ExitRecord } from '../../world/machine/exit.ts';
import type { DeviceName } from '../../world/machine/host.ts';
import type { Vm } from '../../world/machine/vm.ts';
import { find, get, rows } from '../../world/table.ts';
import type { Turn } from '../../world/turn.ts';
import type { World } from '../../world/world.ts';
import { filtersOn } from '../fidelity/filtered.ts';
import { touchesModels } from '../fidelity/models.ts';
import { type Origin, record } from '../harm/evidence.ts';
import { aimOf, boundOf } from './bounds.ts';
import { reasonFor, verdictOf } from './filter.ts';
import { everydayExit, type RawExit } from './sample.ts';

/** An exit that somebody makes a guest make. */
export interface Attempt extends RawExit {
  readonly vm: VmId;
}

/**
 * The traps stage: once a second each host that runs guests shows one of their exits, the guests in
 * turn (rule K5). A container host has no exits to show. What somebody attempted stays to be seen for
 * a second.
 */
export function traps(turn: Turn): void {
  const { world } = turn;
  if (world.tick % TICKS_PER_SECOND !== 0) return;
  for (const host of rows(world.hosts)) {
    const last = find(world.exits, host.id);
    if (last && world.tick - last.tick < TICKS_PER_SECOND) continue;
    const guests = [...rows(world.vms)].filter(
      (vm) => vm.host === host.id && vm.power === 'running',
    );
    const second = Math.trunc(world.tick / TICKS_PER_SECOND);
    const vm = guests[second % guests.length];
    const exit = vm ? everydayExit(vm, host, Math.trunc(second / guests.length)) : null;
    if (vm && exit) pass(world, vm, exit);
  }
}

/** One exit goes its way: filters decide, then a device model or the hypervisor would (rules K5, K6). */
function pass(world: World, vm: Vm, exit: RawExit): ExitRecord {
  const { reason, device, call, operand } = exit;
  const what = { reason, device, call, operand };
  const bound = boundOf(aimOf(exit));
  const verdict = verdictOf(filtersOn(get(world.hosts, vm.host), vm), exit);
  const made = { id: vm.host, tick: world.tick, vm: vm.id, ...what, bound, verdict };
  show(world, vm.host, made);
  return made;
}

function show(world: World, host: HostId, exit: ExitRecord): void {
  while (world.exits.length <= host) world.exits.push(null);
  world.exits[host] = exit;
}

/**
 * An exit that is not everyday business goes the same way as any other and is on record at once. It
 * leaves its evidence whatever becomes of it (rule K5).
 */
export function attempt(
  turn: Turn,
  { vm: id, ...exit }: Attempt,
  origin: Origin,
): ExitRecord['verdict'] {
  const { world } = turn;
  const vm = get(world.vms, id);
  const { device, call, operand, bound, verdict } = pass(world, vm, exit);
  record(turn, { kind: 'exit', vm: id, host: vm.host, device, call, operand, bound }, origin);
  return verdict;
}

/**
 * A harmless touch, as a driver makes when it looks for what it has. A guest that does not have the
 * device touches nothing, nor does a paravirtual one, which has no emulated device (rule F7); a
 * container asks the kernel.
 */
export function probeDevice(turn: Turn, vm: VmId, device: DeviceName, origin: Origin): void {
  const row = find(turn.world.vms, vm);
  if (row?.power !== 'running' || !row.devices.includes(device)) return;
  if (row.technique === 'container') {
    record(turn, { kind: 'syscall', vm, host: row.host }, origin);
    return;
  }
  if (!touchesModels(row.technique)) return;
  attempt(turn, { vm, reason: reasonFor(device), device, call: '', operand: 1 }, origin);
}
