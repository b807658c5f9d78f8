// `npm run prove`: at length what the tests run in short, in one table, which is kept in
// tests/PROOF.md.
import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { MEASURES } from '../fairness/bands.ts';
import { type FairnessRow, finding } from '../fairness/finding.ts';
import { type KillsReport, playKilled } from '../faults/kills.ts';
import { all, ask, openHelper, WIDTH } from '../support/processes.ts';
import {
  type FuzzFigures,
  fuzzFigures,
  type KillFigures,
  type PageFigures,
  pageFigures,
  type SoundFigures,
  soundFigures,
} from './figures.ts';
import { proveMutation } from './mutation/mutation.ts';
import { failuresOf, pageOf, tableOf } from './page.ts';

const ROOT = resolve(import.meta.dirname, '../..');

/** Kills that one match goes through. */
const KILLS_A_MATCH = 5;

/** Short matches that one process plays. */
const SOUND_A_PROCESS = 500;

const say = (what: string): void => {
  process.stderr.write(`${what}\n`);
};

async function proveKills(kills: number): Promise<KillFigures> {
  const reports: KillsReport[] = [];
  for (let left = kills; left > 0; left -= KILLS_A_MATCH) {
    reports.push(await playKilled(reports.length + 1, Math.min(KILLS_A_MATCH, left)));
    say(`kills: ${kills - Math.max(0, left - KILLS_A_MATCH)} of ${kills}`);
  }
  const sum = (of: (report: KillsReport) => number): number =>
    reports.reduce((total, report) => total + of(report), 0);
  return {
    matches: reports.length,
    kills: sum((report) => report.kills),
    answered: sum((report) => report.answered),
    unanswered: sum((report) => report.unanswered),
    frames: sum((report) => report.frames),
    slowestBackMs: Math.max(...reports.flatMap((report) => report.backMs)),
    faults: reports.flatMap(({ faults }, i) => faults.map((fault) => `seed ${i + 1}: ${fault}`)),
  };
}

/** Adds up what is counted by name. */
function together(counts: readonly Readonly<Record<string, number>>[]): Record<string, number> {
  const sums: Record<string, number> = {};
  for (const each of counts) {
    for (const [name, count] of Object.entries(each)) sums[name] = (sums[name] ?? 0) + count;
  }
  return sums;
}

/** Each process sends its share, to servers of its own. */
async function proveFuzz(messages: number): Promise<FuzzFigures> {
  const share = Math.ceil(messages / WIDTH);
  const reports = await all(
    Array.from({ length: WIDTH }, (_, i) => () => {
      return ask('prove/long-fuzz.ts', [share, i + 1, WIDTH], fuzzFigures, ['--expose-gc']);
    }),
  );
  const sum = (of: (report: FuzzFigures) => number): number =>
    reports.reduce((total, report) => total + of(report), 0);
  return {
    messages: sum((report) => report.messages),
    answers: together(reports.map(({ answers }) => answers)),
    orders: sum((report) => report.orders),
    ticks: sum((report) => report.ticks),
    grewWithin: Math.max(...reports.map((report) => report.grewWithin)),
    grewBetween: Math.max(...reports.map((report) => report.grewBetween)),
    faults: reports.flatMap(({ faults }) => faults),
  };
}

async function proveSound(matches: number): Promise<SoundFigures> {
  const parts = Math.ceil(matches / SOUND_A_PROCESS);
  const reports = await all(
    Array.from({ length: parts }, (_, i) => async () => {
      const from = i * SOUND_A_PROCESS;
      const count = Math.min(SOUND_A_PROCESS, matches - from);
      const found = await ask('support/sound-part.ts', [count, from + 1], soundFigures);
      say(`sound: ${from + count} of ${matches} matches`);
      return found;
    }),
  );
  return {
    matches: reports.reduce((sum, report) => sum + report.matches, 0),
    effects: together(reports.map(({ effects }) => effects)),
    unsound: reports.flatMap(({ unsound }) => unsound),
  };
}

/** Where there is no browser it says so, and nothing is told of it. */
const provePage = (): Promise<PageFigures | null> =>
  ask('prove/long-page.ts', [], pageFigures.nullable());

async function proveFairness(seeds: number): Promise<FairnessRow[]> {
  const rows = await all(
    MEASURES.map((_, part) => async () => {
      const helper = openHelper('fairness/measures.ts', [seeds], z.array(finding));
      const found = await helper.ask(part);
      helper.end();
      for (const { what, found: value, bound } of found) say(`${what}: ${value} (${bound})`);
      return found;
    }),
  );
  return rows.flat();
}

const OPTIONS = {
  kills: { type: 'string' },
  messages: { type: 'string' },
  matches: { type: 'string' },
  seeds: { type: 'string' },
  mutate: { type: 'string' },
  share: { type: 'string' },
  out: { type: 'string' },
} as const;

async function main(): Promise<void> {
  const { values: options } = parseArgs({ options: OPTIONS });
  const size = (name: keyof typeof OPTIONS, usual: number): number => {
    const value = Number(options[name] ?? usual);
    if (!Number.isInteger(value) || value < 1) throw new Error(`--${name} takes a whole number`);
    return value;
  };
  const sizes = {
    kills: size('kills', 50),
    messages: size('messages', 1_000_000),
    matches: size('matches', 10_000),
    seeds: size('seeds', 50),
  };
  const aim = { mutate: options.mutate ?? '', share: size('share', 100) };
  const out = resolve(ROOT, options.out ?? 'tests/PROOF.md');
  const given = Object.entries(options).filter(([name]) => name !== 'out');
  const words = given.map(([name, value]) => `--${name} ${value}`);
  const command = ['npm run prove', ...(words.length > 0 ? ['--', ...words] : [])].join(' ');
  // First what needs all tests to pass: without that, nothing else is worth its time.
  const mutation = await proveMutation(aim);
  // A server that is killed waits more than it works, so the rest goes on beside it.
  const [kills, rest] = await Promise.all([
    proveKills(sizes.kills),
    (async () => ({
      fuzz: await proveFuzz(sizes.messages),
      sound: await proveSound(sizes.matches),
      page: await provePage(),
      fairness: await proveFairness(sizes.seeds),
    }))(),
  ]);
  const figures = { command, kills, ...rest, mutation };
  process.stdout.write(`${tableOf(figures)}\n`);
  const failures = failuresOf(figures);
  if (failures.length > 0) {
    process.stdout.write(`\n${failures.join('\n')}\n`);
    process.exitCode = 1;
    return;
  }
  writeFileSync(out, pageOf(figures));
}

await main();
