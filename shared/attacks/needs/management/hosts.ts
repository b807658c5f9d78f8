import { takeover } from '../../../mechanics/harm/harm.ts';
import { meet } from '../../../mechanics/harm/intrusion.ts';
import { touchService } from '../../../mechanics/management/access.ts';
import type { Proof } from '../../../world/history.ts';
import { type HostId, NONE, type VmId } from '../../../world/ids.ts';
import type { HostService } from '../../../world/machine/management.ts';
import type { ActArgs, Attacker } from '../../../world/people/attacker.ts';
import { about, inside, type Known, vmNote } from '../../../world/people/known.ts';
import { type Deep, find } from '../../../world/table.ts';
import type { Turn } from '../../../world/turn.ts';
import type { ReadonlyWorld } from '../../../world/world.ts';
import type { Attack, Striker } from '../../attack.ts';
import type { Strike } from '../../need.ts';
import { guestsOf } from '../below.ts';
import { originOf } from '../escape.ts';
import { allHold, sourceSends } from '../source.ts';

/** World ids for what is done to hosts from the internet (0) or from a VM that they know. */
export function fromStrike(
  world: ReadonlyWorld,
  { id, knownVms }: Deep<Attacker>,
  { from = NONE }: ActArgs,
): Strike | null {
  if (from === NONE) return { attacker: id, from };
  const vm = find(world.vms, knownVms[from - 1] ?? NONE);
  return vm && vm.intruder === id ? { attacker: id, from: vm.id } : null;
}

/** Hosts that they could try it at: all that they do not hold, and on which anybody has a VM. */
function hostsToTry(world: ReadonlyWorld, { attacker = 0 }: Strike): HostId[] {
  const theirs = find(world.attackers, attacker)?.hosts ?? [];
  return world.hosts.flatMap((host) =>
    host && !theirs.includes(host.id) && guestsOf(world, host.id).length > 0 ? [host.id] : [],
  );
}

/** One strike at each of them as the work is done. */
export const atEachHost: Attack['strikes'] = (world, about, done, length) =>
  done === length ? hostsToTry(world, about).map((host) => ({ ...about, host })) : [];

/** They are heard as they begin: packets get to each host on which the service answers. */
export function knock(turn: Turn, by: Striker, strike: Strike, service: HostService): void {
  if (!allHold(turn.world, sourceSends, strike)) return;
  for (const host of hostsToTry(turn.world, strike)) {
    const to = { from: strike.from ?? NONE, host, service, many: true } as const;
    touchService(turn, to, originOf(by));
  }
}

/**
 * A host is theirs as if they had broken out below its guests: what an administrator's session can do there they can do.
 * @returns whether it was not theirs before
 */
export function takeHost(turn: Turn, by: Striker, strike: Strike, proof: Proof): boolean {
  const { attacker, operation } = by;
  const { from = NONE, host = 0, flaw = 0 } = strike;
  const there = guestsOf(turn.world, host)[0];
  const vm = there ?? (from as VmId);
  const args = { host, source: from, ...(flaw === 0 ? {} : { flaw }) };
  const deed = { attacker, attack: operation.attack, vm, args, proof };
  if (!takeover(turn, host as HostId, deed)) return false;
  if (there !== undefined) {
    const number = meet(attacker, there);
    attacker.notes[vmNote(number, 'below')] = 1;
    for (const field of ['free-read', 'guests-read', 'guests-run', 'spread'] as const) {
      delete attacker.notes[vmNote(number, field)];
    }
  }
  return true;
}

/** Places from which hosts were heard to offer that service: the internet, and VMs in which they run code. */
export const placesThatHear = (known: Known, service: HostService): number[] =>
  [NONE, ...inside(known, 'user').map(({ number }) => number)].filter((from) =>
    about(known, from, 'host-services')?.split(',').includes(service),
  );
