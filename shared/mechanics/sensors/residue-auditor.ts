import { fact, provenanceOf } from '../../world/fact.ts';
import { NATURE } from '../../world/history.ts';
import { type AssetId, type FrameId, type HostId, NONE } from '../../world/ids.ts';
import { get, rows } from '../../world/table.ts';
import { emit, type Turn } from '../../world/turn.ts';
import { dirtyFrames } from '../memory.ts';
import { raise } from './raise.ts';

/**
 * Sensor S7. It samples the memory that nobody owns, on every host in its round, and says what is
 * left there. It cannot see data that a VM still owns, nor who will get a frame next (rule S7).
 */
export function residueAuditor(turn: Turn): void {
  const { world } = turn;
  if (world.tick % world.pace.auditEvery !== 0) return;
  for (const host of rows(world.hosts)) {
    const found = dirtyByAsset(turn, host.id);
    for (const alert of rows(world.alerts)) {
      if (alert.sensor !== 'S7' || alert.host !== host.id || alert.state === 'over') continue;
      if (alert.seen.kind !== 'residue-free') continue;
      const frames = found.get(alert.seen.asset)?.length ?? 0;
      found.delete(alert.seen.asset);
      if (frames === alert.seen.frames) continue;
      if (frames > 0) alert.seen = { ...alert.seen, frames };
      else {
        alert.state = 'over';
        emit(turn, 'alert-over', {
          actor: NATURE,
          subjects: [`hosts/${host.id}`],
          causes: [],
          data: { alert: alert.id },
        });
      }
    }
    for (const [asset, ids] of found) {
      const causes = ids.map((id) => provenanceOf(world, fact('frames', id, 'residue')));
      const seen = { kind: 'residue-free', asset, frames: ids.length } as const;
      raise(turn, 'S7', { host: host.id, vm: NONE }, seen, causes);
    }
  }
}

function dirtyByAsset(turn: Turn, host: HostId): Map<AssetId, FrameId[]> {
  const found = new Map<AssetId, FrameId[]>();
  for (const id of dirtyFrames(turn.world, host)) {
    const { residue } = get(turn.world.frames, id);
    if (residue !== NONE) found.set(residue, [...(found.get(residue) ?? []), id]);
  }
  return found;
}
