import type { AlertRow, HostRow, MatchRow, RequestRow, VmRow } from '../../view/rows.ts';
import type { BlueView } from '../../view/view.ts';
import type { Observation } from '../../world/alert.ts';

/** Rows that exist. */
export function present<T>(rows: readonly (T | null)[]): T[] {
  return rows.filter((row): row is T => row !== null);
}

export function openRequests(view: BlueView): RequestRow[] {
  return present(view.tables.requests).filter(({ state }) => state === 'open');
}

/** Whether a job has claimed it already. */
export function claimed(view: BlueView, ref: string): boolean {
  return present(view.tables.jobs).some(({ claims }) => claims.some((claim) => claim === ref));
}

/** Hands that nobody is using. */
export function freeHands(view: BlueView): number {
  return (view.tables.match[1]?.hands ?? 0) - present(view.tables.jobs).length;
}

/** Hosts with the most room first. */
export function roomiest(view: BlueView): HostRow[] {
  return present(view.tables.hosts).sort((a, b) => b.free.length - a.free.length || a.id - b.id);
}

/** Free frames of a host that still hold something. */
export function dirty(view: BlueView, host: HostRow): number {
  return host.free.filter((id) => (view.tables.frames[id]?.residue ?? 0) !== 0).length;
}

/** Whether the scenario is played with that command. */
export function has(view: BlueView, command: string): boolean {
  const deck = matchOf(view)?.deck ?? null;
  return deck === null || deck.commands.includes(command);
}

export function matchOf(view: BlueView): MatchRow | null {
  return view.tables.match[1] ?? null;
}

type Seen<Kind extends Observation['kind']> = AlertRow & {
  readonly seen: Extract<Observation, { readonly kind: Kind }>;
};

/** Alerts that nobody has acknowledged, the oldest first. */
export function openAlerts(view: BlueView): AlertRow[] {
  return present(view.tables.alerts).filter(({ state }) => state === 'open');
}

/** Alerts of that kind that nobody has acknowledged, the oldest first. */
export function alertsOf<Kind extends Observation['kind']>(
  view: BlueView,
  kind: Kind,
): Seen<Kind>[] {
  return present(view.tables.alerts).filter(
    (alert): alert is Seen<Kind> => alert.state === 'open' && alert.seen.kind === kind,
  );
}

/** The zone of that name, or 0. */
export function zoneNamed(view: BlueView, name: string): number {
  return present(view.tables.zones).find((zone) => zone.name === name)?.id ?? 0;
}

/** The highest build without any published flaw, by component; 0 when nothing is published. */
export function fixOf(view: BlueView, component: string): number {
  let build = 0;
  for (const advisory of present(view.tables.advisories)) {
    if (advisory.component === component) build = Math.max(build, advisory.fixedIn);
  }
  return build;
}

/** VMs of a host that its switch was never told of. */
export function unboundOn(view: BlueView, host: number): VmRow[] {
  const ports = view.tables.switches[host]?.ports ?? [];
  return present(view.tables.vms).filter(
    (vm) => vm.host === host && !ports.some((port) => port.vm === vm.id),
  );
}
