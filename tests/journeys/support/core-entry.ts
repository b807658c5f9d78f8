import { scenarios } from '../../../shared/course/scenarios/registry.ts';
import { hashMatch } from '../../../shared/match/match.ts';
import { play } from '../../../shared/match/play.ts';
import { defenders } from '../../../shared/minds/defenders/registry.ts';

/** Plays whole matches with computer defenders; what it returns must not depend on where it runs. */
export function hashes(seeds: readonly number[]): string[] {
  const out: string[] = [];
  for (const [id, scenario] of Object.entries(scenarios)) {
    for (const [name, defender] of defenders) {
      for (const seed of seeds) {
        const { match } = play(scenario, seed, defender);
        out.push(`${id} ${name} ${seed} ${hashMatch(match).whole} ${match.world.history.hash}`);
      }
    }
  }
  return out;
}
