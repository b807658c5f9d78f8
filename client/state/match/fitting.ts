import type { Offer as Option } from '../../../shared/commands/command.ts';
import { componentsOf } from '../../../shared/mechanics/upkeep/patching.ts';
import { dirtyFree, foreignFrames, rowOf, rowsOf } from '../../../shared/view/reading.ts';
import type { HostRow, PolicyRow } from '../../../shared/view/rows.ts';
import { drifted, fixFor, stoppedAt, wantsRestart } from '../../../shared/view/upkeep.ts';
import type { BlueView } from '../../../shared/view/view.ts';
import { SERVICE_COMPONENTS } from '../../../shared/world/flaws/record.ts';
import { answersFault } from './faults.ts';

/** The options about one subject, in the order in which a reader wants them. */
export interface Choice<T> {
  /** They answer something that is to be seen now. */
  readonly fitting: readonly T[];
  readonly possible: readonly T[];
  readonly refused: readonly T[];
  /** Further ways of what `fitting` has one of already: another technique on the same host. */
  readonly ways: readonly T[];
}

/**
 * Sorts options by what is to be seen; within a group they keep their order. Of several ways to make
 * the same VM on one host the first is the cheapest: the others are kept apart, and where the host
 * has no room that is said once.
 */
export function sortOptions<T>(
  view: BlueView,
  options: readonly T[],
  optionOf: (item: T) => Option,
): Choice<T> {
  const fitting: T[] = [];
  const possible: T[] = [];
  const refused: T[] = [];
  const ways: T[] = [];
  const told = new Set<string>();
  for (const item of options) {
    const option = optionOf(item);
    const further = isFurtherWay(option, told);
    if (option.refusal !== null) {
      if (!further) refused.push(item);
    } else if (further) ways.push(item);
    else if (fits(view, option)) fitting.push(item);
    else possible.push(item);
  }
  return { fitting, possible, refused, ways };
}

/** Whether the same VM could be made on that host in a way that is told already, and notes this one. */
function isFurtherWay({ command, args, refusal }: Option, told: Set<string>): boolean {
  if (command !== 'create-vm') return false;
  const where = `${args.request}/${args.host}/${refusal?.code ?? ''}`;
  if (told.has(where)) return true;
  told.add(where);
  return false;
}

/** Whether the view itself shows a reason for this order. No hidden fact is in it. */
function fits(view: BlueView, { command, args }: Option): boolean {
  if (answersFault(view, command, args)) return true;
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
    case 'tune-ips':
      return host !== null && stoppedAt(view, host.id) > 0;
    case 'port-security': {
      const segment = rowOf(view, 'segments', Number(args.segment));
      return args.setting === 'reject-all' && segment?.promiscuous === true;
    }
    case 'patch-host':
      return host !== null && fixFor(view, componentsOf(host), host.build) > 0;
    case 'restart-vm':
      return vm !== null && wantsRestart(view, vm);
    case 'rebuild-host':
      return host !== null && fallen(view, host.id);
    case 'patch-guest':
      return (
        vm !== null &&
        (fixFor(view, ['guest-kernel'], vm.kernel) > 0 ||
          fixFor(view, SERVICE_COMPONENTS, vm.service) > 0)
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

/** Whether a host is known to have been taken over, and still is. */
const fallen = (view: BlueView, host: number): boolean =>
  rowsOf(view, 'breaches').some(
    (breach) => breach.kind === 'takeover' && breach.open && breach.host === host,
  );

/** Whether a rule of the policy lets everything through to everywhere. */
const joinsAll = (rule: PolicyRow['rules'][number] | undefined): boolean =>
  rule?.allow === true && rule.from === 0 && rule.to === 0 && rule.service === 'any';

/** Whether an alert about it waits for an answer. */
function watched(view: BlueView, what: 'vm' | 'host', id: number): boolean {
  return rowsOf(view, 'alerts').some((alert) => alert.state === 'open' && alert[what] === id);
}
