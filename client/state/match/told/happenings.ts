import type { VmRow } from '../../../../shared/view/machine-rows.ts';
import { versionsBehind } from '../../../../shared/view/network/drift.ts';
import { rowOf, rowsOf } from '../../../../shared/view/reading.ts';
import type { BlueView } from '../../../../shared/view/view.ts';
import type { RowRef } from '../../../../shared/world/fact.ts';
import type { Mood, Told } from './told.ts';

const MOODS = {
  moved: 'plain',
  'moved-stale': 'warn',
  placed: 'plain',
  'self-served': 'warn',
  missed: 'warn',
  destroyed: 'plain',
  quarantined: 'plain',
  released: 'plain',
  rezoned: 'plain',
  'owner-left': 'warn',
  'lease-over': 'warn',
  reverted: 'warn',
  'rules-edited': 'warn',
  pushed: 'plain',
  automated: 'plain',
  'moves-sealed': 'good',
  overloaded: 'warn',
  'keeps-up': 'good',
  patched: 'good',
  'ports-set': 'plain',
  'nothing-there': 'good',
} as const satisfies Readonly<Record<string, Mood>>;

type HappeningKind = keyof typeof MOODS;

/**
 * Something that has become otherwise in the world. Values of its sentence: `vm`, `host`, `tenant`,
 * `zone`, `version`, `count`.
 */
export type Happening = Told<HappeningKind>;

export const moodOf = ({ kind }: Pick<Happening, 'kind'>): Mood => MOODS[kind];

/** What is otherwise in a view than in an earlier one of the same match. */
export function happened(before: BlueView, after: BlueView): readonly Happening[] {
  const found: Happening[] = [];
  const tell = (
    kind: HappeningKind,
    at: RowRef | null,
    values: Readonly<Record<string, number>>,
  ): void => {
    found.push({ tick: after.tick, kind, at, values });
  };
  if (after.tables.vms !== before.tables.vms) vms(before, after, tell);
  leases(before, after, tell);
  requests(before, after, tell);
  networks(before, after, tell);
  if (after.tables.hosts !== before.tables.hosts) hosts(before, after, tell);
  for (const alert of rowsOf(after, 'alerts')) {
    if (alert.seen.kind !== 'searching' || rowOf(before, 'alerts', alert.id) !== null) continue;
    tell('nothing-there', `vms/${alert.vm}`, { vm: alert.vm, count: alert.seen.frames });
  }
  return found;
}

type Tell = (
  kind: HappeningKind,
  at: RowRef | null,
  values: Readonly<Record<string, number>>,
) => void;

function vms(before: BlueView, after: BlueView, tell: Tell): void {
  for (const was of rowsOf(before, 'vms')) {
    if (rowOf(after, 'vms', was.id) === null) {
      tell('destroyed', null, { vm: was.id, host: was.host, tenant: was.tenant });
    }
  }
  for (const now of rowsOf(after, 'vms')) {
    const was = rowOf(before, 'vms', now.id);
    if (was === null) {
      const kind = servedItself(before, after, now.tenant) ? 'self-served' : 'placed';
      tell(kind, `vms/${now.id}`, subjects(now));
    }
    if (was !== null && was !== now) changed(before, after, was, now, tell);
  }
}

const subjects = ({ id, host, tenant }: VmRow) => ({ vm: id, host, tenant });

function changed(before: BlueView, after: BlueView, was: VmRow, now: VmRow, tell: Tell): void {
  const at: RowRef = `vms/${now.id}`;
  if (was.host !== now.host) {
    const behind = versionsBehind(after, now.host) > 0;
    const version = rowOf(after, 'switches', now.host)?.version ?? 0;
    tell(behind ? 'moved-stale' : 'moved', at, { ...subjects(now), version });
  }
  if (was.zone !== now.zone) {
    const shut = (view: BlueView, zone: number): boolean =>
      rowOf(view, 'zones', zone)?.name === 'quarantine';
    const kind = shut(after, now.zone)
      ? 'quarantined'
      : shut(before, was.zone)
        ? 'released'
        : 'rezoned';
    tell(kind, at, { ...subjects(now), zone: now.zone });
  }
  if (was.owner !== now.owner && now.owner === 'gone') tell('owner-left', at, subjects(now));
  if (now.kernel < was.kernel || now.service < was.service) tell('reverted', at, subjects(now));
}

function leases(before: BlueView, after: BlueView, tell: Tell): void {
  for (const vm of rowsOf(after, 'vms')) {
    if (vm.leaseEnds > before.tick && vm.leaseEnds <= after.tick) {
      tell('lease-over', `vms/${vm.id}`, subjects(vm));
    }
  }
}

/** Whether the portal has just placed what that tenant had asked for in vain. */
const servedItself = (before: BlueView, after: BlueView, tenant: number): boolean =>
  rowsOf(after, 'requests').some(
    (request) =>
      request.tenant === tenant &&
      request.state === 'self-served' &&
      rowOf(before, 'requests', request.id)?.state === 'open',
  );

/** Requests that nobody came to in time, and that nothing came of. */
function requests(before: BlueView, after: BlueView, tell: Tell): void {
  if (after.tables.requests === before.tables.requests) return;
  for (const { id, tenant, state } of rowsOf(after, 'requests')) {
    const was = rowOf(before, 'requests', id);
    if (was === null || was.state === state) continue;
    if (state === 'missed') tell('missed', `requests/${id}`, { tenant });
  }
}

function networks(before: BlueView, after: BlueView, tell: Tell): void {
  const [was, now] = [before, after].map((view) => rowOf(view, 'policies', 1)?.version ?? 0);
  if (was !== now && now !== undefined) tell('rules-edited', null, { version: now });
  const [by, itself] = [before, after].map((view) => rowOf(view, 'policies', 1)?.automaticSince);
  if (by === 0 && (itself ?? 0) > 0) tell('automated', null, {});
  const [open, sealed] = [before, after].map(
    (view) => rowOf(view, 'policies', 1)?.migrationEncryption,
  );
  if (open === false && sealed === true) tell('moves-sealed', null, {});
  if (after.tables.switches !== before.tables.switches) {
    for (const gate of rowsOf(after, 'switches')) {
      const old = rowOf(before, 'switches', gate.id);
      if (old === null || old === gate) continue;
      const at: RowRef = `hosts/${gate.id}`;
      const values = { host: gate.id, version: gate.version };
      if (old.version !== gate.version) tell('pushed', at, values);
      if (old.overloaded !== gate.overloaded)
        tell(gate.overloaded ? 'overloaded' : 'keeps-up', at, values);
    }
  }
  if (after.tables.segments === before.tables.segments) return;
  for (const segment of rowsOf(after, 'segments')) {
    const old = rowOf(before, 'segments', segment.id);
    if (old === null || old === segment) continue;
    tell('ports-set', `zones/${segment.zone}`, { zone: segment.zone });
  }
}

function hosts(before: BlueView, after: BlueView, tell: Tell): void {
  for (const { id, build } of rowsOf(after, 'hosts')) {
    const was = rowOf(before, 'hosts', id)?.build ?? build;
    if (was !== build) tell('patched', `hosts/${id}`, { host: id, version: build });
  }
}
