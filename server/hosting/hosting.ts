import type { Beat, MatchAuthority } from '../../shared/authority/contract.ts';
import type { Log, Outlet } from '../ports.ts';
import type { Store } from '../store/store.ts';
import { JournalWriter } from './journal-writer.ts';
import { LiveMatch, type MatchOwner } from './live-match.ts';
import { BEATS_PER_TICK, isDue } from './pace.ts';

/** Milliseconds of a beat. Of those of a tick each match steps on one, in turn. */
export const BEAT_MS = 50;

/** Beats that rows may wait for the store before match time is held back: one second. */
const LATE_BEATS = 20;

/** Ticks between the checkpoints of one match and of the next that was added. */
const STAGGER = 7;

interface Stepped {
  readonly match: LiveMatch;
  readonly beats: readonly Beat[];
}

/** Told of what happens, for the metrics. Milliseconds are the caller's to take. */
export interface HostingWatch {
  stepped(ticks: number): void;
  slipped(matches: number): void;
}

/** Runs every live match of this process on one beat, with one commit for all of them. */
export class Hosting {
  readonly #store: Store;
  readonly #outlet: Outlet;
  readonly #log: Log;
  readonly #watch: HostingWatch;
  readonly #journal: JournalWriter;
  readonly #matches = new Set<LiveMatch>();
  #beat = 0;
  #added = 0;

  constructor(parts: { store: Store; outlet: Outlet; log: Log; watch: HostingWatch }) {
    this.#store = parts.store;
    this.#outlet = parts.outlet;
    this.#log = parts.log;
    this.#watch = parts.watch;
    this.#journal = new JournalWriter(parts.store, parts.log);
  }

  get matches(): number {
    return this.#matches.size;
  }

  /** False while the store refuses what it is given. */
  get sound(): boolean {
    return !this.#journal.failing;
  }

  /** Whether match time is held back at the moment because the store is late. */
  get slow(): boolean {
    return this.#journal.late > LATE_BEATS;
  }

  /** Starts, or goes on with, a match that the store knows already. */
  add(id: string, authority: MatchAuthority, owner: MatchOwner): LiveMatch {
    const match = new LiveMatch({
      id,
      slot: this.#quietestSlot(),
      stagger: this.#added * STAGGER,
      authority,
      outlet: this.#outlet,
      log: this.#log,
      owner,
    });
    this.#added += 1;
    if (match.running) this.#matches.add(match);
    return match;
  }

  /** Stops a match nobody needs any more. Only orders that still wait are told. */
  remove(match: LiveMatch): void {
    this.#matches.delete(match);
    match.stop();
  }

  /**
   * One beat: steps what is due and commits it.
   * @returns when the store has settled it, or has failed and waits for the next beat
   */
  beat(): Promise<void> {
    this.#beat += 1;
    this.#journal.beat();
    const due = [...this.#matches].filter(({ pace, slot }) => isDue(pace, slot, this.#beat));
    if (this.slow) this.#holdBack(due);
    else this.#step(due);
    return this.#journal.idle();
  }

  /**
   * Stores where every match is, so that nothing need be run again by the server that comes after.
   * No beat may follow.
   */
  async lay(): Promise<void> {
    await this.#journal.idle();
    const checkpoints = [...this.#matches].map((match) => match.checkpoint());
    if (checkpoints.length > 0) await this.#store.commit([], checkpoints);
  }

  /** Resolves when everything handed to the store is settled or waits for another try. */
  idle(): Promise<void> {
    return this.#journal.idle();
  }

  #holdBack(due: readonly LiveMatch[]): void {
    for (const match of due) match.owe();
    if (due.length > 0) this.#watch.slipped(due.length);
  }

  #step(due: readonly LiveMatch[]): void {
    const stepped = due.flatMap((match) => this.#try(match));
    const rows = stepped.flatMap(({ match, beats }) => beats.map((beat) => match.rowOf(beat)));
    if (rows.length === 0) return;
    this.#watch.stepped(rows.length);
    const checkpoints = stepped.flatMap(({ match, beats }) => match.checkpointDue(beats) ?? []);
    this.#journal.put({
      rows,
      checkpoints,
      release: () => {
        for (const { match, beats } of stepped) this.#release(match, beats);
      },
      abandon: () => {
        for (const { match } of stepped) this.#lose(match);
      },
    });
  }

  /** A match whose rules throw is lost; the others must not notice. */
  #try(match: LiveMatch): Stepped[] {
    try {
      return [{ match, beats: match.step() }];
    } catch (error) {
      this.#log.error({ err: error, match: match.id }, 'a tick failed');
      this.#lose(match);
      return [];
    }
  }

  #release(match: LiveMatch, beats: readonly Beat[]): void {
    try {
      for (const beat of beats) match.release(beat);
    } catch (error) {
      this.#log.error({ err: error, match: match.id }, 'a release failed');
      this.#lose(match);
    }
    if (!match.running) this.#matches.delete(match);
  }

  #lose(match: LiveMatch): void {
    this.#matches.delete(match);
    match.abandon();
  }

  #quietestSlot(): number {
    const load = Array.from({ length: BEATS_PER_TICK }, () => 0);
    for (const { slot } of this.#matches) load[slot] = (load[slot] ?? 0) + 1;
    const order = load.map((_, i) => (this.#beat + 1 + i) % BEATS_PER_TICK);
    return order.reduce((best, slot) => ((load[slot] ?? 0) < (load[best] ?? 0) ? slot : best));
  }
}
