import type { Texts } from '../world/words.ts';
import { scenarios } from './scenarios.ts';
import { common } from './ui/common.ts';
import { landing } from './ui/landing.ts';
import { status } from './ui/status.ts';
import { titles } from './ui/titles.ts';

/** What the first page says, and any page while the rest of its words is on its way. */
export const first = { scenarios, ui: { common, landing, status, titles } } satisfies Texts;
