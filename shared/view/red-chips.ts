import type { Attack } from '../attacks/attack.ts';
import { hasEmulated } from '../attacks/needs/escape.ts';
import { allNeeds } from '../attacks/probe.ts';
import { attacks } from '../attacks/registry.ts';
import { serviceFlaw } from '../world/flaws/registry.ts';
import { NONE } from '../world/ids.ts';
import { type Foothold, isAtLeast } from '../world/machine/vm.ts';
import type { ServiceName } from '../world/network.ts';
import type { ActArgs } from '../world/people/attacker.ts';
import {
  about,
  actKey,
  between,
  hasFlaw,
  hasServiceFlaw,
  type Known,
  lookedFrom,
  lookedInto,
  needNote,
  needTick,
} from '../world/people/known.ts';
import type { Chip } from './red-rows.ts';

/** An act in the attackers' own numbers, and what it is of. */
interface Meant {
  readonly attack: Attack;
  readonly vm: number;
  readonly from: number;
}

/** What is known of a precondition in general: `undefined` when nothing is. */
type Knowing = (known: Known, meant: Meant) => boolean | undefined;

const powerOf = (known: Known, vm: number): string => known.vms[vm - 1]?.power ?? 'unknown';
const ringOf = (known: Known, vm: number): Foothold => known.vms[vm - 1]?.ring ?? 'none';

/** Whether a VM runs, where they can tell: where they are inside, and of what they rent. */
const runs = (known: Known, vm: number): boolean | undefined => {
  const power = powerOf(known, vm);
  return power === 'unknown' ? undefined : power === 'running';
};

const yes = (note: number | undefined): boolean | undefined =>
  note === undefined ? undefined : note === 1;

const is =
  (field: 'technique' | 'service', value: string): Knowing =>
  (known, { vm }) => {
    const noted = about(known, vm, field);
    return noted === undefined ? undefined : noted === value;
  };

const older =
  (field: 'host-build' | 'device-build'): Knowing =>
  (known, { attack, vm }) =>
    attack.flaw === undefined ? undefined : hasFlaw(known, attack.flaw, about(known, vm, field));

const always: Knowing = () => true;

/**
 * What cannot have gone stale: they are where they are, and what an act takes from there is theirs
 * to take. It is asked before any note.
 */
const CERTAIN: Readonly<Record<string, Knowing>> = {
  'guest-runs': (known, { vm }) => runs(known, vm),
  'code-in-guest': (known, { vm }) => ringOf(known, vm) !== 'none',
  'ports-in-guest': (known, { vm }) => isAtLeast(ringOf(known, vm), 'root'),
  'root-in-guest': (known, { vm }) => isAtLeast(ringOf(known, vm), 'root'),
  'kernel-in-guest': (known, { vm }) => ringOf(known, vm) === 'kernel',
  'source-runs': (known, { from }) => from === NONE || runs(known, from),
  'code-in-source': (known, { from }) => from === NONE || ringOf(known, from) !== 'none',
  'root-in-source': (known, { from }) => isAtLeast(ringOf(known, from), 'root'),
  'vm-is-theirs': (known, { vm }) => known.vms[vm - 1]?.own ?? false,
  // An act goes by the host that its VM is on, and by the frames and blocks that it has.
  'on-this-host': always,
  'frame-is-theirs': always,
  'frame-is-free': always,
  'block-is-theirs': always,
  'is-tenant': always,
};

/** What was so when they last looked around inside the VM. */
const INSIDE: Readonly<Record<string, Knowing>> = {
  'has-device': (known, { attack, vm }) =>
    attack.device === undefined ? undefined : hasEmulated(known, vm, attack.device),
  'host-unpatched': older('host-build'),
  'process-unpatched': older('device-build'),
  // Root loads a module; anyone else needs a flaw.
  'kernel-open': (known, { attack, vm }) =>
    ringOf(known, vm) === 'root' ||
    (attack.flaw === undefined
      ? undefined
      : hasFlaw(known, attack.flaw, about(known, vm, 'kernel-build'))),
  'host-is-theirs': (known, { vm }) => (about(known, vm, 'below') === 1 ? true : undefined),
  'is-paravirtual': is('technique', 'para'),
  'shares-kernel': is('technique', 'container'),
  'own-kernel': (known, { vm }) => {
    const noted = about(known, vm, 'technique');
    return noted === undefined ? undefined : noted !== 'container';
  },
  'calls-unfiltered': (known, { vm }) => {
    const filtered = yes(about(known, vm, 'seccomp'));
    return filtered === undefined ? undefined : !filtered;
  },
  'device-process-unconfined': (known, { vm }) =>
    about(known, vm, 'confined') === 1 ? false : undefined,
};

/** What was so when they last looked around the network from there. */
const AROUND: Readonly<Record<string, Knowing>> = {
  // Who answered was running.
  'guest-runs': (known, { from, vm }) =>
    between(known, from, vm, 'reach') === 1 ? true : undefined,
  reachable: (known, { from, vm }) => yes(between(known, from, vm, 'reach')),
  'way-out': (known, { vm }) => yes(between(known, vm, NONE, 'reach')),
  'same-host': (known, { from, vm }) => yes(between(known, from, vm, 'host')),
  'same-segment': (known, { from, vm }) => yes(between(known, from, vm, 'segment')),
  'runs-component': (known, { vm }) => {
    const service = about(known, vm, 'service');
    if (service === undefined) return undefined;
    const name = serviceFlaw(service as ServiceName);
    return name !== null && known.flaws[name] !== undefined;
  },
  'service-unpatched': (known, { vm }) => hasServiceFlaw(known, vm),
  'serves-data': is('service', 'db'),
  // Whose VM it is tells whose data it works with.
  'foreign-data': (known, { vm }) => !(known.vms[vm - 1]?.own ?? false),
  // It once had the fix, and has it no more.
  'was-reverted': (known, { vm }) => {
    const now = hasServiceFlaw(known, vm);
    const was = hasServiceFlaw(known, vm, 'service-was');
    return now === true && was === false ? true : undefined;
  },
};

/** What an attacker knows of each precondition of an act, those of its deeper effect last. */
export function chipsOf(
  known: Known,
  id: string,
  args: ActArgs,
): { readonly need: string; readonly chip: Chip }[] {
  const attack = attacks.get(id);
  if (!attack) return [];
  const meant: Meant = { attack, vm: args.vm ?? NONE, from: args.from ?? NONE };
  const key = actKey(id, args);
  return allNeeds(attack).map(({ id: need }) => {
    const holds = knownOf(known, meant, key, need);
    return { need, chip: holds === undefined ? 'unknown' : holds ? 'true' : 'false' };
  });
}

/** The newest that they know of it: by probing or trying this very act, or by looking around. */
function knownOf(known: Known, meant: Meant, key: string, need: string): boolean | undefined {
  const certain = CERTAIN[need]?.(known, meant);
  if (certain !== undefined) return certain;
  const noted = known.notes[needNote(key, need)];
  const inside = INSIDE[need]?.(known, meant);
  const seen = inside ?? AROUND[need]?.(known, meant);
  if (noted === undefined) return seen;
  const from = need === 'way-out' ? meant.vm : meant.from;
  const look = inside === undefined ? lookedFrom(from) : lookedInto(meant.vm);
  const newer = Number(known.notes[look] ?? -1) > Number(known.notes[needTick(key, need)] ?? 0);
  return seen !== undefined && newer ? seen : noted === 1;
}
