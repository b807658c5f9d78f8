import { fact, provenanceOf, setFact } from '../../world/fact.ts';
import type { Component } from '../../world/flaws/record.ts';
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
 * with; on a container host its kernel.
 */
export function componentsOf({ platform }: Pick<Deep<Host>, 'platform'>): readonly Component[] {
  return platform === 'container' ? ['host-kernel'] : ['hypervisor', 'device-model'];
}

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
export function patchHost(turn: Turn, id: HostId, actor: Actor, cause: Seq): void {
  const { world } = turn;
  const host = get(world.hosts, id);
  const components = componentsOf(host);
  const to = latestBuild(world, ...components);
  if (to <= host.build) return;
  const patched = emit(turn, 'patched', {
    actor,
    subjects: [`hosts/${id}`],
    causes: [cause, ...publications(world, components)],
    data: { from: host.build, to },
  });
  setFact(world, 'hosts', id, 'build', to, patched);
}
