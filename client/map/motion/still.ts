import type { GameObjects, Scene, Textures } from 'phaser';
import { DEPTH } from '../drawing/piece.ts';
import { around, overlaps, type Rect, rect } from '../drawing/rect.ts';

/** An image that stands still: where it is painted, in device pixels of the drawing. */
export interface Standing {
  readonly image: GameObjects.Image;
  readonly depth: number;
  readonly lit: number;
  readonly place: Rect;
}

interface Sheet {
  readonly texture: Textures.CanvasTexture;
  readonly image: GameObjects.Image;
}

/** More places to paint anew than this, and all of it is. */
const MOST_PLACES = 80;

/** Under everything, and over what passes. */
const DEPTHS = [DEPTH.street - 0.5, DEPTH.packet + 0.2] as const;

/** Which sheet a thing is painted on: packets pass between the two. */
const sheetOf = (depth: number): 0 | 1 => (depth < DEPTH.packet ? 0 : 1);

/**
 * What stands still, painted once on two sheets: while packets pass or one thing moves, a picture of the
 * map costs two images instead of thousands. Only where something has changed are they painted anew.
 */
export class Still {
  readonly #scene: Scene;
  readonly #name: string;
  #sheets: readonly Sheet[] = [];
  #dirty: Rect[] = [];
  #whole = true;
  #made = 0;
  /** The part of the drawing that they cover, in device pixels. */
  #window: Rect = rect(0, 0, 0, 0);

  constructor(scene: Scene, name: string) {
    this.#scene = scene;
    this.#name = name;
  }

  /** Covers another part of the drawing. */
  cover(window: Rect): void {
    const { x, y, w, h } = window;
    const was = this.#window;
    if (was.x === x && was.y === y && was.w === w && was.h === h) return;
    this.#window = window;
    this.#whole = true;
    if (was.w !== w || was.h !== h || this.#sheets.length === 0) this.#lay(w, h);
    for (const { image } of this.#sheets) image.setPosition(x, y);
  }

  /** Something came, went or changed there. */
  touch(place: Rect): void {
    if (!this.#whole && overlaps(place, this.#window)) this.#dirty.push(place);
    if (this.#dirty.length > MOST_PLACES) this.#whole = true;
  }

  clear(): void {
    this.#whole = true;
  }

  /** Paints anew what was touched. @param standing everything that stands still, in any order */
  paint(standing: () => readonly Standing[]): boolean {
    if (this.#sheets.length === 0 || (!this.#whole && this.#dirty.length === 0)) return false;
    const places = this.#whole ? [this.#window] : apart(this.#dirty.map(outward));
    this.#dirty = [];
    this.#whole = false;
    const all = [...standing()].sort((a, b) => a.depth - b.depth);
    for (const place of places) {
      const there = all.filter((one) => overlaps(place, one.place));
      this.#sheets.forEach(({ texture: { context } }, i) => {
        const own = there.filter(({ depth }) => sheetOf(depth) === i);
        this.#paintPlace(context, place, own);
      });
    }
    for (const { texture } of this.#sheets) texture.refresh();
    return true;
  }

  /**
   * Copies of the sheets as they are, over them, for whoever lets them fade away.
   * @returns what shows them, and what takes them down
   */
  copies(): { readonly images: readonly GameObjects.Image[]; readonly remove: () => void } {
    const copies = this.#sheets.flatMap(({ texture, image }): Sheet[] => {
      const copy = this.#sheet(texture.width, texture.height, image.depth + 0.05);
      copy?.texture.context.drawImage(texture.canvas, 0, 0);
      copy?.texture.refresh();
      copy?.image.setPosition(image.x, image.y);
      return copy ? [copy] : [];
    });
    return { images: copies.map(({ image }) => image), remove: () => this.#remove(copies) };
  }

  #paintPlace(brush: CanvasRenderingContext2D, place: Rect, there: readonly Standing[]): void {
    const { x, y, w, h } = place;
    brush.save();
    brush.setTransform(1, 0, 0, 1, -this.#window.x, -this.#window.y);
    brush.beginPath();
    brush.rect(x, y, w, h);
    brush.clip();
    brush.clearRect(x, y, w, h);
    for (const one of there) paintOne(brush, one);
    brush.restore();
  }

  #lay(w: number, h: number): void {
    this.#remove(this.#sheets);
    this.#sheets = DEPTHS.flatMap((depth) => this.#sheet(w, h, depth) ?? []);
  }

  #sheet(w: number, h: number, depth: number): Sheet | null {
    this.#made += 1;
    const texture = this.#scene.textures.createCanvas(`${this.#name}/${this.#made}`, w, h);
    if (!texture) return null;
    const image = this.#scene.add.image(0, 0, texture.key).setOrigin(0, 0).setDepth(depth);
    return { texture, image };
  }

  #remove(sheets: readonly Sheet[]): void {
    for (const { image, texture } of sheets) {
      image.destroy();
      this.#scene.textures.remove(texture);
    }
  }
}

/** Those that overlap become one, so that nothing is painted twice. */
function apart(places: readonly Rect[]): readonly Rect[] {
  const out: Rect[] = [];
  for (const place of places) {
    let one = place;
    for (let i = out.length - 1; i >= 0; i -= 1) {
      const other = out[i];
      if (!other || !overlaps(one, other)) continue;
      one = around(one, other);
      out.splice(i, 1);
      // It has grown: it may have come to those that it was apart from.
      i = out.length;
    }
    out.push(one);
  }
  return out;
}

/** Places are cleared to whole pixels, with what smoothing has put around them. */
function outward({ x, y, w, h }: Rect): Rect {
  const left = Math.floor(x) - 1;
  const top = Math.floor(y) - 1;
  return rect(left, top, Math.ceil(x + w) + 1 - left, Math.ceil(y + h) + 1 - top);
}

function paintOne(brush: CanvasRenderingContext2D, { image, lit, place }: Standing): void {
  const { frame } = image;
  brush.globalAlpha = lit;
  brush.drawImage(
    frame.source.image as HTMLCanvasElement,
    frame.cutX,
    frame.cutY,
    frame.cutWidth,
    frame.cutHeight,
    place.x,
    place.y,
    place.w,
    place.h,
  );
}
