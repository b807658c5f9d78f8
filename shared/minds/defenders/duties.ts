import type { AlertRow } from '../../view/rows.ts';
import type { BlueView } from '../../view/view.ts';
import type { Wish } from './defender.ts';
import {
  alertsOf,
  claimed,
  dirty,
  fixOf,
  has,
  matchOf,
  openAlerts,
  present,
  roomiest,
  unboundOn,
  zoneNamed,
} from './reading.ts';

/** The families of defence, as attacks are grouped: what can be left out to see what it is worth. */
export const FAMILIES = ['memory', 'hypervisor', 'network', 'images'] as const;
export type Family = (typeof FAMILIES)[number];

/** One thing that a careful defender sees to: the orders it calls for now, the most urgent first. */
export interface Duty {
  readonly family: Family | null;
  readonly wishes: (view: BlueView) => Wish[];
}

/** Ends what bleeds. */
const close: Duty = {
  family: null,
  wishes: (view) =>
    present(view.tables.breaches)
      .filter(({ open }) => open)
      .map(({ asset, host }) => ({
        command: 'close-breach',
        args: asset === 0 ? { host } : { asset },
      })),
};

/** Whether a VM is shut off already, or off. */
const contained = (view: BlueView, vm: number): boolean => {
  const row = view.tables.vms[vm];
  return row?.power !== 'running' || row.zone === zoneNamed(view, 'quarantine');
};

/** Shuts off a VM in which something was found, or from which something was done. */
const contain: Duty = {
  family: null,
  wishes: (view) => {
    const guilty = new Set<number>();
    for (const { vm } of alertsOf(view, 'code-found')) guilty.add(vm);
    for (const { vm, seen } of alertsOf(view, 'exit'))
      if (seen.operand > seen.bound) guilty.add(vm);
    for (const { vm, seen } of alertsOf(view, 'foreign-residue')) if (seen.read > 0) guilty.add(vm);
    for (const { vm, seen } of alertsOf(view, 'traffic')) {
      if (seen.nature === 'exploit' || seen.nature === 'arp-claim') guilty.add(vm);
    }
    const how = has(view, 'quarantine-vm') ? 'quarantine-vm' : 'stop-vm';
    return [...guilty]
      .filter((vm) => vm !== 0 && !contained(view, vm))
      .map((vm) => ({ command: how, args: { vm } }));
  },
};

/** How long a look into a VM is good for. */
const LOOK_LASTS = 300;

/** VMs that somebody has looked into a short while ago. */
const lookedInto = (view: BlueView): Set<number> =>
  new Set(
    present(view.tables.alerts)
      .filter(({ sensor, tick }) => sensor === 'investigation' && view.tick - tick < LOOK_LASTS)
      .map(({ vm }) => vm),
  );

/** VMs that an alert gives reason to look into: whom it was done to, then who did it. */
function suspects({ vm, seen }: AlertRow): number[] {
  switch (seen.kind) {
    case 'traffic':
      return seen.nature === 'exploit' && !seen.blocked ? [seen.peer, vm] : [vm, seen.peer];
    case 'exit':
    case 'syscall':
    case 'reverted':
    case 'searching':
      return [vm];
    default:
      return [];
  }
}

/** Looks into every VM that an alert points to: what did it, and what it was done to. */
const investigate: Duty = {
  family: null,
  wishes: (view) => {
    const looked = lookedInto(view);
    const odd = new Set(openAlerts(view).flatMap(suspects));
    return [...odd]
      .filter((vm) => vm !== 0 && view.tables.vms[vm] && !looked.has(vm))
      .map((vm) => ({ command: 'investigate-vm', args: { vm } }));
  },
};

/** Puts away what has been dealt with: what asks for no look, and what has been looked into. */
export function settled(view: BlueView): Wish[] {
  const looked = lookedInto(view);
  const done = (alert: AlertRow): boolean =>
    !LASTING.has(alert.seen.kind) &&
    suspects(alert).every((vm) => vm === 0 || !view.tables.vms[vm] || looked.has(vm));
  return openAlerts(view)
    .filter(done)
    .map(({ id }) => ({ command: 'acknowledge-alert', args: { alert: id } }));
}

/** Alerts that end by themselves when what they tell of does, or that a duty still reads. */
const LASTING: ReadonlySet<string> = new Set([
  'residue-free',
  'residue-blocks',
  'orphan',
  'lease-over',
  'code-found',
]);

/** Makes anew what an intruder was found in. */
const rebuild: Duty = {
  family: 'images',
  wishes: (view) => {
    const found = new Set(alertsOf(view, 'code-found').map(({ vm }) => vm));
    return [...found]
      .filter((vm) => view.tables.vms[vm])
      .map((vm) => ({ command: 'rebuild-vm', args: { vm } }));
  },
};

/** Clears what lies in free memory before anyone is given it. */
const scrub: Duty = {
  family: 'memory',
  wishes: (view) =>
    roomiest(view)
      .filter((host) => dirty(view, host) > 0)
      .map((host) => ({ command: 'scrub-frames', args: { host: host.id } })),
};

/** Clears what lies in free blocks. */
const wipe: Duty = {
  family: 'memory',
  wishes: (view) =>
    present(view.tables.hosts)
      .filter((host) => host.freeBlocks.some((id) => view.tables.blocks[id]?.residue !== 0))
      .map((host) => ({ command: 'wipe-blocks', args: { host: host.id } })),
};

/** Patches hosts for which an advisory is out. */
const patchHosts: Duty = {
  family: 'hypervisor',
  wishes: (view) =>
    present(view.tables.hosts)
      .filter((host) => {
        const component = host.platform === 'container' ? 'host-kernel' : 'hypervisor';
        return host.build < fixOf(view, component);
      })
      .map((host) => {
        const empty = !present(view.tables.vms).some((vm) => vm.host === host.id);
        return { command: 'patch-host', args: { host: host.id, how: empty ? 'reboot' : 'live' } };
      }),
};

/** Confines what stands between guests and the host where it is not. */
const confine: Duty = {
  family: 'hypervisor',
  wishes: (view) =>
    present(view.tables.hosts)
      .filter((host) => (host.platform === 'container' ? !host.seccomp : !host.sandbox))
      .map((host) => ({ command: 'confine-host', args: { host: host.id } })),
};

/** Gives switches the policy when they are behind, or were never told of a VM. */
const push: Duty = {
  family: 'network',
  wishes: (view) => {
    const version = view.tables.policies[1]?.version ?? 0;
    return present(view.tables.switches)
      .filter(
        (gate) =>
          gate.version < version || unboundOn(view, gate.id).some((vm) => vm.power === 'running'),
      )
      .map((gate) => ({ command: 'push-policy', args: { host: gate.id } }));
  },
};

/** Takes out a rule that joins everything with everything. */
const removeAnyAny: Duty = {
  family: 'network',
  wishes: (view) => {
    const rules = view.tables.policies[1]?.rules ?? [];
    const at = rules.findIndex(
      ({ from, to, service, allow }) => allow && from === 0 && to === 0 && service === 'any',
    );
    return at < 0 ? [] : [{ command: 'remove-rule', args: { rule: at + 1 } }];
  },
};

/** Binds addresses to ports where several tenants share a segment. */
const inspectArp: Duty = {
  family: 'network',
  wishes: (view) =>
    present(view.tables.segments)
      .filter((segment) => {
        const tenants = present(view.tables.vms)
          .filter((vm) => vm.zone === segment.zone)
          .map(({ tenant }) => tenant);
        return !segment.arpInspection && new Set(tenants).size > 1;
      })
      .map(({ id }) => ({
        command: 'port-security',
        args: { segment: id, setting: 'arp-inspection' },
      })),
};

/** Puts an eye inside the switch where most tenants meet. */
const watch: Duty = {
  family: 'network',
  wishes: (view) => {
    const spare = (matchOf(view)?.credits ?? 0) > 120;
    if (!spare) return [];
    const tenantsOn = (host: number): number =>
      new Set(
        present(view.tables.vms)
          .filter((vm) => vm.host === host)
          .map(({ tenant }) => tenant),
      ).size;
    return present(view.tables.switches)
      .filter((gate) => gate.watch === 'none' && tenantsOn(gate.id) > 1)
      .sort((a, b) => tenantsOn(b.id) - tenantsOn(a.id) || a.id - b.id)
      .map((gate) => ({ command: 'place-sensor', args: { host: gate.id, watch: 'ids' } }));
  },
};

/** Patches guests that are older than a published fix, those that are reached from outside first. */
const patchGuests: Duty = {
  family: 'images',
  wishes: (view) => {
    const kernel = fixOf(view, 'guest-kernel');
    const service = fixOf(view, 'service');
    return present(view.tables.vms)
      .filter((vm) => vm.power === 'running' && (vm.kernel < kernel || vm.service < service))
      .sort((a, b) => a.service - b.service || a.id - b.id)
      .map((vm) => ({ command: 'patch-guest', args: { vm: vm.id } }));
  },
};

/** Takes away what nobody answers for. */
const reclaim: Duty = {
  family: 'images',
  wishes: (view) =>
    present(view.tables.vms)
      .filter((vm) => vm.owner === 'gone' || (vm.leaseEnds !== 0 && vm.leaseEnds <= view.tick))
      .map((vm) => ({ command: 'reclaim-vm', args: { vm: vm.id } })),
};

/** In the order in which a careful defender sees to them. */
export const DUTIES: readonly Duty[] = [
  contain,
  close,
  scrub,
  push,
  removeAnyAny,
  wipe,
  patchHosts,
  rebuild,
  investigate,
  confine,
  reclaim,
  inspectArp,
  patchGuests,
  watch,
];

/** Leaves out what is not in the deck and what someone is at already. */
export function sensible(view: BlueView, wishes: readonly Wish[]): Wish[] {
  const always = new Set(['stop-vm', 'close-breach']);
  return wishes.filter(({ command, args }) => {
    if (!always.has(command) && !has(view, command)) return false;
    const subject =
      args.vm !== undefined
        ? `vms/${args.vm}`
        : args.asset !== undefined
          ? `assets/${args.asset}`
          : args.host !== undefined
            ? `hosts/${args.host}`
            : '';
    return (
      !claimed(view, subject) &&
      !present(view.tables.jobs).some(
        (job) => job.command === command && JSON.stringify(job.args) === JSON.stringify(args),
      )
    );
  });
}
