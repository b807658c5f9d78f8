import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { openProxy } from '../server/support/no-upgrade-proxy.ts';
import { screenshot } from './support/browser.ts';
import { journey } from './support/journey.ts';
import { closeBriefing, NAMES, playToDebrief, serveOne } from './support/play.ts';
import { startServer } from './support/server.ts';

/** A match of four minutes in thirty seconds. */
const QUICK = { SPEED: '8' };

/** Opens a class as this person and returns its code. */
async function openClass(page: Page, nickname: string): Promise<string> {
  await page.getByRole('link', { name: NAMES.host }).click();
  await page.getByRole('textbox').fill(nickname);
  await page.getByRole('button', { name: NAMES.makeCode }).click();
  await page.waitForURL(/\/s\/[A-Z0-9]{6}/);
  return /\/s\/([A-Z0-9]{6})/.exec(page.url())?.[1] ?? '';
}

async function joinClass(page: Page, nickname: string): Promise<void> {
  await page.getByRole('textbox').fill(nickname);
  await page.getByRole('button', { name: NAMES.join }).click();
  await page.waitForURL(/\/s\/[A-Z0-9]{6}/);
}

/** Who is in the team, as the match screen lists them. */
async function team(page: Page): Promise<string> {
  return (await page.locator('.foot-panel').last().textContent()) ?? '';
}

journey(
  'two people defend one world, and a reload in the middle keeps the seat',
  async ({ open }) => {
    const server = await startServer(QUICK);
    try {
      const hong = await open({ path: server.url, locale: 'ko-KR' });
      const code = await openClass(hong, '홍길동');
      const kim = await open({ path: `${server.url}/j/${code}`, locale: 'en-US' });
      await joinClass(kim, '김');
      await expect.poll(() => hong.locator('.person').count()).toBe(2);
      await screenshot(hong, 'lobby-ko');
      await hong.getByRole('button', { name: NAMES.start }).click();
      for (const page of [hong, kim]) await closeBriefing(page);

      await serveOne(hong);
      await kim.reload();
      await kim.locator('.duty').first().waitFor();
      expect(await kim.getByRole('textbox', { name: /nickname/i }).count()).toBe(0);
      await expect.poll(() => team(kim)).toMatch(/홍길동[\s\S]*김|김[\s\S]*홍길동/);
      await expect.poll(() => team(hong)).not.toMatch(/연결 끊김/);
      await screenshot(kim, 'together-after-reload-en');

      await Promise.all([playToDebrief(hong, serveOne), playToDebrief(kim, serveOne)]);
      await screenshot(hong, 'together-debrief-ko');
      const total = (page: Page) => page.locator('.verdict-score b').textContent();
      expect(await total(hong)).toBe(await total(kim));
    } finally {
      await server.stop();
    }
  },
);

journey('a whole match is played where websockets are blocked', async ({ open }) => {
  const server = await startServer(QUICK);
  const proxy = await openProxy(Number(new URL(server.url).port));
  try {
    const page = await open({ path: proxy.url, expected: [/WebSocket connection to/] });
    await openClass(page, 'Polly');
    await page.getByRole('button', { name: NAMES.start }).click();
    await closeBriefing(page);
    await playToDebrief(page, serveOne);
    await screenshot(page, 'polling-debrief-en');
    expect(proxy.refused()).toBeGreaterThan(0);
    expect(await page.locator('.debrief h1').textContent()).not.toBe('');
  } finally {
    await server.stop();
  }
});
