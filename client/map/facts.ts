import { type WayOut, wayOutOf } from '../../shared/mechanics/processor/way-out.ts';
import { hostFixOf } from '../../shared/view/advisories.ts';
import type {
  BlockRow,
  ExitRow,
  FrameRow,
  HostRow,
  VmRow,
} from '../../shared/view/machine-rows.ts';
import { falseGateways } from '../../shared/view/network/ports.ts';
import type { BreachRow, JobRow, SwitchRow } from '../../shared/view/rows.ts';
import type { BlueView } from '../../shared/view/view.ts';
import type { RowRef } from '../../shared/world/fact.ts';
import { type Footing, KERNEL_FOOTINGS } from '../../shared/world/machine/vm.ts';

/** One host with what stands in it, in the order it is drawn. */
export interface HostFacts {
  readonly row: HostRow;
  readonly vms: readonly VmRow[];
  readonly frames: readonly FrameRow[];
  readonly blocks: readonly BlockRow[];
  /** Its virtual switch. */
  readonly gate: SwitchRow | null;
  /** The build that ends the newest published flaw of what it runs, or 0 when it has none. */
  readonly fix: number;
  /** Its latest recorded exit. */
  readonly exit: ExitRow | null;
  /** An attacker who ran code below its guests; the latest known one. */
  readonly takeover: BreachRow | null;
}

/** The view as the map wants it: by host. Holds nothing that the view does not say. */
export interface Facts {
  readonly view: BlueView;
  readonly hosts: readonly HostFacts[];
  /** Version of the intended policy, or 0 where there is none. */
  readonly policy: number;
  /** How far in an investigation found foreign code, by VM, while its alert lasts. */
  readonly found: ReadonlyMap<number, Footing>;
  /** Hosts on which an investigation found a program of someone else that runs as a user. */
  readonly used: ReadonlySet<number>;
  /** VMs that are known to answer like a DHCP server. */
  readonly gateways: ReadonlySet<number>;
  /** How often the VM that does so most leaves itself a second, by way out. */
  readonly most: ReadonlyMap<WayOut, number>;
  /** Tenant of an asset; 0 for no asset. */
  tenantOf(asset: number): number;
  vm(id: number): VmRow | null;
}

/**
 * Whether a view tells how a host is set and how it fares. The projected one does not: builds count
 * from 1, and 0 stands where nothing is told.
 */
export const told = (host: HostRow): boolean => host.build > 0;

function present<T>(rows: readonly (T | null)[]): T[] {
  return rows.filter((row): row is T => row !== null);
}

function byHost<T extends { readonly host: number }>(rows: readonly T[]): Map<number, T[]> {
  const groups = new Map<number, T[]>();
  for (const row of rows) {
    const group = groups.get(row.host);
    if (group) group.push(row);
    else groups.set(row.host, [row]);
  }
  return groups;
}

/** A host with more VMs than these shows them by tenant, and so do the others of its map. */
const MANY = 6;

/** In the order in which they are drawn. */
function drawnOrder(rows: readonly VmRow[]): ReadonlyMap<number, readonly VmRow[]> {
  const hosts = byHost(rows);
  if (![...hosts.values()].some(({ length }) => length > MANY)) return hosts;
  for (const vms of hosts.values()) vms.sort((a, b) => a.tenant - b.tenant || a.id - b.id);
  return hosts;
}

export function readFacts(view: BlueView): Facts {
  const { tables } = view;
  const all = present(tables.vms);
  const vms = drawnOrder(all);
  const frames = byHost(present(tables.frames));
  const blocks = byHost(present(tables.blocks));
  return {
    view,
    hosts: present(tables.hosts).map((row) => ({
      row,
      vms: vms.get(row.id) ?? [],
      frames: frames.get(row.id) ?? [],
      blocks: blocks.get(row.id) ?? [],
      gate: tables.switches[row.id] ?? null,
      fix: told(row) ? behind(view, row) : 0,
      exit: tables.exits[row.id] ?? null,
      takeover: takeoverOf(view, row.id),
    })),
    policy: tables.policies[1]?.version ?? 0,
    found: foundIn(view),
    used: usedIn(view),
    gateways: falseGateways(view),
    most: mostOf(all),
    tenantOf: (asset) => tables.assets[asset]?.tenant ?? 0,
    vm: (id) => tables.vms[id] ?? null,
  };
}

function mostOf(vms: readonly VmRow[]): ReadonlyMap<WayOut, number> {
  const most = new Map<WayOut, number>();
  for (const { technique, exits } of vms) {
    const way = wayOutOf(technique);
    most.set(way, Math.max(1, exits, most.get(way) ?? 1));
  }
  return most;
}

/** The build that mends every published flaw of what runs on a host, or 0 when this one has none. */
function behind(view: BlueView, host: HostRow): number {
  const fix = hostFixOf(view, host);
  return fix > host.build ? fix : 0;
}

function takeoverOf({ tables }: BlueView, host: number): BreachRow | null {
  const all = present(tables.breaches).filter(
    (breach) => breach.kind === 'takeover' && breach.host === host,
  );
  return all.filter(({ open }) => open).at(-1) ?? all.at(-1) ?? null;
}

function foundIn({ tables }: BlueView): ReadonlyMap<number, Footing> {
  const found = new Map<number, Footing>();
  for (const { seen, state, vm } of present(tables.alerts)) {
    if (seen.kind !== 'code-found' || state === 'over') continue;
    if (!isOfKernel(found.get(vm) ?? null)) found.set(vm, seen.ring);
  }
  return found;
}

/** Hosts with an intruder's program, while what told of it stands. */
function usedIn({ tables }: BlueView): ReadonlySet<number> {
  const standing = present(tables.alerts).filter(
    ({ seen, state }) =>
      seen.kind === 'user-code' && (state === 'open' || state === 'acknowledged'),
  );
  return new Set(standing.map(({ host }) => host));
}

/** Whether someone is in a guest's kernel, in whichever ring that runs. */
export const isOfKernel = (footing: Footing | null): boolean =>
  KERNEL_FOOTINGS.some((one) => one === footing);

/** The switch enforces an older policy than the intended one. */
function isStale({ gate }: HostFacts, facts: Facts): boolean {
  return gate !== null && gate.version < facts.policy;
}

/** Whether a VM is in quarantine, shut off from everyone. */
export const isShut = ({ view }: Facts, vm: VmRow): boolean =>
  view.tables.zones[vm.zone]?.name === 'quarantine';

/** The switch was never told of that VM: nothing of it is filtered, unless it is in quarantine. */
export function isUnbound({ gate }: HostFacts, vm: VmRow, facts: Facts): boolean {
  if (isShut(facts, vm) || vm.card !== 'virtual') return false;
  return gate !== null && !gate.ports.some((port) => port.vm === vm.id);
}

/** What the switch enforces is not what is meant: old rules, or a port it does not know. */
export function drifts(host: HostFacts, facts: Facts): boolean {
  return isStale(host, facts) || host.vms.some((vm) => isUnbound(host, vm, facts));
}

/** The switch takes in a policy and lets nothing through meanwhile, or its IPS cannot keep up. */
export function isDropping({ gate }: HostFacts, facts: Facts): boolean {
  return gate !== null && (gate.overloaded || gate.dropsUntil > facts.view.tick);
}

/** How far a job is, from 0 to 1, at a tick that may have a fraction. */
export function progressOf(job: JobRow, clock: number): number {
  const length = job.endsAt - job.startedAt;
  if (length <= 0) return 1;
  return Math.min(1, Math.max(0, (clock - job.startedAt) / length));
}

/**
 * Where each job is at work: on a VM or on a host. A job that makes a VM claims only the request, so
 * it is shown on the VM that appeared on its host when it began.
 */
export function placesOfJobs(facts: Facts): ReadonlyMap<RowRef, readonly JobRow[]> {
  const places = new Map<RowRef, JobRow[]>();
  const put = (ref: RowRef, job: JobRow): void => {
    const there = places.get(ref);
    if (there) there.push(job);
    else places.set(ref, [job]);
  };
  const made = new Set<number>();
  for (const job of present(facts.view.tables.jobs)) {
    const claimed = job.claims.filter((ref) => /^(vms|hosts)\//.test(ref));
    if (claimed.length > 0) {
      for (const ref of claimed) put(ref, job);
      continue;
    }
    const host = typeof job.args.host === 'number' ? job.args.host : job.host;
    const vm = present(facts.view.tables.vms).find(
      (row) =>
        row.power === 'provisioning' &&
        row.host === host &&
        Math.abs(row.bornAt - job.startedAt) <= 1 &&
        !made.has(row.id),
    );
    if (vm) made.add(vm.id);
    if (vm) put(`vms/${vm.id}`, job);
    else if (host > 0) put(`hosts/${host}`, job);
  }
  return places;
}
