import { useApp } from '../app-context.ts';
import { useGame } from '../game-context.ts';
import { Key } from '../parts/key.tsx';
import type { Layer } from '../state/match/game.ts';

const LAYERS: readonly Layer[] = ['compute', 'memory', 'network', 'traps'];

export function LayerSwitch() {
  const { words } = useApp();
  const { layer } = useGame();
  return (
    <fieldset class="layers">
      <legend class="unseen">{words.say('ui.match.layers')}</legend>
      {LAYERS.map((name, i) => (
        <button
          key={name}
          type="button"
          class="layer"
          aria-pressed={layer.value === name}
          aria-keyshortcuts={String(i + 1)}
          onClick={() => {
            layer.value = name;
          }}
        >
          <Key name={String(i + 1)} />
          {words.say(`ui.match.${name}`)}
        </button>
      ))}
    </fieldset>
  );
}
