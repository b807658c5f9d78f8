import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { NAMES } from '../play.ts';

/** Most of a screen is for the match: the strip at its foot is a few lines at the most. */
const FOOT_SHARE = 0.13;
const UPRIGHT = 760;

/** What is asked of a match beside what is asked of every page. */
export async function matchFits(page: Page): Promise<string[]> {
  return [...(await page.evaluate(tickerIsWhole)), ...(await footAndMapFit(page))];
}

/**
 * Whichever two sentences stand first on the line of what has happened, each is seen whole or not at all.
 * Runs in the page, which keeps what it said.
 */
function tickerIsWhole(): string[] {
  const line = document.querySelector('.ticker-line');
  if (line === null) return [];
  const found = new Set<string>();
  const said = [...line.childNodes];
  const happening = (text: string): HTMLElement => {
    const whole = document.createElement('span');
    whole.className = 'happening';
    const at = document.createElement('time');
    at.textContent = '00:44';
    const words = document.createElement('span');
    words.textContent = text;
    whole.append(at, words);
    return whole;
  };
  const { top, bottom, left, right } = line.getBoundingClientRect();
  // Letters do not fill their line from top to bottom.
  const slack = (bottom - top) / 12;
  const sentences = [12, 30, 46].map((letters) => 'a moved '.repeat(9).slice(0, letters));
  for (const first of sentences) {
    for (const second of sentences) {
      line.replaceChildren(happening(first), happening(second));
      const range = document.createRange();
      [...line.children].forEach((element, i) => {
        range.selectNodeContents(element);
        const seen = [...range.getClientRects()].map((at) => {
          const out = at.top >= bottom - slack || at.left >= right - 1;
          const whole =
            at.top >= top - slack && at.bottom <= bottom + slack && at.right <= right + 1;
          return out ? 'none' : whole && at.left >= left - 1 ? 'all' : 'part';
        });
        const isWhole = new Set(seen).size === 1 && seen[0] !== 'part';
        if (!isWhole || (i === 0 && seen[0] === 'none')) {
          found.add(
            `the ticker cuts sentence ${i + 1} of ${first.length} and ${second.length} letters`,
          );
        }
      });
    }
  }
  line.replaceChildren(...said);
  return [...found];
}

async function footAndMapFit(page: Page): Promise<string[]> {
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
export async function alertIsAnswered(page: Page): Promise<string[]> {
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
export async function raceIsReached(page: Page): Promise<string[]> {
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
export async function seenInForcedColours(page: Page): Promise<string[]> {
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
          !/^rgba\(.*, 0\)$/.test(backgroundColor),
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
export async function themeIsKept(page: Page): Promise<void> {
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
export async function beginIsInSight(page: Page): Promise<string[]> {
  const box = await page.getByRole('button', { name: NAMES.understood }).boundingBox();
  const height = page.viewportSize()?.height ?? 0;
  return box !== null && box.y + box.height <= height
    ? []
    : ['the button that begins is out of sight'];
}

export const layer = (page: Page, nth: number): Promise<void> =>
  page
    .locator('.layer')
    .nth(nth - 1)
    .evaluate((button: HTMLElement) => button.click());

/** Opened by what a key or a press would: the same at every size. */
export const press = (page: Page, selector: string): Promise<void> =>
  page
    .locator(selector)
    .first()
    .evaluate((element: HTMLElement) => element.click());
