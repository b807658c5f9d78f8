// Part of every-text.test.ts, whose window it needs.
import { expect, test } from 'vitest';
import { clockOf, remaining } from '../../shared/text/clock.ts';
import { LANGUAGES } from '../../shared/world/words.ts';
import { some } from '../support/some.ts';
import { type Classroom, openClassroom } from './support/classroom.ts';
import type { Page } from './support/page.ts';

/** Beats of 50 ms in which every page has heard of what is now: a desk and a wall are told once a second. */
const TOLD = 21;

/** Where one thing is shown, by the kind of page. */
type Places = Readonly<Record<'desk' | 'wall' | 'player', string>>;

/** `mm:ss / mm:ss`: how much time is past, and how much there is in all. */
const CLOCKS: Places = {
  desk: '.desk-time',
  wall: '.wall-clock-note',
  player: '.clock > b:first-child, .red-clock',
};
const SCORES: Places = {
  desk: '.card-score [aria-hidden]',
  wall: '.standing-score',
  player: '.minute-bars .chip > b',
};

/** Two figures that are not the same, and what each is called wherever it is shown. */
const KNOWN = {
  ko: /^현재 점수/,
  en: /^Scores? now/,
  at: { desk: '.card-score .unseen', wall: '.standings', player: '.minute-bars .chip-name' },
};
const FINAL = {
  ko: /최종 점수/,
  en: /final scores?/i,
  at: { desk: '.result-score .unseen', wall: '.standings', player: '.final-score-score span' },
};

const textsAt = ({ place }: Page, selector: string): string[] =>
  [...place.querySelectorAll(selector)].map(
    (element) => element.getAttribute('aria-label') ?? element.textContent ?? '',
  );

/** What stands at those places: on the desk, on the wall, and on whichever player's page has it. */
const shownAt = ({ desk, wall, players }: Classroom, at: Places): string[] => [
  ...some(textsAt(desk, at.desk)),
  ...some(textsAt(wall, at.wall)),
  ...some(players.flatMap((page) => textsAt(page, at.player))),
];

/** What the world has. */
function truthOf({ server }: Classroom) {
  const authority = server.authorities.at(-1);
  const row = authority?.projection.tables.match[1];
  if (authority === undefined || !row) throw new Error('no match is on');
  return { now: authority.tick, overAt: row.overAt, score: row.score };
}

/** @param behind ticks that a clock may lag: it moves on five times a second */
function expectOneClock(room: Classroom, behind: number): void {
  const { now, overAt } = truthOf(room);
  const right = [now, now - behind].map((tick) => `${clockOf(tick)} / ${clockOf(overAt)}`);
  for (const text of shownAt(room, CLOCKS)) {
    expect(right).toContain((text.match(/\d\d:\d\d/g) ?? []).slice(0, 2).join(' / '));
  }
}

async function expectNamed(room: Classroom, { at, ...names }: typeof KNOWN): Promise<void> {
  for (const language of LANGUAGES) {
    for (const page of room.pages) await page.speak(language);
    for (const text of shownAt(room, at)) expect(text).toMatch(names[language]);
  }
}

test('X6 every page shows the same time and score, and a score that is another has another name', {
  timeout: 60_000,
}, async () => {
  const room = await openClassroom('first-shift', 'versus');
  await room.does({ kind: 'settings', settings: { standings: true } });
  await room.does({ kind: 'go-live' });
  const scores = new Set<number>();
  for (const speed of [2, 4] as const) {
    await room.does({ kind: 'speed', speed });
    // While it goes on, between two words as well; and as it stands.
    for (const beats of [TOLD, 7, 40 * speed]) {
      await room.beats(beats);
      expectOneClock(room, speed);
    }
    await room.does({ kind: 'pause' });
    await room.beats(TOLD);
    expectOneClock(room, 0);
    const { now, overAt, score } = truthOf(room);
    for (const left of some(textsAt(room.wall, '.wall-digits')))
      expect(left).toBe(remaining(overAt - now));
    for (const shown of shownAt(room, SCORES)) expect(shown).toBe(String(score));
    scores.add(score);
    await room.does({ kind: 'resume' });
  }
  // One that never became another would be the same anywhere.
  expect(scores.size).toBeGreaterThan(1);
  await expectNamed(room, KNOWN);
  await room.does({ kind: 'end' });
  for (const page of room.players) await room.found(page, '.final-score');
  await room.beats(TOLD);
  await expectNamed(room, FINAL);
});
