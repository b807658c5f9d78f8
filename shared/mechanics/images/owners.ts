import { setFact } from '../../world/fact.ts';
import { SERVICE_COMPONENTS } from '../../world/flaws/record.ts';
import type { Actor } from '../../world/history.ts';
import type { Seq, Tick, VmId } from '../../world/ids.ts';
import { SCENARIO } from '../../world/ids.ts';
import type { Vm } from '../../world/machine/vm.ts';
import { type Deep, get, rows } from '../../world/table.ts';
import { emit, type Turn } from '../../world/turn.ts';
import type { ReadonlyWorld } from '../../world/world.ts';
import { ownerLeaves } from '../leases.ts';
import { openRequest } from '../people.ts';
import { patchGuest } from '../upkeep/images.ts';

/** Since when a VM has lacked a published fix, or `null`: it lacks none. */
export function lacksSince(
  { flaws }: ReadonlyWorld,
  { kernel, service, bornAt }: Pick<Deep<Vm>, 'kernel' | 'service' | 'bornAt'>,
): Tick | null {
  let since: Tick | null = null;
  for (const flaw of rows(flaws)) {
    const build = flaw.component === 'guest-kernel' ? kernel : service;
    const ofGuest =
      flaw.component === 'guest-kernel' || SERVICE_COMPONENTS.includes(flaw.component);
    if (!flaw.public || !ofGuest || build >= flaw.fixedIn) continue;
    const lacked = Math.max(flaw.publishedAt, bornAt) as Tick;
    since = since === null ? lacked : (Math.min(since, lacked) as Tick);
  }
  return since;
}

/**
 * The owners' stage: whoever answers for a VM updates it so long after a fix has come out, or after it was made, and
 * looks again as often: what was off then, or was put back since, has it the next time. What nobody answers for stays as
 * it is (rule W21).
 */
export function ownersPatch(turn: Turn): void {
  const { world } = turn;
  const { ownerPatches } = world.pace;
  if (ownerPatches === 0) return;
  for (const vm of rows(world.vms)) {
    if (vm.owner !== 'present' || vm.onLeave || vm.power !== 'running') continue;
    const since = lacksSince(world, vm);
    const waited = since === null ? 0 : world.tick - since;
    if (waited <= 0 || waited % ownerPatches !== 0) continue;
    patchGuest(turn, vm.id, { kind: 'tenant', id: vm.tenant }, SCENARIO);
  }
}

/** Whoever answers for a VM goes on leave and tells nobody: in the register it looks as if they had left (W22). */
export function goesOnLeave(turn: Turn, vm: VmId, cause: Seq): void {
  ownerLeaves(turn, vm, cause);
  setFact(turn.world, 'vms', vm, 'onLeave', true, cause);
}

/**
 * Asks a tenant who answers for its VM. If whoever does is on leave, they say so, and it is wanted again; if
 * nobody does, that is known from then on (rule W22).
 */
export function askOwner(turn: Turn, vm: VmId, actor: Actor, cause: Seq): void {
  const { world } = turn;
  const asked = emit(turn, 'setting-changed', {
    actor,
    subjects: [`vms/${vm}`],
    causes: [cause],
    data: { setting: 'ownerAsked', to: 'on' },
  });
  setFact(world, 'vms', vm, 'ownerAsked', true, asked);
  if (get(world.vms, vm).onLeave) setFact(world, 'vms', vm, 'owner', 'present', asked);
}

/** A VM that somebody on leave answers for was taken away: its tenant asks for it anew (rule W22). */
export function missVm(turn: Turn, vm: Vm, cause: Seq): void {
  if (!vm.onLeave) return;
  const { workload, zone, home, asset, image, frames, fills, blocks, blockFills, demand } = vm;
  const size = { frames, fills, blocks, blockFills, demand, lease: 0 };
  const plan = { workload, zone: home || zone, asset, image, ...size };
  openRequest(turn, vm.tenant, { kind: 'create', plan }, cause);
}
