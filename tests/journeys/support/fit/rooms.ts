import type { CDPSession, Page } from 'playwright-core';
import { screenshot } from '../browser.ts';
import { mapMisfits } from './map-measures.ts';
import { misfits } from './page-measures.ts';

/** A screen that someone may sit before, and how they read and press on it. */
export interface Room {
  readonly name: string;
  readonly width: number;
  readonly height: number;
  readonly touch?: boolean;
  /** Type twice as large, as a browser's settings make it. */
  readonly large?: boolean;
}

const LAPTOP = { width: 1366, height: 768 };

const ROOMS: readonly Room[] = [
  { name: '1366×768', ...LAPTOP },
  { name: '1280×720', width: 1280, height: 720 },
  { name: '1440×900', width: 1440, height: 900 },
  { name: '1024×640', width: 1024, height: 640 },
  { name: '1920×1080', width: 1920, height: 1080 },
  { name: '3840×2160', width: 3840, height: 2160 },
  { name: 'a telephone upright', width: 390, height: 844, touch: true },
  { name: 'a telephone on its side', width: 844, height: 390, touch: true },
  { name: 'type of twice the size', ...LAPTOP, large: true },
];

/** What a projector shows. */
export const WALLS: readonly Room[] = [
  { name: '1280×720', width: 1280, height: 720 },
  { name: '1920×1080', width: 1920, height: 1080 },
  { name: '1024×768', width: 1024, height: 768 },
  { name: '3840×2160', width: 3840, height: 2160 },
];

const LANGUAGES = ['ko', 'en'] as const;
const THEMES = ['dark', 'light'] as const;

const USUAL_TYPE = 16;

/** Milliseconds without a new picture. */
const ASLEEP = 120;

/** Waits until the page has taken its new size, and the map is drawn at it. */
async function settled(page: Page): Promise<void> {
  await page.waitForFunction(
    (asleep) => {
      const map = document.querySelector<HTMLElement>('.map');
      const canvas = map?.querySelector('canvas');
      if (!map || !canvas) return true;
      // A map that has nothing more to move sleeps.
      const { mapsDrawn } = globalThis as unknown as { mapsDrawn: { at: number } };
      return (
        performance.now() - mapsDrawn.at > asleep &&
        Math.abs(canvas.width - map.clientWidth * devicePixelRatio) < 2 &&
        Math.abs(canvas.height - map.clientHeight * devicePixelRatio) < 2
      );
    },
    ASLEEP,
    { polling: 'raf' },
  );
  await page.evaluate(
    () =>
      new Promise<void>((done) => {
        let left = 3;
        const next = (): void => {
          left -= 1;
          if (left === 0) done();
          else requestAnimationFrame(next);
        };
        requestAnimationFrame(next);
      }),
  );
}

export interface Fitting {
  /** Looks at a page in every room, each in one language and one theme. */
  look(screen: string, more?: (page: Page) => Promise<readonly string[]>): Promise<void>;
}

/** Looks at one page again and again; what does not fit is added to `found`. */
export async function fitting(
  page: Page,
  found: string[],
  rooms: readonly Room[] = ROOMS,
): Promise<Fitting> {
  const tools: CDPSession = await page.context().newCDPSession(page);
  let turn = 0;
  return {
    async look(screen, more) {
      for (const room of rooms) {
        // Each room comes in both languages and both themes as the screens go by.
        const language = LANGUAGES[turn % 2] ?? 'ko';
        const theme = THEMES[Math.floor(turn / 2) % 2] ?? 'dark';
        turn += 1;
        await arrange(page, tools, room);
        await page.emulateMedia({ colorScheme: theme });
        await speak(page, language);
        await settled(page);
        // For the eye: only whoever looks can say whether it is good to look at.
        if (process.env.SHOTS_DIR !== undefined) {
          await screenshot(
            page,
            `${screen} ${room.name} ${language} ${theme}`.replaceAll(' ', '-'),
          );
        }
        const all = [
          ...(await misfits(page, { touch: room.touch === true })),
          ...(await mapMisfits(page)),
          ...((await more?.(page)) ?? []),
        ];
        found.push(...all.map((one) => `${screen}, ${room.name}, ${language}, ${theme}: ${one}`));
      }
      const usual = rooms[0];
      if (usual) await arrange(page, tools, usual);
    },
  };
}

async function arrange(page: Page, tools: CDPSession, room: Room): Promise<void> {
  const { width, height, touch = false, large = false } = room;
  await page.setViewportSize({ width, height });
  await tools.send('Emulation.setTouchEmulationEnabled', { enabled: touch, maxTouchPoints: 1 });
  const standard = large ? USUAL_TYPE * 2 : USUAL_TYPE;
  await tools.send('Page.setFontSizes', { fontSizes: { standard, fixed: 13 } });
}

/** By the page’s own switch, behind a dialog too. */
export async function speak(page: Page, language: string): Promise<void> {
  await page.evaluate((lang) => {
    document.querySelector<HTMLElement>(`.language[lang="${lang}"]`)?.click();
  }, language);
}
