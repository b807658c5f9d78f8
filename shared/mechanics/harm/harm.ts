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
import { burn, type hang, neighboursOf } from '../burning.ts';
import { growLog } from '../device-log.ts';
import { waitsForMemory } from '../overcommit.ts';
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
 * @param charged what of its weight was charged before
 * @returns whether it was news
 */
export function leak(turn: Turn, asset: AssetId, deed: Deed, charged = 0): boolean {
  const { world } = turn;
  const { weight: whole, tenant } = get(world.assets, asset);
  const weight = Math.max(0, whole - charged);
  if (tenant === deed.attacker.tenant) return false;
  for (const breach of rows(world.breaches)) if (breach.asset === asset) return false;
  const { host } = get(world.vms, deed.vm);
  const about: RowRef[] = [`assets/${asset}`];
  land(turn, deed, { kind: 'leak', asset, victim: tenant, host, weight, charged: [] }, about);
  deed.attacker.loot.push(asset);
  return true;
}

/**
 * An attacker runs code below the guests of a host: every VM on it is theirs to read (FACTS §28.1:
 * on that host, and no further). A host falls once.
 */
export function takeover(turn: Turn, host: HostId, deed: Deed): boolean {
  const { world } = turn;
  const { intruder, credential } = get(world.hosts, host);
  if (intruder !== NONE) return false;
  const charged = [...rows(world.vms)].filter((vm) => vm.host === host).map(({ id }) => id);
  const { takeoverPerVm, takeoverMost } = world.pace;
  const weight = Math.min(takeoverMost, takeoverPerVm * Math.max(1, charged.length));
  const what = { kind: 'takeover', asset: NONE, victim: NONE, host, weight, charged } as const;
  const harm = land(turn, deed, what, [`hosts/${host}`]);
  setFact(world, 'hosts', host, 'intruder', deed.attacker.id, harm);
  // What opens this host lies on it, for whoever is below everything on it (rule A49).
  setFact(world, 'hosts', host, 'stolen', credential, harm);
  deed.attacker.hosts.push(host);
  return true;
}

/** What a VM was charged for when the host that it is on fell last, while that host is not ours again (rule H7). */
export function chargedFor({ world }: Turn, vm: VmId): number {
  const { host } = get(world.vms, vm);
  let part = 0;
  for (const { kind, host: fallen, weight, charged } of rows(world.breaches)) {
    if (kind !== 'takeover' || fallen !== host) continue;
    part = charged.includes(vm) ? Math.trunc(weight / charged.length) : 0;
  }
  return get(world.hosts, host).intruder === NONE ? 0 : part;
}

/**
 * A VM takes from its neighbours what they were promised of their host's cycles (rule R6). So many of them so
 * great is the harm, and it is open for as long as they go short.
 * @param takes how it does so: it asks for all there is, or keeps a core for good
 */
export function starve(
  turn: Turn,
  victim: TenantId | 0,
  deed: Deed,
  takes: typeof burn | typeof hang = burn,
): boolean {
  const { world } = turn;
  const { host } = get(world.vms, deed.vm);
  for (const { kind, vm, open } of rows(world.breaches)) {
    if (kind === 'starved' && vm === deed.vm && open) return false;
  }
  const beside = neighboursOf(world, deed.vm).length;
  const { starvedPerVm, starvedMost } = world.pace;
  const weight = Math.min(starvedMost, starvedPerVm * Math.max(1, beside));
  const what = { kind: 'starved', asset: NONE, victim, host, weight, charged: [] } as const;
  takes(world, deed.vm, land(turn, deed, what, [`hosts/${host}`]));
  return true;
}

/** One tenant has taken all that there was to give (rule R8): nobody else is given anything. */
export function exhaust(turn: Turn, deed: Deed): boolean {
  const { world } = turn;
  for (const { kind, open } of rows(world.breaches)) if (kind === 'exhausted' && open) return false;
  const { host } = get(world.vms, deed.vm);
  const weight = world.pace.exhaustedWeight;
  const what = { kind: 'exhausted', asset: NONE, victim: NONE, host, weight, charged: [] } as const;
  land(turn, deed, what, []);
  return true;
}

/**
 * What a device model logs has filled the disk of its host (rule A103): whoever wants room there is given none,
 * and that is open for as long as no block is free.
 */
export function flood(turn: Turn, deed: Deed): void {
  const { world } = turn;
  const { host } = get(world.vms, deed.vm);
  const weight = world.pace.floodedWeight;
  const what = { kind: 'flooded', asset: NONE, victim: NONE, host, weight, charged: [] } as const;
  growLog(turn, host, land(turn, deed, what, [`hosts/${host}`]));
}

/**
 * What neighbours had in memory was written to their host's disk, for a VM that holds all that it was promised (rule
 * A99). So many of them so great is the harm, and it is open for as long as they wait.
 */
export function squeeze(turn: Turn, victim: TenantId, deed: Deed): boolean {
  const { world } = turn;
  const vm = get(world.vms, deed.vm);
  const waiting = neighboursOf(world, deed.vm).filter((one) => waitsForMemory(world, one) > 0);
  for (const { kind, vm: by, open } of rows(world.breaches)) {
    if (kind === 'squeezed' && by === deed.vm && open) return false;
  }
  const { starvedPerVm, starvedMost } = world.pace;
  const weight = Math.min(starvedMost, starvedPerVm * Math.max(1, waiting.length));
  const what = {
    kind: 'squeezed',
    asset: NONE,
    victim,
    host: vm.host,
    weight,
    charged: [],
  } as const;
  land(turn, deed, what, [`hosts/${vm.host}`]);
  return true;
}

interface Damage {
  readonly kind: HarmKind;
  readonly asset: AssetId | 0;
  readonly victim: TenantId | 0;
  readonly host: HostId;
  readonly weight: number;
  readonly charged: readonly VmId[];
}

/** Lands a harm: the event with its proof, and the breach that bleeds until it is closed. */
function land(
  turn: Turn,
  { attacker, attack, vm, args, proof }: Deed,
  { charged, ...damage }: Damage,
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
  world.breaches.push({ ...damage, charged, id, vm, tick: world.tick, harm, ...state });
  return harm;
}
