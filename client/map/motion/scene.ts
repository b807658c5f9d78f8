import { type Cameras, Scene, type Textures } from 'phaser';
import { Atlas } from '../drawing/atlas.ts';
import type { MapTheme } from '../drawing/palette.ts';
import type { Size } from '../drawing/rect.ts';
import type { View } from './camera.ts';
import { Motion } from './motion.ts';
import { PieceImages } from './piece-images.ts';

const DOTS_EVERY = 24;
const GROUND = 'map/ground';

/** Phaser's part: images, a camera and a ground. It holds no fact of the game. */
export class MapScene extends Scene {
  readonly motion = new Motion();
  #theme: MapTheme;
  readonly #onReady: (scene: MapScene) => void;
  #images: PieceImages | null = null;

  constructor(theme: MapTheme, onReady: (scene: MapScene) => void) {
    super('map');
    this.#theme = theme;
    this.#onReady = onReady;
  }

  get images(): PieceImages {
    if (!this.#images) throw new Error('the map is not mounted yet');
    return this.#images;
  }

  get atlas(): Atlas {
    return this.#atlas;
  }

  #atlasMade: Atlas | null = null;

  get #atlas(): Atlas {
    this.#atlasMade ??= new Atlas(this.textures, 'map');
    return this.#atlasMade;
  }

  create(): void {
    this.#images = new PieceImages(this, this.#atlas, this.motion);
    this.#camera.setOrigin(0, 0).setBackgroundColor(this.#theme.ground);
    this.#onReady(this);
  }

  override update(): void {
    this.motion.step(performance.now());
    this.#images?.rest();
  }

  get #camera(): Cameras.Scene2D.Camera {
    return this.cameras.main;
  }

  /** The colours from now on; what is there already stays as it was painted. */
  recolour(theme: MapTheme): void {
    this.#theme = theme;
    this.#camera.setBackgroundColor(theme.ground);
  }

  /** Paints the ground anew. @param area in CSS pixels */
  ground(area: Size, ratio: number): void {
    this.#camera.setSize(Math.round(area.w * ratio), Math.round(area.h * ratio));
    const step = DOTS_EVERY * ratio;
    const width = Math.ceil(area.w * ratio + step);
    const height = Math.ceil(area.h * ratio + step);
    for (const image of this.children.getChildren()) {
      if (image.name === GROUND) image.destroy();
    }
    if (this.textures.exists(GROUND)) this.textures.remove(GROUND);
    const texture: Textures.CanvasTexture | null = this.textures.createCanvas(
      GROUND,
      width,
      height,
    );
    if (!texture) return;
    const brush = texture.context;
    brush.fillStyle = this.#theme.dot;
    for (let y = step / 2; y < height; y += step) {
      for (let x = step / 2; x < width; x += step) {
        brush.beginPath();
        brush.arc(x, y, 0.9 * ratio, 0, Math.PI * 2);
        brush.fill();
      }
    }
    texture.refresh();
    this.add.image(0, 0, GROUND).setOrigin(0, 0).setScrollFactor(0).setDepth(0).setName(GROUND);
  }

  /** Looks at a part of a drawing that was painted for `painted` zoom. */
  look(view: View, painted: number, ratio: number): void {
    const zoom = view.zoom / painted;
    const exact = Math.abs(zoom - 1) < 1e-6;
    const x = (view.x * ratio) / zoom;
    const y = (view.y * ratio) / zoom;
    this.#camera.setZoom(exact ? 1 : zoom);
    // Unzoomed, whole pixels keep the type sharp.
    this.#camera.setScroll(exact ? Math.round(x) : x, exact ? Math.round(y) : y);
    const step = DOTS_EVERY * ratio;
    for (const image of this.children.getChildren()) {
      if (image.name !== GROUND || !('setPosition' in image)) continue;
      const ground = image as Phaser.GameObjects.Image;
      const shift = (at: number): number => -Math.round((at * ratio) % step) / zoom;
      ground.setPosition(shift(view.x), shift(view.y)).setScale(1 / zoom);
    }
  }
}
