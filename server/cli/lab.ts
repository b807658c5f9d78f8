import { KEPT } from '../../shared/match/score.ts';
import { defenders } from '../../shared/minds/defenders/registry.ts';
import { readArguments } from './arguments.ts';
import { fairnessOf } from './lab/fairness.ts';
import { type Bout, type LabRow, runDefender, scenarioFor } from './lab/matches.ts';
import { paceOf } from './lab/pace.ts';
import { duelsOf, type PairRow } from './lab/pairs/duel.ts';
import { PAIRS } from './lab/pairs/registry.ts';
import { pairTable } from './lab/pairs/table.ts';
import { tabulate } from './table.ts';

const OPTIONS = [
  'scenario',
  'seeds',
  'defender',
  'level',
  'seats',
  'pace',
  'report',
  'pairs',
  'json',
];

const HEAD = ['defender', 'matches', 'won', 'mean', 'lowest', 'highest', 'harms'];
const cellsOf = (row: LabRow): string[] =>
  [row.defender, row.matches, row.won, row.mean, row.lowest, row.highest, row.harms].map(String);

/** Seeds 1 to n; `12-20` is a range. */
function seedsOf(text: string): number[] {
  const [first = '', last] = text.split('-');
  const from = last === undefined ? 1 : Number(first);
  const to = Number(last ?? first);
  if (!Number.isInteger(from) || !Number.isInteger(to) || from < 1 || to < from) {
    throw new Error(`--seeds takes a number or a range such as 12-20, not ${text}`);
  }
  return Array.from({ length: to - from + 1 }, (_, i) => from + i);
}

function main(argv: readonly string[]): void {
  const options = readArguments(argv, OPTIONS);
  if (options.has('pairs')) {
    const rows = pairRows();
    const out = options.has('json') ? JSON.stringify({ rows }) : sayPairs(rows);
    process.stdout.write(`${out}\n`);
    return;
  }
  const name = options.get('scenario') ?? 'first-shift';
  const level = options.get('level');
  const bout: Bout = {
    scenario: scenarioFor(name, level),
    seeds: seedsOf(options.get('seeds') ?? '20'),
    seats: Number(options.get('seats') ?? 1),
  };
  const minds = [...new Set(bout.scenario.attackers.map(({ mind }) => mind))].join(', ');
  const title = `${name}, against ${minds || 'nobody'}, ${bout.seats} defending`;
  const say = (value: unknown, text: () => string): void => {
    const out = options.has('json') ? JSON.stringify(value) : `${title}\n\n${text()}`;
    process.stdout.write(`${out}\n`);
  };
  if (options.has('pace')) sayPace(bout, options.get('defender') ?? 'expert', say);
  else if (options.has('report')) sayFairness(bout, say);
  else {
    const names = options.get('defender')?.split(',') ?? [...defenders.keys()];
    const rows = names.map((one) => runDefender(bout, one));
    say({ rows }, () => `a contract is kept from ${KEPT}\n\n${tabulate(HEAD, rows.map(cellsOf))}`);
  }
}

type Say = (value: unknown, text: () => string) => void;

function sayPace(bout: Bout, names: string, say: Say): void {
  const rows = names.split(',').map((name) => paceOf(bout, name));
  const head = ['defender', 'decisions/min', 'hands busy %', 'tell → bite s', 'longest idle s'];
  const cells = rows.map((row) => [
    row.defender,
    row.decisions.toFixed(1),
    String(row.handsBusy),
    row.tellToBite === null ? '-' : String(row.tellToBite),
    String(row.longestIdle),
  ]);
  say({ rows }, () => tabulate(head, cells));
}

const pairRows = (): PairRow[] => PAIRS.map((pair) => duelsOf(pair));

const sayPairs = (rows: readonly PairRow[]): string =>
  `Two defences that one chooses between, each where it is right:\n\n${pairTable(rows)}`;

function sayFairness(bout: Bout, say: Say): void {
  const report = { ...fairnessOf(bout), pairs: pairRows() };
  const families = report.families.map(({ family, harmWith, harmWithout, share }) => [
    family,
    String(harmWith),
    String(harmWithout),
    share === null ? '-' : String(share),
  ]);
  say(report, () =>
    [
      tabulate(HEAD, report.defenders.map(cellsOf)),
      `One command only, wherever it can be given:\n\n${tabulate(HEAD, report.spam.map(cellsOf))}`,
      `The expert without one family of defence:\n\n${tabulate(
        ['family left out', 'harm with it', 'harm without', 'of the family %'],
        families,
      )}`,
      sayPairs(report.pairs),
    ].join('\n\n'),
  );
}

main(process.argv.slice(2));
