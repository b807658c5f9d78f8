import { fact, provenanceOf, setFact } from '../../world/fact.ts';
import type { Actor } from '../../world/history.ts';
import { type HostId, NONE, type Seq, type VmId } from '../../world/ids.ts';
import type { Attacker } from '../../world/people/attacker.ts';
import { vmNote } from '../../world/people/known.ts';
import { find, get, rows } from '../../world/table.ts';
import { emit, type Turn } from '../../world/turn.ts';
import type { World } from '../../world/world.ts';
import { dropLog } from '../device-log.ts';
import { closeBreach } from '../harm/breaches.ts';
import { rest } from '../harm/intrusion.ts';
import { endSessions } from '../host-os/users.ts';
import { runVm, stopVm } from '../lifecycle.ts';
import { componentsOf, latestBuild, patchSystem, publications } from './patching.ts';

/** Powers everything on a host off, to have it for oneself. */
export function clearHost(turn: Turn, host: HostId, cause: Seq): void {
  for (const vm of rows(turn.world.vms)) {
    if (vm.host === host && vm.power === 'running') stopVm(turn, vm.id, cause);
  }
}

/** Powers on again what was powered off for that order, and by nobody since. */
export function refillHost(turn: Turn, host: HostId, order: Seq, cause: Seq): void {
  for (const id of stoppedBy(turn, host, order)) runVm(turn, id, cause);
}

function stoppedBy({ world, history }: Turn, host: HostId, order: Seq): VmId[] {
  return [...rows(world.vms)]
    .filter((vm) => vm.host === host && vm.power === 'stopped')
    .filter(({ id }) => {
      const stamp = provenanceOf(world, fact('vms', id, 'power'));
      return history[stamp - 1]?.causes.includes(order) ?? false;
    })
    .map(({ id }) => id);
}

/**
 * Installs a host anew from trusted media, at the latest build that is published: whoever ran code
 * below its guests does so no more (rule K11). The credential that opens it stays what it was (K60). Nothing less gets them out: what they changed cannot be
 * listed by a system that they changed.
 */
export function reinstall(turn: Turn, id: HostId, actor: Actor, cause: Seq): Seq {
  const { world } = turn;
  const host = get(world.hosts, id);
  const components = componentsOf(host);
  const to = Math.max(host.build, latestBuild(world, ...components));
  const rebuilt = emit(turn, 'host-rebuilt', {
    actor,
    subjects: [`hosts/${id}`],
    causes: [cause, ...publications(world, components)],
    data: { from: host.build, to },
  });
  setFact(world, 'hosts', id, 'build', to, rebuilt);
  patchSystem(turn, id, actor, rebuilt);
  endSessions(turn, id, rebuilt);
  // What its old system had logged went with it.
  dropLog(turn, id, rebuilt);
  if (host.intruder !== NONE) {
    rest(turn, host.intruder);
    setFact(world, 'hosts', id, 'intruder', NONE, rebuilt);
    setFact(world, 'hosts', id, 'stolen', 0, rebuilt);
    if (host.tampered) setFact(world, 'hosts', id, 'tampered', false, rebuilt);
  }
  for (const attacker of rows(world.attackers)) {
    const at = attacker.hosts.indexOf(id);
    if (at < 0) continue;
    attacker.hosts.splice(at, 1);
    forget(world, attacker);
  }
  closeBreach(turn, `hosts/${id}`, rebuilt);
  return rebuilt;
}

/**
 * Whoever is thrown out knows it: of a VM whose host is not theirs they hold nothing below it, and what
 * opened that host once is worth another try.
 */
function forget(world: World, { knownVms, hosts, notes }: Attacker): void {
  knownVms.forEach((vm, i) => {
    delete notes[vmNote(i + 1, 'spread')];
    if (hosts.some((host) => host === find(world.vms, vm)?.host)) return;
    delete notes[vmNote(i + 1, 'below')];
  });
}
