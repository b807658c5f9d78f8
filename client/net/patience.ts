import { SILENCE_MS, type Trouble, troubleOfError } from './trouble.ts';

/** What waiting depends on. */
export interface Waiting {
  readonly after: (ms: number, run: () => void) => void;
  /** Whether this device has a network at all. */
  readonly online: () => boolean;
}

/** A state of a connection; in those that wait, it may be known what is wrong. */
interface State {
  readonly kind: string;
  readonly trouble?: Trouble;
}

export interface Patience<S extends State> {
  /** Tells where the connection stands. Waiting begins anew with each that waits. */
  tell(state: S): void;
  /** An attempt has failed, and the next follows by itself. */
  failed(error: unknown): void;
  /** The line stands; what was asked for is still to come. */
  connected(): void;
}

/** States that pass by themselves. */
const WAITING: ReadonlySet<string> = new Set(['connecting', 'dropped']);

/**
 * Tells a page where its connection stands, and never leaves it waiting without a word: after an
 * attempt that failed, or a silence, the state says what is wrong.
 */
export function createPatience<S extends State>(
  { after, online }: Waiting,
  hear: (state: S) => void,
): Patience<S> {
  let now: S | null = null;
  let turn = 0;
  const waits = (): boolean => now !== null && WAITING.has(now.kind);
  const say = (trouble: Trouble): void => {
    if (now === null || now.trouble === trouble) return;
    now = { ...now, trouble };
    hear(now);
  };
  const listen = (): void => {
    turn += 1;
    const mine = turn;
    if (!waits()) return;
    after(SILENCE_MS, () => {
      if (mine === turn && now?.trouble === undefined) say(online() ? 'silent' : 'offline');
    });
  };
  return {
    tell: (state) => {
      now = state;
      hear(state);
      listen();
    },
    failed: (error) => {
      if (waits()) say(troubleOfError(error, online()));
    },
    connected: () => {
      if (now === null || !waits()) return;
      const { trouble, ...rest } = now;
      now = rest as S;
      if (trouble !== undefined) hear(now);
      listen();
    },
  };
}
