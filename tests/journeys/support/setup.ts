import type { TestProject } from 'vitest/node';
import { findChromium } from './chromium.ts';
import { build, startServer } from './server.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Address of the built server, or null when no browser was found. */
    serverUrl: string | null;
    chromiumPath: string | null;
  }
}

/** One build for all journeys, whichever come first. */
let built: Promise<void> | null = null;

/** Builds and starts the game for some of the journeys, or says aloud why they do not run. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const chromium = findChromium();
  if (!chromium.found) {
    const message = `The browser journeys did not run: ${chromium.reason}.`;
    if (process.env.JOURNEYS === 'required') throw new Error(message);
    project.provide('serverUrl', null);
    project.provide('chromiumPath', null);
    // Said again at the end, below the summary, where it is read.
    console.warn(message);
    return async () => console.warn(message);
  }
  built ??= build();
  await built;
  const server = await startServer();
  project.provide('serverUrl', server.url);
  project.provide('chromiumPath', chromium.path);
  return () => server.stop();
}
