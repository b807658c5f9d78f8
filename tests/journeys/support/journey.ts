import type { Browser, BrowserContext, Page } from 'playwright-core';
import { test as base, expect, inject } from 'vitest';
import { collectComplaints, launch, newContext, type OpenOptions } from './browser.ts';
import { type RunningServer, startServer } from './server.ts';

/** Starts a game of its own, which ends after the pages that are open on it. */
export type Serve = (env?: Record<string, string>) => Promise<RunningServer>;

interface JourneyFixtures {
  /** One browser for the whole file. */
  readonly browser: Browser;
  /** Address of the running game. */
  readonly url: string;
  readonly serve: Serve;
  /** Opens the game as one more person; each has a browser context of their own. */
  readonly open: (options?: OpenOptions) => Promise<Page>;
}

function provided(key: 'serverUrl' | 'chromiumPath'): string {
  const value = inject(key);
  if (value === null) throw new Error('a journey ran without a browser');
  return value;
}

const test = base.extend<JourneyFixtures>({
  browser: [
    // biome-ignore lint/correctness/noEmptyPattern: vitest reads a fixture's needs from this pattern.
    async ({}, use) => {
      const browser = await launch(provided('chromiumPath'));
      await use(browser);
      await browser.close();
    },
    { scope: 'file' },
  ],
  // biome-ignore lint/correctness/noEmptyPattern: vitest reads a fixture's needs from this pattern.
  url: async ({}, use) => use(provided('serverUrl')),
  // biome-ignore lint/correctness/noEmptyPattern: vitest reads a fixture's needs from this pattern.
  serve: async ({}, use) => {
    const servers: RunningServer[] = [];
    await use(async (env) => {
      const server = await startServer(env);
      servers.push(server);
      return server;
    });
    for (const server of servers) await server.stop();
  },
  open: async ({ browser, url, serve: _serve }, use) => {
    const contexts: BrowserContext[] = [];
    const complaints: string[][] = [];
    await use(async (options = {}) => {
      const context = await newContext(browser, url, options);
      contexts.push(context);
      await options.prepare?.(context);
      // Pages the game opens by itself are watched as well.
      context.on('page', (page) => complaints.push(collectComplaints(page, options.expected)));
      const page = await context.newPage();
      await page.goto(options.path ?? '/');
      return page;
    });
    await Promise.all(contexts.map((context) => context.close()));
    expect(complaints.flat(), 'no page may report an error').toEqual([]);
  },
});

/** A test in a real browser; it fails when any page reports an error, and is skipped without one. */
export const journey = test.skipIf(inject('chromiumPath') === null);
