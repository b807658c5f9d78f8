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
      await page.getByText('그런 코드로 열려 있는 수업이 없습니다').waitFor();
      expect(new URL(page.url()).pathname).toBe('/');
      await screenshot(page, 'code-unknown-ko');

      // The keyboard was left on Hangul.
      await field.fill(` ${convertQwertyToAlphabet(code.toLowerCase())} `);
      await page.getByRole('button', { name: JOIN }).click();
      await page.getByRole('textbox', { name: '별명' }).waitFor();
      expect(new URL(page.url()).pathname).toBe(`/j/${code}`);

      // A link that leads to no class asks for no name either.
      await page.goto('/j/222222');
      await page.getByText('222222 코드로 열려 있는 수업이 없습니다').waitFor();
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

  journey('and who leaves meanwhile is not led back when the answer comes', async ({ open }) => {
    const { code } = await openClass(await open());
    const page = await open({ expected: STOPPED });
    await page.clock.install();
    const asked: string[] = [];
    page.on('request', (request) => {
      if (request.url().includes('/rt/')) asked.push(request.url());
    });
    const leave = async (from: () => Promise<void>): Promise<void> => {
      await page.route('**/rt/**', filter);
      await from();
      await trouble(page).waitFor(WORD);
      await page.locator('.page-top a').first().click();
      await page.getByRole('link', { name: NAMES.host }).waitFor();
      await page.unroute('**/rt/**');
      asked.length = 0;
      await page.clock.fastForward(60_000);
      expect(asked).toEqual([]);
      expect(new URL(page.url()).pathname).toBe('/');
    };
    await leave(async () => {
      await page.getByRole('link', { name: NAMES.host }).click();
      await page.getByRole('button', { name: DESK.open }).click();
    });
    await leave(async () => {
      await page.getByRole('textbox', { name: 'Join code' }).fill(code);
      await page.getByRole('button', { name: JOIN }).click();
      await join(page, 'Kim');
    });
    expect(await page.evaluate(() => Object.keys(localStorage).join())).not.toMatch(/console|desk/);
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

describe('a browser that does otherwise', () => {
  journey(
    'whose storage is full opens a class and joins it, and says what it cannot keep',
    async ({ open }) => {
      const full = async (path: string): Promise<Page> => {
        const page = await open();
        await page.addInitScript(() => {
          Storage.prototype.setItem = () => {
            throw new DOMException('full', 'QuotaExceededError');
          };
        });
        await page.goto(path);
        return page;
      };
      const desk = await full('/');
      const { code } = await openClass(desk);
      await desk.getByText('Keep the desk’s whole address').waitFor();
      const page = await full(`/j/${code}`);
      await page.getByText('it will not remember your seat').waitFor();
      await join(page, 'Kim');
      await page.waitForURL(/\/s\//);
      await page.getByRole('button', { name: '한국어' }).click();
      await page.getByText('재입장 코드').first().waitFor();
    },
  );

  journey(
    'that translates the page leaves its own words in it, or that is told',
    async ({ open }) => {
      const page = await open({ path: '/solo?seed=7' });
      expect(await page.locator('html').getAttribute('translate')).toBe('no');
      await page.locator('.duty').first().waitFor();
      const translate = (): Promise<void> =>
        page.evaluate(() => {
          const walker = document.createTreeWalker(
            document.querySelector('#app') ?? document.body,
            NodeFilter.SHOW_TEXT,
          );
          const texts: Text[] = [];
          while (walker.nextNode()) texts.push(walker.currentNode as Text);
          for (const [i, text] of texts.entries()) {
            const font = document.createElement('font');
            // Some take the text out, some move it into what they put there.
            if (i % 2 === 0) {
              font.textContent = `~${text.data}`;
              text.replaceWith(font);
            } else {
              text.replaceWith(font);
              font.append(text);
            }
          }
        });
      await translate();
      await expect.poll(() => page.locator('font').count()).toBe(0);
      await page.getByRole('button', { name: /^(확인|Got it)$/ }).click();
      const clock = page.locator('.chip.clock');
      const before = await clock.textContent();
      await expect.poll(() => clock.textContent()).not.toBe(before);
      await page.getByRole('button', { name: '한국어' }).first().click();
      await expect.poll(() => page.locator('html').getAttribute('lang')).toBe('ko');
      await expect.poll(() => page.locator('body').textContent()).toContain('충실성');

      // One that does not let it be.
      for (let i = 0; i < 60; i += 1) await translate();
      await page.getByText('번역을 끄고 새로 고치세요').waitFor();
    },
  );

  journey('that comes to a screen of finer pixels draws the map anew', async ({ open }) => {
    const page = await open({ path: '/solo?seed=7' });
    const canvas = page.locator('.map canvas');
    await canvas.waitFor();
    const width = () => canvas.evaluate((element) => (element as HTMLCanvasElement).width);
    const before = await width();
    const session = await page.context().newCDPSession(page);
    await session.send('Emulation.setDeviceMetricsOverride', {
      width: 1280,
      height: 800,
      deviceScaleFactor: 2,
      mobile: false,
    });
    await expect.poll(width).toBe(2 * before);
  });

  journey(
    'has an address to copy where browsers have no clipboard, and one that others can reach',
    async ({ open }) => {
      const desk = await open();
      await desk.addInitScript(() => {
        Object.defineProperty(navigator, 'clipboard', { value: undefined });
      });
      await desk.goto('/');
      const { code } = await openClass(desk);
      // The server of the journeys listens on this machine only: that is said on the desk and on the wall.
      await desk.getByText('This address works on this computer only').waitFor();
      await desk.getByRole('button', { name: 'Copy the join link' }).click();
      await desk.getByRole('button', { name: 'Copied' }).waitFor();
      const wall = await desk.getByRole('link', { name: DESK.projector }).getAttribute('href');
      const page = await open({ path: wall ?? '' });
      await page.getByText('This address works on this computer only').waitFor();
      await screenshot(page, 'wall-only-here-en');

      // Known to the network, it is that which stands on the wall.
      await page.route('**/api/addresses', (route) =>
        route.fulfill({ json: ['http://10.1.2.3:80'] }),
      );
      await page.reload();
      await page.getByText('10.1.2.3:80').waitFor();
      await screenshot(page, 'wall-known-en');

      // Back from the desk is where one came from, and the class stands there.
      await desk.goBack();
      await desk.getByRole('link', { name: code }).click();
      await desk.getByRole('button', { name: DESK.start }).waitFor();
    },
  );
});

journey('a class and a match alone below a path of its own', async ({ open, serve }) => {
  const server = await serve({ BASE_PATH: '/games/hyperward' });
  const base = `${server.url}/games/hyperward`;
  const { desk, code } = await openClass(await open({ path: `${base}/` }));
  expect(desk.url().startsWith(`${base}/host/${code}`)).toBe(true);
  await desk.getByText(`${base}/j/${code}`).waitFor();
  const wall = await desk.getByRole('link', { name: DESK.projector }).getAttribute('href');
  const page = await open({ path: new URL(wall ?? '', server.url).href });
  await page.locator('.wall-address').getByText('/games/hyperward').waitFor();
  const player = await open({ path: `${base}/j/${code}` });
  await join(player, 'Kim');
  await player.waitForURL(`${base}/s/${code}`);
  await page.getByText('Kim').waitFor();
  const alone = await open({ path: `${base}/solo` });
  await alone.locator('.duty').first().waitFor();
});
