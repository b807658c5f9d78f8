import type { GameObjects, Scene } from 'phaser';
import type { Atlas } from '../drawing/atlas.ts';
import type { Stamp, Trip } from '../drawing/piece.ts';
import { grow, overlaps, type Rect, rect } from '../drawing/rect.ts';
import { along } from '../drawing/way.ts';
import type { Motion } from './motion.ts';

/** More things under way than this say nothing more, and cost. */
const MOST = 48;

interface Traveller {
  readonly image: GameObjects.Image;
  readonly stamp: Stamp;
  readonly lane: string | undefined;
}

/** What is under way: each is shown once, along its path, and is gone. */
export class Trips {
  readonly #scene: Scene;
  readonly #atlas: Atlas;
  readonly #motion: Motion;
  readonly #under = new Map<string, Traveller>();
  /** Trips that were asked for the last time: they do not set out again. */
  #seen: ReadonlySet<string> = new Set();

  constructor(scene: Scene, atlas: Atlas, motion: Motion) {
    this.#scene = scene;
    this.#atlas = atlas;
    this.#motion = motion;
  }

  clear(): void {
    for (const { image } of this.#under.values()) image.destroy();
    this.#under.clear();
  }

  /**
   * Sends off those that are new.
   * @param ratio device pixels in one CSS pixel
   * @returns whether any set out
   */
  send(trips: readonly Trip[], window: Rect, ratio: number): boolean {
    const seen = this.#seen;
    this.#seen = new Set(trips.map(({ id }) => id));
    const fresh = trips.filter(({ id, path }) => !seen.has(id) && near(path, window));
    for (const trip of fresh) if (this.#under.size < MOST) this.#start(trip, ratio);
    if (fresh.length > 0) this.#atlas.flush();
    return fresh.length > 0;
  }

  #busy(lane: string | undefined): boolean {
    return lane !== undefined && [...this.#under.values()].some((other) => other.lane === lane);
  }

  #start({ id, stamp, path, length, depth, lane }: Trip, ratio: number): void {
    if (this.#under.has(id) || this.#busy(lane)) return;
    const { texture, frame } = this.#atlas.take(stamp, undefined);
    const image = this.#scene.add.image(0, 0, texture, frame).setOrigin(0.5, 0.5).setDepth(depth);
    this.#under.set(id, { image, stamp, lane });
    this.#motion.start(`trip/${id}`, {
      wait: 0,
      length,
      apply: (share) => {
        const [x, y] = along(path, share);
        image.setPosition(Math.round(x * ratio), Math.round(y * ratio));
        // Gone gently: only at the very end.
        image.setAlpha(Math.min(1, (1 - share) * 12));
      },
      done: () => {
        if (this.#under.get(id)?.image !== image) return;
        this.#under.delete(id);
        this.#atlas.drop(stamp);
        image.destroy();
      },
    });
  }
}

function near(path: Trip['path'], window: Rect): boolean {
  return path.some(([x, y]) => overlaps(grow(rect(x, y, 0, 0), 1), window));
}
