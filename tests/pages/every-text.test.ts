// @vitest-environment happy-dom
// All that opens whole pages is one file: what connects them keeps the window that it first met, and a
// second file in the same process has another.
import './one-figure.ts';
import './outage.ts';
import { expect, test } from 'vitest';
import type { Mode } from '../../shared/protocol/modes/registry.ts';
import { LANGUAGES } from '../../shared/world/words.ts';
import { Dice } from '../faults/dice.ts';
import { type Classroom, openClassroom } from './support/classroom.ts';
import { Figures } from './support/figures.ts';
import { faultOf } from './support/leftovers.ts';
import { mapTextsOf } from './support/map-texts.ts';
import { pressAnything } from './support/monkey.ts';
import type { Page } from './support/page.ts';
import { textsOf } from './support/texts.ts';

/** Presses of each player; between two of them, and between two readings of all pages. */
const PRESSES = Number(process.env.PRESSES ?? 60);
const BEATS = 8;
const READ_EVERY = 3;

/** What would leave the class or end it: the rest is pressed as it comes. */
const SPARED = { player: '.leave, .logo, .languages', desk: '.desk-bar, .languages' };

/** Each scenario, and each way in which a class plays. */
const CLASSES: readonly (readonly [scenario: string, mode: Mode])[] = [
  ['first-shift', 'shared'],
  ['three-tenants', 'versus'],
  ['vacated-seat', 'parallel'],
  ['inherited-room', 'versus'],
];

/** What is looked at in every class: figures, which are compared with the world's, and the map. */
const LOOKED_AT = [
  'map',
  'desk: score',
  'desk: isolation',
  'match: score',
  'match: isolation',
  'match: credits',
];

/**
 * Reads everything that a page says and that its map writes, in both languages; adds what is wrong in it.
 * @returns whether it has a map
 */
async function read(page: Page, turn: number, wrong: Map<string, string>): Promise<boolean> {
  let mapped = 0;
  for (const language of LANGUAGES) {
    await page.speak(language);
    const onMap = mapTextsOf(page, turn);
    mapped += onMap.length;
    for (const { text, where } of [...textsOf(page.place), ...onMap]) {
      const fault = faultOf(text, language);
      if (fault !== null) wrong.set(`${fault}: ${text}`, where);
    }
  }
  return mapped > 0;
}

interface Played {
  /** What is wrong, with where it is. */
  readonly wrong: ReadonlyMap<string, string>;
  /** What was looked at. */
  readonly seen: ReadonlySet<string>;
}

/** Two players, and now and then the instructor, press whatever is there, while all pages are read. */
async function play(room: Classroom, dice: Dice): Promise<Played> {
  const { desk, wall, pages, players, server } = room;
  const wrong = new Map<string, string>();
  const figures = new Figures(server);
  for (let press = 1; press <= PRESSES; press += 1) {
    for (const player of players) await pressAnything(player, dice, SPARED.player);
    if (dice.chance(100)) await pressAnything(desk, dice, SPARED.desk);
    for (let beat = 0; beat < BEATS; beat += 1) {
      await room.beats(1);
      figures.note();
    }
    if (press % READ_EVERY !== 0) continue;
    for (const page of pages) {
      if (await read(page, press / READ_EVERY, wrong)) figures.seen.add('map');
    }
    for (const player of players) {
      for (const one of figures.wrongOn(player, 'match')) wrong.set(one, 'a player’s page');
    }
    for (const one of figures.wrongOn(desk, 'desk')) wrong.set(one, 'the desk');
    for (const one of figures.wrongOn(wall, 'wall')) wrong.set(one, 'the wall');
  }
  return { wrong, seen: figures.seen };
}

test.each(CLASSES)(
  'X5 whatever is pressed, every text on every page is whole and every figure is the world’s: %s, %s',
  { timeout: 240_000 },
  async (scenario, mode) => {
    const room = await openClassroom(scenario, mode);
    const { wrong, seen } = await play(room, new Dice(Number(process.env.SEED ?? 3)));
    expect([...wrong].map(([what, where]) => `${what}  @${where.slice(-120)}`)).toEqual([]);
    expect([...seen]).toEqual(expect.arrayContaining(LOOKED_AT));
  },
);
