import { type ReadonlySignal, signal } from '@preact/signals';
import type { Subject } from '../../../net/link.ts';

/** How it is told: harm has cards of its own. */
export type Mood = 'warn' | 'good' | 'plain';

/** Something that has become otherwise in what a side sees, whoever did it. */
export interface Told<Kind extends string> {
  readonly tick: number;
  readonly kind: Kind;
  /** What to look at; `null`: it is gone. */
  readonly at: Subject | null;
  /** Values of its sentence. */
  readonly values: Readonly<Record<string, number | string>>;
}

/** What has been told in a match, the latest last. */
export interface ToldList<View, One> {
  readonly all: ReadonlySignal<readonly One[]>;
  /** Tells what is otherwise from one view to the next. The first view of a match tells nothing. */
  follow(before: View | null, now: View): void;
  forget(): void;
}

/** How much of it is kept to be looked up. */
const KEPT = 40;

export function createToldList<View extends { readonly tick: number }, One>(
  happened: (before: View, after: View) => readonly One[],
): ToldList<View, One> {
  const all = signal<readonly One[]>([]);
  return {
    all,
    follow: (before, now) => {
      if (before === null || now.tick <= before.tick) return;
      const news = happened(before, now);
      if (news.length > 0) all.value = [...all.peek(), ...news].slice(-KEPT);
    },
    forget: () => {
      all.value = [];
    },
  };
}
