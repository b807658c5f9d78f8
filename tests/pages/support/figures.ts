import type { TestServer } from '../../server/support/test-server.ts';
import type { Page } from './page.ts';

/** Ticks that a page may lie behind: what a desk and a wall are told comes once a second. */
const BEHIND = 10;

/** Kinds of pages. */
type Kind = 'match' | 'desk' | 'wall';

/** What a world has at one moment, in the order of its columns. */
const COLUMNS = ['score', 'fidelity', 'isolation', 'performance', 'credits'] as const;
type Column = (typeof COLUMNS)[number];

/** Where each figure stands on each kind of page. */
const PLACES: Readonly<Record<Kind, Readonly<Partial<Record<Column, string>>>>> = {
  match: {
    score: '.minute-bars .chip > b',
    fidelity: '.duty:nth-of-type(1) .duty-points',
    isolation: '.duty:nth-of-type(2) .duty-points',
    performance: '.duty:nth-of-type(3) .duty-points',
    credits: '.top > .chip:not(.clock) > b',
  },
  desk: {
    score: '.world-card:not(.result) .card-score [aria-hidden]',
    fidelity: '.card-duties > div:nth-of-type(1) dd',
    isolation: '.card-duties > div:nth-of-type(2) dd',
    performance: '.card-duties > div:nth-of-type(3) dd',
  },
  wall: { score: '.wall-live .standing-score' },
};

const numberAt = (page: Page, selector: string): number[] =>
  [...page.place.querySelectorAll(selector)].map((element) =>
    Number((element.textContent ?? '').replaceAll(',', '')),
  );

/** What the worlds of the present match had of late: what any page may say of them. */
export class Figures {
  readonly #server: TestServer;
  #late: number[][] = [];
  /** What was found on any page so far: a figure that is nowhere would never be wrong. */
  readonly seen = new Set<string>();

  constructor(server: TestServer) {
    this.#server = server;
  }

  /** To be called after each beat. */
  note(): void {
    const row = this.#server.authorities.at(-1)?.projection.tables.match[1];
    const now = row ? COLUMNS.map((column) => row[column]) : [];
    this.#late = [...this.#late.slice(-4 * BEHIND), now];
  }

  /** Figures on a page that the world never had within the last seconds. */
  wrongOn(page: Page, kind: Kind): string[] {
    return COLUMNS.flatMap((column, at) => {
      const selector = PLACES[kind][column];
      const shown = selector === undefined ? [] : numberAt(page, selector);
      if (shown.length > 0) this.seen.add(`${kind}: ${column}`);
      const had = new Set(this.#late.map((row) => row[at] ?? -1));
      return shown
        .filter((value) => !had.has(value))
        .map((value) => `${column} ${value}, of ${[...had].join(' ')}`);
    });
  }
}
