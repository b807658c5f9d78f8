/** Tells the tabs of a browser apart: which of them holds a seat, or a match alone, at the moment. */
export interface TabWatch {
  /**
   * From now on this tab answers for that; `null`: for nothing.
   * @param taken another tab takes it: from then on it is held here no more
   */
  hold(token: string | null, taken?: () => void): void;
  /** Whether another tab answers for it. */
  isHeld(token: string): Promise<boolean>;
  /** Takes it from whichever tab has it, and waits until that has let go, though not for ever. */
  take(token: string): Promise<void>;
}

/** What of a `BroadcastChannel` it uses: the same words reach every tab but the one that says them. */
export interface TabChannel {
  postMessage(message: unknown): void;
  listen(hear: (message: unknown) => void): void;
}

/** Another tab answers within this (ms), also one in the background. */
const ANSWER_MS = 150;

const KINDS = ['who', 'mine', 'take', 'given'] as const;
type Kind = (typeof KINDS)[number];
type Message = { readonly kind: Kind; readonly token: string };

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
  let taken = (): void => {};
  const asked = new Map<string, (() => void)[]>();
  const say = (message: Message): void => channel?.postMessage(message);
  channel?.listen((data) => {
    if (!isMessage(data)) return;
    const { kind, token } = data;
    if (token === held && kind === 'who') say({ kind: 'mine', token });
    if (token === held && kind === 'take') {
      held = null;
      taken();
      say({ kind: 'given', token });
    }
    const answersTo = kind === 'mine' ? 'who' : kind === 'given' ? 'take' : null;
    for (const answer of asked.get(`${answersTo} ${token}`) ?? []) answer();
  });
  /** Whether another tab answers in time. */
  const ask = (kind: 'who' | 'take', token: string): Promise<boolean> =>
    new Promise((resolve) => {
      if (channel === null) {
        resolve(false);
        return;
      }
      const key = `${kind} ${token}`;
      const answer = (answered: boolean): void => {
        asked.delete(key);
        resolve(answered);
      };
      asked.set(key, [...(asked.get(key) ?? []), () => answer(true)]);
      say({ kind, token });
      after(ANSWER_MS, () => answer(false));
    });
  return {
    hold: (token, whenTaken = () => {}) => {
      held = token;
      taken = whenTaken;
    },
    isHeld: (token) => ask('who', token),
    take: (token) => ask('take', token).then(() => undefined),
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
