import { useApp } from '../app-context.ts';
import { useGame } from '../game-context.ts';
import { Key, useShortcut } from '../parts/key.tsx';
import { LAYERS } from '../state/match/layers.ts';

export function LayerSwitch() {
  const { words } = useApp();
  const { layer } = useGame();
  const shortcut = useShortcut();
  return (
    <fieldset class="layers">
      <legend class="unseen">{words.say('ui.match.layers')}</legend>
      {LAYERS.map((name, i) => (
        <button
          key={name}
          type="button"
          class="layer"
          aria-pressed={layer.value === name}
          aria-keyshortcuts={shortcut(String(i + 1))}
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
