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

/** Pictures in which a press has been taken in, and whatever is laid out anew because of it. */
const TAKEN_IN = 5;
/** Milliseconds in which everything that glides has arrived. */
const ARRIVED = 1000;

/**
 * Presses something while time stands on the page, and then lets time pass.
 * @returns whether the map shows something else, and whether that is at its place before time passes
 */
export function pressed(
  page: Page,
  selector: string,
): Promise<{ readonly isOther: boolean; readonly atOnce: boolean }> {
  return page.locator(selector).evaluate(
    async (button: HTMLElement, [takenIn, arrived]) => {
      const canvas = document.querySelector<HTMLCanvasElement>('.map canvas');
      const brush = canvas?.getContext('2d');
      if (!canvas || !brush) throw new Error('there is no map to read');
      const picture = async (): Promise<string> => {
        for (let i = 0; i < takenIn; i += 1) await new Promise(requestAnimationFrame);
        return canvas.toDataURL();
      };
      const before = canvas.toDataURL();
      const stands = performance.now();
      let passed = 0;
      // What moves asks this for its time.
      performance.now = () => stands + passed;
      button.click();
      const first = await picture();
      passed = arrived;
      const last = await picture();
      Reflect.deleteProperty(performance, 'now');
      return { isOther: last !== before, atOnce: first === last };
    },
    [TAKEN_IN, ARRIVED] as const,
  );
}
