import axe from 'axe-core';
import type { Page } from 'playwright-core';

/** What the journeys press, as a person reads it in either language. */
export const NAMES = {
  solo: /혼자 연습|Practise alone/,
  host: /수업 열기|Open a class/,
  makeCode: /코드 만들기|Make a code/,
  join: /^(참가하기|Join)$/,
  start: /^(시작|Start)$/,
  light: /밝은 테마|light theme/,
  leave: /^(나가기|Leave)$/,
  understood: /^(확인|Got it)$/,
  serve: /만들기|삭제|Create on|Delete/,
  scrub: /빈 프레임 소거|Scrub free frames/,
  wipe: /빈 블록 소거|Wipe free blocks/,
} as const;

/** Closes the briefing when it is there. */
export async function closeBriefing(page: Page): Promise<void> {
  const button = page.getByRole('button', { name: NAMES.understood });
  await button.waitFor();
  await button.click();
}

/**
 * The same in a class, whose time runs for everyone: a page that is slow to come finds that Prepare is
 * over, and no briefing.
 */
export async function passBriefing(page: Page): Promise<void> {
  await page.locator('.duty').first().waitFor();
  const button = page.getByRole('button', { name: NAMES.understood });
  await button.click({ timeout: 2000 }).catch(() => undefined);
}

/** Opens the first request that waits and does the first thing that serves it, if there is one. */
export async function serveOne(page: Page): Promise<void> {
  const waiting = page
    .locator('button.request')
    .filter({ has: page.locator('.bar') })
    .first();
  if ((await waiting.count()) === 0) return;
  // Requests and options come and go while the hand is on its way: a miss is no failure.
  await waiting.click({ timeout: 1000 }).catch(() => undefined);
  const option = page
    .locator('.act:not(.no):not(.sending)')
    .filter({ hasText: NAMES.serve })
    .first();
  await option.click({ timeout: 1000 }).catch(() => undefined);
}

/** Plays until the debrief is told, doing `move` again and again. */
export async function playToDebrief(
  page: Page,
  move: (page: Page) => Promise<void>,
): Promise<void> {
  const told = page.locator('.debrief h1').filter({ hasNotText: /^$/ });
  while ((await told.count()) === 0) {
    await move(page);
    await page.waitForTimeout(200);
  }
  await page.locator('.timeline').waitFor();
}

/** Texts that are wider than the box they stand in, as a reader would see them cut off. */
export function clippedTexts(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const clipped: string[] = [];
    for (const element of document.querySelectorAll<HTMLElement>('body *')) {
      const own = [...element.childNodes].some(
        (node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim() !== '',
      );
      const style = getComputedStyle(element);
      if (!own || style.display === 'inline' || style.clipPath !== 'none') continue;
      if (element.closest('.unseen')) continue;
      if (element.scrollWidth > element.clientWidth + 1 && style.overflowX !== 'visible') {
        clipped.push(`${element.className}: ${element.textContent}`);
      }
    }
    return clipped;
  });
}

/** Paths of texts that stand on the page instead of the texts. */
export async function rawPaths(page: Page): Promise<string[]> {
  const text = (await page.locator('body').textContent()) ?? '';
  return text.match(/\b(ui|names|modes|commands|attacks|reports|refusals)\.[\w./-]+/g) ?? [];
}

/**
 * What an accessibility scan finds wrong with a page, as rule and place.
 * @param within what alone is scanned, where the rest was before; it is there
 */
export async function violations(page: Page, within: string | null = null): Promise<string[]> {
  // Run through the debugger, which the page's content security policy does not concern.
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axe.source);
  return page.evaluate(async (part) => {
    const { axe: scan } = globalThis as unknown as { axe: typeof import('axe-core') };
    const found = await scan.run(part ?? document, {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
      // Whoever speaks to their computer says what is to be read.
      rules: { 'label-content-name-mismatch': { enabled: true } },
    });
    return found.violations.flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary }) => `${id} at ${target.join(' ')}: ${failureSummary}`),
    );
  }, within);
}

/** Match time on a player's screen, in seconds from its start; NaN where no match is shown. */
export async function clock(page: Page): Promise<number> {
  const [text = ''] = await page.locator('.clock').allTextContents();
  const [, minutes, seconds] = /(\d\d):(\d\d)/.exec(text) ?? [];
  return Number(minutes) * 60 + Number(seconds);
}
