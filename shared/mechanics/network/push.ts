import { fact, provenanceOf, setFact } from '../../world/fact.ts';
import { NATURE } from '../../world/history.ts';
import type { HostId, Seq } from '../../world/ids.ts';
import type { Port } from '../../world/network.ts';
import { find, get, rows } from '../../world/table.ts';
import { emit, type Turn } from '../../world/turn.ts';
import type { ReadonlyWorld, World } from '../../world/world.ts';
import { isOnSwitch } from './card.ts';
import { POLICY } from './edit.ts';

/** Whether a switch has the policy as it is meant, and knows every VM of its host where it belongs. */
export function isPushed(world: ReadonlyWorld, host: HostId): boolean {
  const gate = find(world.switches, host);
  if (gate?.version !== find(world.policies, POLICY)?.version) return false;
  for (const vm of world.vms) {
    if (vm?.host !== host || !isOnSwitch(world, vm.id)) continue;
    if (!gate?.ports.some((port) => port.vm === vm.id && port.zone === vm.zone)) return false;
  }
  return true;
}

/**
 * Gives a host's switch the intended policy and tells it of every VM that is there now. While it
 * takes them in it drops every packet (rule N6).
 */
export function pushTo(turn: Turn, host: HostId, cause: Seq): void {
  const { world } = turn;
  const { version, rules } = get(world.policies, POLICY);
  const pushed = emit(turn, 'rules-pushed', {
    actor: NATURE,
    subjects: [`switches/${host}`, `hosts/${host}`],
    causes: [cause, provenanceOf(world, fact('policies', POLICY, 'rules'))],
    data: { host, version },
  });
  setFact(world, 'switches', host, 'rules', rules, pushed);
  setFact(world, 'switches', host, 'version', version, pushed);
  setFact(world, 'switches', host, 'ports', portsOf(world, host), pushed);
  get(world.switches, host).dropsUntil = world.tick + world.pace.pushDrop;
}

function portsOf(world: World, host: HostId): Port[] {
  const ports: Port[] = [];
  for (const vm of rows(world.vms)) {
    if (vm.host === host && isOnSwitch(world, vm.id)) ports.push({ vm: vm.id, zone: vm.zone });
  }
  return ports;
}
