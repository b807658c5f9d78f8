import { expect } from 'vitest';
import { DESK, endMatch, joinClass, openClass } from './support/class.ts';
import { beginIsInSight, matchFits, press } from './support/fit/asked.ts';
import { everywhere, expected, LONG, WATCHED } from './support/fit/everywhere.ts';
import { fitting, WALLS } from './support/fit/rooms.ts';
import { journey } from './support/journey.ts';
import { NAMES, passBriefing } from './support/play.ts';

/** As long as a name may be, and as wide. */
const WIDE_NAME = 'W'.repeat(16);
const LONG_NAME = '뷁'.repeat(16);

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
