import { tabulate } from '../../server/cli/table.ts';
import type { PageFigures, ProofFigures } from './figures.ts';

/** Milliseconds in which everyone must be back in play. */
const BACK_MS = 3000;

/** Bytes that may be more in use after very many messages: what a collector leaves lying differs. */
const GROWTH = 8_000_000;

/** Percent of the mistakes put into the code that a test must find. */
const FOUND_PERCENT = 70;

/** Seconds between the first look and the last that are a whole match of twelve minutes. */
const WHOLE = 600;

/** Nodes or listeners: a leak of one for each second of a match would be hundreds. */
const FEW = 40;

/** A row of what is proved: its name, what was found, what may be, and whether it is so. */
type Row = readonly [name: string, found: string, bound: string, holds: boolean];

const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(1)} MB`;

function rowsOf({ kills, fuzz, sound, fairness, mutation, page }: ProofFigures): Row[] {
  const effects = Object.values(sound.effects).reduce((sum, count) => sum + count, 0);
  const percent = (mutation.found * 100) / Math.max(1, mutation.mutants);
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
    ['short matches of attackers who order at random', String(sound.matches), '-', true],
    [
      'attacks that brought something about in them',
      `${Object.keys(sound.effects).length}, ${effects} times`,
      '-',
      effects > 0,
    ],
    [
      'effects through what they did not hold',
      String(sound.unsound.length),
      '0',
      sound.unsound.length === 0,
    ],
    ['mistakes put into the code, one at a time', String(mutation.mutants), '-', true],
    [
      'of them found by a test, %',
      percent.toFixed(1),
      `≥ ${FOUND_PERCENT}`,
      percent >= FOUND_PERCENT,
    ],
    ...pageRows(page),
    ...fairness.map(({ what, found, bound, holds }): Row => [what, found, bound, holds]),
  ];
}

/** Of a page through a whole match; none where there was no browser. */
function pageRows(page: PageFigures | null): Row[] {
  if (page === null) return [];
  const { seconds, rounds, stray, spare, grew } = page;
  return [
    [
      'seconds of a match through which a page was open',
      String(seconds),
      `≥ ${WHOLE}`,
      seconds >= WHOLE,
    ],
    ['times that something else was looked at there', String(rounds), '-', true],
    ['nodes that it kept and no longer showed', String(stray), `≤ ${FEW}`, stray <= FEW],
    ['listeners that it kept', String(spare), `≤ ${FEW}`, spare <= FEW],
    ['memory that it gained', megabytes(grew), `< ${megabytes(GROWTH)}`, grew < GROWTH],
  ];
}

/** Everything that is not as it should be, one sentence each. */
export function failuresOf(figures: ProofFigures): string[] {
  const missed = rowsOf(figures)
    .filter(([, , , holds]) => !holds)
    .map(([name, found, bound]) => `${name}: ${found}, and should be ${bound}`);
  const { kills, fuzz, sound } = figures;
  return [...missed, ...kills.faults, ...fuzz.faults, ...sound.unsound];
}

/** The one table of what was proved. */
export function tableOf(figures: ProofFigures): string {
  return tabulate(
    ['what', 'found', 'must be'],
    rowsOf(figures).map(([name, found, bound]) => [name, found, bound]),
  );
}

const NO_PAGE = 'Not opened: no browser was found.';
const A_PAGE = `Open in a browser through a match alone of twelve minutes, in which one looks at this
  and that without a pause. What it holds at the end, beyond what it shows, is what it held at the
  beginning.`;

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
- **Random attackers.** Short matches in which they order whatever the door lets in, anywhere. Nothing
  may come of it through a VM, a host or a port in which their side has nothing.
- **A page.** ${figures.page === null ? NO_PAGE : A_PAGE}
- **Mistakes.** In ${figures.mutation.mutate}: operators turned round,
  conditions made true or false, blocks left out. The tests of \`tests/prove/mutation/vitest.config.ts\`
  run against each.
- **Fairness.** The bands of the design, on seeds that the commit's hash holds out.

\`\`\`
${tableOf(figures)}
\`\`\`
`;
}
