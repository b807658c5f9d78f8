import { readFile, rm } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { screenshot } from './support/browser.ts';
import { DESK, endMatch, joinClass, openClass } from './support/class.ts';
import { journey } from './support/journey.ts';
import {
  clippedTexts,
  clock,
  closeBriefing,
  rawPaths,
  serveOne,
  violations,
} from './support/play.ts';
import { dataFolder, startServer } from './support/server.ts';

const TEAMS = [
  ['홍길동', 'ko-KR'],
  ['Sofia', 'en-US'],
  ['김', 'ko-KR'],
  ['용감한 고래', 'ko-KR'],
] as const;

/** What a lecturer must not see on any of these pages. */
async function isSound(page: Page): Promise<void> {
  expect(await rawPaths(page)).toEqual([]);
  expect(await clippedTexts(page)).toEqual([]);
  expect(await violations(page)).toEqual([]);
}

journey(
  'an instructor and four players in two teams: reloads of each, and a server that dies in the middle',
  async ({ open }) => {
    const data = await dataFolder();
    const dropped = [
      /ERR_CONNECTION_REFUSED|Failed to load resource|WebSocket connection|net::ERR/,
    ];
    let server = await startServer({ DATA_DIR: data });
    const again = { DATA_DIR: data, PORT: String(server.port) };
    try {
      // Two clicks to a code that can be projected.
      const { desk, code } = await openClass(
        await open({ path: server.url, locale: 'ko-KR', expected: dropped }),
        async (page) => {
          await page.getByText(DESK.parallel).first().click();
          for (let i = 0; i < 2; i += 1) {
            await page.getByRole('button', { name: /하나 줄이기|One fewer/ }).click();
          }
        },
      );
      const [projector] = await Promise.all([
        desk.context().waitForEvent('page'),
        desk.getByRole('link', { name: DESK.projector }).click(),
      ]);
      await projector.setViewportSize({ width: 1920, height: 1080 });
      const players: Page[] = [];
      for (const [name, locale] of TEAMS) {
        const options = { locale, expected: dropped };
        players.push(await joinClass(open, server.url, code, name, options));
      }
      const [hong, sofia, kim, whale] = players as [Page, Page, Page, Page];
      await expect.poll(() => desk.locator('.seat-nick').count()).toBe(4);
      await expect.poll(() => projector.locator('body').textContent()).toContain('용감한 고래');
      for (const page of [desk, projector, hong, sofia]) await isSound(page);
      await screenshot(desk, 'class-desk-lobby-ko');
      await screenshot(projector, 'class-projector-lobby-ko');
      await screenshot(sofia, 'class-lobby-en');

      await desk.getByRole('button', { name: DESK.start }).click();
      for (const page of players) await closeBriefing(page);
      await serveOne(hong);
      await serveOne(sofia);

      // Whoever reloads is back in the same place, whatever they are.
      for (const page of [desk, projector, kim]) await page.reload();
      await kim.locator('.duty').first().waitFor();
      await desk.locator('.world-card').first().waitFor();
      expect(await desk.locator('.world-card').count()).toBe(2);
      await screenshot(desk, 'class-desk-live-ko');
      await isSound(desk);
      await isSound(kim);

      await desk.getByRole('button', { name: DESK.pause }).click();
      await expect.poll(() => whale.locator('body').textContent()).toMatch(/멈추|멈췄/);
      await desk.getByRole('button', { name: DESK.resume }).click();

      // The power goes, and comes back.
      const before = await clock(hong);
      await server.kill();
      server = await startServer(again);
      for (const page of players) {
        await expect.poll(() => clock(page), { timeout: 15_000 }).toBeGreaterThan(before);
      }
      for (const [i, page] of players.entries()) {
        expect(await page.locator('body').textContent()).toContain(TEAMS[i]?.[0]);
      }
      await serveOne(whale);
      await expect.poll(() => desk.locator('.world-card').count(), { timeout: 15_000 }).toBe(2);
      await screenshot(hong, 'class-after-restart-ko');

      await endMatch(desk);
      for (const page of players) await page.locator('.timeline').waitFor({ timeout: 30_000 });
      const total = (page: Page) => page.locator('.final-score-score b').textContent();
      // Teams are 홍길동 and 김, Sofia and the whale: each has one world.
      expect(await total(hong)).toBe(await total(kim));
      expect(await total(sofia)).toBe(await total(whale));
      const [file] = await Promise.all([
        desk.waitForEvent('download'),
        desk.getByRole('button', { name: /결과 내려받기|Download results/ }).click(),
      ]);
      const rows = (await readFile(await file.path(), 'utf8')).split('\r\n');
      expect(rows[0]).toMatch(/^\ufeff세계,팀,사람,점수/);
      expect(rows[1]).toContain('홍길동');
      await screenshot(desk, 'class-desk-debrief-ko');
      await screenshot(sofia, 'class-debrief-en');
      await isSound(desk);
    } finally {
      await server.stop();
      await rm(data, { recursive: true, force: true });
    }
  },
);
