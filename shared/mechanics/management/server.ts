import { setFact } from '../../world/fact.ts';
import { type Actor, NATURE } from '../../world/history.ts';
import type { Seq, VmId } from '../../world/ids.ts';
import { find, get } from '../../world/table.ts';
import { emit, type Turn } from '../../world/turn.ts';
import type { ReadonlyWorld } from '../../world/world.ts';
import { type Origin, record } from '../harm/evidence.ts';
import { POLICY } from '../network/edit.ts';
import { isLetIn } from '../network/let-in.ts';
import { latestBuild } from '../upkeep/patching.ts';

/**
 * Whether packets get to the management server (rule N33): from the internet, or from VMs of zones that the firewall of the
 * management network lets through.
 * @param from a VM, or 0 for the internet
 */
export function reachesServer(world: ReadonlyWorld, from: number): boolean {
  const room = find(world.policies, POLICY);
  if (room === null || room.serverBuild === 0) return false;
  return isLetIn(world, from, room.serverFrom);
}

/** A session at the management server, lawful or not, if packets get there: its own log has it (rule S74). */
export function openSession(turn: Turn, from: number, origin: Origin): void {
  if (!reachesServer(turn.world, from)) return;
  record(turn, { kind: 'server-session', vm: from as VmId | 0 }, origin);
}

/** An administrator works at the console of the management server, from a VM. */
export const workAtConsole = (turn: Turn, vm: VmId, cause: Seq): void =>
  openSession(turn, vm, { actor: NATURE, cause });

/** The build that the management server would have after it was patched. */
export const serverPatch = (world: ReadonlyWorld): number =>
  Math.max(find(world.policies, POLICY)?.serverBuild ?? 0, latestBuild(world, 'management-server'));

/** Patches the management server (rule K127). Hosts stay as old as they were. */
export function patchServer(turn: Turn, actor: Actor, cause: Seq): void {
  const { world } = turn;
  const from = get(world.policies, POLICY).serverBuild;
  const to = serverPatch(world);
  const data = { from, to };
  const subjects = [`policies/${POLICY}`] as const;
  const patched = emit(turn, 'patched', { actor, subjects, causes: [cause], data });
  setFact(world, 'policies', POLICY, 'serverBuild', to, patched);
}

/** From now on the management server is reached from the management network alone. */
export function restrictServer(turn: Turn, actor: Actor, cause: Seq): void {
  const changed = emit(turn, 'setting-changed', {
    actor,
    subjects: [`policies/${POLICY}`],
    causes: [cause],
    data: { setting: 'serverFrom', to: 'off' },
  });
  setFact(turn.world, 'policies', POLICY, 'serverFrom', [], changed);
}
