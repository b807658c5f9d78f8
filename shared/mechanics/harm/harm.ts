import type { HarmKind } from '../../world/breach.ts';
import { type RowRef, setFact } from '../../world/fact.ts';
import type { Proof } from '../../world/history.ts';
import {
  type AssetId,
  type BreachId,
  type HostId,
  NONE,
  type Seq,
  type TenantId,
  type VmId,
} from '../../world/ids.ts';
import type { Attacker } from '../../world/people/attacker.ts';
import { get, rows } from '../../world/table.ts';
import { emit, type Turn } from '../../world/turn.ts';
import { atOnce } from './breaches.ts';

/** By whom and by which attack a harm was done, from which VM, and why it could be. */
export interface Deed {
  readonly attacker: Attacker;
  readonly attack: string;
  readonly vm: VmId;
  readonly args: Readonly<Record<string, number>>;
  readonly proof: Proof;
}

/**
 * A tenant's data is in the wrong hands. The same data leaks to the same victim's harm only once:
 * more of it adds nothing (rule H1), and an attacker's own data is no harm.
 * @returns whether it was news
 */
export function leak(turn: Turn, asset: AssetId, deed: Deed): boolean {
  const { world } = turn;
  const { weight, tenant } = get(world.assets, asset);
  if (tenant === deed.attacker.tenant) return false;
  for (const breach of rows(world.breaches)) if (breach.asset === asset) return false;
  const { host } = get(world.vms, deed.vm);
  const about: RowRef[] = [`assets/${asset}`];
  land(turn, deed, { kind: 'leak', asset, victim: tenant, host, weight }, about);
  deed.attacker.loot.push(asset);
  return true;
}

/**
 * An attacker runs code below the guests of a host: every VM on it is theirs to read (FACTS §28.1:
 * on that host, and no further). A host falls once.
 */
export function takeover(turn: Turn, host: HostId, deed: Deed): boolean {
  const { world } = turn;
  if (get(world.hosts, host).intruder !== NONE) return false;
  let guests = 0;
  for (const vm of rows(world.vms)) if (vm.host === host) guests += 1;
  const { takeoverPerVm, takeoverMost } = world.pace;
  const weight = Math.min(takeoverMost, takeoverPerVm * Math.max(1, guests));
  const what = { kind: 'takeover', asset: NONE, victim: NONE, host, weight } as const;
  const harm = land(turn, deed, what, [`hosts/${host}`]);
  setFact(world, 'hosts', host, 'intruder', deed.attacker.id, harm);
  deed.attacker.hosts.push(host);
  return true;
}

interface Damage {
  readonly kind: HarmKind;
  readonly asset: AssetId | 0;
  readonly victim: TenantId | 0;
  readonly host: HostId;
  readonly weight: number;
}

/** Lands a harm: the event with its proof, and the breach that bleeds until it is closed. */
function land(
  turn: Turn,
  { attacker, attack, vm, args, proof }: Deed,
  damage: Damage,
  about: readonly RowRef[],
): Seq {
  const { world } = turn;
  const id = world.breaches.length as BreachId;
  const harm: Seq = emit(turn, 'harm', {
    actor: { kind: 'attacker', id: attacker.id },
    subjects: [`vms/${vm}`, ...about],
    causes: proof.causes,
    data: { breach: id, ...damage, vm, attack, args, needs: proof.needs },
  });
  const landed = atOnce(damage.weight);
  const state = { landed, open: true, discoveredAt: 0 };
  world.breaches.push({ ...damage, id, vm, tick: world.tick, harm, ...state });
  return harm;
}
