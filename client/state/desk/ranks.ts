import type { Standing } from '../../../shared/protocol/server.ts';

/** A place in the order of scores. Those with the same score share the place. */
export interface Ranked extends Standing {
  readonly rank: number;
}

/** The most points first; of those alike the first team. */
export function ranked(standings: readonly Standing[]): readonly Ranked[] {
  const sorted = [...standings].sort((a, b) => b.score - a.score || a.team - b.team);
  return sorted.map((standing) => ({
    ...standing,
    rank: 1 + sorted.findIndex(({ score }) => score === standing.score),
  }));
}
