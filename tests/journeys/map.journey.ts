import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { journey } from './support/journey.ts';
import { closeBriefing, NAMES } from './support/play.ts';

/** What the map's canvas shows, as the browser would save it. */
function pixels(page: Page): Promise<string> {
  return page
    .locator('.map')
    .screenshot()
    .then((picture) => picture.toString('base64'));
}

const dirtyFrames = async (page: Page, host: string): Promise<string> =>
  (await page.getByRole('treeitem', { name: host }).first().textContent()) ?? '';

for (const renderer of ['canvas', 'webgl'] as const) {
  journey(
    `the ${renderer} map draws the view: still while nothing changes, new when a frame does`,
    async ({ open }) => {
      const page = await open({ path: `/solo?renderer=${renderer}` });
      await closeBriefing(page);
      await page.locator('.map canvas').waitFor();
      await page.getByRole('treeitem', { name: 'H1' }).first().click();
      const scrub = page.locator('.act').filter({ hasText: NAMES.scrub });
      await scrub.waitFor();
      // While the match is paused nothing happens, and the pointer is not over the map.
      await page.keyboard.press('Space');
      await page.locator('.top').hover();
      await page.waitForTimeout(900);
      expect(await page.getByRole('button', { name: 'Pause' }).getAttribute('aria-pressed')).toBe(
        'true',
      );
      const still = await pixels(page);
      await page.waitForTimeout(500);
      expect(await pixels(page)).toBe(still);
      expect(await dirtyFrames(page, 'H1')).toMatch(/6 with residue/);

      await page.keyboard.press('Space');
      await scrub.click();
      await expect.poll(() => dirtyFrames(page, 'H1'), { timeout: 10_000 }).not.toMatch(/residue/);
      await page.keyboard.press('Space');
      await page.locator('.top').hover();
      await page.waitForTimeout(900);
      expect(await pixels(page)).not.toBe(still);
    },
  );
}
