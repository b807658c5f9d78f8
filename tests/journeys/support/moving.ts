import type { Page } from 'playwright-core';

/** Notes, from now on and with every picture, what of the page's own moves by itself. */
export async function watchMoving(page: Page): Promise<void> {
  await page.evaluate(() => {
    const seen = new Set<string>();
    Object.assign(globalThis, { seenMoving: seen });
    const look = (): void => {
      for (const animation of document.getAnimations()) {
        const { effect, playState } = animation;
        const target = effect instanceof KeyframeEffect ? effect.target : null;
        if (playState === 'running') seen.add(target?.className.toString() ?? 'something');
      }
      requestAnimationFrame(look);
    };
    look();
  });
}

/** The classes of what has moved since. */
export const seenMoving = (page: Page): Promise<string[]> =>
  page.evaluate(() => [...(globalThis as unknown as { seenMoving: Set<string> }).seenMoving]);

/** Milliseconds in which what glides after a press has arrived. */
const ARRIVED = 450;

/**
 * Presses something, and compares the map's pictures after it.
 * @returns pictures of the map that differ: 1 is one that is at its place at once; 0, nothing came of it
 */
export function picturesAfter(page: Page, selector: string): Promise<number> {
  return page.locator(selector).evaluate(
    async (button: HTMLElement, arrived) => {
      const canvas = document.querySelector<HTMLCanvasElement>('.map canvas');
      const brush = canvas?.getContext('2d', { willReadFrequently: true });
      if (!canvas || !brush) throw new Error('there is no map to read');
      const picture = (): number => {
        const { data } = brush.getImageData(0, 0, canvas.width, canvas.height);
        let sum = 0;
        for (let i = 0; i < data.length; i += 1) sum = (sum * 31 + (data[i] ?? 0)) | 0;
        return sum;
      };
      const next = (): Promise<number> => new Promise(requestAnimationFrame);
      const before = picture();
      button.click();
      const after = new Set<number>();
      for (const until = performance.now() + arrived; performance.now() < until; ) {
        await next();
        after.add(picture());
      }
      after.delete(before);
      return after.size;
    },
    ARRIVED,
  );
}
