import { fact, provenanceOf } from '../../world/fact.ts';
import { NATURE } from '../../world/history.ts';
import { type AssetId, type HostId, NONE } from '../../world/ids.ts';
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
    const found = countByAsset(turn, host.id);
    for (const alert of rows(world.alerts)) {
      if (alert.sensor !== 'S7' || alert.host !== host.id || alert.state === 'over') continue;
      if (alert.seen.kind !== 'residue-free') continue;
      const frames = found.get(alert.seen.asset) ?? 0;
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
    for (const [asset, frames] of found) {
      const causes = dirtyFrames(world, host.id).map((id) =>
        provenanceOf(world, fact('frames', id, 'residue')),
      );
      raise(
        turn,
        'S7',
        { host: host.id, vm: NONE },
        { kind: 'residue-free', asset, frames },
        causes,
      );
    }
  }
}

function countByAsset(turn: Turn, host: HostId): Map<AssetId, number> {
  const counts = new Map<AssetId, number>();
  for (const id of dirtyFrames(turn.world, host)) {
    const { residue } = get(turn.world.frames, id);
    if (residue !== NONE) counts.set(residue, (counts.get(residue) ?? 0) + 1);
  }
  return counts;
}
