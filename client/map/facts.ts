import type { FrameRow, HostRow, JobRow, VmRow } from '../../shared/view/rows.ts';
import type { BlueView } from '../../shared/view/view.ts';
import type { RowRef } from '../../shared/world/fact.ts';

/** One host with what stands in it, in the order it is drawn. */
export interface HostFacts {
  readonly row: HostRow;
  readonly vms: readonly VmRow[];
  readonly frames: readonly FrameRow[];
}

/** The view as the map wants it: by host. Holds nothing that the view does not say. */
export interface Facts {
  readonly view: BlueView;
  readonly hosts: readonly HostFacts[];
  /** Tenant of an asset; 0 for no asset. */
  tenantOf(asset: number): number;
  vm(id: number): VmRow | null;
}

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

export function readFacts(view: BlueView): Facts {
  const { tables } = view;
  const vms = byHost(present(tables.vms));
  const frames = byHost(present(tables.frames));
  return {
    view,
    hosts: present(tables.hosts).map((row) => ({
      row,
      vms: vms.get(row.id) ?? [],
      frames: frames.get(row.id) ?? [],
    })),
    tenantOf: (asset) => tables.assets[asset]?.tenant ?? 0,
    vm: (id) => tables.vms[id] ?? null,
  };
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
