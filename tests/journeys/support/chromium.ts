import { accessSync, constants } from 'node:fs';
import { join } from 'node:path';

const UNIX_PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/opt/google/chrome/chrome',
  '/snap/bin/chromium',
];

const MAC_PLACES = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
];

const WINDOWS_PLACES = [
  ['Google', 'Chrome', 'Application', 'chrome.exe'],
  ['Chromium', 'Application', 'chrome.exe'],
  ['Microsoft', 'Edge', 'Application', 'msedge.exe'],
];

function usualPlaces(): string[] {
  if (process.platform === 'darwin') return MAC_PLACES;
  if (process.platform !== 'win32') return UNIX_PLACES;
  const roots = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap(
    (name) => process.env[name] ?? [],
  );
  return roots.flatMap((root) => WINDOWS_PLACES.map((parts) => join(root, ...parts)));
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

export type ChromiumSearch =
  | { readonly found: true; readonly path: string }
  | { readonly found: false; readonly reason: string };

/** Looks for a Chromium; a wrong CHROMIUM_PATH is reported rather than quietly replaced. */
export function findChromium(): ChromiumSearch {
  const named = process.env.CHROMIUM_PATH;
  if (named) {
    return isExecutable(named)
      ? { found: true, path: named }
      : { found: false, reason: `CHROMIUM_PATH is not an executable file: ${named}` };
  }
  const path = usualPlaces().find(isExecutable);
  return path === undefined
    ? { found: false, reason: 'no Chromium in the usual places; name one with CHROMIUM_PATH' }
    : { found: true, path };
}
