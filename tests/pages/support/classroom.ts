import type { Mode } from '../../../shared/protocol/modes/registry.ts';
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
  /** So many beats of 50 ms; every page has shown what came of each. */
  beats(count: number): Promise<void>;
}

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
  const desk = await openPage(`/host/${code}#${instructor.instructor}`, 1);
  const wall = await openPage(`/projector/${code}#${instructor.projector}`, 2);
  const players = [await openPage(`/j/${code}`, 3), await openPage(`/j/${code}`, 4)];
  const pages = [desk, wall, ...players];
  const beats = async (count: number): Promise<void> => {
    for (let beat = 0; beat < count; beat += 1) {
      await server.beats(1);
      for (const page of pages) await page.settle();
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
  return { server, desk, wall, players, pages, beats };
}
