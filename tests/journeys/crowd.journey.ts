import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import { screenshot } from './support/browser.ts';
import { DESK, endMatch, joinClass, openClass } from './support/class.ts';
import { joinCrowd } from './support/crowd.ts';
import { journey } from './support/journey.ts';
import { clippedTexts, closeBriefing, rawPaths, violations } from './support/play.ts';

const SIZES = [
  { width: 1366, height: 768 },
  { width: 1024, height: 640 },
  { width: 1920, height: 1080 },
];
const DESK_SIZES = [...SIZES, { width: 1440, height: 900 }];

const LESSON = /^(50분 수업 시작|Begin the 50 minutes)$/;
const NEXT = /^(다음: |Next: )/;
const TEAMS = /10팀 만들기|Make 10 teams/;
const CLOSE = /^(수업 닫기|Close class)$/;
const MESSAGE = /^(메시지|Message)$/;
const SEND = /^(보내기|Send)$/;

/** Whether all of it lies in the window, and nothing over its middle. */
async function isInView(page: Page, what: Locator): Promise<boolean> {
  const box = await what.boundingBox();
  const size = page.viewportSize();
  if (box === null || size === null) return false;
  const fits = box.x >= 0 && box.y >= 0 && box.x + box.width <= size.width;
  const shown = await what.evaluate((element) => {
    const { x, y, width, height } = element.getBoundingClientRect();
    return element.contains(document.elementFromPoint(x + width / 2, y + height / 2));
  });
  return fits && box.y + box.height <= size.height && shown;
}

/** Pairs among the names on the page that lie over each other, and names outside the window. */
function strayNames(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const names = [...document.querySelectorAll('.wall-nick')].map((element) => ({
      text: element.textContent,
      box: element.getBoundingClientRect(),
    }));
    const out = names.filter(({ box }) => box.bottom > innerHeight || box.right > innerWidth);
    const over = names.filter(({ box: a }, i) =>
      names.some(
        ({ box: b }, k) =>
          k > i &&
          a.left < b.right - 1 &&
          b.left < a.right - 1 &&
          a.top < b.bottom - 1 &&
          b.top < a.bottom - 1,
      ),
    );
    return [...out, ...over].map(({ text }) => text ?? '');
  });
}

async function isSound(page: Page): Promise<void> {
  expect(await rawPaths(page)).toEqual([]);
  expect(await violations(page)).toEqual([]);
}

journey(
  'forty in one world, then in teams by one press; the lesson; a class that is closed',
  async ({ open, serve }) => {
    const server = await serve();
    const { desk, code } = await openClass(await open({ path: server.url, locale: 'ko-KR' }));
    const [wall] = await Promise.all([
      desk.context().waitForEvent('page'),
      desk.getByRole('link', { name: DESK.projector }).click(),
    ]);
    const sofia = await joinClass(open, server.url, code, 'Sofia', { locale: 'en-US' });
    const names = Array.from({ length: 38 }, (_, i) => `학생 ${i + 2}`);
    await joinCrowd(server.url, code, ['아주아주긴별명을가진사람열여섯자', ...names]);
    await expect.poll(() => wall.locator('.wall-nick').count()).toBe(40);
    for (const size of SIZES) {
      await wall.setViewportSize(size);
      expect(await strayNames(wall), JSON.stringify(size)).toEqual([]);
      expect(await clippedTexts(wall), JSON.stringify(size)).toEqual([]);
    }
    await isSound(wall);

    // What is offered to so many is one press.
    await desk.getByRole('button', { name: TEAMS }).click();
    await expect.poll(() => desk.locator('.seat-team').count()).toBe(10);
    expect(await sofia.locator('.person').first().textContent()).toContain('Sofia');

    await desk.getByRole('button', { name: LESSON }).click();
    const next = desk.getByRole('button', { name: NEXT });
    const nextIsInView = async (): Promise<void> => {
      for (const size of DESK_SIZES) {
        await desk.setViewportSize(size);
        expect(await isInView(desk, next), JSON.stringify(size)).toBe(true);
        expect(await clippedTexts(desk)).toEqual([]);
      }
    };
    await nextIsInView();
    await next.click();
    await closeBriefing(sofia);
    await nextIsInView();
    await screenshot(desk, 'crowd-desk-live-ko');
    await isSound(desk);

    // Scores, a rank each, and every score in one line; the way in stays.
    await desk.getByRole('button', { name: /^(점수 보이기|Show scores)$/ }).click();
    await wall.locator('.standing').first().waitFor();
    for (const size of SIZES) {
      await wall.setViewportSize(size);
      const rows = await wall.locator('.standing').all();
      expect(rows).toHaveLength(10);
      for (const row of rows) {
        expect(await isInView(wall, row)).toBe(true);
        const score = row.locator('.standing-score');
        const [height, line] = await score.evaluate((element) => [
          element.getBoundingClientRect().height,
          Number.parseFloat(getComputedStyle(element).fontSize),
        ]);
        expect(height).toBeLessThan(2 * (line ?? 0));
      }
    }
    expect(await wall.locator('.standing-rank').count()).toBe(10);
    expect(await wall.locator('.wall-way-in').textContent()).toContain(code);
    await screenshot(wall, 'crowd-wall-live-ko');

    // What is said to everyone is on the wall too, and covers neither map.
    await desk.getByRole('button', { name: MESSAGE }).click();
    const dialog = desk.getByRole('dialog');
    await dialog.getByRole('textbox').fill('가'.repeat(200));
    await dialog.getByRole('button', { name: SEND }).click();
    await wall.locator('.wall-notice').waitFor();
    await sofia.locator('.notice').waitFor();
    const map = await sofia.locator('.centre').boundingBox();
    const notice = await sofia.locator('.notice').boundingBox();
    expect((notice?.y ?? 0) + (notice?.height ?? 0)).toBeLessThanOrEqual(map?.y ?? 0);
    await screenshot(sofia, 'crowd-notice-en');

    // How fast it goes is on every screen, and whoever is moved is told where to.
    await desk.locator('.desk-controls select').selectOption('4');
    await sofia.locator('.clock-speed').waitFor();
    await expect.poll(() => wall.locator('.wall-clock').textContent()).toContain('4배속');
    await desk.getByRole('button', { name: 'Sofia' }).click();
    await desk.getByRole('dialog').getByRole('combobox').selectOption('2');
    await sofia.getByText('You are in team Crane now').waitFor();
    await desk
      .getByRole('dialog')
      .getByRole('button', { name: /^(닫기|Close)$/ })
      .click();

    await endMatch(desk);
    await sofia.locator('.timeline').waitFor({ timeout: 30_000 });
    expect(await sofia.locator('.notice').count()).toBe(0);
    await desk.getByRole('button', { name: CLOSE }).click();
    await desk.getByRole('dialog').getByRole('button', { name: CLOSE }).click();
    await sofia.locator('.over-note').waitFor();
    // It can be read again, from the same browser, until it is deleted.
    await sofia.reload();
    await sofia.locator('.timeline').waitFor();
    await sofia.locator('.over-note').waitFor();
    expect(await sofia.getByText(/It goes on when/).count()).toBe(0);
    await desk.locator('.closed-class').waitFor();
    expect(await desk.locator('.result-score').count()).toBe(10);
    for (const page of [desk, sofia, wall]) await isSound(page);
    await screenshot(sofia, 'crowd-closed-en');
    const late = await open({ path: `${server.url}/j/${code}`, locale: 'ko-KR' });
    await late.getByRole('heading', { name: /열려 있는 수업이 없습니다/ }).waitFor();
    expect(await late.getByRole('button', { name: /^(참가하기|Join)$/ }).count()).toBe(0);
  },
);
