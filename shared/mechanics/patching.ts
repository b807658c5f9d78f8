import { fact, provenanceOf, setFact } from '../world/fact.ts';
import type { Component } from '../world/flaw.ts';
import type { Actor } from '../world/history.ts';
import type { Host } from '../world/host.ts';
import type { HostId, Seq } from '../world/ids.ts';
import { type Deep, get, rows } from '../world/table.ts';
import { emit, type Turn } from '../world/turn.ts';
import type { ReadonlyWorld } from '../world/world.ts';

/**
 * The build of a component in which every published flaw of it is fixed, or 0 if none is published:
 * nobody ships a patch for what nobody has told of (rule G1).
 */
export function latestBuild(world: ReadonlyWorld, component: Component): number {
  let latest = 0;
  for (const flaw of world.flaws) {
    if (flaw?.public && flaw.component === component) latest = Math.max(latest, flaw.fixedIn);
  }
  return latest;
}

/** What a host's build number is the build of: a container host has a kernel where others have a hypervisor. */
export function componentOf({ platform }: Pick<Deep<Host>, 'platform'>): Component {
  return platform === 'container' ? 'host-kernel' : 'hypervisor';
}

/** Brings a host's hypervisor (or shared kernel) to the latest build that there is (rule K7). */
export function patchHost(turn: Turn, id: HostId, actor: Actor, cause: Seq): void {
  const { world } = turn;
  const host = get(world.hosts, id);
  const component = componentOf(host);
  const to = latestBuild(world, component);
  if (to <= host.build) return;
  const advisories = [...rows(world.flaws)].filter(
    (flaw) => flaw.public && flaw.component === component,
  );
  const patched = emit(turn, 'patched', {
    actor,
    subjects: [`hosts/${id}`],
    causes: [
      cause,
      ...advisories.map((flaw) => provenanceOf(world, fact('flaws', flaw.id, 'public'))),
    ],
    data: { from: host.build, to },
  });
  setFact(world, 'hosts', id, 'build', to, patched);
}
