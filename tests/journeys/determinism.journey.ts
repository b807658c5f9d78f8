import { expect } from 'vitest';
import { scenarios } from '../../shared/course/scenarios/registry.ts';
import { heldOut } from '../fairness/held-out.ts';
import { bundle } from './support/bundle.ts';
import { hashes } from './support/core-entry.ts';
import { journey } from './support/journey.ts';

declare global {
  // The bundle below puts the core here.
  var core: { hashes(seeds: readonly number[]): string[] };
}

/** One that nobody has seen: another for each commit. */
const SEEDS = heldOut('engines', 1);

journey('D1 the same matches have the same hashes in Node and in Chromium', async ({ browser }) => {
  const script = await bundle('core-entry.ts', 'core');
  const page = await browser.newPage();
  await page.addScriptTag({ content: script });
  const inBrowser = await page.evaluate((seeds) => globalThis.core.hashes(seeds), SEEDS);
  const inNode = hashes(SEEDS);
  await page.close();
  // Every scenario, each with the four defenders that have a name.
  expect(inNode).toHaveLength(SEEDS.length * Object.keys(scenarios).length * 4);
  expect(inBrowser).toEqual(inNode);
});
