import type { InstructorAct } from '../../../shared/protocol/messages.ts';
import type { Mode } from '../../../shared/protocol/modes/registry.ts';
import { handTimer } from '../../client/support/hand-timer.ts';
import { DeskClient } from '../../server/support/desk.ts';
import { openServer, type TestServer } from '../../server/support/test-server.ts';
import { openPage, type Page } from './page.ts';

/** A class on a real server: its desk, its wall and its players, each the page that people have. */
export interface Classroom {
  readonly server: TestServer;
  readonly desk: Page;
  readonly wall: Page;
  readonly players: readonly Page[];
  readonly pages: readonly Page[];
  /** The instructor does something: it is done, with the beats that it takes. */
  does(act: InstructorAct): Promise<void>;
  /** So many beats of 50 ms; every page has shown what came of each. */
  beats(count: number): Promise<void>;
  /** So many beats that pass on the pages alone: nothing comes from the server. */
  silence(count: number): Promise<void>;
  /** What a page shows in the end. */
  found(page: Page, selector: string): Promise<Element>;
}

const BEAT_MS = 50;

/** How long a page may take to show what it should, on a slow machine. */
const PATIENCE_MS = 20_000;

/** What of the document's window only a test has: where the page is thought to come from. */
interface Movable {
  readonly happyDOM: { setURL(url: string): void };
}

/**
 * Opens a class whose match has begun, with two players in it.
 * @param mode one in which people attack has a first match of the defenders alone behind it
 */
export async function openClassroom(scenario: string, mode: Mode): Promise<Classroom> {
  const server = await openServer();
  (window as unknown as Movable).happyDOM.setURL(`${server.url}/`);
  const instructor = new DeskClient(server.url);
  await instructor.create({ scenario: 'short', mode: 'parallel' });
  const { code } = instructor;
  const timer = handTimer();
  const desk = await openPage(`/host/${code}#${instructor.instructor}`, 1, timer);
  const wall = await openPage(`/projector/${code}#${instructor.projector}`, 2, timer);
  const players = [await openPage(`/j/${code}`, 3, timer), await openPage(`/j/${code}`, 4, timer)];
  const pages = [desk, wall, ...players];
  // One time for all: what pages guess between two words is what the server would say.
  const silence = async (count: number): Promise<void> => {
    for (let beat = 0; beat < count; beat += 1) {
      timer.pass(BEAT_MS);
      for (const page of pages) await page.settle();
    }
  };
  const beats = async (count: number): Promise<void> => {
    for (let beat = 0; beat < count; beat += 1) {
      await server.beats(1);
      await silence(1);
    }
  };
  const found = async (page: Page, selector: string): Promise<Element> => {
    for (const until = performance.now() + PATIENCE_MS; performance.now() < until; ) {
      const element = page.place.querySelector(selector);
      if (element !== null) return element;
      await beats(1);
    }
    throw new Error(`no ${selector} in ${page.place.textContent}`);
  };
  for (const player of players) {
    const join = (await found(player, 'form [type=submit]')) as HTMLElement;
    await player.do(() => join.click());
    await found(player, '.lobby');
  }
  await found(desk, '.desk');
  await found(wall, '.wall');
  await instructor.start();
  await found(desk, '.results-head');
  await instructor.does({ kind: 'again' });
  await instructor.does({ kind: 'settings', settings: { scenario, mode } });
  await instructor.does({ kind: 'share-out' });
  await instructor.start();
  await instructor.does({ kind: 'speed', speed: 4 });
  for (const player of players) await found(player, '.match, .red-page');
  const does = async (act: InstructorAct): Promise<void> => {
    let done = false;
    const doing = instructor.does(act).finally(() => {
      done = true;
    });
    while (!done) await beats(1);
    await doing;
  };
  return { server, desk, wall, players, pages, does, beats, silence, found };
}
