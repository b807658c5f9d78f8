import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import { heldOut } from '../../fairness/held-out.ts';
import { run, WIDTH } from '../../support/processes.ts';
import type { MutationFigures } from '../figures.ts';

const SETTINGS = join(import.meta.dirname, 'stryker.json');
const ROOT = resolve(import.meta.dirname, '../../..');

/** The rules: where a mistake would be one in what the game says of the field. */
const FOLDERS = ['shared/mechanics', 'shared/attacks'];

/** What Stryker says of each mutant. One that is ignored, or does not run at all, does not count. */
const FOUND = new Set(['Killed', 'Timeout']);
const MISSED = new Set(['Survived', 'NoCoverage']);

const report = z.object({
  files: z.record(z.string(), z.object({ mutants: z.array(z.object({ status: z.string() })) })),
});

/** Counts the mutants of a report, and those that a test found. */
export function countMutants(text: string): { mutants: number; found: number } {
  const { files } = report.parse(JSON.parse(text));
  const all = Object.values(files).flatMap(({ mutants }) => mutants.map(({ status }) => status));
  const found = all.filter((status) => FOUND.has(status)).length;
  return { mutants: found + all.filter((status) => MISSED.has(status)).length, found };
}

/** All files into which mistakes are put. */
export const mutable = (): string[] =>
  FOLDERS.flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts'))
      .map((name) => `${folder}/${name.replaceAll('\\', '/')}`),
  ).sort();

/** So many percent of files, drawn by the commit: nobody can have written tests for the sample alone. */
export function drawn(files: readonly string[], percent: number): string[] {
  const rank = (file: string): number => heldOut(`mistakes in ${file}`, 1)[0] ?? 0;
  const ranked = files.map((file) => ({ file, rank: rank(file) })).sort((a, b) => a.rank - b.rank);
  return ranked.slice(0, Math.ceil((files.length * percent) / 100)).map(({ file }) => file);
}

/** What of the code a run puts mistakes into. */
export interface Aim {
  /** Globs of files, with commas between them; all rules if empty. */
  readonly mutate: string;
  /** Percent of the rules' files, drawn by the commit. */
  readonly share: number;
}

/** The globs of a run, and what they are in a sentence. */
function aimed({ mutate, share }: Aim): { readonly globs: string[]; readonly said: string } {
  if (mutate !== '') return { globs: mutate.split(','), said: mutate.replaceAll(',', ', ') };
  const all = mutable();
  const said = FOLDERS.join(' and ');
  if (share >= 100) return { globs: all, said };
  const globs = drawn(all, share);
  return {
    globs,
    said: `${globs.length} of the ${all.length} files of ${said}, drawn by the commit’s hash`,
  };
}

/** Puts mistakes into copies of the code, one at a time, and runs the tests that come by there. */
export async function proveMutation(aim: Aim): Promise<MutationFigures> {
  const folder = mkdtempSync(join(tmpdir(), 'hyperward-mutation-'));
  try {
    const settings = JSON.parse(readFileSync(SETTINGS, 'utf8')) as Record<string, unknown>;
    const { globs, said } = aimed(aim);
    const own = {
      ...settings,
      mutate: globs,
      concurrency: WIDTH,
      tempDirName: join(folder, 'copies'),
      jsonReporter: { fileName: join(folder, 'report.json') },
    };
    writeFileSync(join(folder, 'stryker.json'), JSON.stringify(own));
    const stryker = 'node_modules/@stryker-mutator/core/bin/stryker.js';
    await run([stryker, 'run', join(folder, 'stryker.json')], true);
    const counts = countMutants(readFileSync(join(folder, 'report.json'), 'utf8'));
    return { mutate: said, ...counts };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
