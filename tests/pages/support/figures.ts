import type { TestServer } from '../../server/support/test-server.ts';
import type { Page } from './page.ts';

/** Ticks that a page may lie behind: what a desk and a wall are told comes once a second. */
const BEHIND = 10;

const numberAt = (page: Page, selector: string): number[] =>
  [...page.place.querySelectorAll(selector)].map((element) =>
    Number((element.textContent ?? '').replaceAll(',', '')),
  );

/** What the worlds of the present match had of late: what any page may say of them. */
export class Figures {
  readonly #server: TestServer;
  #late: number[][] = [];

  constructor(server: TestServer) {
    this.#server = server;
  }

  /** To be called after each beat. */
  note(): void {
    const rows = this.#server.authorities.slice(-1).map(({ projection }) => {
      const row = projection.tables.match[1];
      return row ? [row.score, row.fidelity, row.isolation, row.performance, row.credits] : [];
    });
    this.#late = [...this.#late.slice(-4 * BEHIND), rows.flat()];
  }

  /** Figures on a page that the world never had within the last seconds. */
  wrongOn(page: Page, of: 'match' | 'desk'): string[] {
    const so = (column: number): Set<number> => new Set(this.#late.map((row) => row[column] ?? -1));
    const check = (what: string, selector: string, column: number): string[] =>
      numberAt(page, selector)
        .filter((value) => !so(column).has(value))
        .map((value) => `${what} ${value}, of ${[...so(column)].join(' ')}`);
    if (of === 'desk') return check('score', '.world-card .card-score [aria-hidden]', 0);
    const duties = ['fidelity', 'isolation', 'performance'] as const;
    return [
      ...check('score', '.minute-bars > b', 0),
      ...duties.flatMap((duty, i) =>
        check(duty, `.duty:nth-of-type(${i + 1}) .duty-points`, i + 1),
      ),
    ];
  }
}
