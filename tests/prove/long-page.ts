// A page in a real browser through a whole match, in a process of its own: what it holds when it has
// begun, and when it is about to end. Prints `null` where there is no browser.
import { launch, newContext } from '../journeys/support/browser.ts';
import { findChromium } from '../journeys/support/chromium.ts';
import { holdings, lookAround } from '../journeys/support/held.ts';
import { closeBriefing, serveOne } from '../journeys/support/play.ts';
import { build, startServer } from '../journeys/support/server.ts';
import type { PageFigures } from './figures.ts';

const SPEED = 4;
/** Until everything that is loaded once is there. */
const FIRST = 6;
/** Seconds of match time before its end, in which nothing is begun any more: then another screen comes. */
const END = 30;

async function measure(executablePath: string): Promise<PageFigures> {
  await build();
  const server = await startServer();
  const browser = await launch(executablePath);
  try {
    const context = await newContext(browser, server.url);
    const page = await context.newPage();
    await page.goto('/solo/three-tenants');
    await closeBriefing(page);
    await page.locator('.map canvas').waitFor();
    await page.locator('.speed').selectOption(String(SPEED));
    const held = await holdings(page);
    const clock = page.locator('.chip.clock > b').first();
    const time = async (): Promise<readonly [past: number, total: number]> => {
      const found = ((await clock.textContent()) ?? '').matchAll(/(\d+):(\d\d)/g);
      const [past = 0, total = 0] = [...found].map(([, m, s]) => Number(m) * 60 + Number(s));
      return [past, total];
    };
    let rounds = 0;
    const round = async (): Promise<void> => {
      await lookAround(page, rounds);
      await serveOne(page);
      rounds += 1;
    };
    while (rounds < FIRST) await round();
    const [from] = await time();
    const before = await held();
    for (let [past, total] = await time(); past < total - END; [past, total] = await time()) {
      await round();
      if (rounds % 50 === 0) process.stderr.write(`page: ${past} of ${total} s\n`);
    }
    const after = await held();
    const [until] = await time();
    return {
      seconds: until - from,
      rounds,
      stray: after.stray - before.stray,
      spare: after.spare - before.spare,
      grew: after.heap - before.heap,
    };
  } finally {
    await browser.close();
    await server.stop();
  }
}

const chromium = findChromium();
if (!chromium.found) process.stderr.write(`page: not opened, ${chromium.reason}\n`);
const figures = chromium.found ? await measure(chromium.path) : null;
process.stdout.write(`${JSON.stringify(figures)}\n`);
