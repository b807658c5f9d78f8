import { inDeck } from '../../world/deck.ts';
import type { GameEvent } from '../../world/history.ts';
import { NONE, type VmId } from '../../world/ids.ts';
import { find } from '../../world/table.ts';
import type { Turn } from '../../world/turn.ts';
import { raise } from './raise.ts';

/**
 * Sensor S5. It reads the log of the management plane: who is moved or rolled back and what the
 * policy becomes, unless the team has ordered it itself. No packet carries any of that, and nothing
 * that is done inside a guest is in it (rule S23).
 */
export function auditLog(turn: Turn): void {
  const { world, history } = turn;
  if (!inDeck(world, 'sensors', 'S5')) return;
  let first = history.length;
  while (first > 0 && history[first - 1]?.tick === world.tick) first -= 1;
  for (const event of history.slice(first)) {
    if (event.actor.kind !== 'seat') note(turn, event);
  }
}

function note(turn: Turn, event: GameEvent): void {
  switch (event.kind) {
    case 'vm-moved': {
      const { from, to } = event.data;
      raise(turn, 'S5', placeOf(turn, event), { kind: 'moved', from, to }, [event.seq]);
      return;
    }
    case 'vm-reverted': {
      const [from, to] = event.data.service;
      raise(turn, 'S5', placeOf(turn, event), { kind: 'reverted', from, to }, [event.seq]);
      return;
    }
    case 'rules-edited': {
      const { version } = event.data;
      const place = { host: NONE, vm: NONE } as const;
      raise(turn, 'S5', place, { kind: 'policy-edited', version }, [event.seq]);
      return;
    }
    default:
  }
}

/** The VM that an event is about, and where it is now. */
function placeOf({ world }: Turn, { subjects }: GameEvent): Parameters<typeof raise>[2] {
  const id = subjects.find((ref) => ref.startsWith('vms/'))?.slice('vms/'.length);
  const vm = Number(id ?? NONE) as VmId;
  return { host: find(world.vms, vm)?.host ?? NONE, vm };
}
