import { modes } from '../../../shared/protocol/modes/registry.ts';
import type { SessionState } from '../../../shared/protocol/server.ts';
import { teamIn } from '../match/team.ts';

/** What one team scored in defence, and in which half it defended; `null`: it has not yet. */
export interface Half {
  readonly team: number;
  readonly half: 1 | 2;
  readonly score: number | null;
}

/**
 * The two teams of a world whose sides swap, whoever defended first before the other. The first half
 * was defended by those who attack in the second.
 * @param total what the defenders of the half that is being debriefed scored
 */
export function halvesOf(session: SessionState, world: number, total: number): readonly Half[] {
  const blue = teamIn(session, world, 'blue')?.id;
  const red = teamIn(session, world, 'red')?.id;
  const { swaps } = modes[session.settings.mode];
  if (!swaps || blue === undefined || red === undefined) return [];
  if (session.half === 1) {
    return [
      { team: blue, half: 1, score: total },
      { team: red, half: 2, score: null },
    ];
  }
  return [
    { team: red, half: 1, score: session.firstHalf[world - 1] ?? null },
    { team: blue, half: 2, score: total },
  ];
}
