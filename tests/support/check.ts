// `npm run check`: types, lint, what nothing uses, and layers, as many at once as there are cores.
import { spawn } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { resolve } from 'node:path';

const ROOT = resolve(import.meta.dirname, '../..');
const TSC = 'typescript/bin/tsc';

/** The tools write to a pipe, so they cannot see for themselves whether colours are welcome. */
const COLOURED = process.stdout.isTTY;
const COLOUR_ENV = COLOURED ? { FORCE_COLOR: '1' } : { NO_COLOR: '1' };
const BIOME_COLOUR = COLOURED ? '--colors=force' : '--colors=off';

const TASKS: readonly (readonly [name: string, script: string, ...args: string[]])[] = [
  ['types of tests', TSC, '-p', 'tests'],
  ['types of server', TSC, '-p', 'server'],
  ['types of client', TSC, '-p', 'client'],
  ['types of shared', TSC, '-p', 'shared'],
  ['lint', '@biomejs/biome/bin/biome', 'ci', BIOME_COLOUR, '--max-diagnostics=50', '.'],
  ['unused files, exports and packages', 'knip/bin/knip.js', '--no-progress'],
  [
    'layers',
    'vitest/vitest.mjs',
    'run',
    '--project=unit',
    '--reporter=dot',
    'tests/layers.test.ts',
  ],
];

type Task = (typeof TASKS)[number];

/** Runs one tool and prints its output in one piece, so that parallel ones do not interleave. */
function run([name, script, ...args]: Task): Promise<boolean> {
  const started = Date.now();
  const child = spawn(process.execPath, [resolve(ROOT, 'node_modules', script), ...args], {
    cwd: ROOT,
    env: { ...process.env, ...COLOUR_ENV },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      output += text;
    });
  }
  return new Promise((done, failed) => {
    child.once('error', failed);
    child.once('close', (code) => {
      const seconds = ((Date.now() - started) / 1000).toFixed(1);
      console.log(`${code === 0 ? 'ok  ' : 'FAIL'}  ${name} (${seconds} s)`);
      if (code !== 0) console.log(output);
      done(code === 0);
    });
  });
}

const waiting = [...TASKS];
let sound = true;

async function work(): Promise<void> {
  for (let task = waiting.shift(); task !== undefined; task = waiting.shift()) {
    if (!(await run(task))) sound = false;
  }
}

await Promise.all(Array.from({ length: availableParallelism() }, work));
process.exitCode = sound ? 0 : 1;
