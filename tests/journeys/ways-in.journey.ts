import { convertHangulToQwerty, convertQwertyToAlphabet } from 'es-hangul';
import type { Page, Route } from 'playwright-core';
import { describe, expect } from 'vitest';
import { screenshot } from './support/browser.ts';
import { DESK, openClass } from './support/class.ts';
import { journey } from './support/journey.ts';
import { NAMES } from './support/play.ts';

/** What a browser complains about when its requests are stopped on purpose. */
const STOPPED = [/Failed to load resource/, /net::ERR_/, /WebSocket connection to/];
/** Nobody waits longer than this without a word. */
const WORD = { timeout: 10_000 };

const JOIN = /^(참가|참가하기|Join)$/;

const trouble = (page: Page) => page.locator('.trouble');
const again = (page: Page) => trouble(page).getByRole('button', { name: /Try again|다시 시도/ });

async function join(page: Page, name: string): Promise<void> {
  await page.getByRole('textbox', { name: /nickname|별명/i }).fill(name);
  await page.getByRole('button', { name: JOIN }).click();
}

const filter = (route: Route) =>
  route.fulfill({ status: 403, contentType: 'text/html', body: '<h1>Blocked by your school</h1>' });

describe('a code', () => {
  journey(
    'is checked before a name is asked, and can be mended where it stands',
    async ({ open }) => {
      const { code } = await openClass(await open());
      const page = await open({ locale: 'ko-KR' });
      const field = page.getByRole('textbox', { name: '참가 코드' });
      await field.fill('222222');
      await page.getByRole('button', { name: JOIN }).click();
      await page.getByText('그런 코드의 수업이 없습니다').waitFor();
      expect(new URL(page.url()).pathname).toBe('/');
      await screenshot(page, 'code-unknown-ko');

      // The keyboard was left on Hangul.
      await field.fill(` ${convertQwertyToAlphabet(code.toLowerCase())} `);
      await page.getByRole('button', { name: JOIN }).click();
      await page.getByRole('textbox', { name: '별명' }).waitFor();
      expect(new URL(page.url()).pathname).toBe(`/j/${code}`);

      // A link that leads to no class asks for no name either.
      await page.goto('/j/222222');
      await page.getByText('222222라는 코드의 수업이 없습니다').waitFor();
      expect(await page.getByRole('textbox', { name: '별명' }).count()).toBe(0);
      await page
        .getByRole('textbox', { name: '참가 코드' })
        .fill(`http://elsewhere/x/j/${code}?t=a`);
      await page.getByRole('button', { name: JOIN }).click();
      await join(page, '홍길동');
      await page.waitForURL(/\/s\//);
    },
  );

  journey('of a seat may be typed on the wrong keyboard as well', async ({ open }) => {
    const { code } = await openClass(await open());
    const first = await open({ path: `/j/${code}`, locale: 'ko-KR' });
    await join(first, '김');
    const said = await first.locator('.rejoin-words').textContent();
    const [, words = ''] = /([가-힣]+ [가-힣]+ \d\d)/.exec(said ?? '') ?? [];
    expect(words).not.toBe('');
    const other = await open({ path: `/j/${code}`, locale: 'ko-KR' });
    await other.getByText('재입장 코드가 있습니다').click();
    const typed = convertHangulToQwerty(words);
    await other.getByRole('textbox', { name: '재입장 코드' }).fill(typed);
    await other.getByRole('button', { name: '자리로 돌아가기' }).click();
    await other.waitForURL(/\/s\//);

    // The seat is there now. The first device is told so, and going on there cannot be had by its old key.
    await first.getByText('이 자리는 다른 곳에서 열려 있습니다').waitFor();
    await first.getByRole('button', { name: '여기에서 이어 하기' }).click();
    await first.getByText('이 자리는 다른 기기로 옮겨졌습니다').waitFor();
    await screenshot(first, 'seat-moved-ko');
    expect(await first.getByText('수업이 끝났거나').count()).toBe(0);
  });
});

describe('whoever waits is told why', () => {
  journey('joining without a network, which comes back', async ({ open }) => {
    const { code } = await openClass(await open());
    const page = await open({ path: `/j/${code}`, expected: STOPPED });
    await page.getByRole('textbox', { name: /nickname/i }).waitFor();
    await page.context().setOffline(true);
    await join(page, 'Kim');
    await trouble(page).getByText('This device has no network').waitFor(WORD);
    await screenshot(page, 'join-offline-en');
    await page.context().setOffline(false);
    await page.waitForURL(/\/s\//);
  });

  journey('joining where a school filters it, or where nothing answers', async ({ open }) => {
    const { code } = await openClass(await open());
    const page = await open({ path: `/j/${code}`, locale: 'ko-KR', expected: STOPPED });
    await page.getByRole('textbox', { name: '별명' }).waitFor();
    await page.route('**/rt/**', filter);
    await join(page, '홍길동');
    const { host } = new URL(page.url());
    const told = await trouble(page).textContent(WORD);
    expect(told).toContain('게임 연결을 막고 있습니다');
    expect(told).toContain(host);
    expect(told).toContain('/rt');
    await screenshot(page, 'join-blocked-ko');
    await page.unroute('**/rt/**');
    await page.waitForURL(/\/s\//);

    // The same seat after a reload, and the server silent.
    await page.route('**/rt/**', () => {});
    await page.reload();
    await trouble(page).getByText('아직 답이 없습니다').waitFor(WORD);
    expect(await again(page).count()).toBe(1);
    await page.unroute('**/rt/**');
    // It may have come by itself meanwhile.
    await again(page)
      .click({ timeout: 2000 })
      .catch(() => undefined);
    await page.getByText('홍길동').first().waitFor();
  });

  journey('opening a class, its desk and its wall', async ({ open }) => {
    const desk = await open({ path: '/host', expected: STOPPED });
    await desk.getByRole('button', { name: DESK.open }).waitFor();
    await desk.route('**/rt/**', filter);
    await desk.getByRole('button', { name: DESK.open }).click();
    await trouble(desk).getByText('blocks the game’s connection').waitFor(WORD);
    await screenshot(desk, 'host-blocked-en');
    await desk.unroute('**/rt/**');
    await desk.waitForURL(/\/host\/[A-Z0-9]{6}/);

    await desk.getByRole('button', { name: DESK.start }).waitFor();
    const wall = await desk.getByRole('link', { name: DESK.projector }).getAttribute('href');
    for (const path of [desk.url(), wall ?? '']) {
      const page = await open({ expected: STOPPED });
      await page.route('**/rt/**', (route) => route.abort());
      await page.goto(path);
      await trouble(page).getByText('cannot be reached').waitFor(WORD);
      await page.unroute('**/rt/**');
      await trouble(page).waitFor({ state: 'detached' });
      await page.locator('.desk, .wall').waitFor();
    }
  });

  journey('a screen and the worker of a match alone that do not arrive', async ({ open }) => {
    const page = await open({ expected: STOPPED });
    await page.getByRole('link', { name: NAMES.host }).waitFor();
    await page.route('**/assets/**', (route) => route.abort());
    await page.getByRole('link', { name: NAMES.host }).click();
    await trouble(page).waitFor(WORD);
    await screenshot(page, 'screen-missing-en');
    await page.unroute('**/assets/**');
    await page.getByRole('button', { name: DESK.open }).waitFor();
    // With its style, which was asked for in vain as well.
    const columns = await page
      .locator('.settings-form')
      .evaluate((form) => getComputedStyle(form).display);
    expect(columns).toBe('grid');

    const alone = await open({ expected: STOPPED });
    await alone.route(/worker-(?!link)/, (route) => route.abort());
    await alone.goto('/solo');
    await trouble(alone).waitFor(WORD);
    await alone.unroute(/worker-(?!link)/);
    await alone.locator('.duty').first().waitFor();
  });
});
