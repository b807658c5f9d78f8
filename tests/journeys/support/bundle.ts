import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { build } from 'vite';

/**
 * A part of the game as one script for a page, built as the game itself is.
 * @param entry a file of this folder, whose exports the page finds under `name`
 */
export async function bundle(entry: string, name: string): Promise<string> {
  const outDir = await mkdtemp(join(tmpdir(), `hyperward-${name}-`));
  await build({
    configFile: false,
    logLevel: 'silent',
    build: {
      outDir,
      minify: true,
      lib: {
        entry: resolve(import.meta.dirname, entry),
        name,
        formats: ['iife'],
        fileName: () => 'bundle.js',
      },
    },
  });
  const script = await readFile(join(outDir, 'bundle.js'), 'utf8');
  await rm(outDir, { recursive: true });
  return script;
}
