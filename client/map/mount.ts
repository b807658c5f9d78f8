import { CANVAS, Core, Game, Scale, WEBGL } from 'phaser';
import type { MapHandle, MapOptions } from './handle.ts';
import { LiveMap } from './live.ts';
import { MapScene } from './motion/scene.ts';

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
