import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { screenshot } from './support/browser.ts';
import { DESK, joinClass, openClass } from './support/class.ts';
import { journey } from './support/journey.ts';
import { clock, closeBriefing, NAMES, passBriefing } from './support/play.ts';

const SIZE = { width: 1366, height: 768 };

/** The tree as it is read: residue, power and all. */
const tree = async (page: Page): Promise<readonly string[]> =>
  page.locator('.tree-item').allTextContents();

async function isBack(page: Page, at: number): Promise<void> {
  await page.locator('.strip.time.paused').waitFor();
  expect(await clock(page)).toBe(at);
}

journey('nobody loses what they did alone, whichever way they leave', async ({ open }) => {
  const page = await open({ viewport: SIZE });
  await page.getByRole('link', { name: NAMES.solo }).click();
  // The briefing waits, however long it is read.
  await page.locator('dialog.briefing').waitFor();
  await expect.poll(() => page.locator('.pause.on').count()).toBe(1);
  expect(await clock(page)).toBe(0);
  await closeBriefing(page);
  await page.getByRole('treeitem', { name: 'H1' }).click();
  await page.locator('.act:not(.no)').filter({ hasText: NAMES.scrub }).first().click();
  await expect.poll(() => clock(page), { timeout: 20_000 }).toBeGreaterThan(4);

  // Help, and the question whether to leave, hold time too.
  await page.keyboard.press('?');
  const sheet = page.locator('dialog.sheet');
  await sheet.waitFor();
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Close');
  const stay = page.getByRole('button', { name: 'Stay' });
  await page.getByRole('button', { name: 'Leave', exact: true }).click();
  const answered = await page.locator('dialog.question').elementHandle();
  await stay.click();
  await page.keyboard.press('Escape');
  await sheet.waitFor({ state: 'detached' });
  for (const leave of [() => page.locator('.logo').click(), () => page.goBack()]) {
    const before = page.url();
    await leave();
    await stay.waitFor();
    // A busy browser tells late that a dialog closed: it was another one.
    await answered?.dispatchEvent('close');
    await page.evaluate(() => new Promise(requestAnimationFrame));
    expect(await stay.count()).toBe(1);
    expect(page.url()).toBe(before);
    await page.keyboard.press('Escape');
    await stay.waitFor({ state: 'detached' });
    expect(await page.locator('.match').count()).toBe(1);
  }

  await page.keyboard.press('Space');
  await page.locator('.strip.time.paused').waitFor();
  const at = await clock(page);
  const network = page.locator('.layer[aria-pressed="true"]').filter({ hasText: 'Network' });
  await page.keyboard.press('3');
  await network.waitFor();
  const stood = await tree(page);
  await page.reload();
  await isBack(page, at);
  expect(await tree(page)).toEqual(stood);
  // Also what one looked at, and how.
  await page.getByRole('treeitem', { name: 'H1', selected: true }).waitFor();
  await network.waitFor();

  // Away and back: by the browser, and from the first page.
  await page.goBack();
  await page.getByRole('button', { name: 'Leave', exact: true }).click();
  const goOn = page.getByRole('link', { name: /^Go on/ });
  await goOn.waitFor();
  await page.goForward();
  await isBack(page, at);
  await page.locator('.logo').click();
  await page.getByRole('button', { name: 'Leave', exact: true }).click();
  await goOn.click();
  await isBack(page, at);
  expect(await tree(page)).toEqual(stood);
  await page.keyboard.press('Space');
  await expect.poll(() => clock(page), { timeout: 20_000 }).toBeGreaterThan(at);

  // Anew, with the seed that it had, and only when that was meant.
  const address = page.url();
  await page.keyboard.press('?');
  await page.getByRole('button', { name: 'Start again' }).click();
  await page.locator('dialog.question').getByRole('button', { name: 'Start again' }).click();
  await page.locator('dialog.briefing').waitFor();
  expect(page.url()).toBe(address);
  expect(await clock(page)).toBe(0);

  // What was played by other rules says so, and offers a new one. A page writes down its match as it
  // goes: what is kept is changed once that is gone.
  await page.goto('/');
  await page.evaluate(() => {
    for (const key of Object.keys(localStorage).filter((name) => /solo\/.*\/\d+$/.test(name))) {
      const kept = JSON.parse(localStorage.getItem(key) ?? '');
      localStorage.setItem(key, JSON.stringify({ ...kept, rules: kept.rules - 1, tick: 600 }));
    }
  });
  await page.goto(address);
  await page.getByRole('heading', { name: 'This match cannot go on' }).waitFor();
  await page.getByText('played to 02:00').waitFor();
  await page.getByRole('button', { name: 'Begin a new match' }).click();
  await page.locator('dialog.briefing').waitFor();
});

journey('two tabs do not write over one match alone', async ({ open }) => {
  const first = await open({ path: '/solo/first-shift?seed=5', viewport: SIZE });
  await closeBriefing(first);
  await expect.poll(() => clock(first), { timeout: 20_000 }).toBeGreaterThan(2);
  const second = await first.context().newPage();
  await second.goto(first.url());
  await second.getByRole('heading', { name: /is being played in another tab/ }).waitFor();
  expect(await second.locator('.match').count()).toBe(0);
  await screenshot(second, 'keep-two-tabs-en');

  // Here it goes on from where the other stood, and that one stops and says so.
  const at = await clock(first);
  await second.getByRole('button', { name: 'Go on here' }).click();
  await second.locator('.strip.time.paused').waitFor();
  expect(await clock(second)).toBeGreaterThanOrEqual(at);
  await first.getByRole('heading', { name: /goes on in another tab/ }).waitFor();
  await second.keyboard.press('Space');
  const later = (await clock(second)) + 2;
  await expect.poll(() => clock(second), { timeout: 20_000 }).toBeGreaterThan(later);
  const reached = await clock(second);

  // And back again, with what was played meanwhile.
  await first.getByRole('button', { name: 'Go on here' }).click();
  await first.locator('.strip.time.paused').waitFor();
  expect(await clock(first)).toBeGreaterThanOrEqual(reached);
  await second.getByRole('heading', { name: /goes on in another tab/ }).waitFor();

  // A third begins one of its own.
  const third = await first.context().newPage();
  await third.goto(first.url());
  await third.getByRole('button', { name: 'Begin with another seed' }).click();
  await third.locator('dialog.briefing').waitFor();
  expect(new URL(third.url()).searchParams.get('seed')).not.toBe('5');
  expect(await first.locator('.match').count()).toBe(1);
});

journey('a line that is refused stays to be mended', async ({ open, serve }) => {
  const server = await serve();
  const { desk, code } = await openClass(await open({ path: server.url }), async (page) => {
    for (const folded of await page.locator('details:not([open]) > summary').all())
      await folded.click();
    await page.getByLabel('Free chat within a team').check();
  });
  const hong = await joinClass(open, server.url, code, '홍길동');
  await desk.getByRole('button', { name: DESK.start }).click();
  await passBriefing(hong);
  await hong.keyboard.press('t');
  const line = hong.locator('.chat-line input');
  await line.fill('fuck');
  await line.press('Enter');
  await hong.locator('.talk .refused').waitFor();
  expect(await line.inputValue()).toBe('fuck');
  // Nor does it go with the menu.
  await line.fill('look at vm5');
  await line.press('Escape');
  await line.waitFor({ state: 'detached' });
  await hong.keyboard.press('t');
  expect(await line.inputValue()).toBe('look at vm5');
  await line.press('Enter');
  await expect.poll(() => line.inputValue()).toBe('');
});
