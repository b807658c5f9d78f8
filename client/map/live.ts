import { Core, type Game } from 'phaser';
import type { RowRef } from '../../shared/world/fact.ts';
import { compose, type Drawing, NOTHING_DRAWN } from './compose.ts';
import { openTypeface, type Typeface } from './drawing/fonts.ts';
import type { Writer } from './drawing/labels.ts';
import type { MapTheme } from './drawing/palette.ts';
import { common, contains, grow, overlaps, type Rect, rect, type Size } from './drawing/rect.ts';
import { createSetter } from './drawing/text.ts';
import { type Facts, placesOfJobs, readFacts } from './facts.ts';
import type { MapHandle, MapInput, MapOptions, MapStats } from './handle.ts';
import { hit } from './hit.ts';
import { LAYERS } from './layers/registry.ts';
import { DESK_SCALE, type Plan, planMap, shapeOf, WALL_SCALE } from './layout.ts';
import { FITTED, panned, settled, type View, zoomedAt } from './motion/camera.ts';
import { listen } from './motion/pointer.ts';
import type { MapScene } from './motion/scene.ts';
import { traffic } from './network/flows.ts';
import type { Sketch } from './sketch.ts';
import { withShelves } from './trust/shelf.ts';

/** The page's type where nobody has changed it. CSS pixels. */
const USUAL_TYPE = 16;
/** After a zoom has been still for so long, everything is painted anew at its size. Milliseconds. */
const SETTLE = 160;
/** Texts remembered before all are forgotten. */
const MOST_SAID = 4000;
/** How far beyond the edges of the screen things are kept ready. CSS pixels. */
const READY_AROUND = 240;

/** Turns what it is shown into a drawing, draws it when it changed, and sleeps. */
export class LiveMap implements MapHandle {
  readonly #game: Game;
  readonly #scene: MapScene;
  readonly #options: MapOptions;
  readonly #typeface: Typeface;
  readonly #writer: Writer;
  readonly #deafen: () => void;
  #theme: MapTheme;
  #input: MapInput | null = null;
  #facts: Facts | null = null;
  #plan: Plan | null = null;
  /** The plan as the present layer shows it. */
  #shown: Plan | null = null;
  /** What the plan follows from, beside size and zoom. */
  #shape = '';
  /** The zoom at which everything on the map was painted. */
  #painted = 1;
  #drawing: Drawing = { pieces: [], trips: [], tally: NOTHING_DRAWN };
  #hover: RowRef | null = null;
  #view: View = FITTED;
  #area: Size = { w: 0, h: 0 };
  #ratio = 1;
  #covered = 0;
  /** How much larger than usual the page writes: on a large screen, or as the reader wishes. */
  #large = 1;
  /** The part of the drawing whose pieces stand on the map. */
  #window: Rect = rect(0, 0, 0, 0);
  #redraws = 0;
  readonly #said = new Map<string, string>();
  #due = 0;
  #settling: ReturnType<typeof setTimeout> | undefined;
  #destroyed = false;

  constructor(game: Game, scene: MapScene, options: MapOptions) {
    this.#game = game;
    this.#scene = scene;
    this.#options = options;
    const { theme } = options;
    this.#theme = theme;
    this.#typeface = openTypeface(theme.font, () => this.#rebuild());
    this.#writer = {
      say: (path, values) => this.#say(path, values),
      setter: createSetter(this.#typeface.measure, theme.font),
      family: theme.font,
    };
    game.events.on(Core.Events.POST_RENDER, this.#afterRender);
    game.canvas.addEventListener('webglcontextrestored', this.#rebuild);
    this.#deafen = listen(game.canvas, {
      hover: (x, y) => this.#point(this.#at(x, y)),
      leave: () => this.#point(null),
      tap: (x, y) => options.onSelect(this.#at(x, y)),
      twice: (x, y) => this.#twice(this.#at(x, y)),
      pan: (dx, dy) => this.#look(panned(this.#view, this.#area, dx, dy)),
      zoom: (factor, x, y) => this.#look(zoomedAt(this.#view, this.#area, factor, x, y)),
    });
    this.resize();
  }

  get stats(): MapStats {
    return { ...this.#drawing.tally, redraws: this.#redraws };
  }

  show(input: MapInput): void {
    const first = this.#input === null;
    const before = this.#input;
    this.#input = input;
    if (before && !this.#tells(before, input)) {
      this.#pass();
      return;
    }
    for (const { text } of input.calls ?? []) this.#typeface.note(text);
    if (before?.view !== input.view) {
      this.#facts = readFacts(input.view);
      const shape = shapeOf(this.#facts);
      if (shape !== this.#shape) this.#plan = null;
      this.#shape = shape;
    }
    this.#draw(first || this.#options.reducedMotion);
  }

  /** A clock that goes on says something only to jobs under way. */
  #tells(before: MapInput, now: MapInput): boolean {
    const same =
      before.view === now.view &&
      before.selection === now.selection &&
      before.layer === now.layer &&
      before.offered === now.offered &&
      before.calls === now.calls &&
      before.blast === now.blast;
    return !same || now.view.tables.jobs.some((job) => job !== null);
  }

  /** A clock that only goes on sends off packets, and nothing else is drawn anew. */
  #pass(): void {
    const sketch = this.#sketch();
    if (!sketch?.look.zones || !this.#plan || sketch.still) return;
    const { trips } = traffic(sketch, this.#plan);
    if (this.#scene.images.travel(trips, this.#window)) this.#invalidate();
  }

  /** Each text is asked for once in each language: a tick asks for hundreds. */
  #say(path: string, values?: Record<string, string | number>): string {
    const key = values === undefined ? path : `${path}|${Object.values(values).join('|')}`;
    const known = this.#said.get(key);
    if (known !== undefined) return known;
    const text = this.#options.label(path, values);
    this.#typeface.note(text);
    if (this.#said.size > MOST_SAID) this.#said.clear();
    this.#said.set(key, text);
    return text;
  }

  relabel(): void {
    this.#said.clear();
    this.#draw(true);
  }

  recolour(theme: MapTheme): void {
    this.#theme = theme;
    this.#scene.recolour(theme);
    if (this.#area.w > 0) this.#scene.ground(this.#area, this.#ratio);
    this.#rebuild();
  }

  resize(): void {
    const { parent } = this.#options;
    const area = { w: parent.clientWidth, h: parent.clientHeight };
    const ratio = window.devicePixelRatio || 1;
    if (area.w < 1 || area.h < 1) return;
    const covered = Math.round(this.#options.covered?.() ?? 0);
    const { w, h } = this.#area;
    const same = area.w === w && area.h === h && ratio === this.#ratio;
    if (same && covered === this.#covered) return;
    this.#covered = covered;
    this.#large =
      Number.parseFloat(getComputedStyle(document.documentElement).fontSize) / USUAL_TYPE;
    if (same) {
      this.#rebuild();
      return;
    }
    this.#area = area;
    this.#ratio = ratio;
    const { scale } = this.#game;
    // In this order: a zoom is what gives the canvas its size on the page.
    scale.resize(Math.round(area.w * ratio), Math.round(area.h * ratio));
    scale.setZoom(1 / ratio);
    this.#scene.ground(area, ratio);
    this.#view = settled(this.#view, area);
    this.#rebuild();
  }

  destroy(): void {
    if (this.#destroyed) return;
    this.#destroyed = true;
    clearTimeout(this.#settling);
    cancelAnimationFrame(this.#due);
    this.#deafen();
    this.#game.canvas.removeEventListener('webglcontextrestored', this.#rebuild);
    this.#typeface.close();
    this.#game.events.off(Core.Events.POST_RENDER, this.#afterRender);
    this.#game.destroy(true);
    // The game ends on its next step, so it has to be awake for that.
    this.#game.loop.wake();
  }

  /** Everything anew, at the present size, zoom and sharpness. */
  readonly #rebuild = (): void => {
    if (this.#destroyed) return;
    this.#plan = null;
    this.#scene.images.clear(this.#ratio);
    this.#draw(true);
    this.#invalidate();
  };

  #sketch(): Sketch | null {
    const input = this.#input;
    const facts = this.#facts;
    if (!input || !facts) return null;
    return {
      facts,
      jobs: placesOfJobs(facts),
      look: LAYERS[input.layer],
      theme: this.#theme,
      writer: this.#writer,
      selection: input.selection,
      offered: input.offered,
      calls: input.calls ?? [],
      blast: input.blast ?? null,
      clock: input.clock,
      still: this.#options.reducedMotion,
      types: new Map(),
    };
  }

  #draw(calm: boolean): void {
    const sketch = this.#sketch();
    if (!sketch || this.#area.w < 1) return;
    const { wall = false } = this.#options;
    // While a zoom is under way the old plan stands, stretched; a new one waits for its end.
    this.#plan ??= planMap(
      sketch.facts,
      this.#area,
      this.#settling ? this.#painted : this.#view.zoom,
      { top: this.#covered, right: 0, bottom: 0, left: 0 },
      (wall ? WALL_SCALE : DESK_SCALE) * this.#large,
    );
    this.#painted = this.#plan.zoom;
    this.#shown = withShelves(this.#plan, sketch.facts, sketch.look);
    this.#drawing = compose(sketch, this.#shown, this.#hover);
    if (this.#scene.atlas.crowded) this.#scene.images.clear(this.#ratio);
    const changed = this.#aim() || this.#show(calm);
    const { images } = this.#scene;
    if (images.travel(calm ? [] : this.#drawing.trips, this.#window) || changed) this.#invalidate();
  }

  /** Puts the pieces near the screen on the map. */
  #show(calm: boolean): boolean {
    const { w, h } = this.#area;
    const k = this.#painted;
    this.#scene.images.cover(common(this.#window, rect(0, 0, w * k, h * k)));
    const near = this.#drawing.pieces.filter(({ box }) => overlaps(box, this.#window));
    return this.#scene.images.show(near, calm);
  }

  /** Points the camera. @returns whether other pieces came near the screen */
  #aim(): boolean {
    this.#scene.look(this.#view, this.#painted, this.#ratio);
    const k = this.#painted / this.#view.zoom;
    const { x, y } = this.#view;
    const seen = rect(x * k, y * k, this.#area.w * k, this.#area.h * k);
    const inside =
      contains(this.#window, seen.x, seen.y) &&
      contains(this.#window, seen.x + seen.w - 1, seen.y + seen.h - 1);
    if (inside) return false;
    this.#window = grow(seen, READY_AROUND);
    return this.#show(true);
  }

  #look(view: View): void {
    const { zoom, x, y } = this.#view;
    if (view.zoom === zoom && view.x === x && view.y === y) return;
    this.#view = view;
    this.#aim();
    this.#invalidate();
    if (view.zoom === this.#painted) return;
    clearTimeout(this.#settling);
    this.#settling = setTimeout(() => {
      this.#settling = undefined;
      if (this.#view.zoom !== this.#painted) this.#rebuild();
    }, SETTLE);
  }

  /** What is at a point of the screen. */
  #at(x: number, y: number): RowRef | null {
    if (!this.#facts || !this.#shown) return null;
    const k = this.#painted / this.#view.zoom;
    return hit(this.#facts, this.#shown, (this.#view.x + x) * k, (this.#view.y + y) * k);
  }

  #point(ref: RowRef | null): void {
    if (ref === this.#hover) return;
    this.#hover = ref;
    this.#options.onPoint?.(ref);
    this.#game.canvas.style.cursor = ref === null ? 'default' : 'pointer';
    this.#draw(this.#options.reducedMotion);
  }

  /** A VM or a frame opens; anywhere else, everything comes into sight again. */
  #twice(ref: RowRef | null): void {
    const opens = ref !== null && !ref.startsWith('hosts/');
    if (opens && this.#options.onOpen) this.#options.onOpen(ref);
    else this.#look(FITTED);
  }

  /** Draws once, with the screen's next picture. */
  #invalidate(): void {
    if (this.#due !== 0 || this.#destroyed) return;
    this.#due = requestAnimationFrame(() => {
      this.#due = 0;
      this.#game.loop.wake();
    });
  }

  readonly #afterRender = (): void => {
    this.#redraws += 1;
    if (this.#scene.motion.idle) this.#game.loop.sleep();
  };
}
