import { attempt, probeDevice } from '../../mechanics/exits/exits.ts';
import type { RawExit } from '../../mechanics/exits/sample.ts';
import { reasonFor } from '../../mechanics/fidelity/reached.ts';
import { type Origin, record } from '../../mechanics/harm/evidence.ts';
import { takeover } from '../../mechanics/harm/harm.ts';
import { enterDeviceProcess, ringOf } from '../../mechanics/harm/intrusion.ts';
import type { HostSign } from '../../world/evidence.ts';
import type { Component } from '../../world/flaws/record.ts';
import { type FlawName, flaws } from '../../world/flaws/registry.ts';
import type { Proof } from '../../world/history.ts';
import { type HostId, NONE, type VmId } from '../../world/ids.ts';
import type { DeviceName } from '../../world/machine/host.ts';
import { type Foothold, isAtLeast } from '../../world/machine/vm.ts';
import type { ActArgs, Attacker } from '../../world/people/attacker.ts';
import {
  about,
  hasFlaw,
  inside,
  type Known,
  type Prospect,
  vmNote,
} from '../../world/people/known.ts';
import { type Deep, find } from '../../world/table.ts';
import type { Turn } from '../../world/turn.ts';
import type { ReadonlyWorld } from '../../world/world.ts';
import { type Attack, type AttackWords, atTheEnd, type Striker, usableFlaw } from '../attack.ts';
import { alsoProved, type Need, proofOf, type Strike } from '../need.ts';
import { deviceProcessUnconfined, hasDevice, hasEmulated, onThisHost } from './device.ts';
import { exitUnchecked } from './filter.ts';
import { processUnpatched } from './flaw.ts';
import { codeInGuest, guestRuns, kernelInGuest, portsInGuest } from './guest.ts';

/** Who did it, as evidence and events name them. */
export const originOf = ({ attacker, operation }: Striker): Origin => ({
  actor: { kind: 'attacker', id: attacker.id },
  cause: operation.act,
});

/** A way out of a VM that they know, by a flaw that they can use: `{attacker, vm, host, flaw}`. */
export function escapeStrike(name: FlawName): Attack['resolve'] {
  return (world: ReadonlyWorld, attacker: Deep<Attacker>, { vm = 0 }: ActArgs): Strike | null => {
    const row = find(world.vms, attacker.knownVms[vm - 1] ?? NONE);
    const flaw = usableFlaw(world, attacker, name);
    if (!row || flaw === NONE) return null;
    return { attacker: attacker.id, vm: row.id, host: row.host, flaw };
  };
}

/** They are below the guests of the host: nothing stood between. */
export function seize(turn: Turn, by: Striker, strike: Strike, proof: Proof): void {
  const { vm = 0, host = 0, flaw = 0 } = strike;
  const { attacker, operation } = by;
  const deed = {
    attacker,
    attack: operation.attack,
    vm: vm as VmId,
    args: { vm, host, flaw },
    proof,
  };
  if (!takeover(turn, host as HostId, deed)) return;
  const number = operation.args.vm ?? NONE;
  attacker.notes[vmNote(number, 'below')] = 1;
  for (const field of ['free-read', 'guests-read', 'guests-run', 'spread'] as const) {
    delete attacker.notes[vmNote(number, field)];
  }
}

/** What the processes of the host show of it, to whoever watches them (rule S52). */
export function hostProcess(
  turn: Turn,
  by: Striker,
  { vm = 0, host = 0 }: Strike,
  shows: HostSign,
): void {
  if (find(turn.world.hosts, host) === null) return;
  const trace = { kind: 'host-process', host: host as HostId, vm: vm as VmId | 0, shows } as const;
  record(turn, trace, originOf(by));
}

/** Whether they can make that guest do anything of the kind at all. */
function canTouch(turn: Turn, { attacker }: Striker, vm: number, from: Foothold): boolean {
  const runs = find(turn.world.vms, vm)?.power === 'running';
  return runs && isAtLeast(ringOf(turn.world, attacker.id, vm), from);
}

/** An exit of theirs, if they are where they can make it: through the same pipeline as any other. */
export function makeExit(
  turn: Turn,
  by: Striker,
  vm: number,
  exit: RawExit,
  from: Foothold = 'kernel',
): void {
  if (canTouch(turn, by, vm, from)) attempt(turn, { vm: vm as VmId, ...exit }, originOf(by));
}

/** What every such escape rests on, however its device is touched. */
type Rests =
  | 'guest-runs'
  | 'on-this-host'
  | 'has-device'
  | 'process-unpatched'
  | 'exit-unchecked'
  | 'device-process-unconfined';

interface Device<Also extends string> {
  readonly id: string;
  readonly catalogue: string;
  readonly device: DeviceName;
  readonly flaw: FlawName;
  /** What is handed to it: over its bound, or not. */
  readonly operand: number;
  readonly headline: readonly (Rests | NoInfer<Also>)[];
  /** What it takes beside the device itself: which model it is, what of it is switched on. */
  readonly also?: readonly Need<Also>[];
  /** Whether what was noted of a VM says that it has all that; without it the device is enough. */
  readonly fits?: (known: Known, vm: number) => boolean;
}

/**
 * What it takes to touch the device: I/O ports are root's to ask for, mapped memory is the kernel's, and a
 * display draws for anybody.
 */
type DeviceEscape<Also extends string> = Device<Also> &
  (
    | {
        readonly from: 'root';
        readonly words: AttackWords<Rests | NoInfer<Also> | 'ports-in-guest'>;
      }
    | {
        readonly from: 'kernel';
        readonly words: AttackWords<Rests | NoInfer<Also> | 'kernel-in-guest'>;
      }
    | {
        readonly from: 'user';
        readonly words: AttackWords<Rests | NoInfer<Also> | 'code-in-guest'>;
      }
  );

const TOUCHES = { user: codeInGuest, root: portsInGuest, kernel: kernelInGuest } as const;

/**
 * An escape through a device that the host emulates. The guest hands the device what its model does not
 * stand, and runs code in the process that emulates it. What that is worth depends on the process:
 * confined, it is a process; with the host's rights, it is the host.
 */
export function deviceEscape<Also extends string = never>(way: DeviceEscape<Also>): Attack {
  const { id, catalogue, device, flaw, from, operand, headline, words, also = [], fits } = way;
  const there = [hasDevice(device), ...also];
  return {
    id,
    catalogue,
    targets: [3],
    family: 'hypervisor',
    takes: ['vm'],
    brings: 'host',
    flaw,
    device,
    needs: [
      guestRuns,
      TOUCHES[from],
      onThisHost,
      ...there,
      processUnpatched,
      exitUnchecked({ reason: reasonFor(device), device, call: '', operand }),
    ],
    deeper: [deviceProcessUnconfined],
    headline,
    words,
    length: (lengths) => lengths.privilege + lengths.act,
    resolve: escapeStrike(flaw),
    strikes: atTheEnd,
    opening: (turn, by, { vm = 0 }) => {
      if (canTouch(turn, by, vm, from)) probeDevice(turn, vm as VmId, device, originOf(by));
    },
    trace: (turn, by, strike) => {
      if (!there.every((need) => need.holds(turn.world, strike))) return;
      const exit = { reason: reasonFor(device), device, call: '', operand } as const;
      makeExit(turn, by, strike.vm ?? NONE, exit, from);
    },
    effect: (turn, by, strike, proof) => {
      outOf(turn, by, strike, proof, deviceProcessUnconfined);
    },
    prospects: (known) =>
      escapes(
        known,
        id,
        flaw,
        from,
        (vm) =>
          hasEmulated(known, vm, device) === true &&
          about(known, vm, 'confined') === undefined &&
          (fits?.(known, vm) ?? true),
      ),
  };
}

/** What is as old as the process that runs a VM. */
const PROCESS: ReadonlySet<Component> = new Set(['device-model', 'tool-channel']);

/**
 * They are in the process that emulates a VM's devices, and below its host's guests if nothing holds them
 * there: `further` says so, and `held` is how they note it.
 */
export function outOf(
  turn: Turn,
  by: Striker,
  strike: Strike,
  proof: Proof,
  further: Need,
  held: 'confined' | 'held' = 'confined',
): void {
  const { attacker, operation } = by;
  const entry = { attacker, attack: operation.attack, proof };
  const entered = enterDeviceProcess(turn, (strike.vm ?? NONE) as VmId, entry);
  if (!further.holds(turn.world, strike)) {
    attacker.notes[vmNote(operation.args.vm ?? 0, held)] = 1;
    return;
  }
  hostProcess(turn, by, strike, 'device-child');
  const deeper = proofOf(turn.world, [further], strike, entered);
  seize(turn, by, strike, alsoProved(proof, deeper));
}

/** Which build tells whether a flaw is mended. */
const buildOf = (flaw: FlawName): 'device-build' | 'host-build' =>
  PROCESS.has(flaws[flaw].component) ? 'device-build' : 'host-build';

/** Guests from which an escape could be tried, by what they have noted about them. */
export function escapes(
  known: Known,
  attack: string,
  flaw: FlawName,
  ring: Exclude<Foothold, 'none'>,
  fits: (vm: number) => boolean,
): Prospect[] {
  return inside(known, ring)
    .filter(
      ({ number }) => fits(number) && hasFlaw(known, flaw, about(known, number, buildOf(flaw))),
    )
    .map(({ number }) => ({ attack, args: { vm: number }, gain: { kind: 'host' }, sure: false }));
}
