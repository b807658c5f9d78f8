import { scenarios } from '../../shared/course/scenarios/registry.ts';
import { play } from '../../shared/match/play.ts';
import { KEPT, scoreOf } from '../../shared/match/score.ts';
import { defenders } from '../../shared/minds/defenders/registry.ts';
import { readArguments } from './arguments.ts';
import { tabulate } from './table.ts';

/** What the lab found about one defender in one scenario. */
export interface LabRow {
  readonly scenario: string;
  readonly defender: string;
  readonly matches: number;
  readonly won: number;
  readonly mean: number;
  readonly lowest: number;
  readonly highest: number;
  readonly harms: number;
}

/** Plays every defender over the seeds 1 to `seeds`. */
export function runLab(scenarioId: string, names: readonly string[], seeds: number): LabRow[] {
  const scenario = scenarios[scenarioId];
  if (!scenario)
    throw new Error(`no scenario ${scenarioId}; there is ${Object.keys(scenarios).join(', ')}`);
  return names.map((name) => {
    const defender = defenders.get(name);
    if (!defender)
      throw new Error(`no defender ${name}; there is ${[...defenders.keys()].join(', ')}`);
    const totals: number[] = [];
    let harms = 0;
    for (let seed = 1; seed <= seeds; seed += 1) {
      const { match } = play(scenario, seed, defender);
      totals.push(scoreOf(match.history, match.world.pace, 'truth').total);
      harms += match.history.filter(({ kind }) => kind === 'harm').length;
    }
    return {
      scenario: scenarioId,
      defender: name,
      matches: seeds,
      won: totals.filter((total) => total >= KEPT).length,
      mean: Math.round(totals.reduce((sum, total) => sum + total, 0) / seeds),
      lowest: Math.min(...totals),
      highest: Math.max(...totals),
      harms,
    };
  });
}

function main(argv: readonly string[]): void {
  const options = readArguments(argv, ['scenario', 'seeds', 'defender', 'json']);
  const scenario = options.get('scenario') ?? 'vacated-seat';
  const names = options.get('defender')?.split(',') ?? [...defenders.keys()];
  const rows = runLab(scenario, names, Number(options.get('seeds') ?? 20));
  if (options.has('json')) {
    process.stdout.write(`${JSON.stringify({ rows })}\n`);
    return;
  }
  const head = ['defender', 'matches', 'won', 'mean', 'lowest', 'highest', 'harms'];
  const cells = rows.map((row) =>
    [row.defender, row.matches, row.won, row.mean, row.lowest, row.highest, row.harms].map(String),
  );
  process.stdout.write(
    `${scenario}: a contract is kept from ${KEPT}\n\n${tabulate(head, cells)}\n`,
  );
}

main(process.argv.slice(2));
