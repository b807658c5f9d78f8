import { inDeck } from '../../world/deck.ts';
import type { EventOf, GameEvent } from '../../world/history.ts';
import { NONE, type VmId } from '../../world/ids.ts';
import { find } from '../../world/table.ts';
import type { Turn } from '../../world/turn.ts';
import { PORT_SETTINGS } from '../../world/zone.ts';
import { raise } from './raise.ts';

/**
 * Sensor S5. It reads the log of the management plane: who is moved or rolled back, what the policy
 * becomes and what ports accept, unless the team has ordered it itself. No packet carries any of that, and nothing
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
    case 'setting-changed':
      notePort(turn, event);
      return;
    default:
  }
}

/** A port group accepts what it refused, or the reverse: who changed it is not said. */
function notePort(turn: Turn, { seq, subjects, data }: EventOf<'setting-changed'>): void {
  const segment = subjects.find((ref) => ref.startsWith('segments/'))?.slice('segments/'.length);
  const setting = PORT_SETTINGS.find((one) => one === data.setting);
  const zone = find(turn.world.segments, Number(segment ?? NONE))?.zone;
  if (setting === undefined || zone === undefined) return;
  const to = data.to === 'accept' ? 'accept' : 'reject';
  const place = { host: NONE, vm: NONE } as const;
  raise(turn, 'S5', place, { kind: 'port-setting', zone, setting, to }, [seq]);
}

/** The VM that an event is about, and where it is now. */
function placeOf({ world }: Turn, { subjects }: GameEvent): Parameters<typeof raise>[2] {
  const id = subjects.find((ref) => ref.startsWith('vms/'))?.slice('vms/'.length);
  const vm = Number(id ?? NONE) as VmId;
  return { host: find(world.vms, vm)?.host ?? NONE, vm };
}
