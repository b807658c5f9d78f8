import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const ROOT = resolve(import.meta.dirname, '../..');

/**
 * Seeds below this are for tuning: `npm run lab` counts from 1. What is held out lies above, so that
 * nobody can have tuned to it.
 */
const TUNED = 1_000_000;
const MOST = 2 ** 31 - 1;

/** The commit, or where there is none the sources of the game and the packages it is built on. */
function fingerprint(): string {
  try {
    return execFileSync('git', ['rev-parse', 'HEAD'], {
      cwd: ROOT,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    }).trim();
  } catch {
    return contentOf(ROOT);
  }
}

/** Of everything that decides how a match ends: the same sources give the same, wherever they lie. */
export function contentOf(root: string): string {
  const hash = createHash('sha256');
  const names = readdirSync(join(root, 'shared'), { recursive: true, encoding: 'utf8' })
    .map((name) => `shared/${name.replaceAll('\\', '/')}`)
    .filter((name) => name.endsWith('.ts'));
  for (const name of ['package-lock.json', ...names.sort()]) {
    hash
      .update(name)
      .update('\0')
      .update(readFileSync(join(root, name)))
      .update('\0');
  }
  return hash.digest('hex');
}

/** Seeds from a fingerprint, another row of them for each purpose, and each of them once. */
export function seedsFrom(print: string, purpose: string, count: number): number[] {
  const seeds = new Set<number>();
  for (let i = 0; seeds.size < count; i += 1) {
    const bytes = createHash('sha256').update(`${print} ${purpose} ${i}`).digest();
    seeds.add(TUNED + (bytes.readUInt32BE(0) % (MOST - TUNED)));
  }
  return [...seeds];
}

let known: string | undefined;

/** Seeds that nobody has seen before this commit: what is asserted of them was not tuned to them. */
export function heldOut(purpose: string, count: number): number[] {
  known ??= fingerprint();
  return seedsFrom(known, purpose, count);
}
