import { type ReadonlySignal, signal } from '@preact/signals';
import type { Word } from '../../../shared/protocol/server.ts';
import type { Subject } from '../../net/link.ts';

type Notice = { readonly id: number; readonly text: string };
export type TeamWord = Exclude<Word, { readonly kind: 'notice' }>;
export type Said = { readonly id: number; readonly word: TeamWord };

/** What was said to the own team, and what the instructor has to say. */
export interface Talk {
  /** The latest last; only so many are kept. */
  readonly log: ReadonlySignal<readonly Said[]>;
  /** Said a moment ago: what points at something marks it for as long. */
  readonly fresh: ReadonlySignal<readonly Said[]>;
  /** Until they are closed. */
  readonly notices: ReadonlySignal<readonly Notice[]>;
  hear(word: Word): void;
  close(notice: number): void;
  /** The instructor's words have had their time. */
  quiet(): void;
  forget(): void;
}

const KEPT = 30;
const FRESH_MS = 8000;
const NOTICES = 3;

export function createTalk(after: (ms: number, run: () => void) => void): Talk {
  const log = signal<readonly Said[]>([]);
  const fresh = signal<readonly Said[]>([]);
  const notices = signal<readonly Notice[]>([]);
  let next = 1;
  return {
    log,
    fresh,
    notices,
    hear: (word) => {
      const id = next;
      next += 1;
      if (word.kind === 'notice') {
        notices.value = [...notices.value, { id, text: word.text }].slice(-NOTICES);
        return;
      }
      const said = { id, word };
      log.value = [...log.value, said].slice(-KEPT);
      fresh.value = [...fresh.value, said];
      after(FRESH_MS, () => {
        fresh.value = fresh.value.filter((other) => other !== said);
      });
    },
    close: (notice) => {
      notices.value = notices.value.filter(({ id }) => id !== notice);
    },
    quiet: () => {
      notices.value = [];
    },
    forget: () => {
      log.value = [];
      fresh.value = [];
    },
  };
}

/** What a word points at. */
export function subjectOf(word: TeamWord): Subject | null {
  return word.kind === 'chat' ? null : word.subject;
}

/** The latest of what was said a moment ago about a thing, or `null`. */
export function markOn(fresh: readonly Said[], ref: Subject): TeamWord | null {
  return fresh.filter(({ word }) => subjectOf(word) === ref).at(-1)?.word ?? null;
}
