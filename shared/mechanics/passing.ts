import { fact, provenanceOf, setFact } from '../world/fact.ts';
import { type Actor, NATURE } from '../world/history.ts';
import type { Seq, VmId } from '../world/ids.ts';
import { type Card, isOwn, type NoFunction } from '../world/machine/card.ts';
import { canDrive } from '../world/machine/device-path.ts';
import type { Host } from '../world/machine/host.ts';
import type { Image } from '../world/machine/image.ts';
import type { Technique } from '../world/machine/vm.ts';
import { type Deep, find, get } from '../world/table.ts';
import { emit, type Turn } from '../world/turn.ts';
import { readConfig } from './exits/config-space.ts';
import { framesToPin, pinPages } from './merging.ts';
import { vfsInUse } from './network/card.ts';
import { unbindPort } from './network/ports.ts';

/** Why it cannot be given a virtual function where it is, or `null`. */
export function functionObstacle(
  vms: Parameters<typeof vfsInUse>[0],
  host: Pick<Deep<Host>, 'vfs' | 'iommu'> & { readonly id: number },
  technique: Technique,
  { legacyOnly }: Pick<Deep<Image>, 'legacyOnly'>,
): NoFunction | null {
  if (vfsInUse(vms, host.id) >= host.vfs) return 'none-free';
  if (legacyOnly) return 'no-driver';
  if (canDrive(technique, host)) return null;
  return technique === 'hvm' || technique === 'hybrid' ? 'no-iommu' : 'technique';
}

/**
 * Gives a VM another network card while it runs, or takes the one that it has. Whoever has hardware of its own is no
 * port of the switch any more; a new port is one that the switch was never told of (rules N4, N15).
 */
export function changeCard(turn: Turn, vm: VmId, card: Card, actor: Actor, cause: Seq): void {
  const { world } = turn;
  const row = get(world.vms, vm);
  const changed = emit(turn, 'devices-changed', {
    actor,
    subjects: [`vms/${vm}`],
    causes: [cause],
    data: { device: 'nic', was: row.card },
  });
  setFact(world, 'vms', vm, 'card', card, changed);
  if (!isOwn(card)) return;
  pinPages(turn, vm, changed);
  unbindPort(world, row.host, vm, changed);
  readConfig(turn, vm, { actor: NATURE, cause: changed });
}

/**
 * The change of a card was given up: the VM has again what it had, unless somebody else was given that function
 * meanwhile, or its pages were merged and cannot be parted.
 */
export function replug(turn: Turn, vm: VmId, actor: Actor, cause: Seq): void {
  const { world, history } = turn;
  const row = find(world.vms, vm);
  if (row?.card !== 'none') return;
  const pulled = history[provenanceOf(world, fact('vms', vm, 'card')) - 1];
  const had = pulled?.kind === 'devices-changed' ? pulled.data.was : undefined;
  const { vfs, free } = get(world.hosts, row.host);
  const taken = had === 'vf' && vfsInUse(world.vms, row.host) >= vfs;
  const gone = taken || framesToPin(world, row) > free.length;
  changeCard(turn, vm, had === undefined || gone ? 'virtual' : had, actor, cause);
}
