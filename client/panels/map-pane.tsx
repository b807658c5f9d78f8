import { computed, effect, useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { rowsOf } from '../../shared/view/reading.ts';
import type { BlueView } from '../../shared/view/view.ts';
import { TENANT_NAMES } from '../../shared/world/people/tenant.ts';
import { useApp } from '../app-context.ts';
import { useGame } from '../game-context.ts';
import type { MapHandle } from '../map/handle.ts';
import type { Game } from '../state/match/game.ts';
import type { LanguageState } from '../state/page/language.ts';
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
function coloursOf(palette: readonly string[], view: BlueView | null): readonly string[] {
  if (view === null) return palette;
  return rowsOf(view, 'tenants').map(({ name }) => palette[TENANT_NAMES.indexOf(name)] ?? '');
}

const NOTHING_OVER_IT = { top: 0, right: 0, bottom: 0, left: 0 };

async function openMap(
  parent: HTMLElement,
  game: Game,
  words: LanguageState,
  onOpen: () => void,
  wall: boolean,
): Promise<MapHandle> {
  const [{ mountMap }, { DARK }] = await Promise.all([
    import('../map/mount.ts'),
    import('../map/drawing/palette.ts'),
  ]);
  return mountMap({
    parent,
    renderer: rendererOf(location.search),
    label: words.say,
    onSelect: game.select,
    onOpen: (ref) => {
      game.select(ref);
      onOpen();
    },
    wall,
    ...(wall ? { inset: NOTHING_OVER_IT } : {}),
    reducedMotion: matchMedia('(prefers-reduced-motion: reduce)').matches,
    theme: { ...DARK, tenants: coloursOf(DARK.tenants, game.view.peek()) },
  });
}

/** Hands the map what it shows, and everything that changes it. The answer lets go of it. */
function follow(map: MapHandle, parent: HTMLElement, game: Game, words: LanguageState): () => void {
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
      clock: game.clock.tick.value,
    });
  });
  let first = true;
  const stopLabels = effect(() => {
    // Read here, so that a switch of language comes back to this effect.
    if (words.language.value !== null && !first) map.relabel();
    first = false;
  });
  const watcher = new ResizeObserver(() => map.resize());
  watcher.observe(parent);
  return () => {
    stopShowing();
    stopLabels();
    watcher.disconnect();
    map.destroy();
  };
}

/** The place of the map. It comes by itself, later; nothing waits for it. */
export function MapPane({ onOpen, wall = false }: { onOpen: () => void; wall?: boolean }) {
  const { words } = useApp();
  const game = useGame();
  const place = useRef<HTMLDivElement>(null);
  const state = useSignal<'loading' | 'shown' | 'failed'>('loading');
  useEffect(() => {
    const parent = place.current;
    if (parent === null) return;
    let gone = false;
    let letGo = (): void => {};
    openMap(parent, game, words, onOpen, wall).then(
      (map) => {
        if (gone) map.destroy();
        else {
          letGo = follow(map, parent, game, words);
          state.value = 'shown';
        }
      },
      () => {
        if (!gone) state.value = 'failed';
      },
    );
    return () => {
      gone = true;
      letGo();
    };
  }, [game, words, wall]);

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
