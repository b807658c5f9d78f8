import type { Component } from './flaws/record.ts';
import type { FlawName } from './flaws/registry.ts';
import type { FlawId, Tick } from './ids.ts';

/** A vulnerability of a component: everything below `fixedIn` has it. */
export interface Flaw {
  readonly id: FlawId;
  readonly name: FlawName;
  readonly component: Component;
  /** The first build without it. */
  readonly fixedIn: number;
  /** Whether the advisory is out, and since when. There is no patch before. */
  readonly public: boolean;
  readonly publishedAt: Tick;
}
