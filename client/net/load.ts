import { type Attempt, askServer, keepTrying } from './ask-server.ts';
import type { Waiting } from './patience.ts';
import type { Trouble } from './trouble.ts';

/** A sheet that did not come has no rules that could be read. */
function hasCome({ sheet }: HTMLLinkElement): boolean {
  try {
    return sheet !== null && sheet.cssRules.length >= 0;
  } catch {
    return false;
  }
}

/** Sheets of style that did not come: whoever asks for their part of the game again does not ask for them. */
function fetchStyles(): Promise<unknown> {
  const links = document.querySelectorAll<HTMLLinkElement>('link[rel="stylesheet"]');
  return Promise.all(
    [...links]
      .filter((link) => !hasCome(link))
      .map(
        (link) =>
          new Promise((resolve, reject) => {
            const next = link.cloneNode() as HTMLLinkElement;
            next.onload = resolve;
            next.onerror = reject;
            link.replaceWith(next);
          }),
      ),
  );
}

/**
 * Loads a part of the game, again and again until it is there.
 * @param hear told what is wrong, and `null` when nothing is known to be
 */
export function loadPart<T>(
  load: () => Promise<T>,
  waiting: Waiting,
  hear: (trouble: Trouble | null) => void,
): Attempt<T> {
  let tried = false;
  return keepTrying(
    async () => {
      try {
        if (tried) await fetchStyles();
        tried = true;
        return { value: await load() };
      } catch {
        const answer = await askServer('api/addresses', waiting.online);
        return 'value' in answer ? { trouble: 'incomplete' } : answer;
      }
    },
    waiting,
    hear,
  );
}
