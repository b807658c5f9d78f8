import { computed, effect, useSignal } from '@preact/signals';
import type { RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { rowsOf } from '../../shared/view/reading.ts';
import type { BlueView } from '../../shared/view/view.ts';
import { TENANT_NAMES } from '../../shared/world/people/tenant.ts';
import { type App, useApp } from '../app-context.ts';
import { useGame } from '../game-context.ts';
import type { MapTheme } from '../map/drawing/palette.ts';
import type { MapHandle } from '../map/handle.ts';
import { loadPart } from '../net/load.ts';
import type { Game } from '../state/match/game.ts';
import type { Theme } from '../state/page/theme.ts';
import { mapCalls } from './talk/map-calls.ts';

type Renderer = 'canvas' | 'webgl' | 'auto';

/** `?renderer=` in the address, for machines on which the usual choice goes wrong. */
function rendererOf(search: string): Renderer {
  const asked = new URLSearchParams(search).get('renderer');
  return asked === 'canvas' || asked === 'webgl' ? asked : 'auto';
}

/**
 * The palette's colours are in the order of the tenants' names, the map's in that of a scenario's
 * tenants: a tenant has the same colour everywhere and in every scenario.
 */
function paletteFor(theme: MapTheme, view: BlueView | null): MapTheme {
  if (view === null) return theme;
  const tenants = rowsOf(view, 'tenants').map(
    ({ name }) => theme.tenants[TENANT_NAMES.indexOf(name)] ?? '',
  );
  return { ...theme, tenants };
}

/** What is around a map. */
interface Frame {
  readonly wall: boolean;
  /** What floats over its upper edge. */
  readonly floats: RefObject<HTMLElement | null> | undefined;
}

function coveredBy(floats: HTMLElement | null): number {
  return floats === null ? 0 : floats.offsetTop + floats.offsetHeight;
}

interface OpenMap {
  readonly map: MapHandle;
  /** The palette of a theme of the page. */
  readonly palette: (theme: Theme) => MapTheme;
}

const loadMap = () => Promise.all([import('../map/mount.ts'), import('../map/drawing/palette.ts')]);

async function openMap(
  [{ mountMap }, { THEMES }]: Awaited<ReturnType<typeof loadMap>>,
  parent: HTMLElement,
  game: Game,
  { words, theme }: App,
  onOpen: () => void,
  { wall, floats }: Frame,
): Promise<OpenMap> {
  const palette = (name: Theme): MapTheme => paletteFor(THEMES[name], game.view.peek());
  const map = await mountMap({
    parent,
    renderer: rendererOf(location.search),
    label: words.say,
    onSelect: game.select,
    onPoint: (ref) => {
      game.blast.pointed.value = ref;
    },
    onOpen: (ref) => {
      game.select(ref);
      onOpen();
    },
    wall,
    covered: () => coveredBy(floats?.current ?? null),
    reducedMotion: matchMedia('(prefers-reduced-motion: reduce)').matches,
    theme: palette(theme.theme.peek()),
  });
  return { map, palette };
}

const LOOK_MS = 500;

/**
 * Calls back when a pixel of the page is of another size: it was moved to another screen, or zoomed.
 * Browsers tell of it in different ways and some in none, so it is looked at.
 */
function watchRatio(changed: () => void): () => void {
  let ratio = devicePixelRatio;
  const timer = setInterval(() => {
    if (devicePixelRatio === ratio) return;
    ratio = devicePixelRatio;
    changed();
  }, LOOK_MS);
  return () => clearInterval(timer);
}

/** Hands the map what it shows, and everything that changes it. The answer lets go of it. */
function follow(
  { map, palette }: OpenMap,
  around: readonly (HTMLElement | null | undefined)[],
  game: Game,
  { words, theme }: App,
): () => void {
  const calls = computed(() => mapCalls(words.say, game));
  const stopShowing = effect(() => {
    const view = game.view.value;
    if (view === null) return;
    map.show({
      view,
      selection: game.selection.value,
      layer: game.layer.value,
      offered: game.offered.value,
      calls: calls.value,
      blast: game.blast.now.value,
      clock: game.clock.tick.value,
    });
  });
  let first = true;
  const stopLabels = effect(() => {
    // Read here, so that a switch of language comes back to this effect.
    if (words.language.value !== null && !first) map.relabel();
    first = false;
  });
  let shown = theme.theme.peek();
  const stopColours = effect(() => {
    const now = theme.theme.value;
    if (now !== shown) map.recolour(palette(now));
    shown = now;
  });
  const watcher = new ResizeObserver(() => map.resize());
  for (const one of around) if (one) watcher.observe(one);
  const stopRatio = watchRatio(() => map.resize());
  return () => {
    stopShowing();
    stopLabels();
    stopColours();
    watcher.disconnect();
    stopRatio();
    map.destroy();
  };
}

interface MapPaneProps extends Partial<Frame> {
  readonly onOpen: () => void;
}

/** The place of the map. It comes by itself, later; nothing waits for it. */
export function MapPane({ onOpen, wall = false, floats }: MapPaneProps) {
  const app = useApp();
  const { words } = app;
  const game = useGame();
  const place = useRef<HTMLDivElement>(null);
  const state = useSignal<'loading' | 'shown' | 'failed'>('loading');
  useEffect(() => {
    const parent = place.current;
    if (parent === null) return;
    let gone = false;
    let letGo = (): void => {};
    // Meanwhile everything can be done by the list, and a lost connection is told elsewhere.
    const part = loadPart(loadMap, app.waiting, () => {});
    const opened = part.result.then((parts) =>
      gone ? null : openMap(parts, parent, game, app, onOpen, { wall, floats }),
    );
    opened.then(
      (open) => {
        if (open === null) return;
        if (gone) open.map.destroy();
        else {
          letGo = follow(open, [parent, floats?.current], game, app);
          state.value = 'shown';
        }
      },
      () => {
        if (!gone) state.value = 'failed';
      },
    );
    return () => {
      gone = true;
      part.stop();
      letGo();
    };
  }, [game, app, wall, floats]);

  return (
    <>
      <div
        class="map"
        ref={place}
        role="img"
        aria-label={
          wall
            ? words.say('ui.match.mapLabel')
            : words.say('ui.tree.mapOf', { layer: words.say(`ui.match.${game.layer.value}`) })
        }
      />
      {state.value !== 'shown' && (
        <p class="map-note" role="status">
          {words.say(state.value === 'loading' ? 'ui.match.mapLoading' : 'ui.match.mapFailed')}
        </p>
      )}
    </>
  );
}
