/** Tells the tabs of a browser apart: which of them holds a seat at the moment. */
export interface TabWatch {
  /** From now on this tab answers for that seat; `null`: for none. */
  hold(token: string | null): void;
  /** Whether another tab answers for a seat. */
  isHeld(token: string): Promise<boolean>;
}

/** What of a `BroadcastChannel` it uses: the same words reach every tab but the one that says them. */
export interface TabChannel {
  postMessage(message: unknown): void;
  listen(hear: (message: unknown) => void): void;
}

/** Another tab answers within this (ms), also one in the background. */
const ANSWER_MS = 150;

type Message = { readonly kind: 'who' | 'mine'; readonly token: string };

function isMessage(data: unknown): data is Message {
  if (typeof data !== 'object' || data === null) return false;
  const { kind, token } = data as Partial<Record<keyof Message, unknown>>;
  return (kind === 'who' || kind === 'mine') && typeof token === 'string';
}

/** @param channel `null` where browsers have none: then nobody is known to hold anything. */
export function createTabWatch(
  channel: TabChannel | null,
  after: (ms: number, run: () => void) => void,
): TabWatch {
  let held: string | null = null;
  const asked = new Map<string, (() => void)[]>();
  const say = (message: Message): void => channel?.postMessage(message);
  channel?.listen((data) => {
    if (!isMessage(data)) return;
    if (data.kind === 'who' && data.token === held) say({ kind: 'mine', token: data.token });
    if (data.kind === 'mine') for (const answer of asked.get(data.token) ?? []) answer();
  });
  return {
    hold: (token) => {
      held = token;
    },
    isHeld: (token) =>
      new Promise((resolve) => {
        if (channel === null) {
          resolve(false);
          return;
        }
        const answer = (isHeld: boolean): void => {
          asked.delete(token);
          resolve(isHeld);
        };
        asked.set(token, [...(asked.get(token) ?? []), () => answer(true)]);
        say({ kind: 'who', token });
        after(ANSWER_MS, () => answer(false));
      }),
  };
}

/** The channel of this page's tabs, or `null` where there is none. */
export function openTabChannel(): TabChannel | null {
  if (typeof BroadcastChannel === 'undefined') return null;
  const channel = new BroadcastChannel('hyperward/seats');
  return {
    postMessage: (message) => channel.postMessage(message),
    listen: (hear) => channel.addEventListener('message', ({ data }) => hear(data)),
  };
}
