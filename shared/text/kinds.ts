/** One thing to read, in every language of the game. `{{name}}` is filled in; see `particles.ts`. */
export interface Words {
  readonly ko: string;
  readonly en: string;
}

export type Language = keyof Words;
export const LANGUAGES = ['ko', 'en'] as const satisfies readonly Language[];

/** A folder of texts: words, or folders of them. */
export interface Room {
  readonly [key: string]: Words | Room;
}

export interface CommandText extends Room {
  /** On the button. */
  readonly name: Words;
  /** What it does and what it costs beside credits and time, in one line. */
  readonly does: Words;
  /** In the debrief: "at 01:20, …". Given the command's arguments by name. */
  readonly done: Words;
}

export interface AttackText extends Room {
  readonly name: Words;
  /** On the card of whoever attacks: what it does, what it takes and what it leaves. */
  readonly does: Words;
  /** The debrief's headline: who lost what to whom. */
  readonly title: Words;
  /** The debrief's first sentences about it: kind and exact. */
  readonly lead: Words;
  /** Each precondition, as it reads while it is true. */
  readonly needs: Room;
}

export function isWords(entry: Words | Room): entry is Words {
  return typeof (entry as Words).ko === 'string' && typeof (entry as Words).en === 'string';
}
