import type { Side } from '../../world/people/seat.ts';
import type { Words } from '../../world/words.ts';
import type { TeamState } from '../team.ts';

/** How a class plays: which teams there are, and who plays against whom. */
export interface SessionMode {
  /** The teams of every world, each by the side that it begins on. What nobody plays, the computer does. */
  readonly sides: readonly Side[];
  /** Worlds to begin with where the instructor chooses how many; `null`: there is always one. */
  readonly usualWorlds: number | null;
  /** After the first half there is a second of the same seed, with the sides swapped. */
  readonly swaps: boolean;
  readonly words: {
    readonly name: Words;
    /** What it is chosen by. */
    readonly does: Words;
    /** What players read of it in the lobby. */
    readonly lobby: Words;
  };
}

/** Which side each team plays in which world, where so many worlds were asked for. */
export function teamsIn(mode: SessionMode, worlds: number, half: 1 | 2): readonly TeamState[] {
  const sides = mode.swaps && half === 2 ? mode.sides.map(otherSide) : mode.sides;
  const count = mode.usualWorlds === null ? 1 : worlds;
  return Array.from({ length: count }, (_, i) =>
    sides.map((side, k): TeamState => ({ id: i * sides.length + k + 1, side, world: i + 1 })),
  ).flat();
}

/** Whether people attack, and not the computer alone. */
export function peopleAttack({ sides }: SessionMode): boolean {
  return sides.includes('red');
}

/** Whether everyone is always in one team, which then needs no name. */
export function isOneTeam({ sides, usualWorlds }: SessionMode): boolean {
  return sides.length === 1 && usualWorlds === null;
}

const otherSide = (side: Side): Side => (side === 'blue' ? 'red' : 'blue');
