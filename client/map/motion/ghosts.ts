import type { GameObjects } from 'phaser';
import type { Atlas } from '../drawing/atlas.ts';
import type { Piece } from '../drawing/piece.ts';
import type { Motion } from './motion.ts';

/** Images that stand for nothing any more and fade. */
export class Ghosts {
  readonly #atlas: Atlas;
  readonly #motion: Motion;
  readonly #all = new Set<GameObjects.Image>();
  #made = 0;

  constructor(atlas: Atlas, motion: Motion) {
    this.#atlas = atlas;
    this.#motion = motion;
  }

  /** @param length @param wait milliseconds */
  haunt(ghost: GameObjects.Image, { stamp }: Piece, length: number, wait: number): void {
    const from = ghost.alpha;
    this.#made += 1;
    this.#all.add(ghost);
    this.#motion.start(`ghost/${this.#made}`, {
      wait,
      length,
      apply: (share) => ghost.setAlpha(from * (1 - share)),
      done: () => {
        this.#all.delete(ghost);
        this.#atlas.drop(stamp);
        ghost.destroy();
      },
    });
  }

  /** Their motion has ended before. */
  clear(): void {
    for (const ghost of this.#all) ghost.destroy();
    this.#all.clear();
  }
}
