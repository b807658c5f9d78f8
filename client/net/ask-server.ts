import type { Waiting } from './patience.ts';
import { AGAIN_MS, SILENCE_MS, type Trouble, troubleOf } from './trouble.ts';

type Answer = { readonly value: unknown } | { readonly trouble: Trouble };

/** Asks the server one thing, at a path within the game. An answer that is no JSON is not its own. */
export async function askServer(path: string, online: () => boolean): Promise<Answer> {
  try {
    const answer = await fetch(new URL(path, document.baseURI), {
      cache: 'no-store',
      signal: AbortSignal.timeout(SILENCE_MS),
    });
    const text = await answer.text();
    const isOurs = answer.ok && /json/.test(answer.headers.get('content-type') ?? '');
    return isOurs
      ? { value: JSON.parse(text) }
      : { trouble: troubleOf(answer.ok ? 403 : answer.status, text, online()) };
  } catch (error) {
    const late = error instanceof DOMException && error.name === 'TimeoutError';
    return { trouble: late && online() ? 'silent' : troubleOf(0, '', online()) };
  }
}

/** Something that is tried until it comes about, or until nobody waits for it any more. */
export interface Attempt<T> {
  readonly result: Promise<T>;
  /** It is not waited for any more: `result` stays open. */
  stop(): void;
}

/**
 * Tries until it comes about.
 * @param once one try: what was wanted, or what stood in the way
 * @param hear told what is wrong, and `null` when nothing is known to be
 */
export function keepTrying<T>(
  once: () => Promise<{ readonly value: T } | { readonly trouble: Trouble }>,
  { after, online }: Waiting,
  hear: (trouble: Trouble | null) => void,
): Attempt<T> {
  let over = false;
  let told = false;
  const say = (trouble: Trouble): void => {
    told = true;
    hear(trouble);
  };
  const result = new Promise<T>((resolve) => {
    const attempt = async (): Promise<void> => {
      const found = await once();
      if (over) return;
      if ('value' in found) {
        over = true;
        hear(null);
        resolve(found.value);
        return;
      }
      say(found.trouble);
      after(AGAIN_MS, () => {
        if (!over) void attempt();
      });
    };
    void attempt();
  });
  after(SILENCE_MS, () => {
    if (!over && !told) say(online() ? 'silent' : 'offline');
  });
  return {
    result,
    stop: () => {
      over = true;
    },
  };
}
