import { addRow, fact, provenanceOf, removeRow, setFact } from '../../world/fact.ts';
import { type Actor, NATURE } from '../../world/history.ts';
import type { CopyId, RepositoryId, Seq, VmId } from '../../world/ids.ts';
import type { Copy } from '../../world/machine/store.ts';
import { type Deep, find, get, rows } from '../../world/table.ts';
import { emit, type Turn } from '../../world/turn.ts';
import type { ReadonlyWorld } from '../../world/world.ts';
import { type Origin, record } from '../harm/evidence.ts';
import { evict, meet } from '../harm/intrusion.ts';
import { isLetIn } from '../network/let-in.ts';
import { latestBuild } from '../upkeep/patching.ts';

/**
 * Whether packets get to a backup repository (rule M24): from the internet, or from VMs of zones that are let through to it.
 * @param from a VM, or 0 for the internet
 */
export function reachesRepository(world: ReadonlyWorld, from: number, id: number): boolean {
  const there = find(world.repositories, id);
  return there !== null && isLetIn(world, from, there.reachedFrom);
}

/** Restore points of a VM, the latest last. */
export const copiesOf = (world: ReadonlyWorld, vm: number): Deep<Copy>[] =>
  world.copies.filter((copy): copy is Deep<Copy> => copy !== null && copy.vm === vm);

/** All files are read through the backup server: at its hours, or by whoever has code on it (rule S83). */
export const readAll = (turn: Turn, repository: RepositoryId, origin: Origin): void => {
  record(turn, { kind: 'backup-read', repository }, origin);
};

/** The repository copies every VM as it is now; what it had of it is replaced (rule M26). Files that somebody encrypted are left out. */
export function backUpAll(turn: Turn, repository: RepositoryId, cause: Seq): void {
  const { world } = turn;
  const vms = [...rows(world.vms)].filter(
    ({ power, ransomed }) => power !== 'provisioning' && !ransomed,
  );
  const taken = emit(turn, 'backed-up', {
    actor: NATURE,
    subjects: [`repositories/${repository}`],
    causes: [cause, ...vms.map(({ id }) => provenanceOf(world, fact('vms', id, 'foothold')))],
    data: { vms: vms.length },
  });
  for (const { id: vm, kernel, service, foothold, intruder } of vms) {
    for (const old of copiesOf(world, vm)) {
      if (old.repository === repository) removeRow(world, 'copies', old.id);
    }
    const kept = { repository, vm, takenAt: world.tick, kernel, service, foothold, intruder };
    addRow(world, 'copies', (id) => ({ id: id as CopyId, ...kept }), taken);
  }
  readAll(turn, repository, { actor: NATURE, cause: taken });
}

/** A restore point is gone. */
export function deleteCopy(turn: Turn, id: CopyId, actor: Actor, causes: readonly Seq[]): void {
  const { vm, repository } = get(turn.world.copies, id);
  emit(turn, 'copy-deleted', {
    actor,
    subjects: [`vms/${vm}`, `repositories/${repository}`],
    causes,
    data: {},
  });
  removeRow(turn.world, 'copies', id);
}

/** A VM is again as it was copied: its builds with their holes, and whoever was in it then (rule M27). */
export function restoreVm(turn: Turn, id: VmId, actor: Actor, cause: Seq): Seq | null {
  const { world } = turn;
  const copy = copiesOf(world, id).at(-1);
  if (copy === undefined) return null;
  const restored = emit(turn, 'vm-restored', {
    actor,
    subjects: [`vms/${id}`, `copies/${copy.id}`],
    causes: [cause, provenanceOf(world, fact('copies', copy.id, 'service'))],
    data: { service: copy.service },
  });
  setFact(world, 'vms', id, 'kernel', copy.kernel, restored);
  setFact(world, 'vms', id, 'service', copy.service, restored);
  setFact(world, 'vms', id, 'ransomed', false, restored);
  if (get(world.vms, id).drifted) setFact(world, 'vms', id, 'drifted', false, restored);
  evict(turn, id, restored);
  const attacker = world.attackers[copy.intruder];
  if (attacker) {
    setFact(world, 'vms', id, 'foothold', copy.foothold, restored);
    setFact(world, 'vms', id, 'intruder', copy.intruder, restored);
    meet(attacker, id);
  }
  return restored;
}

/** The build that a backup server would have after it was patched. */
export const repositoryPatch = (world: ReadonlyWorld, id: number): number =>
  Math.max(find(world.repositories, id)?.build ?? 0, latestBuild(world, 'backup-server'));

/** Patches the backup server (rule M25): no host and no management server is patched with it. */
export function patchRepository(turn: Turn, id: RepositoryId, actor: Actor, cause: Seq): void {
  const from = get(turn.world.repositories, id).build;
  const to = repositoryPatch(turn.world, id);
  const subjects = [`repositories/${id}`] as const;
  const data = { from, to };
  const patched = emit(turn, 'patched', { actor, subjects, causes: [cause], data });
  setFact(turn.world, 'repositories', id, 'build', to, patched);
}

/** What of a repository is set once and stays so, and what that reads as among settings. */
const SETTINGS = {
  reachedFrom: ['repositoryFrom', 'off'],
  encrypted: ['backupsEncrypted', 'on'],
  immutable: ['backupsImmutable', 'on'],
} as const;

export function secureRepository(
  turn: Turn,
  id: RepositoryId,
  field: keyof typeof SETTINGS,
  { actor, cause }: Origin,
): void {
  const [setting, to] = SETTINGS[field];
  const changed = emit(turn, 'setting-changed', {
    actor,
    subjects: [`repositories/${id}`],
    causes: [cause],
    data: { setting, to },
  });
  if (field === 'reachedFrom') setFact(turn.world, 'repositories', id, field, [], changed);
  else setFact(turn.world, 'repositories', id, field, true, changed);
}
