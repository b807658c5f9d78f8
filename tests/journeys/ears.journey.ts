import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { screenshot } from './support/browser.ts';
import { DESK, joinClass, openClass } from './support/class.ts';
import { hearAfter, hearBefore, hearDuring } from './support/desk-dialogs.ts';
import { speak } from './support/fit/rooms.ts';
import { journey } from './support/journey.ts';
import { clock, NAMES, violations } from './support/play.ts';

/** Every state is heard in each of these: a language, a theme, and what is said of where one is. */
const VOICES = [
  { language: 'ko', colorScheme: 'dark' },
  { language: 'en', colorScheme: 'light' },
] as const;

type Titles = Readonly<Record<(typeof VOICES)[number]['language'], string>>;

/** Has a page speak so and look so. */
async function voice(
  page: Page,
  { language, colorScheme }: (typeof VOICES)[number],
): Promise<void> {
  await page.emulateMedia({ colorScheme });
  await speak(page, language);
  await page.locator(`html[lang="${language}"]`).waitFor({ state: 'attached' });
}

/** What an accessibility scan finds wrong with a state, and whether its title says where one is. */
async function heard(page: Page, state: string, titles: Titles | null = null): Promise<void> {
  for (const one of VOICES) {
    const { language, colorScheme } = one;
    await voice(page, one);
    expect(await violations(page), `${state}, ${language}, ${colorScheme}`).toEqual([]);
    if (titles !== null) expect(await page.title(), state).toBe(titles[language]);
  }
}

/**
 * Listens to what stands before a page, by itself: what is behind it was heard, and cannot be reached.
 * Dialogs are made of the same parts, so they are heard in the one voice and the other in turn.
 */
function dialogHearer(): (page: Page, dialog: string) => Promise<void> {
  let turn = 0;
  return async (page, dialog) => {
    const next = VOICES[turn % 2] ?? VOICES[0];
    turn += 1;
    await voice(page, next);
    expect(await violations(page, 'dialog[open]'), `${dialog}, ${next.language}`).toEqual([]);
  };
}

/** What has the focus, in a few words; '' is nothing. */
const held = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const at = document.activeElement;
    if (at === null || at === document.body) return '';
    return `${at.tagName} ${at.getAttribute('aria-label') ?? at.textContent ?? ''}`.slice(0, 80);
  });

/** Goes on with Tab until something is reached, as one does who sees where one is. */
async function tabTo(page: Page, selector: string): Promise<void> {
  for (let step = 0; step < 60; step += 1) {
    if (await page.evaluate((at) => document.activeElement?.matches(at) === true, selector)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab does not lead to ${selector}`);
}

/** Of the match that is kept: one that goes on from it as if nobody had played to its end. */
async function keepItsEnd(page: Page, scenario: string, seed: number): Promise<void> {
  await page.evaluate(
    ([name, number]) => {
      const key = `hyperward/solo/${name}/${number}`;
      const kept = JSON.parse(localStorage.getItem(key) ?? '');
      const whole = { ...kept, journal: kept.journal.slice(0, 1), tick: 3000, over: true };
      localStorage.setItem(`hyperward/solo/${name}/9`, JSON.stringify({ ...whole, seed: 9 }));
    },
    [scenario, seed] as const,
  );
}

journey.concurrent(
  'alone, every state can be heard, in both languages and themes',
  async ({ open }) => {
    const page = await open({ path: '/host' });
    await page.getByRole('button', { name: DESK.open }).waitFor();
    await heard(page, 'host form', { ko: '수업 열기 · Hyperward', en: 'Open a class · Hyperward' });
    await page.goto('/');
    await page.getByRole('link', { name: NAMES.solo }).waitFor();
    await heard(page, 'landing', { ko: 'Hyperward', en: 'Hyperward' });

    await page.getByRole('link', { name: NAMES.solo }).click();
    await page.locator('dialog.briefing').waitFor();
    const seed = Number(new URL(page.url()).searchParams.get('seed'));
    await heard(page, 'briefing', {
      ko: '첫 근무 · 방어 · Hyperward',
      en: 'First shift · defending · Hyperward',
    });
    await page.keyboard.press('Enter');
    await page.keyboard.press('?');
    await page.locator('dialog.sheet').waitFor();
    await heard(page, 'help');
    await page.keyboard.press('Escape');
    await page.goBack();
    await page.locator('dialog.question').waitFor();
    await heard(page, 'the question whether to leave');
    await page.keyboard.press('Escape');

    // With a guest chosen, and every card unfolded in its turn.
    await page.locator('.alert-head').first().waitFor();
    await page.keyboard.press('Space');
    await page.getByRole('treeitem', { name: 'vm5' }).click();
    await page.locator('.act').first().waitFor();
    const heads = page.locator('.alert-head');
    for (let at = 0; at < (await heads.count()); at += 1) {
      const head = heads.nth(at);
      if ((await head.getAttribute('aria-expanded')) === 'false') await head.click();
      await heard(page, `alert ${at + 1}`);
    }
    await page.locator('.traps-more summary').click();
    for (const layer of ['1', '2', '3', '4']) {
      await page.keyboard.press(layer);
      await heard(page, `layer ${layer}`);
    }
    await screenshot(page, 'ears-match-en');

    await keepItsEnd(page, 'first-shift', seed);
    await page.goto('/solo/first-shift?seed=9');
    await page.locator('.what-if .outcome').first().waitFor({ timeout: 60_000 });
    await heard(page, 'debrief', {
      ko: '첫 근무 · 디브리핑 · Hyperward',
      en: 'First shift · debrief · Hyperward',
    });
    const playhead = page.locator('.scrub input');
    const at = Number(await playhead.inputValue());
    await playhead.press('ArrowLeft');
    expect(Number(await playhead.inputValue())).toBe(at - 25);
  },
);

journey.concurrent('a class can be heard by everyone in it', async ({ open, url }) => {
  const { desk, code } = await openClass(await open(), async (page) => {
    await page.getByText(DESK.versus).first().click();
    await page.getByText(DESK.versed).first().click();
  });
  const [wall] = await Promise.all([
    desk.context().waitForEvent('page'),
    desk.getByRole('link', { name: DESK.projector }).click(),
  ]);
  const door = await open({ path: `/j/${code}` });
  await door.getByRole('button', { name: NAMES.join }).waitFor();
  await heard(door, 'join', { ko: `${code} 참가 · Hyperward`, en: `Join ${code} · Hyperward` });
  const hong = await joinClass(open, url, code, '홍길동');
  const mallory = await joinClass(open, url, code, 'Mallory');
  await desk.locator('.seat-nick').nth(1).waitFor();
  await heard(desk, 'desk, before', {
    ko: `강사 화면 ${code} · Hyperward`,
    en: `Desk ${code} · Hyperward`,
  });
  await heard(wall, 'wall, before', {
    ko: `수업 화면 ${code} · Hyperward`,
    en: `Projector ${code} · Hyperward`,
  });
  await heard(hong, 'lobby', {
    ko: `대기실 ${code} · Hyperward`,
    en: `Lobby ${code} · Hyperward`,
  });
  const heardBefore = dialogHearer();
  await hong.getByRole('button', { name: NAMES.leave }).click();
  await heardBefore(hong, 'the question whether to give up a seat');
  await hong.keyboard.press('Escape');
  await door.getByRole('button', { name: NAMES.join }).click();
  await desk.locator('.seat-nick').nth(2).waitFor();
  await door.close();
  await hearBefore(desk, heardBefore);

  await desk.getByRole('button', { name: DESK.start }).click();
  // At once: Prepare is over before everything below has been listened to.
  await desk.getByRole('button', { name: DESK.goLive }).click();
  await mallory.locator('dialog.red-briefing').waitFor();
  await heard(mallory, 'the attackers’ briefing', {
    ko: '첫 근무 · 공격 · Hyperward',
    en: 'First shift · attacking · Hyperward',
  });
  await mallory.keyboard.press('Enter');
  await mallory.locator('.red-card').first().waitFor();
  await hong.locator('.phase.live').waitFor();
  for (const [page, state] of [
    [desk, 'desk, during'],
    [wall, 'wall, during'],
    [hong, 'a defender in a class'],
    [mallory, 'the attackers’ page'],
  ] as const) {
    await heard(page, state);
  }
  await desk.getByRole('button', { name: DESK.pause }).click();
  await hearDuring(desk, heardBefore);
  for (const page of [hong, mallory]) await page.locator('.timeline').waitFor();
  for (const [page, state] of [
    [desk, 'desk, after'],
    [wall, 'wall, after'],
    [mallory, 'the attackers’ debrief'],
  ] as const) {
    await heard(page, state);
  }
  await hearAfter(desk, heardBefore);
  await heard(desk, 'desk, closed');
});

/** Seconds of a match that pass between one round of a careful operator and the next. */
const ROUND = 4;

/** What a careful operator does on a host whenever it can be done. */
const CARE = [NAMES.scrub, NAMES.wipe, /Push the policy/, /Patch host/];

journey.concurrent(
  'First shift is won by the keyboard alone, and the hand is never lost',
  async ({ open }) => {
    const page = await open();
    const { keyboard } = page;
    await tabTo(page, 'a.way[href*="/solo/"]');
    await keyboard.press('Enter');
    await page.locator('dialog.briefing').waitFor();
    await keyboard.press('Enter');
    await tabTo(page, 'select.speed');
    await keyboard.press('ArrowDown');
    await keyboard.press('ArrowDown');
    const told = page.locator('.debrief h1').filter({ hasNotText: /^$/ });
    const lost: string[] = [];
    const press = async (...keys: readonly string[]): Promise<void> => {
      for (const key of keys) await keyboard.press(key);
      await page.evaluate(() => new Promise(requestAnimationFrame));
      if ((await held(page)) === '' && (await told.count()) === 0) lost.push(keys.join(' '));
    };
    /** The letter that a command bears where it stands now; none when it cannot be given. */
    const letterOf = async (name: RegExp): Promise<string | null> => {
      const ready = page.locator('.actions[aria-busy="false"]').first();
      await ready.waitFor({ timeout: 1000 }).catch(() => undefined);
      const act = page.locator('.act:not(.no):not(.sending)').filter({ hasText: name });
      return (await act.count()) === 0 ? null : act.first().getAttribute('aria-keyshortcuts');
    };
    const care = async (...way: readonly string[]): Promise<void> => {
      await press(...way);
      for (const name of CARE) {
        const letter = await letterOf(name);
        if (letter !== null) await press(letter.toLowerCase());
      }
    };
    // Time stands while it is thought and pressed, so that how fast the machine is decides nothing.
    const round = async (): Promise<void> => {
      // Both hosts in their turn: up to the first, down to the last guest and to what it is on.
      await care('8', 'Home');
      await care('8', 'End', 'ArrowLeft');
      await press('7');
      if ((await page.locator('button.request:focus').count()) === 0) return;
      await press('Enter');
      if ((await letterOf(NAMES.serve)) !== null) await press('9', 'Enter');
    };
    const stands = page.locator('.pause[aria-pressed="true"]');
    while ((await told.count()) === 0) {
      await press('8', 'Space');
      await stands.waitFor();
      const now = await clock(page);
      await round();
      await press('8', 'Space');
      while ((await told.count()) === 0 && !((await clock(page)) >= now + ROUND)) {
        await page.evaluate(() => new Promise(requestAnimationFrame));
      }
    }
    await page.locator('.final-score').waitFor();
    await screenshot(page, 'ears-won-by-keyboard');
    expect(lost, 'keys after which nothing had the focus').toEqual([]);
    expect(await page.locator('.final-score .good-ink').count()).toBe(1);
  },
);
