import { isAssisted } from '../../../world/machine/device-path.ts';
import type { ExitRecord } from '../../../world/machine/exit.ts';
import type { BareReason, Host } from '../../../world/machine/host.ts';
import type { Vm } from '../../../world/machine/vm.ts';
import type { Deep } from '../../../world/table.ts';
import { IN_HYPERVISOR, NATIVE_FAULT } from '../../cost/handling.ts';
import type { CostTraits } from '../../cost/prices.ts';
import { filtersOn, isIntercepted } from '../../fidelity/filtered.ts';
import { debugs } from '../../processor/exceptions.ts';
import { canNest, nests } from '../../processor/nesting.ts';
import { verdictOf } from '../filter.ts';
import { bareExit } from '../sample.ts';
import { around } from './assisted.ts';
import { acting, type Stage, type Turnout } from './stage.ts';

const app = acting('app', 'non-root', 3);
const kernel = acting('guest-kernel', 'non-root', 0);
const guestCpu = acting('cpu', 'non-root', 0);
const hypervisor = acting('hypervisor', 'root', 0);
const own = acting('own-hypervisor', 'non-root', 0);
const inner = acting('inner-guest', 'non-root', 0);

type Guest = Pick<Deep<Vm>, 'technique' | 'workload' | 'nested' | 'filters' | 'rulings'>;

/**
 * What becomes of an exit of a guest that is for nothing but its reason (rule K106): of one on record what became of
 * it, else what would now. It has no operand, so that filters alone decide.
 * @param exit the one on record that it is about; `null`: any of that kind
 */
export function bareTurnoutOf(
  reason: BareReason,
  guest: Guest,
  host: Pick<Deep<Host>, 'filters' | 'nested'>,
  exit: Pick<ExitRecord, 'verdict'> | null,
): Turnout {
  const verdict = exit?.verdict ?? verdictOf(filtersOn(host, guest), bareExit(reason));
  const turnout = { checked: false, refused: verdict === 'refused', held: verdict === 'held' };
  if (reason === 'vmrun') return { ...turnout, withheld: exit === null && !canNest(guest, host) };
  return {
    ...turnout,
    // One that did not leave the guest would not be on record.
    intercepted: exit !== null || isIntercepted(host, guest),
    inKernel: exit !== null && !debugs(guest),
  };
}

/**
 * Whether such exits of a guest are worth following: its work is done by guests of its own, or by debuggers, a filter
 * has its exceptions intercepted, or it is known why one would.
 * @param known it is published what exceptions within exceptions do to a CPU
 */
export function isFollowed(
  reason: BareReason,
  guest: Guest,
  host: Pick<Deep<Host>, 'filters'>,
  known: boolean,
): boolean {
  if (!isAssisted(guest.technique)) return false;
  if (reason === 'vmrun') return nests(guest);
  return known || debugs(guest) || isIntercepted(host, guest);
}

/**
 * The stages of an exit of a hardware-assisted guest that is for nothing but its reason. Deciding what is to be done
 * about it is taken to cost what an exit costs that the hypervisor answers by itself (F6).
 */
export const bareStages = (reason: BareReason, host: CostTraits, turnout: Turnout): Stage[] =>
  reason === 'vmrun' ? entryInto(host, turnout) : exception(host, turnout);

const decided = ({ held = false }: Turnout): Stage[] => [
  hypervisor('dispatch', IN_HYPERVISOR),
  ...(held ? [hypervisor('holds')] : []),
];

/**
 * A guest's hypervisor (L1) enters its guest (L2): the host's takes over its control block and joins it with the one
 * by which it runs L1, so that what either of them wants intercepted is. Nobody published what joining takes by
 * itself: it is part of the price of an exit of L2 (F9, rule K84). Source: KVM's `nested_svm_vmrun`.
 */
function entryInto(host: CostTraits, turnout: Turnout): Stage[] {
  const { refused, withheld = false } = turnout;
  // Whoever may not nest has no such instruction, whatever filters say of it.
  if (withheld) {
    const work = [hypervisor('dispatch', IN_HYPERVISOR), hypervisor('withholds')];
    return around(host, [own('runsOwn')], work, [own('faults')]);
  }
  const work = refused
    ? [hypervisor('refuse')]
    : [hypervisor('copiesBlock'), hypervisor('mergesBlocks')];
  const after = refused ? own('faults') : inner('runsInner');
  return around(host, [own('runsOwn')], [...decided(turnout), ...work], [after]);
}

/**
 * The CPU delivers an exception inside the guest, as it would without a hypervisor; where a filter has it intercepted
 * it leaves the guest first, and what comes back is an injected one (rule K105). Source: KVM's
 * `db_interception` and `ac_interception`.
 */
function exception(host: CostTraits, turnout: Turnout): Stage[] {
  const { refused, intercepted = false, inKernel = false } = turnout;
  const whose = inKernel ? kernel : app;
  const handled = [kernel('handlesException', NATIVE_FAULT), whose('goesOn')];
  if (!intercepted) return [whose('raises'), guestCpu('deliversInside'), ...handled];
  const work = [...decided(turnout), hypervisor(refused ? 'refuse' : 'reinjects')];
  return around(host, [whose('raises')], work, refused ? [kernel('faults')] : handled);
}
