import { CANVAS, Core, Game, Scale, WEBGL } from 'phaser';
import type { BlueView } from '../../shared/view/view.ts';
import type { RowRef } from '../../shared/world/fact.ts';
import type { Tally } from './compose.ts';
import type { MapTheme } from './drawing/palette.ts';
import type { Layer } from './layers/registry.ts';
import type { Inset } from './layout.ts';
import { LiveMap } from './live.ts';
import { MapScene } from './motion/scene.ts';
import type { MapCall } from './sketch.ts';

/** Everything the map shows. It is a function of this and of where one has zoomed to. */
export interface MapInput {
  readonly view: BlueView;
  readonly selection: RowRef | null;
  readonly layer: Layer;
  /** Frames the allocator would hand out for what the player is considering, in its order. */
  readonly offered: readonly number[];
  /** Where teammates have just pointed; nobody, unless told. */
  readonly calls?: readonly MapCall[];
  /** The current tick, with its fraction. */
  readonly clock: number;
}

export interface MapOptions {
  readonly parent: HTMLElement;
  readonly renderer: 'canvas' | 'webgl' | 'auto';
  label(path: string, values?: Record<string, string | number>): string;
  onSelect(ref: RowRef | null): void;
  onOpen?(ref: RowRef): void;
  readonly reducedMotion: boolean;
  readonly theme: MapTheme;
  /** CSS pixels at each side that something else covers. Unless told: the layer switch, at the top. */
  readonly inset?: Inset;
  /** It is read from the back of a room: as large as it fits, and nothing floats over it. */
  readonly wall?: boolean;
}

export interface MapStats extends Tally {
  /** Times the picture was drawn since the map was mounted. It stands still while nothing changes. */
  readonly redraws: number;
}

export interface MapHandle {
  show(input: MapInput): void;
  /** The language changed. */
  relabel(): void;
  /** The parent's size or the screen's sharpness changed. */
  resize(): void;
  destroy(): void;
  readonly stats: MapStats;
}

const SOFTWARE = /swiftshader|llvmpipe|softpipe|software|basic render/i;

/** WebGL where there is hardware for it: in software it is several times slower than a canvas. */
function rendererFor(wish: MapOptions['renderer']): number {
  if (wish === 'canvas') return CANVAS;
  if (wish === 'webgl') return WEBGL;
  const probe = document.createElement('canvas');
  const gl = probe.getContext('webgl', { failIfMajorPerformanceCaveat: true });
  if (!gl) return CANVAS;
  // Browsers do not all keep the promise above, but they say what draws.
  const info = gl.getExtension('WEBGL_debug_renderer_info');
  const drawnBy = String(gl.getParameter(info?.UNMASKED_RENDERER_WEBGL ?? gl.RENDERER));
  gl.getExtension('WEBGL_lose_context')?.loseContext();
  return SOFTWARE.test(drawnBy) ? CANVAS : WEBGL;
}

/** Puts a map into its parent. It draws nothing until it is shown something. */
export function mountMap(options: MapOptions): Promise<MapHandle> {
  const { parent, theme } = options;
  const ratio = window.devicePixelRatio || 1;
  // Phaser takes these two over and never gives them back.
  const { onblur, onfocus } = window;
  return new Promise((resolve) => {
    const scene = new MapScene(theme, (ready) => {
      resolve(new LiveMap(game, ready, options));
    });
    const game: Game = new Game({
      type: rendererFor(options.renderer),
      parent,
      backgroundColor: theme.ground,
      scale: {
        mode: Scale.NONE,
        width: Math.max(1, Math.round(parent.clientWidth * ratio)),
        height: Math.max(1, Math.round(parent.clientHeight * ratio)),
        zoom: 1 / ratio,
      },
      scene,
      // Pointer events are read straight from the canvas, so that a sleeping game hears them.
      input: { keyboard: false, mouse: false, touch: false, gamepad: false },
      audio: { noAudio: true },
      banner: false,
      autoFocus: false,
      disableContextMenu: false,
      render: {
        antialias: true,
        // Everything is an image at whole pixels: smoothing the edges of triangles buys nothing.
        antialiasGL: false,
        roundPixels: false,
        maxTextures: 4,
        powerPreference: 'low-power',
      },
    });
    game.events.once(Core.Events.READY, () => {
      window.onblur = onblur;
      window.onfocus = onfocus;
    });
  });
}
