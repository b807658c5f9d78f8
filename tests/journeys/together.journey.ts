import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { openProxy } from '../server/support/no-upgrade-proxy.ts';
import { screenshot } from './support/browser.ts';
import { DESK, joinClass, openClass } from './support/class.ts';
import { journey } from './support/journey.ts';
import { passBriefing, playToDebrief, serveOne } from './support/play.ts';

/** A match of four minutes in thirty seconds. */
const QUICK = { SPEED: '8' };

/** Who is in the team, as the match screen lists them. */
async function team(page: Page): Promise<string> {
  return (await page.locator('.foot-panel.team').textContent()) ?? '';
}

journey(
  'two people defend one world, and a reload in the middle keeps the seat',
  async ({ open, serve }) => {
    const server = await serve(QUICK);
    const { desk, code } = await openClass(await open({ path: server.url, locale: 'ko-KR' }));
    const hong = await joinClass(open, server.url, code, '홍길동', { locale: 'ko-KR' });
    const kim = await joinClass(open, server.url, code, '김', { locale: 'en-US' });
    await expect.poll(() => desk.locator('.seat-nick').count()).toBe(2);
    await screenshot(hong, 'lobby-ko');
    await desk.getByRole('button', { name: DESK.start }).click();
    for (const page of [hong, kim]) await passBriefing(page);

    await serveOne(hong);
    await kim.reload();
    await kim.locator('.duty').first().waitFor();
    expect(await kim.getByRole('textbox', { name: /nickname/i }).count()).toBe(0);
    await expect.poll(() => team(kim)).toMatch(/홍길동[\s\S]*김|김[\s\S]*홍길동/);
    await expect.poll(() => team(hong)).not.toMatch(/연결 끊김/);
    await screenshot(kim, 'together-after-reload-en');

    await Promise.all([playToDebrief(hong, serveOne), playToDebrief(kim, serveOne)]);
    await screenshot(hong, 'together-debrief-ko');
    const total = (page: Page) => page.locator('.final-score-score b').textContent();
    expect(await total(hong)).toBe(await total(kim));
  },
);

journey('a whole match is played where websockets are blocked', async ({ open, serve }) => {
  const server = await serve(QUICK);
  const proxy = await openProxy(server.port);
  const expected = [/WebSocket connection to/];
  const { desk, code } = await openClass(await open({ path: proxy.url, expected }));
  const page = await joinClass(open, proxy.url, code, 'Polly', { expected });
  await desk.getByRole('button', { name: DESK.start }).click();
  await passBriefing(page);
  await playToDebrief(page, serveOne);
  await screenshot(page, 'polling-debrief-en');
  expect(proxy.refused()).toBeGreaterThan(0);
  expect(await page.locator('.debrief h1').textContent()).not.toBe('');
});
