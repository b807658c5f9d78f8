import { LIVES_ON } from '../mechanics/fidelity/models.ts';
import { debugs } from '../mechanics/processor/exceptions.ts';
import { nests } from '../mechanics/processor/nesting.ts';
import type { Observation } from '../world/alert.ts';
import { TICKS_PER_MINUTE } from '../world/ids.ts';
import { BARE_REASONS, type Decided, type FilterAction } from '../world/machine/host.ts';
import { TALLIED } from '../world/machine/tally.ts';
import type { Deep } from '../world/table.ts';
import { needsDevice } from './fitness.ts';
import type { HeldRow, TallyRow, VmRow } from './machine-rows.ts';
import { rowOf, rowsOf } from './reading.ts';
import type { BlueView } from './view.ts';

/** What a filter would have done to the exits on record of the last minutes. */
export interface Backtest {
  /** Exits on record that it is about, and those of them that it would have refused. */
  readonly looked: number;
  readonly refused: number;
  /** Of the refused: what the work of its VM needs, and nothing that an alert tells of. */
  readonly lawful: number;
}

/** Whether a VM’s everyday work makes exits of that kind. */
export function livesBy(vm: VmRow, trap: Decided): boolean {
  if (trap === 'mmu_update') return vm.technique === 'para';
  if (trap === 'memory_op') return false;
  if (trap === 'vmrun') return nests(vm);
  if (trap === 'exception') return debugs(vm);
  return LIVES_ON.includes(trap) || needsDevice(vm.workload, trap);
}

/** Whether what waits asks for more than its bound. */
export const isOverBound = ({ operand, bound }: HeldRow): boolean => bound > 0 && operand > bound;

/** What the exit that waits is for: what is decided of it, and the filter made of that, is about no more. */
export const trapOfHeld = ({ reason, device, call }: HeldRow): Decided =>
  BARE_REASONS.find((name) => name === reason) ?? ((device || call) as Decided);

/** Whether an alert tells of exits of that kind of a VM. */
const isToldOf = (view: BlueView, vm: number, trap: Decided): boolean =>
  rowsOf(view, 'alerts').some(({ vm: about, seen }) => about === vm && trapSeen(seen) === trap);

/** What exits an alert tells of. */
function trapSeen(seen: Deep<Observation>): string | null {
  if (seen.kind === 'exit') return seen.device || seen.call;
  if (seen.kind === 'nested-run') return 'vmrun';
  return seen.kind === 'debug-registers' ? 'exception' : null;
}

/** Those of the last minutes: of the newest number it may be a while ago. */
function lately(tally: TallyRow, counts: readonly number[], minute: number): number {
  const kept = Math.max(0, TALLIED - (minute - tally.minute));
  return kept === 0 ? 0 : counts.slice(-kept).reduce((sum, count) => sum + count, 0);
}

/**
 * Looks back on the exits that defenders have on record (rule K83), of one VM or of all guests of a host.
 * @param filter `vm`: whose it would be, or 0: the host's
 */
export function backtestOf(
  view: BlueView,
  filter: {
    readonly vm: number;
    readonly host: number;
    readonly trap: Decided;
    readonly action: Exclude<FilterAction, 'hold'>;
  },
): Backtest {
  const minute = Math.trunc(view.tick / TICKS_PER_MINUTE);
  let [looked, refused, lawful] = [0, 0, 0];
  for (const tally of rowsOf(view, 'tallies')) {
    const vm = rowOf(view, 'vms', tally.vm);
    if (vm === null || tally.trap !== filter.trap) continue;
    if (filter.vm === 0 ? vm.host !== filter.host : vm.id !== filter.vm) continue;
    const over = lately(tally, tally.over, minute);
    const within = lately(tally, tally.within, minute);
    looked += over + within;
    refused += over;
    if (filter.action !== 'refuse') continue;
    refused += within;
    if (livesBy(vm, tally.trap) && !isToldOf(view, vm.id, tally.trap)) lawful += within;
  }
  return { looked, refused, lawful };
}
