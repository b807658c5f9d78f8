import { addRow, setFact } from '../../world/fact.ts';
import type { Actor } from '../../world/history.ts';
import { type HostId, NONE, type Seq, type TenantId } from '../../world/ids.ts';
import { find } from '../../world/table.ts';
import { emit, type Turn } from '../../world/turn.ts';
import type { ReadonlyWorld } from '../../world/world.ts';

/** The tenant that a host is set apart for, or 0. */
export const dedicatedTo = (
  { dedications }: Pick<ReadonlyWorld, 'dedications'>,
  host: number,
): TenantId | 0 => find(dedications, host)?.tenant ?? NONE;

/** Whether a host takes in nothing of that tenant's: it is set apart for another (rule M30). */
export function isClosedTo(world: ReadonlyWorld, host: number, tenant: number): boolean {
  const whose = dedicatedTo(world, host);
  return whose !== NONE && whose !== tenant;
}

/** Sets a host apart for a tenant, or (0) gives it back to all. What is on it stays (rules M30, M31). */
export function dedicate(
  turn: Turn,
  host: HostId,
  tenant: TenantId | 0,
  { actor, cause }: { readonly actor: Actor; readonly cause: Seq },
): void {
  const { world } = turn;
  const set = emit(turn, 'setting-changed', {
    actor,
    subjects: [`hosts/${host}`],
    causes: [cause],
    data: { setting: 'dedicated', to: tenant === NONE ? 'off' : 'on' },
  });
  while (world.dedications.length <= host) {
    addRow(world, 'dedications', (id) => ({ id: id as HostId, tenant: NONE }), set);
  }
  setFact(world, 'dedications', host, 'tenant', tenant, set);
}
