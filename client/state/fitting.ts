import type { Offer as Option } from '../../shared/commands/command.ts';
import type { HostRow, PolicyRow } from '../../shared/view/rows.ts';
import type { BlueView } from '../../shared/view/view.ts';
import { dirtyFree, foreignFrames, rowOf, rowsOf } from './rows.ts';
import { componentOf, drifted, fixFor } from './upkeep.ts';

/** The options about one subject, in the order in which a reader wants them. */
export interface Choice<T> {
  /** They answer something that is to be seen now. */
  readonly fitting: readonly T[];
  readonly possible: readonly T[];
  readonly refused: readonly T[];
}

/** Sorts options by what is to be seen; within a group they keep their order. */
export function sortOptions<T>(
  view: BlueView,
  options: readonly T[],
  optionOf: (item: T) => Option,
): Choice<T> {
  const fitting: T[] = [];
  const possible: T[] = [];
  const refused: T[] = [];
  for (const item of options) {
    const option = optionOf(item);
    const group = option.refusal !== null ? refused : fits(view, option) ? fitting : possible;
    group.push(item);
  }
  return { fitting, possible, refused };
}

/** Whether the view itself shows a reason for this order. No hidden fact is in it. */
function fits(view: BlueView, { command, args }: Option): boolean {
  const host = rowOf(view, 'hosts', Number(args.host));
  const vm = rowOf(view, 'vms', Number(args.vm));
  switch (command) {
    case 'create-vm':
    case 'grow-vm':
    case 'close-breach':
    case 'release-vm':
    case 'start-vm':
    case 'reclaim-vm':
      return true;
    case 'destroy-vm':
      return rowsOf(view, 'requests').some(
        (request) =>
          request.kind === 'destroy' && request.state === 'open' && request.vm === vm?.id,
      );
    case 'scrub-frames':
      return host !== null && dirtyFree(view, host).length > 0;
    case 'wipe-blocks':
      return host !== null && readableBlocks(view, host) > 0;
    case 'remove-rule':
      return joinsAll(rowOf(view, 'policies', 1)?.rules[Number(args.rule) - 1]);
    case 'push-policy':
    case 'verify-policy':
      return host !== null && drifted(view, host.id);
    case 'patch-host':
      return host !== null && fixFor(view, componentOf(host), host.build) > 0;
    case 'patch-guest':
      return (
        vm !== null &&
        (fixFor(view, 'guest-kernel', vm.kernel) > 0 || fixFor(view, 'service', vm.service) > 0)
      );
    case 'investigate-vm':
    case 'quarantine-vm':
      return vm !== null && (watched(view, 'vm', vm.id) || foreignFrames(view, vm).length > 0);
    case 'investigate-host':
      return host !== null && watched(view, 'host', host.id);
    default:
      return false;
  }
}

/** Free blocks of a host that still hold something a next owner could read. */
function readableBlocks(view: BlueView, host: HostRow): number {
  return host.freeBlocks.filter((id) => {
    const block = rowOf(view, 'blocks', id);
    return block !== null && block.residue !== 0 && !block.sealed;
  }).length;
}

/** Whether a rule of the policy lets everything through to everywhere. */
const joinsAll = (rule: PolicyRow['rules'][number] | undefined): boolean =>
  rule?.allow === true && rule.from === 0 && rule.to === 0 && rule.service === 'any';

/** Whether an alert about it waits for an answer. */
function watched(view: BlueView, what: 'vm' | 'host', id: number): boolean {
  return rowsOf(view, 'alerts').some((alert) => alert.state === 'open' && alert[what] === id);
}
