import { type HostId, TICKS_PER_SECOND, type VmId } from '../../world/ids.ts';
import type { ExitRecord, Verdict } from '../../world/machine/exit.ts';
import { DECIDED, type DeviceName, type Host } from '../../world/machine/host.ts';
import type { Vm } from '../../world/machine/vm.ts';
import { find, get, rows } from '../../world/table.ts';
import type { Turn } from '../../world/turn.ts';
import type { World } from '../../world/world.ts';
import { filtersOn } from '../fidelity/filtered.ts';
import { reasonOf } from '../fidelity/reached.ts';
import { type Origin, record } from '../harm/evidence.ts';
import { aimOf, boundOf } from './bounds.ts';
import { putOnDesk } from './desk.ts';
import { verdictOf } from './filter.ts';
import { heldOf, isHeldUp } from './held.ts';
import { everydayAt, everydayExit, type RawExit } from './sample.ts';
import { tallyExit } from './tally.ts';

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
    const second = Math.trunc(world.tick / TICKS_PER_SECOND);
    const guests = [...rows(world.vms)].filter(
      (vm) => vm.host === host.id && vm.power === 'running' && heldOf(world, vm.id) === null,
    );
    if (holdsOne(turn, host, guests, second)) continue;
    // What waits stays to be seen as long as it does.
    if (last?.verdict === 'held' && heldOf(world, last.vm)?.host === host.id) continue;
    const vm = guests[second % guests.length];
    const exit = vm ? everydayExit(vm, host, Math.trunc(second / guests.length)) : null;
    if (vm && exit) pass(turn, vm, exit);
  }
}

/**
 * Of guests whose exits are held the next one of their everyday work meets that too: it does not wait
 * until it is their turn to be shown (rule K80).
 */
function holdsOne(turn: Turn, host: Host, guests: readonly Vm[], second: number): boolean {
  for (const vm of guests) {
    if (![...vm.filters, ...host.filters].some(({ action }) => action === 'hold')) continue;
    for (const trap of DECIDED) {
      const exit = everydayAt(vm, host, trap, second);
      if (exit && isHeldUp(turn.world, vm, exit)) {
        if (pass(turn, vm, exit).verdict === 'held') return true;
      }
    }
  }
  return false;
}

/** One exit goes its way: filters decide, the trap desk if one says so, then a device model or the hypervisor would (K5, K6). */
function pass(turn: Turn, vm: Vm, exit: RawExit): ExitRecord {
  const { world } = turn;
  const { reason, device, call, operand } = exit;
  const what = { reason, device, call, operand };
  const bound = boundOf(aimOf(exit));
  const strictly = verdictOf(filtersOn(get(world.hosts, vm.host), vm), exit);
  const verdict: Verdict = strictly === 'emulated' && isHeldUp(world, vm, exit) ? 'held' : strictly;
  const made = { id: vm.host, tick: world.tick, vm: vm.id, ...what, bound, verdict };
  show(world, vm.host, made);
  tallyExit(world, made);
  if (verdict === 'held') putOnDesk(turn, vm, exit, bound);
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
  const vm = get(turn.world.vms, id);
  const { device, call, operand, bound, verdict } = pass(turn, vm, exit);
  record(turn, { kind: 'exit', vm: id, host: vm.host, device, call, operand, bound }, origin);
  return verdict;
}

/** The same of one whose evidence is another than that of an exit. It is on record like any. */
export const leave = (turn: Turn, { vm, ...exit }: Attempt): ExitRecord['verdict'] =>
  pass(turn, get(turn.world.vms, vm), exit).verdict;

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
  const reason = reasonOf(row, device);
  if (reason !== null) attempt(turn, { vm, reason, device, call: '', operand: 1 }, origin);
}
