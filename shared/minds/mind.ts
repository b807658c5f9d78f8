import type { RedView } from '../view/red.ts';
import type { MindMemory } from '../world/attacker.ts';

/** What a mind decided: at most one act, and what it will remember. */
export interface Decision {
  readonly act: { readonly attack: string; readonly args: Readonly<Record<string, number>> } | null;
  readonly memory: MindMemory;
}

/** A mind is a function of what it sees and what it remembers, and of nothing else. */
export type Mind = (view: RedView) => Decision;
