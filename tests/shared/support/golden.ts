import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';

const FOLDER = join(import.meta.dirname, '../../golden');

/** `UPDATE_GOLDEN=1 npx vitest run tests/shared/golden.test.ts` writes them anew. */
export const UPDATING = process.env.UPDATE_GOLDEN === '1';

export function readGolden(name: string): string | null {
  const path = join(FOLDER, name);
  return existsSync(path) ? readFileSync(path, 'utf8') : null;
}

export function writeGolden(name: string, text: string): void {
  mkdirSync(FOLDER, { recursive: true });
  writeFileSync(join(FOLDER, name), text);
}

/** Compares with what is stored, to the byte; rewrites it when asked to. */
export function expectGolden(name: string, text: string): void {
  if (UPDATING) writeGolden(name, text);
  const stored = readGolden(name);
  if (stored === null) throw new Error(`there is no golden ${name}: UPDATE_GOLDEN=1 writes it`);
  expect(text).toBe(stored);
}
