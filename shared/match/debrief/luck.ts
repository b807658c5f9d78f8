import type { Attack } from '../../attacks/attack.ts';
import { attacks } from '../../attacks/registry.ts';
import { same } from '../../view/view.ts';
import { inDeck } from '../../world/deck.ts';
import type { GameEvent } from '../../world/history.ts';
import type { Tick } from '../../world/ids.ts';
import { actLengthsOf } from '../../world/people/act-lengths.ts';
import type { ActArgs, Attacker } from '../../world/people/attacker.ts';
import { rows } from '../../world/table.ts';
import type { World } from '../../world/world.ts';
import type { Input } from '../input.ts';
import { replay } from '../replay.ts';
import type { Luck } from '../report.ts';
import { otherHarm } from './names.ts';
import { pointsBetween } from './prevention.ts';
import { fresh, type Ground } from './without.ts';

/** Open doors that are tried, and how often one has to be found open to be told. */
const MOST_TRIED = 3;
const OFTEN = 2;

/** An attack that would work, as the world stood at some of the moments that were kept. */
interface Door {
  readonly attack: Attack;
  readonly attacker: number;
  readonly args: ActArgs;
  readonly seen: Tick[];
}

/**
 * One attack that would have worked and that nobody tried: every precondition was seen to be true again
 * and again, and run once more with somebody trying it, something is lost that was not.
 */
export function luckOf({ match, journal, kept }: Ground): Luck | null {
  const { scenario, seed, history } = match;
  const doors = [...doorsOf(kept.copies())]
    .filter(({ seen }) => seen.length >= OFTEN)
    .filter((door) => !wasTried(history, door))
    .sort((a, b) => b.seen.length - a.seen.length);
  const different = doors.filter(
    (door, i) => doors.findIndex(({ attack }) => attack === door.attack) === i,
  );
  let best: Luck | null = null;
  for (const { attack, attacker, args, seen } of different.slice(0, MOST_TRIED)) {
    const [from = 0] = seen;
    const act: Input = {
      kind: 'act',
      attacker: attacker as Attacker['id'],
      attack: attack.id,
      args,
    };
    const then = replay({
      scenario,
      seed,
      journal,
      acts: { from: 'record', history },
      extra: [{ tick: from + 1, input: act }],
      from: kept.before(from + 1),
    });
    const harm = fresh(match, then).find(({ data }) => data.attack === attack.id);
    if (!harm) continue;
    const points = pointsBetween(match, then);
    if (best !== null && best.points.total <= points.total) continue;
    best = {
      attack: attack.id,
      needs: attack.needs.map(({ id }) => id),
      seen: seen.length,
      from,
      until: seen.at(-1) ?? from,
      harm: otherHarm(then, harm),
      points,
    };
  }
  return best;
}

/** Everything that would have worked at one of those moments. */
function doorsOf(worlds: Iterable<World>): Iterable<Door> {
  const doors = new Map<string, Door>();
  for (const world of worlds) {
    for (const attacker of rows(world.attackers)) {
      for (const attack of attacks.values()) {
        if (attack.family === null || !inDeck(world, 'attacks', attack.id)) continue;
        for (const args of argsOf(attack, attacker)) {
          if (!isOpen(world, attack, attacker, args)) continue;
          const key = `${attacker.id} ${attack.id} ${JSON.stringify(args)}`;
          const door = doors.get(key) ?? { attack, attacker: attacker.id, args, seen: [] };
          door.seen.push(world.tick);
          doors.set(key, door);
        }
      }
    }
  }
  return doors.values();
}

/** Everything an attacker could mean by it, among the VMs that they know. */
function argsOf({ takes }: Attack, { knownVms }: Attacker): ActArgs[] {
  const numbers = knownVms.map((_, i) => i + 1);
  const froms = takes.includes('from') ? [0, ...numbers] : [null];
  return froms.flatMap((from) => numbers.map((vm) => (from === null ? { vm } : { from, vm })));
}

function isOpen(world: World, attack: Attack, attacker: Attacker, args: ActArgs): boolean {
  const about = attack.resolve(world, attacker, args);
  if (about === null) return false;
  const length = attack.length(actLengthsOf(world.pace, attacker.mind));
  return attack
    .strikes(world, about, length, length)
    .some((strike) => attack.needs.every((need) => need.holds(world, strike)));
}

const wasTried = (history: readonly GameEvent[], { attack, attacker, args }: Door): boolean =>
  history.some(
    (event) =>
      event.kind === 'act' &&
      event.actor.kind === 'attacker' &&
      event.actor.id === attacker &&
      event.data.attack === attack.id &&
      same(event.data.args, args),
  );
