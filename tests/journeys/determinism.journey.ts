import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { build } from 'vite';
import { expect } from 'vitest';
import { scenarios } from '../../shared/course/scenarios/registry.ts';
import { hashes } from './support/core-entry.ts';
import { journey } from './support/journey.ts';

declare global {
  // The bundle below puts the core here.
  var core: { hashes(seeds: readonly number[]): string[] };
}

const SEEDS = [1, 2];

/** The deterministic core as one script for a page, built as the game itself is. */
async function bundleCore(): Promise<string> {
  const outDir = await mkdtemp(join(tmpdir(), 'hyperward-core-'));
  const entry = resolve(import.meta.dirname, 'support/core-entry.ts');
  await build({
    configFile: false,
    logLevel: 'silent',
    build: {
      outDir,
      minify: true,
      lib: { entry, name: 'core', formats: ['iife'], fileName: () => 'core.js' },
    },
  });
  const script = await readFile(join(outDir, 'core.js'), 'utf8');
  await rm(outDir, { recursive: true });
  return script;
}

journey('D1 the same matches have the same hashes in Node and in Chromium', async ({ browser }) => {
  const script = await bundleCore();
  const page = await browser.newPage();
  await page.addScriptTag({ content: script });
  const inBrowser = await page.evaluate((seeds) => globalThis.core.hashes(seeds), SEEDS);
  const inNode = hashes(SEEDS);
  await page.close();
  // Every scenario, each with the four defenders that have a name.
  expect(inNode).toHaveLength(SEEDS.length * Object.keys(scenarios).length * 4);
  expect(inBrowser).toEqual(inNode);
});
