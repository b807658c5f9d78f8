import type { Textures } from 'phaser';
import type { Stamp } from './piece.ts';
import type { Rect } from './rect.ts';

/** Where a stamp lies: a texture and the name of its frame in it. */
export interface Spot {
  readonly texture: string;
  readonly frame: string;
}

interface Page {
  readonly texture: Textures.CanvasTexture;
  readonly shelves: { y: number; h: number; x: number }[];
  readonly side: number;
  dirty: boolean;
}

interface Entry {
  readonly page: Page;
  readonly frame: string;
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
  uses: number;
  readonly cuts: Set<string>;
}

/** Keeps neighbours from bleeding into each other while zooming. */
const MARGIN = 2;
/** More pages than this, and it is time to start afresh. */
const CROWDED = 8;

/**
 * Paints stamps into a few large canvases, so that a whole map is drawn from few textures. What is
 * no longer used stays until its place is needed.
 */
export class Atlas {
  readonly #textures: Textures.TextureManager;
  readonly #name: string;
  readonly #pages: Page[] = [];
  readonly #entries = new Map<string, Entry>();
  #made = 0;
  #ratio = 1;

  constructor(textures: Textures.TextureManager, name: string) {
    this.#textures = textures;
    this.#name = name;
  }

  get crowded(): boolean {
    return this.#pages.length > CROWDED;
  }

  /** Forgets everything. @param ratio device pixels in one pixel of a stamp */
  reset(ratio: number): void {
    for (const { texture } of this.#pages) this.#textures.remove(texture);
    this.#pages.length = 0;
    this.#entries.clear();
    this.#ratio = ratio;
  }

  /** Paints the stamp unless it is there already; give it back with `drop`. */
  take(stamp: Stamp, cut: Rect | undefined): Spot {
    let entry = this.#entries.get(stamp.key);
    if (!entry) {
      entry = this.#paint(stamp);
      this.#entries.set(stamp.key, entry);
    }
    entry.uses += 1;
    const { texture } = entry.page;
    if (!cut) return { texture: texture.key, frame: entry.frame };
    const frame = `${entry.frame}/${cut.x},${cut.y},${cut.w},${cut.h}`;
    if (!entry.cuts.has(frame)) {
      entry.cuts.add(frame);
      const r = this.#ratio;
      const x = Math.round(cut.x * r);
      const y = Math.round(cut.y * r);
      const w = Math.max(1, Math.round((cut.x + cut.w) * r) - x);
      const h = Math.max(1, Math.round((cut.y + cut.h) * r) - y);
      texture.add(frame, 0, entry.x + x, entry.y + y, w, h);
    }
    return { texture: texture.key, frame };
  }

  drop(stamp: Stamp): void {
    const entry = this.#entries.get(stamp.key);
    if (entry) entry.uses -= 1;
  }

  /** Hands what was painted to the renderer. */
  flush(): void {
    for (const page of this.#pages) {
      if (page.dirty) page.texture.refresh();
      page.dirty = false;
    }
  }

  #paint(stamp: Stamp): Entry {
    const r = this.#ratio;
    const w = Math.max(1, Math.ceil(stamp.size.w * r - 0.01));
    const h = Math.max(1, Math.ceil(stamp.size.h * r - 0.01));
    const place = this.#place(w, h);
    const brush = place.page.texture.context;
    brush.save();
    brush.setTransform(1, 0, 0, 1, 0, 0);
    brush.clearRect(place.x - MARGIN / 2, place.y - MARGIN / 2, w + MARGIN, h + MARGIN);
    brush.beginPath();
    brush.rect(place.x, place.y, w, h);
    brush.clip();
    brush.setTransform(r, 0, 0, r, place.x, place.y);
    stamp.paint(brush);
    brush.restore();
    place.page.dirty = true;
    this.#made += 1;
    const frame = `s${this.#made}`;
    place.page.texture.add(frame, 0, place.x, place.y, w, h);
    return { ...place, frame, w, h, uses: 0, cuts: new Set() };
  }

  #place(w: number, h: number): { page: Page; x: number; y: number } {
    for (const page of this.#pages) {
      const spot = onShelf(page, w, h);
      if (spot) return { page, ...spot };
    }
    for (const [key, entry] of this.#entries) {
      if (entry.uses > 0 || entry.w !== w || entry.h !== h) continue;
      this.#entries.delete(key);
      for (const frame of [entry.frame, ...entry.cuts]) entry.page.texture.remove(frame);
      return { page: entry.page, x: entry.x, y: entry.y };
    }
    const page = this.#addPage(w, h);
    return { page, ...(onShelf(page, w, h) ?? { x: MARGIN, y: MARGIN }) };
  }

  #addPage(w: number, h: number): Page {
    const usual = this.#ratio > 1.5 ? 2048 : 1024;
    const side = Math.max(usual, w + MARGIN * 2, h + MARGIN * 2);
    this.#made += 1;
    const texture = this.#textures.createCanvas(`${this.#name}/${this.#made}`, side, side);
    if (!texture) throw new Error('the map has no canvas to paint on');
    const page: Page = { texture, shelves: [], side, dirty: true };
    this.#pages.push(page);
    return page;
  }
}

/** A place on a shelf that is high enough and not much too high, or on a new one. */
function onShelf(page: Page, w: number, h: number): { x: number; y: number } | null {
  const shelf = page.shelves.find(
    (one) => one.h >= h && one.h <= h * 1.35 + 2 && one.x + w + MARGIN <= page.side,
  );
  if (shelf) {
    const { x, y } = shelf;
    shelf.x += w + MARGIN;
    return { x, y };
  }
  const last = page.shelves.at(-1);
  const y = last ? last.y + last.h + MARGIN : MARGIN;
  if (y + h + MARGIN > page.side || w + MARGIN * 2 > page.side) return null;
  page.shelves.push({ y, h, x: MARGIN + w + MARGIN });
  return { x: MARGIN, y };
}
