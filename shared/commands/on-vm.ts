import type { VmId } from '../world/ids.ts';
import type { Power, Vm } from '../world/machine/vm.ts';
import type { Pace } from '../world/pace.ts';
import type { Deep } from '../world/table.ts';
import { find } from '../world/table.ts';
import type { Turn } from '../world/turn.ts';
import type { ReadonlyWorld } from '../world/world.ts';
import { type Command, define, id, idIn, type OrderRef, schemaOf, type Traits } from './command.ts';
import { type RuleRefusal, refuse } from './refusal.ts';

interface OnVm extends Record<string, number | string> {
  readonly vm: VmId;
}

/** What differs between the commands that are about one VM. */
export interface VmCommand extends Traits {
  /** Credits; most cost nothing but time. */
  readonly price?: (pace: Pace) => number;
  readonly length: (pace: Pace) => number;
  /** What VMs it can be about at all; of others nothing is said. */
  readonly of?: (vm: Deep<Vm>) => boolean;
  readonly refusal: (world: ReadonlyWorld, vm: Deep<Vm>) => RuleRefusal | null;
  /** What is still to be so while the job runs, beside that the VM is there. */
  readonly keeps?: (world: ReadonlyWorld, vm: Deep<Vm>) => boolean;
  readonly start?: (turn: Turn, vm: VmId, order: OrderRef) => void;
  readonly finish: (turn: Turn, vm: VmId, order: OrderRef) => void;
  /** Takes back what `start` did, where the work is given up. */
  readonly abandon?: (turn: Turn, vm: VmId, order: OrderRef) => void;
}

/** A command about one VM: it claims it, and ends when the VM is gone. */
export function vmCommand(command: VmCommand): Command {
  return define<OnVm>({
    ...command,
    schema: schemaOf<OnVm>({ vm: id }),
    offers: (world, subject) => {
      const vm = idIn(subject, 'vms') as VmId;
      const row = find(world.vms, vm);
      return row && command.of?.(row) !== false ? [{ vm }] : [];
    },
    price: (world) => command.price?.(world.pace) ?? 0,
    length: (world) => command.length(world.pace),
    load: (world, { vm }) => ({
      host: find(world.vms, vm)?.host ?? 0,
      cycles: world.pace.jobCycles,
    }),
    claims: (_, { vm }) => [`vms/${vm}`],
    refusal: (world, { vm }) => {
      const row = find(world.vms, vm);
      return row ? command.refusal(world, row) : refuse('rule.no-such-thing');
    },
    start: (turn, { vm }, order) => command.start?.(turn, vm, order),
    holds: (world, { vm }) => {
      const row = find(world.vms, vm);
      if (!row) return 'subject-gone';
      return command.keeps?.(world, row) === false ? 'no-longer-allowed' : null;
    },
    finish: (turn, { vm }, order) => command.finish(turn, vm, order),
    abandon: (turn, { vm }, order) => command.abandon?.(turn, vm, order),
  });
}

/**
 * A command about one VM that takes no time and no money. It claims nothing: whoever is working on
 * the VM meanwhile is not in its way.
 */
export function atOnceOnVm(command: Traits & Pick<VmCommand, 'refusal' | 'finish'>): Command {
  return { ...vmCommand({ ...command, length: () => 0 }), claims: () => [] };
}

/**
 * What alerts tell of that a VM does on its way out, through its hypervisor, kernel, tools or a device of its
 * own, or inside it: no network is in it.
 */
export const WAYS_OUT = [
  'exit',
  'syscall',
  'odd-path',
  'device-child',
  'clipboard-taken',
  'edge-crossed',
  'runtime-written',
  'guest-process',
  'files-read',
  'process-error',
  'kernel-error',
  'dma-fault',
  'interrupt-fault',
  'nested-run',
  'debug-registers',
  'core-stuck',
  'config-read',
] as const satisfies Traits['contains'];

/** What alerts tell of a VM that nobody answers for, or whose time is over. */
export const UNWANTED = ['orphan', 'lease-over'] as const satisfies Traits['contains'];

/** What alerts tell of that being shut off from the network contains. */
export const CUT_OFF = [
  'foreign-residue',
  'searching',
  'traffic',
  'new-pair',
  'new-bulk',
  'mac-changed',
  'vm-claims-host',
  'ssh-burst',
  'slp-request',
  'server-session',
  'mac-spoofed',
  'gateway-changed',
  'reverted',
  'code-found',
  'kernel-altered',
] as const satisfies Traits['contains'];

/** What stays in a VM, or stays open in it, while it is shut off. */
export const LASTING = [
  'code-found',
  'kernel-altered',
  'reverted',
] as const satisfies Traits['leaves'];

/** Everything that alerts tell of one VM and what it does. */
export const OF_A_VM = [...CUT_OFF, ...WAYS_OUT, ...UNWANTED] as const satisfies Traits['contains'];

/** Refuses a VM that is still being made. */
export const notInMaking: VmCommand['refusal'] = (_, { power }) =>
  power === 'provisioning' ? refuse('rule.wrong-power', { power }) : null;

/** Refuses a VM that is not in that state of power. */
export function powerIs(power: Power): VmCommand['refusal'] {
  return (_, vm) => (vm.power === power ? null : refuse('rule.wrong-power', { power: vm.power }));
}
