/** Tells the tabs of a browser apart: which of them holds a seat, or a match alone, at the moment. */
export interface TabWatch {
  /**
   * From now on this tab answers for that; `null`: for nothing.
   * @param taken another tab takes it: from then on it is held here no more. What it returns is handed
   *   to that tab: what one tab stores, another may read too late.
   */
  hold(token: string | null, taken?: () => unknown): void;
  /** Whether another tab answers for it. */
  isHeld(token: string): Promise<boolean>;
  /**
   * Takes it from whichever tab has it, and waits until that has let go, though not for ever. What this
   * tab has itself is not waited for.
   * @returns what it was handed; `null` when no other tab had it, or one that slept
   */
  take(token: string): Promise<unknown>;
}

/** What of a `BroadcastChannel` it uses: the same words reach every tab but the one that says them. */
export interface TabChannel {
  postMessage(message: unknown): void;
  listen(hear: (message: unknown) => void): void;
}

/** Another tab answers within this (ms), also one in the background of a machine that is busy. */
const ANSWER_MS = 500;
/** It lets go within this (ms): it has a match to put away first, and a page of its own to draw. */
const LET_GO_MS = 1500;

const KINDS = ['who', 'mine', 'take', 'given'] as const;
type Kind = (typeof KINDS)[number];
type Message = { readonly kind: Kind; readonly token: string; readonly handed?: unknown };

function isMessage(data: unknown): data is Message {
  if (typeof data !== 'object' || data === null) return false;
  const { kind, token } = data as Partial<Record<keyof Message, unknown>>;
  return KINDS.some((one) => one === kind) && typeof token === 'string';
}

/** @param channel `null` where browsers have none: then nobody is known to hold anything. */
export function createTabWatch(
  channel: TabChannel | null,
  after: (ms: number, run: () => void) => void,
): TabWatch {
  let held: string | null = null;
  let taken = (): unknown => null;
  const asked = new Map<string, ((handed: unknown) => void)[]>();
  const say = (message: Message): void => channel?.postMessage(message);
  channel?.listen((data) => {
    if (!isMessage(data)) return;
    const { kind, token, handed = null } = data;
    if (token === held && kind === 'who') say({ kind: 'mine', token });
    if (token === held && kind === 'take') {
      held = null;
      say({ kind: 'given', token, handed: taken() });
    }
    const answersTo = kind === 'mine' ? 'who' : kind === 'given' ? 'take' : null;
    for (const answer of asked.get(`${answersTo} ${token}`) ?? []) answer(handed);
  });
  /** What another tab answers, if one does in time. */
  const ask = (
    kind: 'who' | 'take',
    token: string,
    ms: number,
  ): Promise<{ readonly handed: unknown } | null> =>
    new Promise((resolve) => {
      if (channel === null) {
        resolve(null);
        return;
      }
      const key = `${kind} ${token}`;
      const answer = (answered: { readonly handed: unknown } | null): void => {
        asked.delete(key);
        resolve(answered);
      };
      asked.set(key, [...(asked.get(key) ?? []), (handed) => answer({ handed })]);
      say({ kind, token });
      after(ms, () => answer(null));
    });
  return {
    hold: (token, whenTaken = () => null) => {
      held = token;
      taken = whenTaken;
    },
    isHeld: async (token) => (await ask('who', token, ANSWER_MS)) !== null,
    take: async (token) => {
      const own = token === held;
      const answer = ask('take', token, LET_GO_MS);
      return own ? null : ((await answer)?.handed ?? null);
    },
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
