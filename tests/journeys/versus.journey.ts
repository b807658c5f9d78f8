import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { screenshot } from './support/browser.ts';
import { DESK, endMatch, joinClass, openClass } from './support/class.ts';
import { journey } from './support/journey.ts';
import {
  clippedTexts,
  closeBriefing,
  NAMES,
  passBriefing,
  rawPaths,
  serveOne,
  violations,
} from './support/play.ts';

const QUICK = { SPEED: '4' };

const FAST = /^(빠르게|Fast|요청|Ask)/;

/** Whoever attacks does the first thing that can be done now, as a person reads down the cards. */
async function strike(page: Page): Promise<void> {
  const button = page.locator('.red-card button').filter({ hasText: FAST }).first();
  if ((await button.count()) === 0) return;
  await button.click({ timeout: 1000 }).catch(() => undefined);
}

async function isSound(page: Page): Promise<void> {
  expect(await rawPaths(page)).toEqual([]);
  expect(await clippedTexts(page)).toEqual([]);
  expect(await violations(page)).toEqual([]);
}

journey(
  'two people play against each other, and then with the sides swapped',
  async ({ open, serve }) => {
    const server = await serve(QUICK);
    const { desk, code } = await openClass(
      await open({ path: server.url, locale: 'ko-KR' }),
      async (page) => {
        await page.getByText(DESK.versus).first().click();
        await page.getByText(DESK.versed).first().click();
      },
    );
    const hong = await joinClass(open, server.url, code, '홍길동', { locale: 'ko-KR' });
    const mallory = await joinClass(open, server.url, code, 'Mallory', { locale: 'en-US' });
    await expect.poll(() => desk.locator('.seat-nick').count()).toBe(2);
    await desk.getByRole('button', { name: DESK.start }).click();
    // At once: Prepare is over before everything below has been looked at.
    await desk.getByRole('button', { name: DESK.goLive }).click();
    await passBriefing(hong);
    // The law is told to whoever attacks, before anything else.
    const briefing = mallory.getByText(/Act on Promotion of Information/).first();
    await briefing.waitFor();
    await screenshot(mallory, 'versus-briefing-en');
    await mallory.getByRole('button', { name: NAMES.understood }).click();
    await isSound(mallory);

    const news = mallory.locator('.red-news li');
    while ((await news.count()) < 4) {
      await strike(mallory);
      await serveOne(hong);
      await mallory.waitForTimeout(300);
    }
    await screenshot(mallory, 'versus-red-en');
    await mallory.keyboard.press('l');
    await mallory.locator('.red-left .ticker-list').waitFor();
    await screenshot(mallory, 'versus-red-ticker-en');
    await mallory.keyboard.press('Escape');
    await mallory.locator('.ticker-list').waitFor({ state: 'detached' });
    await screenshot(hong, 'versus-blue-ko');
    await isSound(mallory);
    await mallory.reload();
    await mallory.locator('.red-card').first().waitFor();
    // The attackers' page knows nothing of the defenders' frames, nor theirs of its cards.
    expect(await mallory.locator('.duty').count()).toBe(0);
    expect(await hong.locator('.red-card').count()).toBe(0);

    await endMatch(desk);
    for (const page of [hong, mallory]) await page.locator('.timeline').waitFor();
    await screenshot(mallory, 'versus-debrief-en');
    await desk.getByRole('button', { name: DESK.swap }).click();
    await hong
      .getByText(/정보통신망법/)
      .first()
      .waitFor();
    await screenshot(hong, 'versus-second-half-ko');
    await closeBriefing(hong);
    await passBriefing(mallory);
    await isSound(hong);
    await endMatch(desk);
    for (const page of [hong, mallory]) await page.locator('.timeline').waitFor();
    // Both halves stand side by side.
    await hong.locator('.halves').waitFor();
    await screenshot(hong, 'versus-halves-ko');
  },
);
