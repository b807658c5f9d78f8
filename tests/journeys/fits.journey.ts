import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { DESK, endMatch, joinClass, openClass } from './support/class.ts';
import { watchMaps } from './support/fit/map-measures.ts';
import { fitting, WALLS } from './support/fit/rooms.ts';
import { journey, type Serve } from './support/journey.ts';
import { closeBriefing, NAMES, passBriefing } from './support/play.ts';

/** As long as a name may be, and as wide. */
const WIDE_NAME = 'W'.repeat(16);
const LONG_NAME = '뷁'.repeat(16);

/** Most of a screen is for the match: the strip at its foot is a few lines at the most. */
const FOOT_SHARE = 0.13;
const UPRIGHT = 760;

/** What is asked of a match beside what is asked of every page. */
async function matchFits(page: Page): Promise<string[]> {
  return page.evaluate(
    ({ share, upright }) => {
      const found: string[] = [];
      const small = innerWidth <= upright || innerHeight <= 500;
      const foot = document.querySelector('.foot')?.getBoundingClientRect().height ?? 0;
      const type = Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
      if (type <= 16 && !small && foot > innerHeight * share)
        found.push(`the foot is ${foot} px high`);
      const map = document.querySelector('.map')?.getBoundingClientRect();
      if (map && map.top > innerHeight / 2)
        found.push(`the map begins at ${Math.round(map.top)} px`);
      if (map && map.height < 180) found.push(`the map is ${Math.round(map.height)} px high`);
      return found;
    },
    { share: FOOT_SHARE, upright: UPRIGHT },
  );
}

/** An alert that was opened shows what one can answer, all of it, without a scroll. */
async function alertIsAnswered(page: Page): Promise<string[]> {
  const open = page.locator('.alert.unfolded .alert-head').first();
  if ((await open.count()) > 0) await open.evaluate((head: HTMLElement) => head.click());
  await page
    .locator('.alert-head')
    .first()
    .evaluate((head: HTMLElement) => head.click());
  await page.locator('.card-answers .answer').first().waitFor();
  return page.evaluate(() => {
    const found: string[] = [];
    for (const button of document.querySelectorAll('.card-answers .answer')) {
      const { left, top, right, bottom } = button.getBoundingClientRect();
      const at = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
      if (bottom > innerHeight || top < 0 || !button.contains(at)) {
        found.push(
          `out of sight: ${button.textContent} at ${Math.round(top)}…${Math.round(bottom)}`,
        );
      }
    }
    return found;
  });
}

/** By keyboard from host to host, and out of it: whatever the size of the screen. */
async function raceIsReached(page: Page): Promise<string[]> {
  const found: string[] = [];
  const chosen = (): Promise<string> =>
    page.locator('.race-hosts .chosen b').textContent().then(String);
  await page.locator('.race-hosts input:checked').focus();
  const before = await chosen();
  await page.keyboard.press('ArrowRight');
  if ((await chosen()) === before) found.push(`the arrow leaves the race at ${before}`);
  await page.keyboard.press('ArrowLeft');
  if ((await page.locator('.race-prices tbody tr').count()) === 0) found.push('no table of prices');
  return found;
}

/** Where only the reader's own colours are shown, what a fill said is still to be seen. */
async function seenInForcedColours(page: Page): Promise<string[]> {
  await page.emulateMedia({ forcedColors: 'active' });
  const lost = await page.evaluate(() => {
    const found: string[] = [];
    const ground = getComputedStyle(document.documentElement).backgroundColor;
    const fills = ['.duty .bar-fill', '.request .bar-fill', '.alert'];
    for (const selector of fills) {
      const element = document.querySelector(selector);
      if (element === null) {
        found.push(`there is no ${selector}`);
        continue;
      }
      const parts = [null, '::before', '::after'].map((part) => getComputedStyle(element, part));
      const drawn = parts.some(
        ({ backgroundColor, content }, i) =>
          (i === 0 || content !== 'none') &&
          backgroundColor !== ground &&
          !/, 0\)$/.test(backgroundColor),
      );
      if (!drawn) found.push(`forced colours hide ${selector}`);
    }
    for (const chosen of document.querySelectorAll('[aria-pressed="true"]')) {
      const { outlineStyle, outlineWidth } = getComputedStyle(chosen);
      if (outlineStyle === 'none' || outlineWidth === '0px') {
        found.push(`forced colours hide that ${chosen.textContent} is chosen`);
      }
    }
    return found;
  });
  await page.emulateMedia({ forcedColors: 'none' });
  return lost;
}

/** A press on the page's own switch outranks the system, and is remembered. */
async function themeIsKept(page: Page): Promise<void> {
  await page.emulateMedia({ colorScheme: 'dark' });
  const theme = () => page.locator('html').getAttribute('data-theme');
  expect(await theme()).toBe('dark');
  await page.getByRole('button', { name: NAMES.light }).click();
  expect(await theme()).toBe('light');
  await page.reload();
  await page.locator('.theme').waitFor();
  expect(await theme()).toBe('light');
  // From here on the system is followed again.
  await page.evaluate(() => localStorage.removeItem('hyperward/theme'));
  await page.reload();
}

/** The button that begins is seen before anything is scrolled. */
async function beginIsInSight(page: Page): Promise<string[]> {
  const box = await page.getByRole('button', { name: NAMES.understood }).boundingBox();
  const height = page.viewportSize()?.height ?? 0;
  return box !== null && box.y + box.height <= height
    ? []
    : ['the button that begins is out of sight'];
}

const layer = (page: Page, nth: number): Promise<void> =>
  page
    .locator('.layer')
    .nth(nth - 1)
    .evaluate((button: HTMLElement) => button.click());

/** Opened by what a key or a press would: the same at every size. */
const press = (page: Page, selector: string): Promise<void> =>
  page
    .locator(selector)
    .first()
    .evaluate((element: HTMLElement) => element.click());

/** Pages outlive the server at the end. */
const expected = [/ERR_CONNECTION_REFUSED|Failed to load resource|WebSocket connection/];
const WATCHED = { prepare: watchMaps, expected };
/** A minute each on a quiet machine, and most of the time it is not quiet. */
const LONG = { timeout: 480_000 };

/**
 * At every size, by touch, with large type; each size in both languages and both themes as the screens go
 * by. What is found is told all at once.
 */
async function everywhere(
  serve: Serve,
  walk: (base: string, found: string[]) => Promise<void>,
): Promise<readonly string[]> {
  const found: string[] = [];
  const server = await serve({ SPEED: '4' });
  await walk(server.url, found);
  return found;
}

journey('every screen of whoever comes and plays alone fits', LONG, async ({ open, serve }) => {
  const found = await everywhere(serve, async (base, list) => {
    const page = await open({ ...WATCHED, path: base, locale: 'ko-KR' });
    const alone = await fitting(page, list);
    await themeIsKept(page);
    await alone.look('the first page');
    await page.goto(`${base}/host`);
    await page.locator('.host-form').waitFor();
    await alone.look('the form of a class');
    await page.goto(`${base}/j/ABCDEF`);
    await page.getByRole('textbox').first().waitFor();
    await alone.look('the way in');

    await page.goto(`${base}/solo/three-tenants`);
    await page.getByRole('button', { name: NAMES.understood }).waitFor();
    await alone.look('the briefing', beginIsInSight);
    await closeBriefing(page);
    await page.locator('button.request').first().waitFor();
    await page.locator('.alert-head').first().waitFor();
    await page.keyboard.press('Space');
    await alone.look('a match', matchFits);
    await alone.look('an alert', alertIsAnswered);
    list.push(...(await seenInForcedColours(page)));
    await press(page, 'button.request');
    await layer(page, 2);
    await alone.look('a request', matchFits);
    await press(page, '[role="treeitem"].vm');
    await press(page, '.traps-more summary');
    await page.locator('.traps-more .stage, .traps-more p').first().waitFor();
    for (const nth of [1, 3, 4]) {
      await layer(page, nth);
      await alone.look(`layer ${nth}`);
    }
    await press(page, '.race-open button');
    await alone.look('a race of techniques', raceIsReached);
    await page.keyboard.press('Escape');
    await press(page, '.help-button');
    await alone.look('the help');

    await page.goto(`${base}/solo/silent-neighbours`);
    await closeBriefing(page);
    await page.locator('.legend .banded').waitFor();
    await page.keyboard.press('Space');
    await press(page, '[data-ref="hosts/1"]');
    await alone.look('hardware that neighbours share');
  });
  expect(found).toEqual([]);
});

journey(
  'every screen of a class fits: the desk’s, the wall’s, the players’',
  LONG,
  async ({ open, serve }) => {
    const found = await everywhere(serve, async (base, list) => {
      const { desk, code } = await openClass(
        await open({ ...WATCHED, path: base, locale: 'ko-KR' }),
        async (form) => {
          await form.getByText(DESK.versus).first().click();
          await form.getByText(DESK.versed).first().click();
        },
      );
      const [wall] = await Promise.all([
        desk.context().waitForEvent('page'),
        desk.getByRole('link', { name: DESK.projector }).click(),
      ]);
      const blue = await joinClass(open, base, code, LONG_NAME, { ...WATCHED, locale: 'ko-KR' });
      const red = await joinClass(open, base, code, WIDE_NAME, { ...WATCHED, locale: 'en-US' });
      await joinClass(open, base, code, '김', { locale: 'ko-KR', expected });
      await expect.poll(() => desk.locator('.seat-nick').count()).toBe(3);
      await expect.poll(() => wall.locator('.wall-nick').count()).toBe(3);
      const atDesk = await fitting(desk, list);
      const onWall = await fitting(wall, list, WALLS);
      const blues = await fitting(blue, list);
      const reds = await fitting(red, list);
      await atDesk.look('the desk’s lobby');
      await onWall.look('the wall’s lobby');
      await blues.look('the lobby');

      await desk.getByRole('button', { name: DESK.start }).click();
      await desk.getByRole('button', { name: DESK.goLive }).click();
      await passBriefing(blue);
      await red.getByRole('button', { name: NAMES.understood }).waitFor();
      await reds.look('the attackers’ briefing', beginIsInSight);
      await red.getByRole('button', { name: NAMES.understood }).click();
      await press(red, '.red-column');
      await reds.look('the attackers');
      await blue.locator('.map canvas').waitFor();
      await desk.getByRole('button', { name: DESK.pause }).click();
      await blues.look('a match of a team', matchFits);
      await desk.locator('.world-card').first().waitFor();
      await atDesk.look('the desk');
      await onWall.look('the wall');
      await endMatch(desk);
      for (const one of [blue, red]) await one.locator('.timeline').waitFor();
      await blues.look('the debrief');
      await reds.look('the attackers’ debrief');
      await atDesk.look('the desk’s results');
      await onWall.look('the wall’s results');
    });
    expect(found).toEqual([]);
  },
);
