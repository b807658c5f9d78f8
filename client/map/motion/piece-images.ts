import type { GameObjects, Scene } from 'phaser';
import type { Atlas } from '../drawing/atlas.ts';
import { DEPTH, type Piece, type Point, type Trip } from '../drawing/piece.ts';
import { type Rect, rect } from '../drawing/rect.ts';
import { sameBox, sameCut, sameSize } from '../drawing/same.ts';
import { along, streetWay } from '../drawing/way.ts';
import { Ghosts } from './ghosts.ts';
import type { Motion } from './motion.ts';
import { Still } from './still.ts';
import { Trips } from './trips.ts';

/** Milliseconds. */
const RISE = 420;
const APPEAR = 220;
const FADE = 480;
const DISSOLVE = 280;
const SLIDE = 320;
/** To another building, by the street. */
const TRAVEL = 600;
/** How small a column is half way. */
const PACKED = 0.45;
const LIGHT = 220;
/** Between one frame that clears and the next; a whole wave takes no longer than `WAVE`. */
const STAGGER = 45;
const WAVE = 320;
/** More pieces than these lit otherwise at once are another layer. */
const MANY = 120;
const CROSSFADE = 'still@fade';

interface Actor {
  piece: Piece;
  readonly image: GameObjects.Image;
  /** Where it stands or is going, in device pixels. */
  x: number;
  y: number;
  /** It is painted on the sheets, and its image is not shown. */
  still: boolean;
}

interface Change {
  readonly actor: Actor;
  readonly piece: Piece;
}

/**
 * Keeps one image for each piece, and touches only those whose piece has changed. Those at rest are
 * painted on two sheets; an image is shown by itself only while it moves.
 */
export class PieceImages {
  readonly #scene: Scene;
  readonly #atlas: Atlas;
  readonly #motion: Motion;
  readonly #actors = new Map<string, Actor>();
  readonly #ghosts: Ghosts;
  readonly #trips: Trips;
  readonly #still: Still;
  /** Those that move, by their pieces. */
  readonly #moving = new Set<string>();
  #allRelit = false;
  #ratio = 1;

  constructor(scene: Scene, atlas: Atlas, motion: Motion) {
    this.#scene = scene;
    this.#atlas = atlas;
    this.#motion = motion;
    this.#ghosts = new Ghosts(atlas, motion);
    this.#trips = new Trips(scene, atlas, motion);
    this.#still = new Still(scene, 'map/still');
  }

  /** Takes everything down. @param ratio device pixels in one CSS pixel, from now on */
  clear(ratio: number): void {
    this.#motion.finish();
    for (const { image } of this.#actors.values()) image.destroy();
    this.#actors.clear();
    this.#moving.clear();
    this.#still.clear();
    this.#trips.clear();
    this.#ghosts.clear();
    this.#ratio = ratio;
    this.#atlas.reset(ratio);
  }

  /**
   * Shows these pieces and no others.
   * @param calm without motion
   * @returns whether anything changed
   */
  show(pieces: readonly Piece[], calm: boolean): boolean {
    let touched = false;
    if (!calm && this.#manyRelit(pieces)) this.#crossfade();
    const gone = new Set(this.#actors.keys());
    const waves = new Map<string, Change[]>();
    for (const piece of pieces) {
      gone.delete(piece.id);
      const actor = this.#actors.get(piece.id);
      if (!actor) this.#enter(piece, calm);
      else if (!this.#update(actor, piece, calm, waves)) continue;
      touched = true;
    }
    for (const changes of waves.values()) this.#dissolve(changes);
    for (const id of gone) {
      this.#leave(id, calm);
      touched = true;
    }
    if (touched) this.#atlas.flush();
    this.#paint();
    return touched;
  }

  /** Whether another layer is shown: then it is one picture that fades into another. */
  #manyRelit(pieces: readonly Piece[]): boolean {
    let relit = 0;
    for (const { id, lit } of pieces) {
      const actor = this.#actors.get(id);
      if (actor !== undefined && actor.piece.lit !== lit) relit += 1;
    }
    this.#allRelit = relit > MANY;
    return this.#allRelit;
  }

  #crossfade(): void {
    this.#motion.end(CROSSFADE);
    const { images, remove } = this.#still.copies();
    this.#motion.start(CROSSFADE, {
      wait: 0,
      length: LIGHT,
      apply: (share) => {
        for (const image of images) image.setAlpha(1 - share);
      },
      done: remove,
    });
  }

  /** The part of the drawing near the screen, in CSS pixels: what stands still is kept ready there. */
  cover({ x, y, w, h }: Rect): void {
    const r = this.#ratio;
    const left = Math.floor(x * r);
    const top = Math.floor(y * r);
    this.#still.cover(rect(left, top, Math.ceil((x + w) * r) - left, Math.ceil((y + h) * r) - top));
  }

  /** What has come to rest since the last picture is painted where it stands. */
  rest(): void {
    for (const id of this.#moving) {
      if (this.#motion.has(`${id}@light`) || this.#motion.has(`${id}@place`)) continue;
      this.#moving.delete(id);
      const actor = this.#actors.get(id);
      if (actor) this.#lieDown(actor);
    }
    this.#paint();
  }

  #paint(): void {
    this.#still.paint(() =>
      [...this.#actors.values()]
        .filter(({ still }) => still)
        .map(({ piece: { depth, lit }, image, x, y }) => ({
          image,
          depth,
          lit,
          place: rect(x, y, image.displayWidth, image.displayHeight),
        })),
    );
  }

  #lieDown(actor: Actor): void {
    actor.still = true;
    actor.image.setVisible(false);
    this.#touch(actor);
  }

  /** It is shown by itself, for as long as it moves. */
  #standUp(actor: Actor): void {
    this.#moving.add(actor.piece.id);
    if (!actor.still) return;
    actor.still = false;
    actor.image.setVisible(true);
    this.#touch(actor);
  }

  #touch({ image, x, y }: Actor): void {
    this.#still.touch(rect(x, y, image.displayWidth, image.displayHeight));
  }

  /** Sends off what passes once. @returns whether anything set out */
  travel(trips: readonly Trip[], window: Rect): boolean {
    return this.#trips.send(trips, window, this.#ratio);
  }

  #enter(piece: Piece, calm: boolean): void {
    const { texture, frame } = this.#atlas.take(piece.stamp, piece.cut);
    const image = this.#scene.add.image(0, 0, texture, frame).setOrigin(0, 0);
    const actor: Actor = { piece, image, ...this.#spot(piece), still: false };
    this.#actors.set(piece.id, actor);
    image.setDepth(piece.depth).setPosition(actor.x, actor.y).setAlpha(piece.lit);
    this.#fitBox(actor);
    if (calm || !piece.comes) {
      this.#lieDown(actor);
      return;
    }
    this.#standUp(actor);
    const rises = piece.comes === 'rise';
    const drop = rises ? Math.round(piece.box.h * this.#ratio * 0.3) : 0;
    this.#motion.start(`${piece.id}@light`, {
      // What is written on a rising thing waits until it stands.
      wait: piece.comes === 'late' ? RISE * 0.6 : 0,
      length: rises ? RISE : APPEAR,
      apply: (share) => {
        image.setAlpha(actor.piece.lit * share);
        if (rises) image.y = Math.round(actor.y + drop * (1 - share));
      },
    });
  }

  #update(actor: Actor, piece: Piece, calm: boolean, waves: Map<string, Change[]>): boolean {
    const was = actor.piece;
    const moved = !sameBox(was, piece);
    const repainted = was.stamp.key !== piece.stamp.key || !sameCut(was, piece);
    const relit = was.lit !== piece.lit;
    const raised = was.depth !== piece.depth;
    actor.piece = piece;
    if (!moved && !repainted && !relit && !raised) return false;
    // Where it stood, and where it stands once all is done.
    if (actor.still) this.#touch(actor);
    if (raised) actor.image.setDepth(piece.depth);
    if (repainted) this.#repaint(actor, was, calm, waves);
    if (moved) this.#move(actor, was, calm);
    if (relit) this.#light(actor, calm);
    if (actor.still) this.#touch(actor);
    return true;
  }

  #repaint(actor: Actor, was: Piece, calm: boolean, waves: Map<string, Change[]>): void {
    const { piece } = actor;
    if (!calm && piece.wave !== undefined && sameSize(was, piece)) {
      const wave = waves.get(piece.wave) ?? [];
      wave.push({ actor, piece: was });
      waves.set(piece.wave, wave);
      return;
    }
    const spot = this.#atlas.take(piece.stamp, piece.cut);
    this.#atlas.drop(was.stamp);
    actor.image.setTexture(spot.texture, spot.frame);
    this.#fitBox(actor);
  }

  /** Each old painting fades away over the new one, one after another. */
  #dissolve(changes: readonly Change[]): void {
    const step = Math.min(STAGGER, WAVE / changes.length);
    changes.forEach(({ actor, piece: was }, i) => {
      const { image, piece } = actor;
      const ghost = this.#scene.add
        .image(image.x, image.y, image.texture.key, image.frame.name)
        .setOrigin(0, 0)
        .setDepth(piece.depth + 0.5)
        .setAlpha(piece.lit);
      const spot = this.#atlas.take(piece.stamp, piece.cut);
      image.setTexture(spot.texture, spot.frame);
      this.#ghosts.haunt(ghost, was, DISSOLVE, i * step);
    });
  }

  #move(actor: Actor, was: Piece, calm: boolean): void {
    const { image, piece } = actor;
    const from = { x: image.x, y: image.y };
    image.setDepth(piece.depth);
    Object.assign(actor, this.#spot(piece));
    this.#fitBox(actor);
    const channel = `${piece.id}@place`;
    if (!calm && was.home && piece.home && was.home.host !== piece.home.host) {
      this.#journey(actor, was, channel);
      return;
    }
    if (calm || !sameSize(was, piece)) {
      this.#motion.stop(channel);
      image.setPosition(actor.x, actor.y);
      return;
    }
    this.#standUp(actor);
    this.#motion.start(channel, {
      wait: 0,
      length: SLIDE,
      apply: (share) =>
        image.setPosition(
          Math.round(from.x + (actor.x - from.x) * share),
          Math.round(from.y + (actor.y - from.y) * share),
        ),
    });
  }

  /** Out of one building, along the street, and into another. */
  #journey(actor: Actor, was: Piece, channel: string): void {
    const { image, piece, x, y } = actor;
    if (!was.home || !piece.home) return;
    this.#standUp(actor);
    const r = this.#ratio;
    const half = { w: image.width / 2, h: image.height / 2 };
    const path: Point[] = [
      [image.x + half.w, image.y + half.h],
      ...streetWay(was.home, piece.home).map(([px, py]): Point => [px * r, py * r]),
      [x + half.w, y + half.h],
    ];
    image.setDepth(DEPTH.token);
    this.#motion.start(channel, {
      wait: 0,
      length: TRAVEL,
      apply: (share) => {
        // Packed for the way, and unpacked at its end.
        const size = 1 - (1 - PACKED) * Math.min(1, Math.min(share, 1 - share) * 5);
        const [px, py] = along(path, share);
        image.setScale(size);
        image.setPosition(Math.round(px - half.w * size), Math.round(py - half.h * size));
      },
      done: () => image.setDepth(piece.depth).setScale(1).setPosition(x, y),
    });
  }

  #light(actor: Actor, calm: boolean): void {
    const { image, piece } = actor;
    const channel = `${piece.id}@light`;
    const from = image.alpha;
    if (calm || this.#allRelit) {
      this.#motion.stop(channel);
      image.setAlpha(piece.lit);
      return;
    }
    this.#standUp(actor);
    this.#motion.start(channel, {
      wait: 0,
      length: LIGHT,
      apply: (share) => image.setAlpha(from + (piece.lit - from) * share),
    });
  }

  #leave(id: string, calm: boolean): void {
    const actor = this.#actors.get(id);
    if (!actor) return;
    this.#actors.delete(id);
    this.#motion.stop(`${id}@light`);
    this.#motion.stop(`${id}@place`);
    this.#moving.delete(id);
    if (actor.still) this.#touch(actor);
    const { image, piece } = actor;
    image.setVisible(true);
    if (!calm && piece.goes === 'fade') {
      this.#ghosts.haunt(image, piece, FADE, 0);
      return;
    }
    this.#atlas.drop(piece.stamp);
    image.destroy();
  }

  #spot({ box }: Piece): { x: number; y: number } {
    return { x: Math.round(box.x * this.#ratio), y: Math.round(box.y * this.#ratio) };
  }

  /** Only parts of stamps are stretched; whole ones stay as sharp as they were painted. */
  #fitBox({ image, piece, x, y }: Actor): void {
    const { box, cut } = piece;
    if (!cut) {
      image.setScale(1);
      return;
    }
    const w = Math.round((box.x + box.w) * this.#ratio) - x;
    const h = Math.round((box.y + box.h) * this.#ratio) - y;
    image.setDisplaySize(Math.max(1, w), Math.max(1, h));
  }
}
