import { expect } from 'vitest';
import {
  alertIsAnswered,
  beginIsInSight,
  layer,
  matchFits,
  press,
  raceIsReached,
  seenInForcedColours,
  themeIsKept,
} from './support/fit/asked.ts';
import { everywhere, LONG, WATCHED } from './support/fit/everywhere.ts';
import { fitting } from './support/fit/rooms.ts';
import { journey } from './support/journey.ts';
import { closeBriefing, NAMES } from './support/play.ts';

journey('every screen of whoever comes and plays alone fits', LONG, async ({ open, serve }) => {
  const found = await everywhere(serve, async (base, list) => {
    const page = await open({ ...WATCHED, path: base, locale: 'ko-KR' });
    const alone = await fitting(page, list);
    await themeIsKept(page);
    await alone.look('the first page');
    await page.locator('.others .quiet-link').click();
    await page.locator('.lecture-row').first().waitFor();
    await alone.look('the lecture');
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
