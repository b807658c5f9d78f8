import { setFact } from '../world/fact.ts';
import type { HostId, Seq } from '../world/ids.ts';
import type { Host } from '../world/machine/host.ts';
import type { Pace } from '../world/pace.ts';
import { type Deep, find } from '../world/table.ts';
import { emit, type Turn } from '../world/turn.ts';
import type { ReadonlyWorld } from '../world/world.ts';
import { type Command, define, id, idIn, type OrderRef, schemaOf, type Traits } from './command.ts';
import { type RuleRefusal, refuse } from './refusal.ts';

interface OnHost extends Record<string, number | string> {
  readonly host: HostId;
}

type Switch =
  | 'smt'
  | 'microcode'
  | 'l1Flush'
  | 'dedup'
  | 'cachePartition'
  | 'counters'
  | 'exitMerging'
  | 'introspection'
  | 'userns'
  | 'edr'
  | 'iommu'
  | 'interruptRemapping'
  | 'nested'
  | 'overcommit'
  | 'logCap'
  | 'lockdown'
  | 'mfa'
  | 'hostAudit';

/** What differs between the commands that turn a switch of a host, once. */
interface HostSwitch
  extends Traits,
    Pick<Command<OnHost>, 'start' | 'work' | 'abandon' | 'hostOff'> {
  /** Hosts that it is about at all; every host when left out. */
  readonly about?: (host: Deep<Host>) => boolean;
  readonly setting: Switch;
  readonly to: boolean;
  /** It takes back what another order does: nothing is said of it where there is nothing to take back. */
  readonly back?: true;
  readonly price?: (pace: Pace) => number;
  readonly length: (pace: Pace) => number;
  /** Beside the host, what nobody else may work on meanwhile. */
  readonly claims?: Command<OnHost>['claims'];
  readonly refusal?: (world: ReadonlyWorld, host: Deep<Host>) => RuleRefusal | null;
  /** What follows of it. `cause`: the event by which it was turned. */
  readonly after?: (turn: Turn, host: HostId, order: OrderRef, cause: Seq) => void;
}

/** A command that turns a switch of a host: refused where it is turned already. */
export function hostSwitch(command: HostSwitch): Command {
  const { setting, to } = command;
  const hinders = (world: ReadonlyWorld, host: HostId): RuleRefusal | null => {
    const row = find(world.hosts, host);
    if (!row || command.about?.(row) === false) return refuse('rule.no-such-thing');
    if (row[setting] === to) return refuse('rule.already-so');
    return command.refusal?.(world, row) ?? null;
  };
  return define<OnHost>({
    ...command,
    schema: schemaOf<OnHost>({ host: id }),
    offers: (world, subject) => {
      const host = idIn(subject, 'hosts') as HostId;
      const row = find(world.hosts, host);
      // Nobody is anybody's neighbour on a machine of its own.
      if (!row || row.platform === 'native' || command.about?.(row) === false) return [];
      return command.back && row[setting] === to ? [] : [{ host }];
    },
    price: (world) => command.price?.(world.pace) ?? 0,
    length: (world) => command.length(world.pace),
    load: (world, { host }) => ({ host, cycles: world.pace.jobCycles }),
    claims: (world, args) => [`hosts/${args.host}`, ...(command.claims?.(world, args) ?? [])],
    refusal: (world, { host }) => hinders(world, host),
    holds: (world, { host }) => (hinders(world, host) === null ? null : 'no-longer-allowed'),
    finish: (turn, { host }, order) => {
      const changed = emit(turn, 'setting-changed', {
        actor: { kind: 'seat', id: order.seat },
        subjects: [`hosts/${host}`],
        causes: [order.seq],
        data: { setting, to: to ? 'on' : 'off' },
      });
      setFact(turn.world, 'hosts', host, setting, to, changed);
      command.after?.(turn, host, order, changed);
    },
  });
}
