import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { journey } from './support/journey.ts';
import { pressed, seenMoving, watchMoving } from './support/moving.ts';
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

/** Canvas is what every other journey looks at as it moves. */
const MAPS = [
  ['canvas', 'reduce'],
  ['webgl', 'no-preference'],
] as const;

for (const [renderer, reducedMotion] of MAPS) {
  journey(
    `the ${renderer} map draws the view: still while nothing changes, new when a frame does; motion: ${reducedMotion}`,
    async ({ open }) => {
      const page = await open({ path: `/solo?renderer=${renderer}`, reducedMotion });
      await closeBriefing(page);
      await page.locator('.map canvas').waitFor();
      await watchMoving(page);
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
      if (reducedMotion === 'reduce') {
        // Other layers, and back: everything is at its place before any time has passed.
        const over = page.locator('.centre-top');
        const heights: (number | undefined)[] = [];
        for (const layer of [3, 4, 2]) {
          const shown = await pressed(page, `.layer:nth-of-type(${layer})`);
          expect(shown).toEqual({ isOther: true, atOnce: true });
          heights.push((await over.boundingBox())?.height);
        }
        // Between two whose legends are of one height nothing is laid out anew: there it would glide.
        expect(heights[1]).toBe(heights[0]);
      }

      await page.keyboard.press('Space');
      await scrub.click();
      await expect.poll(() => dirtyFrames(page, 'H1'), { timeout: 10_000 }).not.toMatch(/residue/);
      await page.keyboard.press('Space');
      await page.locator('.top').hover();
      await page.waitForTimeout(900);
      expect(await pixels(page)).not.toBe(still);
      // Bars, and what is pressed: where it is not asked that they stand, they move.
      const moved = await seenMoving(page);
      if (reducedMotion === 'reduce') expect(moved).toEqual([]);
      else expect(moved).not.toEqual([]);
    },
  );
}
