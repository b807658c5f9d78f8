import { tabulate } from '../../server/cli/table.ts';
import type { LabRow, ProofFigures } from './figures.ts';

/** Milliseconds in which everyone must be back in play. */
const BACK_MS = 3000;

/** Bytes that may be more in use after very many messages: what a collector leaves lying differs. */
const GROWTH = 8_000_000;

/** A row of what is proved: its name, what was found, what may be, and whether it is so. */
type Row = readonly [name: string, found: string, bound: string, holds: boolean];

const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(1)} MB`;

function rowsOf({ kills, fuzz, lab }: ProofFigures): Row[] {
  return [
    ['servers killed in the middle of a match', String(kills.kills), '-', true],
    ['orders answered beside the kills', String(kills.answered), '-', true],
    ['orders that never were answered', String(kills.unanswered), '-', true],
    ['frames that were seen beside them', String(kills.frames), '-', true],
    [
      'answers, frames or matches not as the journal has them',
      String(kills.faults.length),
      '0',
      kills.faults.length === 0,
    ],
    [
      'longest until everyone was back, ms',
      kills.slowestBackMs.toFixed(0),
      `< ${BACK_MS}`,
      kills.slowestBackMs < BACK_MS,
    ],
    ['wrong messages', String(fuzz.messages), '-', true],
    ['kinds of answers to them', String(Object.keys(fuzz.answers).length), '-', true],
    ['orders that were right among them', String(fuzz.orders), '-', true],
    [
      'crashes, internal errors, changes by what was refused',
      String(fuzz.faults.length),
      '0',
      fuzz.faults.length === 0,
    ],
    [
      'memory that one server gained, most',
      megabytes(fuzz.grewWithin),
      `< ${megabytes(GROWTH)}`,
      fuzz.grewWithin < GROWTH,
    ],
    [
      'memory kept from the first server to the last',
      megabytes(fuzz.grewBetween),
      `< ${megabytes(GROWTH)}`,
      fuzz.grewBetween < GROWTH,
    ],
    ...lab.map(rowOfLab),
  ];
}

function rowOfLab({ scenario, defender, matches, won, lowest, highest }: LabRow): Row {
  const name = `${scenario}, ${defender}: matches won`;
  const found = `${won} of ${matches} (${lowest} to ${highest})`;
  if (defender === 'expert') return [name, found, 'all', won === matches];
  if (defender === 'idle') return [name, found, 'none', won === 0];
  return [name, found, '-', true];
}

/** Everything that is not as it should be, one sentence each. */
export function failuresOf(figures: ProofFigures): string[] {
  const missed = rowsOf(figures)
    .filter(([, , , holds]) => !holds)
    .map(([name, found, bound]) => `${name}: ${found}, and should be ${bound}`);
  return [...missed, ...figures.kills.faults, ...figures.fuzz.faults];
}

/** The one table of what was proved. */
export function tableOf(figures: ProofFigures): string {
  return tabulate(
    ['what', 'found', 'must be'],
    rowsOf(figures).map(([name, found, bound]) => [name, found, bound]),
  );
}

/** What is written to tests/PROOF.md. */
export function pageOf(figures: ProofFigures): string {
  return `# What was proved

Written by \`${figures.command}\`, which runs at length what \`npm test\` runs in short. Sizes are in the
table: they are those of the run that wrote it.

- **Kills.** A class of two plays over a real server that is ended with SIGKILL at random moments and
  started again over the same folder. Every order that was answered must be in the journal once, at the
  tick that was named; every view that was seen must be the one to which the journal leads; the match
  in the end must be the one that its journal makes from the beginning.
- **Messages.** Malformed, oversized, forged, repeated and reordered ones, and bytes that are none, to
  a server in which a class plays. The class must stay as it was, and its match must equal a quiet
  twin's that heard only what was right.
- **Matches.** Whole ones by computer defenders, over seeds from 1.

\`\`\`
${tableOf(figures)}
\`\`\`
`;
}
