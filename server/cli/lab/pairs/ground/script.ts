import type { Args } from '../../../../../shared/commands/command.ts';
import type { Defender, Wish } from '../../../../../shared/minds/defenders/defender.ts';
import { openRequests } from '../../../../../shared/minds/defenders/reading.ts';
import { TICKS_PER_SECOND } from '../../../../../shared/world/ids.ts';
import type { Technique } from '../../../../../shared/world/machine/vm.ts';

/** An order, and the second of the match from which it is given. */
export type Step = readonly [second: number, command: string, args: Args];

/** Gives each order once, in its second: what is refused then is not tried again. */
export function script(...steps: readonly Step[]): Defender {
  let given = -1;
  return ({ tick }) => {
    const before = given;
    given = tick;
    return steps
      .filter(([second]) => {
        const due = second * TICKS_PER_SECOND;
        return due > before && due <= tick;
      })
      .map(([, command, args]): Wish => ({ command, args }));
  };
}

/** Serves every request for a VM as soon as it is there: on that host, by that technique. */
export function serve(host: number, technique: Technique): Defender {
  return (view) =>
    openRequests(view).map(({ id }) => ({
      command: 'create-vm',
      args: { request: id, host, technique },
    }));
}

/** Everything that several defenders want, in their order. */
export const together =
  (...defenders: readonly Defender[]): Defender =>
  (view, look) =>
    defenders.flatMap((defender) => defender(view, look));
