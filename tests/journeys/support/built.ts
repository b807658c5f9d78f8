import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { build } from 'vite';
import type { z } from 'zod';
import { run } from '../../support/processes.ts';

/**
 * Runs a script of this folder that prints one value, built as the game itself is: what the tests are run with adds
 * to every function what no player's machine has to do.
 */
export async function askBuilt<T>(script: string, schema: z.ZodType<T>): Promise<T> {
  const outDir = await mkdtemp(join(tmpdir(), 'hyperward-built-'));
  await build({
    configFile: false,
    logLevel: 'silent',
    ssr: { noExternal: true },
    build: {
      outDir,
      ssr: resolve(import.meta.dirname, script),
      rollupOptions: { output: { format: 'es', entryFileNames: 'built.mjs' } },
    },
  });
  const printed = await run([join(outDir, 'built.mjs')]);
  await rm(outDir, { recursive: true });
  return schema.parse(JSON.parse(printed));
}
