import type { Attacker } from '../world/attacker.ts';
import type { Proof } from '../world/history.ts';
import { type BreachId, type FrameId, NONE, type Seq, type VmId } from '../world/ids.ts';
import { get, rows } from '../world/table.ts';
import { emit, type Turn } from '../world/turn.ts';
import { atOnce } from './breaches.ts';

/** Someone has read what was left in a frame. */
export interface Leak {
  readonly attacker: Attacker;
  readonly attack: string;
  readonly vm: VmId;
  readonly frame: FrameId;
  readonly proof: Proof;
}

/**
 * A tenant's data is in the wrong hands. The same data leaks to the same victim's harm only once:
 * more of its frames add nothing (rule H1).
 */
export function leak(turn: Turn, { attacker, attack, vm, frame, proof }: Leak): void {
  const { world } = turn;
  const asset = get(world.frames, frame).residue;
  if (asset === NONE) return;
  for (const breach of rows(world.breaches)) if (breach.asset === asset) return;
  const { weight, tenant } = get(world.assets, asset);
  const { host } = get(world.vms, vm);
  const id = world.breaches.length as BreachId;
  const what = { kind: 'leak', asset, victim: tenant, vm, host, weight } as const;
  const harm: Seq = emit(turn, 'harm', {
    actor: { kind: 'attacker', id: attacker.id },
    subjects: [`vms/${vm}`, `frames/${frame}`, `assets/${asset}`],
    causes: proof.causes,
    data: { breach: id, ...what, attack, args: { vm, frame }, needs: proof.needs },
  });
  const landed = atOnce(weight);
  world.breaches.push({
    ...what,
    id,
    tick: world.tick,
    harm,
    landed,
    open: true,
    discoveredAt: 0,
  });
  attacker.loot.push(asset);
}
