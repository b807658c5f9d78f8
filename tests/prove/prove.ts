// `npm run prove`: at length what the tests run in short, in one table, which is kept in
// tests/PROOF.md.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { text } from 'node:stream/consumers';
import { z } from 'zod';
import { readArguments } from '../../server/cli/arguments.ts';
import { type KillsReport, playKilled } from '../faults/kills.ts';
import { type FuzzFigures, fuzzFigures, type KillFigures, type LabRow, labRow } from './figures.ts';
import { failuresOf, pageOf, tableOf } from './page.ts';

const ROOT = resolve(import.meta.dirname, '../..');

/** Kills that one match goes through. */
const KILLS_A_MATCH = 5;

const DEFENDERS = 'expert,novice,idle';
const BOUTS = [
  ['first-shift', '1'],
  ['three-tenants', '4'],
] as const;

/** Runs a script of the project. @returns what it printed @throws when it failed */
async function run(script: string, args: readonly string[], flags: readonly string[] = []) {
  const child = spawn(process.execPath, [...flags, '--import', 'tsx', script, ...args], {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const exited = once(child, 'exit');
  const printed = await text(child.stdout);
  const [code, signal] = await exited;
  if (code !== 0) throw new Error(`${script} ended with ${signal ?? code}`);
  return printed;
}

async function proveKills(kills: number): Promise<KillFigures> {
  const reports: KillsReport[] = [];
  for (let left = kills; left > 0; left -= KILLS_A_MATCH) {
    reports.push(await playKilled(reports.length + 1, Math.min(KILLS_A_MATCH, left)));
    process.stderr.write(`kills: ${kills - Math.max(0, left - KILLS_A_MATCH)} of ${kills}\n`);
  }
  const sum = (of: (report: KillsReport) => number): number =>
    reports.reduce((all, report) => all + of(report), 0);
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

async function proveFuzz(messages: number): Promise<FuzzFigures> {
  const printed = await run('tests/prove/long-fuzz.ts', [String(messages)], ['--expose-gc']);
  return fuzzFigures.parse(JSON.parse(printed));
}

async function proveLab(seeds: number): Promise<LabRow[]> {
  const rows: LabRow[] = [];
  for (const [scenario, seats] of BOUTS) {
    const printed = await run('server/cli/lab.ts', [
      ...['--json', '--scenario', scenario, '--seats', seats],
      ...['--seeds', String(seeds), '--defender', DEFENDERS],
    ]);
    rows.push(...z.strictObject({ rows: z.array(labRow) }).parse(JSON.parse(printed)).rows);
    process.stderr.write(`lab: ${scenario}\n`);
  }
  return rows;
}

async function main(argv: readonly string[]): Promise<void> {
  const options = readArguments(argv, ['kills', 'messages', 'seeds', 'out']);
  const size = (name: string, usual: number): number => {
    const value = Number(options.get(name) ?? usual);
    if (!Number.isInteger(value) || value < 1) throw new Error(`--${name} takes a whole number`);
    return value;
  };
  const sizes = {
    kills: size('kills', 50),
    messages: size('messages', 1_000_000),
    seeds: size('seeds', 50),
  };
  const out = resolve(ROOT, options.get('out') ?? 'tests/PROOF.md');
  const given = Object.entries(sizes).filter(([name]) => options.has(name));
  const words = given.map(([name, value]) => `--${name} ${value}`);
  // A server that is killed waits more than it works, so the rest goes on beside it.
  const [kills, [fuzz, lab]] = await Promise.all([
    proveKills(sizes.kills),
    proveFuzz(sizes.messages).then(async (found) => [found, await proveLab(sizes.seeds)] as const),
  ]);
  const command = ['npm run prove', ...(words.length > 0 ? ['--', ...words] : [])].join(' ');
  const figures = { command, kills, fuzz, lab };
  process.stdout.write(`${tableOf(figures)}\n`);
  const failures = failuresOf(figures);
  if (failures.length > 0) {
    process.stdout.write(`\n${failures.join('\n')}\n`);
    process.exitCode = 1;
    return;
  }
  writeFileSync(out, pageOf(figures));
}

await main(process.argv.slice(2));
