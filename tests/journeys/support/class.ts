import type { Page } from 'playwright-core';
import type { OpenOptions } from './browser.ts';
import { NAMES } from './play.ts';

/** What an instructor presses, as they read it in either language. */
export const DESK = {
  open: /^(수업 열기|Open)$/,
  start: /^(시작|Start)$/,
  pause: /^(멈춤|Pause)$/,
  resume: /^(계속|Resume)$/,
  goLive: /^(준비 끝내기|End Prepare)$/,
  end: /^(경기 끝내기|End match)$/,
  projector: /화면 띄우기|Projector/,
  swap: /^(공격과 방어 바꾸기|Swap sides)$/,
  parallel: /팀마다 같은 세계|A world each/,
  versus: /공격 대 방어|Attack and defend/,
  versed: /모두 방어 디브리핑을 해 본 적이 있음|Everyone has debriefed a defence/,
} as const;

export interface ClassPages {
  readonly desk: Page;
  readonly code: string;
}

/** From the landing page to a session with its desk, by what a lecturer presses. */
export async function openClass(
  desk: Page,
  prepare: (desk: Page) => Promise<void> = async () => {},
): Promise<ClassPages> {
  await desk.getByRole('link', { name: NAMES.host }).click();
  await desk.getByRole('button', { name: DESK.open }).waitFor();
  await prepare(desk);
  await desk.getByRole('button', { name: DESK.open }).click();
  await desk.waitForURL(/\/host\/[A-Z0-9]{6}/);
  return { desk, code: /\/host\/([A-Z0-9]{6})/.exec(desk.url())?.[1] ?? '' };
}

/** Comes in under a name, as from the projected code. */
export async function joinClass(
  open: (options?: OpenOptions) => Promise<Page>,
  base: string,
  code: string,
  nickname: string,
  options: OpenOptions = {},
): Promise<Page> {
  const page = await open({ ...options, path: `${base}/j/${code}` });
  await page.getByRole('textbox').first().fill(nickname);
  await page.getByRole('button', { name: NAMES.join }).click();
  await page.waitForURL(/\/s\/[A-Z0-9]{6}/);
  return page;
}

/** Ends the match of everyone, past the question whether that is meant. */
export async function endMatch(desk: Page): Promise<void> {
  await desk.getByRole('button', { name: DESK.end }).first().click();
  await desk.getByRole('dialog').getByRole('button', { name: DESK.end }).click();
}
