import type { VmId } from '../../world/ids.ts';
import type { Vm } from '../../world/machine/vm.ts';
import { WORKLOADS } from '../../world/machine/workload.ts';
import type { Exception } from '../../world/network.ts';
import { type Deep, find } from '../../world/table.ts';
import type { ReadonlyWorld } from '../../world/world.ts';

/** Whether one VM lives on the other: they are of one tenant, and the one uses what the other is. */
function uses(a: Deep<Vm>, b: Deep<Vm>): boolean {
  return a.tenant === b.tenant && WORKLOADS[a.workload].uses.includes(b.workload);
}

/**
 * The flow between two VMs of a tenant, whichever of them begins it, or `null`. It is in plain text:
 * services speak TLS to the internet, and not to what stands behind them (rule N14).
 */
export function plainFlow(world: ReadonlyWorld, a: number, b: number): Exception | null {
  const one = find(world.vms, a);
  const other = find(world.vms, b);
  if (!one || !other || a === b) return null;
  if (uses(one, other)) return flow(one, other);
  return uses(other, one) ? flow(other, one) : null;
}

const flow = (from: Deep<Vm>, to: Deep<Vm>): Exception => ({
  from: from.id,
  to: to.id,
  service: WORKLOADS[to.workload].serves,
});

/** Every VM that one has such a flow with. */
export function plainPeers({ vms }: ReadonlyWorld, vm: number): VmId[] {
  const one = find(vms, vm);
  const peers: VmId[] = [];
  if (!one) return peers;
  for (const other of vms) {
    // Of another tenant nobody speaks in plain text to it; most are.
    if (other === null || other.tenant !== one.tenant || other.id === vm) continue;
    if (uses(one, other) || uses(other, one)) peers.push(other.id);
  }
  return peers;
}
