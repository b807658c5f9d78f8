import { mkdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];

/** Software rendering complains about its own speed; nothing in the game causes or cures it. */
const HARMLESS = [
  /GPU stall due to ReadPixels/,
  /GL Driver Message/,
  /Automatic fallback to software WebGL/,
];

type Locale = 'ko-KR' | 'en-US';

export interface OpenOptions {
  /** Path within the game, with query and fragment; '/' unless told. */
  readonly path?: string;
  readonly locale?: Locale;
  readonly viewport?: { readonly width: number; readonly height: number };
  /** Done to the person's browser before its first page. */
  readonly prepare?: (context: BrowserContext) => Promise<void>;
  readonly colorScheme?: 'dark' | 'light';
  /** Whether the system asks that nothing moves. */
  readonly reducedMotion?: 'reduce' | 'no-preference';
  /** Console errors this journey causes on purpose, such as a dropped connection. */
  readonly expected?: readonly RegExp[];
}

export function launch(executablePath: string): Promise<Browser> {
  return chromium.launch({ executablePath, args: FLAGS });
}

/** One person's browser: an own storage, a language, a screen. */
export function newContext(
  browser: Browser,
  baseURL: string,
  {
    locale = 'en-US',
    viewport = { width: 1280, height: 800 },
    colorScheme = 'dark',
    reducedMotion = 'no-preference',
  }: OpenOptions = {},
): Promise<BrowserContext> {
  // The look that is the default; who wants the other one asks for it.
  return browser.newContext({ baseURL, locale, viewport, colorScheme, reducedMotion });
}

/** Collects what a page complains about; read it at the end of the journey. */
export function collectComplaints(page: Page, expected: readonly RegExp[] = []): string[] {
  const complaints: string[] = [];
  const allowed = [...HARMLESS, ...expected];
  const note = (kind: string, text: string) => {
    if (!allowed.some((pattern) => pattern.test(text))) complaints.push(`${kind}: ${text}`);
  };
  page.on('pageerror', (error) => note('page error', error.stack ?? String(error)));
  page.on('crash', () => note('crash', page.url()));
  page.on('console', (message) => {
    if (message.type() !== 'error') return;
    note('console error', `${message.text()} (${message.location().url})`);
  });
  return complaints;
}

/** Saves a picture under SHOTS_DIR (by default in the system's temporary folder); returns its path. */
export async function screenshot(page: Page, name: string): Promise<string> {
  const folder = process.env.SHOTS_DIR || join(tmpdir(), 'hyperward-shots');
  await mkdir(folder, { recursive: true });
  const path = join(folder, `${name}.png`);
  await page.screenshot({ path });
  return path;
}
