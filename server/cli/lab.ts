import { parseArgs } from 'node:util';
import { KEPT } from '../../shared/match/score.ts';
import { defenders } from '../../shared/minds/defenders/registry.ts';
import { costRows, costTable } from './lab/cost.ts';
import { fairnessOf } from './lab/fairness.ts';
import { type Bout, type LabRow, runDefender, scenarioFor } from './lab/matches.ts';
import { paceOf } from './lab/pace.ts';
import { duelsOf, type PairRow } from './lab/pairs/duel.ts';
import { PAIRS } from './lab/pairs/registry.ts';
import { pairTable } from './lab/pairs/table.ts';
import { tabulate } from './table.ts';
import { runCommand, UsageError, wholeNumber } from './usage.ts';

const OPTIONS = {
  scenario: { type: 'string', default: 'first-shift' },
  seeds: { type: 'string', default: '20' },
  defender: { type: 'string' },
  level: { type: 'string' },
  seats: { type: 'string', default: '1' },
  pace: { type: 'boolean' },
  report: { type: 'boolean' },
  pairs: { type: 'boolean' },
  cost: { type: 'boolean' },
  json: { type: 'boolean' },
} as const;

const HEAD = ['defender', 'matches', 'won', 'mean', 'lowest', 'highest', 'harms'];
const cellsOf = (row: LabRow): string[] =>
  [row.defender, row.matches, row.won, row.mean, row.lowest, row.highest, row.harms].map(String);

/** Seeds 1 to n; `12-20` is a range. */
function seedsOf(text: string): number[] {
  const [first = '', last] = text.split('-');
  const from = last === undefined ? 1 : Number(first);
  const to = Number(last ?? first);
  if (!Number.isInteger(from) || !Number.isInteger(to) || from < 1 || to < from) {
    throw new UsageError(`--seeds takes a number or a range such as 12-20, not ${text}`);
  }
  return Array.from({ length: to - from + 1 }, (_, i) => from + i);
}

function main(): void {
  const { values: options } = parseArgs({ options: OPTIONS });
  if (options.cost) sayTable(costRows(), costTable, options.json);
  else if (options.pairs) sayTable(pairRows(), sayPairs, options.json);
  else sayMatches(options);
}

type Options = ReturnType<typeof parseArgs<{ options: typeof OPTIONS }>>['values'];

/** Plays a scenario, and says how it went. */
function sayMatches(options: Options): void {
  const name = options.scenario;
  const bout: Bout = {
    scenario: scenarioFor(name, options.level),
    seeds: seedsOf(options.seeds),
    seats: wholeNumber('seats', options.seats),
  };
  const minds = [...new Set(bout.scenario.attackers.map(({ mind }) => mind))].join(', ');
  const title = `${name}, against ${minds || 'nobody'}, ${bout.seats} defending`;
  const say = (value: unknown, text: () => string): void => {
    const out = options.json ? JSON.stringify(value) : `${title}\n\n${text()}`;
    process.stdout.write(`${out}\n`);
  };
  if (options.pace) sayPace(bout, options.defender ?? 'expert', say);
  else if (options.report) sayFairness(bout, say);
  else {
    const names = options.defender?.split(',') ?? [...defenders.keys()];
    const rows = names.map((one) => runDefender(bout, one));
    say({ rows }, () => `a contract is kept from ${KEPT}\n\n${tabulate(HEAD, rows.map(cellsOf))}`);
  }
}

/** Prints what needs no scenario: its rows as they are, or as a table. */
function sayTable<Row>(rows: Row[], tableOf: (rows: Row[]) => string, asJson = false): void {
  process.stdout.write(`${asJson ? JSON.stringify({ rows }) : tableOf(rows)}\n`);
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

await runCommand(main);
