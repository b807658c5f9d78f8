import { removeRow, setFact } from '../../world/fact.ts';
import { type Actor, NATURE } from '../../world/history.ts';
import { type HostId, NONE, type Seq, type StoreId, type VmId } from '../../world/ids.ts';
import type { Snapshot } from '../../world/machine/snapshot.ts';
import type { Store } from '../../world/machine/store.ts';
import type { Vm } from '../../world/machine/vm.ts';
import { type Deep, find, get, rows } from '../../world/table.ts';
import { emit, type Turn } from '../../world/turn.ts';
import type { ReadonlyWorld } from '../../world/world.ts';
import type { ZoneName } from '../../world/zone.ts';
import { encryptVolume, releaseBlocks, snapshotsOf } from '../disk.ts';
import { type Origin, record } from '../harm/evidence.ts';
import { isLetIn } from '../network/let-in.ts';

/**
 * Whether somebody mounts a datastore there as a host does (rule M20): from the internet, or from VMs of zones that its access
 * list lets through. From quarantine nobody does.
 * @param from a VM, or 0 for the internet
 */
export function mountsStore(world: ReadonlyWorld, from: number, store: number): boolean {
  const there = find(world.stores, store);
  return there !== null && isLetIn(world, from, there.reachedFrom);
}

/** The datastore on which the files of a host’s VMs lie: the first that it mounts; `null` where no scenario tells of one. */
export function storeOf(world: ReadonlyWorld, host: HostId | 0): Deep<Store> | null {
  for (const store of rows(world.stores)) if (store.hosts.some((one) => one === host)) return store;
  return null;
}

/** Whether its configuration keeps a VM from being powered on: it is verified there, and is not what was approved (rule M41). */
export const isHeldBack = (
  world: ReadonlyWorld,
  { drifted, host }: Pick<Deep<Vm>, 'drifted' | 'host'>,
): boolean => drifted === true && storeOf(world, host)?.verified === true;

/** Whether a snapshot's files lie on a datastore: its host mounts that one. */
export const liesOn = ({ host }: Deep<Snapshot>, { hosts }: Deep<Store>): boolean =>
  hosts.includes(host);

/** Files of snapshots are copied off every datastore that is mounted there, by whoever is meant to or not (rule S80). */
export function copySnapshots(turn: Turn, from: VmId | 0, origin: Origin): void {
  for (const { id: store } of rows(turn.world.stores)) {
    if (mountsStore(turn.world, from, store)) {
      record(turn, { kind: 'store-read', vm: from, store }, origin);
    }
  }
}

/** Somebody who is meant to takes snapshots away to look at them elsewhere: who watches cannot tell them from a thief. */
export const exportSnapshots = (turn: Turn, vm: VmId, cause: Seq): void =>
  copySnapshots(turn, vm, { actor: NATURE, cause });

/** Somebody puts a zone on the access list of a datastore, for some work, and it stays there. */
export function openStore(turn: Turn, store: StoreId, zone: ZoneName, cause: Seq): void {
  const { reachedFrom } = get(turn.world.stores, store);
  const changed = emit(turn, 'setting-changed', {
    actor: NATURE,
    subjects: [`stores/${store}`],
    causes: [cause],
    data: { setting: 'storeFrom', to: 'on' },
  });
  setFact(turn.world, 'stores', store, 'reachedFrom', [...reachedFrom, zone], changed);
}

/** From now on a datastore is mounted by its hosts alone (rule M22). */
export function restrictStore(turn: Turn, store: StoreId, actor: Actor, cause: Seq): void {
  const changed = emit(turn, 'setting-changed', {
    actor,
    subjects: [`stores/${store}`],
    causes: [cause],
    data: { setting: 'storeFrom', to: 'off' },
  });
  setFact(turn.world, 'stores', store, 'reachedFrom', [], changed);
}

/**
 * Encrypts all files of a VM (rule M23): its disks, its NVRAM and swap, and the memory of every snapshot that is taken of it from
 * now on. Snapshots that there are go first: what they hold is in plain text. Source: FACTS I, B31.
 */
export function encryptVm(turn: Turn, id: VmId, actor: Actor, cause: Seq): void {
  const { world } = turn;
  const vm = get(world.vms, id);
  for (const old of snapshotsOf(world, id)) {
    // Where it lies no view tells.
    const blocks = old.block === NONE ? [] : [old.block];
    releaseBlocks(turn, old.host, blocks, vm, cause);
    removeRow(world, 'snapshots', old.id);
  }
  const encrypted = encryptVolume(turn, id, actor, cause);
  setFact(world, 'vms', id, 'filesEncrypted', true, encrypted);
}
