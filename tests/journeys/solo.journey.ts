import { mkdir } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { screenshot } from './support/browser.ts';
import { journey } from './support/journey.ts';
import {
  clippedTexts,
  closeBriefing,
  NAMES,
  playToDebrief,
  rawPaths,
  violations,
} from './support/play.ts';

const DESK = { width: 1440, height: 900 };

/** The README's picture is taken here, and kept when it is asked for. */
async function keepPicture(page: Page): Promise<void> {
  if (process.env.UPDATE_PICTURES !== '1') return;
  const folder = resolve(import.meta.dirname, 'pictures');
  await mkdir(folder, { recursive: true });
  await page.screenshot({ path: resolve(folder, 'match.png') });
}

async function beginAlone(page: Page): Promise<void> {
  await page.getByRole('link', { name: NAMES.solo }).click();
  await closeBriefing(page);
}

/** Frames on a host that hold something, as the tree of hosts says it in words. */
async function firstOffer(page: Page): Promise<string> {
  await page.locator('button.request').first().click();
  const option = page.locator('.act').filter({ hasText: NAMES.serve }).first();
  await option.hover();
  return (await option.textContent()) ?? '';
}

// A match of minutes is waited for: the two are played beside each other.
journey.concurrent(
  'alone, in Korean: what was handed over unwiped is read, and explained',
  async ({ open }) => {
    const page = await open({ locale: 'ko-KR', viewport: DESK });
    await screenshot(page, 'landing-ko');
    expect(await violations(page)).toEqual([]);
    await beginAlone(page);
    await page.locator('button.request').first().waitFor();
    expect(await firstOffer(page)).toMatch(/은행의 데이터가 남아 있음/);
    await page.locator('.map canvas').waitFor();
    await screenshot(page, 'solo-first-request-ko');
    await keepPicture(page);
    expect(await clippedTexts(page)).toEqual([]);
    expect(await violations(page)).toEqual([]);

    await page.getByLabel('속도').selectOption('4');
    // Left to itself the portal places VMs on whatever frames are free: the lab says so of any seed.
    let because = 0;
    await playToDebrief(page, async () => {
      const cards = await page.locator('.because').count();
      if (cards > 0 && because === 0) await screenshot(page, 'solo-because-ko');
      expect(await rawPaths(page)).toEqual([]);
      because = Math.max(because, cards);
    });
    expect(because).toBeGreaterThan(0);
    await screenshot(page, 'solo-debrief-ko');
    expect(await rawPaths(page)).toEqual([]);
    expect(await page.locator('.debrief h1').textContent()).toMatch(/무너졌습니다$/);
    expect(await page.locator('.harm-item').count()).toBeGreaterThan(1);
    expect(await page.locator('.chain .step').count()).toBeGreaterThan(2);
    // Which harm is the worst depends on the match; each rests on three conditions at the least.
    expect(await page.locator('.step.harm .needs li').count()).toBeGreaterThanOrEqual(3);
    // What-ifs follow when the match has been run again for them. Some harm of the match is proved to
    // have been preventable by one command: it need not be the one whose story is unfolded first.
    await page.locator('.what-if .outcome').first().waitFor({ timeout: 30_000 });
    const prevented = page.locator('.what-if .outcome').filter({ hasText: '일어나지 않음' });
    const heads = page.locator('.harm-head');
    for (let i = 0; (await prevented.count()) === 0 && i < (await heads.count()); i += 1) {
      if ((await heads.nth(i).getAttribute('aria-expanded')) !== 'true') await heads.nth(i).click();
    }
    expect(await prevented.count()).toBeGreaterThan(0);
    expect(await violations(page)).toEqual([]);
    expect(await clippedTexts(page)).toEqual([]);
  },
);

journey.concurrent(
  'alone, in English: memory and disk cleared in time leak nothing',
  async ({ open }) => {
    const page = await open({
      locale: 'en-US',
      viewport: { width: 1024, height: 640 },
      path: '/solo/vacated-seat',
    });
    await closeBriefing(page);
    // A hand that clicks from host to host is in time at twice the pace, and hardly at four times.
    await page.getByLabel('Speed').selectOption('2');
    const scrubbed = async (host: string): Promise<void> => {
      await page.getByRole('treeitem', { name: host }).first().click({ timeout: 1000 });
      for (const name of [NAMES.scrub, NAMES.wipe]) {
        const clean = page.locator('.act:not(.no)').filter({ hasText: name });
        if ((await clean.count()) > 0) await clean.first().click({ timeout: 1000 });
      }
    };
    let turn = 0;
    await playToDebrief(page, async () => {
      turn += 1;
      // The tree changes while the hand is on its way: a miss is no failure.
      await scrubbed(turn % 2 === 0 ? 'H1' : 'H2').catch(() => undefined);
      if (turn === 6) await screenshot(page, 'solo-scrubbing-en-1024');
    });
    await screenshot(page, 'solo-debrief-en-1024');
    expect(await page.locator('.harm-item, .step.harm').count()).toBe(0);
    expect(await clippedTexts(page)).toEqual([]);
  },
);
