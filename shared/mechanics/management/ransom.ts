import { setFact } from '../../world/fact.ts';
import type { AttackerId, HostId, Seq } from '../../world/ids.ts';
import { rows } from '../../world/table.ts';
import type { Turn } from '../../world/turn.ts';
import { stopVm } from '../lifecycle.ts';

/**
 * Whoever is below a host's guests encrypts their files on its datastore: they power off together and do not power on
 * again until each is rebuilt (rule K126). Their own VMs they spare. Source: FACTS B39 (ESXiArgs, February 2023).
 * @param cause the event by which the host became theirs
 */
export function encryptFiles(turn: Turn, host: HostId, by: AttackerId, cause: Seq): void {
  for (const vm of rows(turn.world.vms)) {
    if (vm.host !== host || vm.intruder === by || vm.ransomed) continue;
    if (vm.power === 'provisioning') continue;
    if (vm.power === 'running') stopVm(turn, vm.id, cause);
    setFact(turn.world, 'vms', vm.id, 'ransomed', true, cause);
  }
}
