/**
 * Why a page still waits: this device has no network; the server cannot be reached; it does not answer;
 * something on the way answers in its place; it has too much to do; it takes no page of this address;
 * or a part of the game did not come.
 */
export type Trouble =
  | 'offline'
  | 'unreachable'
  | 'silent'
  | 'blocked'
  | 'busy'
  | 'unwelcome'
  | 'incomplete';

/** Longer than this nobody waits without a word: milliseconds. */
export const SILENCE_MS = 8000;
/** Between two attempts that go on by themselves. */
export const AGAIN_MS = 2000;

const TOO_MUCH: ReadonlySet<number> = new Set([429, 502, 503, 504]);

/** What Socket.IO answers a page whose origin it does not know. */
const UNKNOWN_ORIGIN = /"message"\s*:\s*"origin"/;

/**
 * What an answer means that is not the server's own to this question.
 * @param status 0: there was no answer
 */
export function troubleOf(status: number, body: string, online: boolean): Trouble {
  if (status === 0) return online ? 'unreachable' : 'offline';
  if (UNKNOWN_ORIGIN.test(body)) return 'unwelcome';
  // A filter answers with a page of its own, or with a plain no.
  return TOO_MUCH.has(status) ? 'busy' : 'blocked';
}

/** Engine.IO's words for an answer that is none of its own: a filter's page with a status of 200. */
const FOREIGN = /server error|parse error|decode/i;

/** Why a socket did not connect, as Socket.IO tells it. */
export function troubleOfError(error: unknown, online: boolean): Trouble {
  if (typeof error !== 'object' || error === null) return troubleOf(0, '', online);
  const { description, context, message } = error as Readonly<Record<string, unknown>>;
  if (message === 'timeout') return online ? 'silent' : 'offline';
  const text =
    typeof context === 'object' && context !== null && 'responseText' in context
      ? String(context.responseText)
      : '';
  if (typeof description === 'number') return troubleOf(description, text, online);
  return typeof message === 'string' && FOREIGN.test(message)
    ? 'blocked'
    : troubleOf(0, text, online);
}
