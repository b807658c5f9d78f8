import { fact, provenanceOf, setFact } from '../../world/fact.ts';
import type { Component, FlawRecord } from '../../world/flaws/record.ts';
import { type FlawName, flaws } from '../../world/flaws/registry.ts';
import type { Actor } from '../../world/history.ts';
import type { HostId, Seq } from '../../world/ids.ts';
import type { Host } from '../../world/machine/host.ts';
import { type Deep, get } from '../../world/table.ts';
import { emit, type Turn } from '../../world/turn.ts';
import type { ReadonlyWorld, World } from '../../world/world.ts';

/**
 * The build of these components in which every published flaw of them is fixed, or 0 if none is
 * published: nobody ships a patch for what nobody has told of (rule G1).
 */
export function latestBuild(world: ReadonlyWorld, ...components: readonly Component[]): number {
  let latest = 0;
  for (const flaw of world.flaws) {
    if (flaw?.public && components.includes(flaw.component))
      latest = Math.max(latest, flaw.fixedIn);
  }
  return latest;
}

/**
 * What a host's build number is the build of: the hypervisor and the device models that it starts VMs
 * with, of a hosted one the host's ends of guest tools too; on a container host its kernel.
 */
export function componentsOf({ platform }: Pick<Deep<Host>, 'platform'>): readonly Component[] {
  // What runs on a machine of its own is told of with its system.
  if (platform === 'native') return [];
  if (platform === 'container') return ['host-kernel'];
  const below: readonly Component[] = ['hypervisor', 'device-model'];
  return platform === 'type2' ? [...below, 'tool-channel'] : below;
}

/** What of a host is patched by itself, beside its hypervisor or its kernel, and where its build stands. */
export interface System {
  readonly component: Extract<Component, 'host-os' | 'container-runtime'>;
  readonly field: 'osBuild' | 'runtime';
}

/** The OS under a hosted hypervisor, the runtime of a container host; a bare-metal host has neither (K95). */
export function systemOf({ platform }: Pick<Deep<Host>, 'platform'>): System | null {
  if (platform === 'type1') return null;
  return platform === 'type2'
    ? { component: 'host-os', field: 'osBuild' }
    : { component: 'container-runtime', field: 'runtime' };
}

/** Brings a host's OS, or its container runtime, to the latest build that there is (rule K7). */
export function patchSystem(turn: Turn, id: HostId, actor: Actor, cause: Seq): void {
  const { world } = turn;
  const host = get(world.hosts, id);
  const system = systemOf(host);
  if (system === null) return;
  const { component, field } = system;
  const from = host[field];
  const to = latestBuild(world, component);
  if (to <= from) return;
  const patched = emit(turn, 'os-patched', {
    actor,
    subjects: [`hosts/${id}`],
    causes: [cause, ...publications(world, [component])],
    data: { host: id, from, to },
  });
  setFact(world, 'hosts', id, field, to, patched);
}

/** How a host is patched: while its guests run, or by a reboot for which none may. */
export const PATCH_WAYS = ['live', 'reboot'] as const;
export type PatchWay = (typeof PATCH_WAYS)[number];

/**
 * The build to which a host can be brought in that way. A fix for which there is no live patch takes a
 * reboot, and so does all that came after it (rule K89). Source: VMSA-2025-0004.
 */
export function patchTarget(world: ReadonlyWorld, host: Deep<Host>, how: PatchWay): number {
  const components = componentsOf(host);
  if (how === 'reboot') return latestBuild(world, ...components);
  const fixes = world.flaws.flatMap((flaw) =>
    flaw?.public && components.includes(flaw.component) ? [flaw] : [],
  );
  const barred = fixes
    .filter(({ name, fixedIn }) => !hasLivePatch(name) && fixedIn > host.build)
    .map(({ fixedIn }) => fixedIn);
  const before = Math.min(...barred);
  return Math.max(0, ...fixes.map(({ fixedIn }) => fixedIn).filter((build) => build < before));
}

/** Whether a running host can take the fix of a flaw. */
export const hasLivePatch = (name: FlawName): boolean => {
  const { livePatch }: FlawRecord = flaws[name];
  return livePatch !== false;
};

/** The events by which flaws of these components became public: without them there is no patch. */
export function publications(world: World, components: readonly Component[]): Seq[] {
  return world.flaws.flatMap((flaw) =>
    flaw?.public && components.includes(flaw.component)
      ? [provenanceOf(world, fact('flaws', flaw.id, 'public'))]
      : [],
  );
}

/**
 * Brings a host's hypervisor (or shared kernel) to the latest build that there is (rule K7). The
 * processes that run its VMs now go on with the code that they began with (K10).
 */
export function patchHost(
  turn: Turn,
  id: HostId,
  actor: Actor,
  cause: Seq,
  how: PatchWay = 'reboot',
): void {
  const { world } = turn;
  const host = get(world.hosts, id);
  const components = componentsOf(host);
  const to = patchTarget(world, host, how);
  if (to <= host.build) return;
  const patched = emit(turn, 'patched', {
    actor,
    subjects: [`hosts/${id}`],
    causes: [cause, ...publications(world, components)],
    data: { from: host.build, to },
  });
  setFact(world, 'hosts', id, 'build', to, patched);
}
