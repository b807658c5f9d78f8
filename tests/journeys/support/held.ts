import type { CDPSession, Page } from 'playwright-core';

export interface Held {
  /** Nodes that the page holds on to though they are no longer shown. */
  readonly stray: number;
  /** Listeners beside those of what can be pressed. */
  readonly spare: number;
  /** Bytes in use. */
  readonly heap: number;
}

/** Lets a page be asked what it holds. */
export async function holdings(page: Page): Promise<() => Promise<Held>> {
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('Performance.enable');
  await cdp.send('HeapProfiler.enable');
  return () => leastHeld(page, cdp);
}

/** What was shown a moment ago goes only once nothing of that moment runs any more: asked so often. */
const ROUNDS = 8;
const ROUND_MS = 250;

/** What a page holds beyond what it shows, once everything that could go is gone. */
async function leastHeld(page: Page, cdp: CDPSession): Promise<Held> {
  let least = await heldBy(page, cdp);
  for (let round = 1; round < ROUNDS; round += 1) {
    await page.waitForTimeout(ROUND_MS);
    const now = await heldBy(page, cdp);
    if (now.stray < least.stray) least = now;
  }
  return least;
}

async function heldBy(page: Page, cdp: CDPSession): Promise<Held> {
  await cdp.send('HeapProfiler.collectGarbage');
  const { metrics } = await cdp.send('Performance.getMetrics');
  const of = (wanted: string): number =>
    metrics.find(({ name }) => name === wanted)?.value ?? Number.NaN;
  const shown = await page.evaluate(() => {
    const walker = document.createTreeWalker(document, NodeFilter.SHOW_ALL);
    let nodes = 1;
    while (walker.nextNode()) nodes += 1;
    const pressed = 'button, input, select, summary, a, [role=treeitem], [tabindex]';
    return { nodes, pressed: document.querySelectorAll(pressed).length };
  });
  return {
    stray: of('Nodes') - shown.nodes,
    spare: of('JSEventListeners') - shown.pressed,
    heap: of('JSHeapUsedSize'),
  };
}

/** Looks at another layer, at another thing and at what the team has said, and away again. */
export async function lookAround(page: Page, turn: number): Promise<void> {
  await page.keyboard.press(String(1 + (turn % 4)));
  await page
    .getByRole('treeitem')
    .nth(turn % 6)
    .click();
  await page.keyboard.press('l');
  await page.waitForTimeout(500);
  await page.keyboard.press('l');
}
