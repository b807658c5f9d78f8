import { useApp } from '../app-context.ts';
import { KEY_MODES } from '../state/page/pressed.ts';

/** How letters and digits are pressed: some people speak to their computer, or rest on the keys. */
export function KeyModes() {
  const { words, keys } = useApp();
  return (
    <fieldset class="key-modes">
      <legend>{words.say('ui.help.modes')}</legend>
      {KEY_MODES.map((mode) => (
        <label key={mode}>
          <input
            type="radio"
            name="key-mode"
            checked={keys.mode.value === mode}
            onChange={() => keys.choose(mode)}
          />
          {words.say(`ui.help.mode.${mode}`)}
        </label>
      ))}
    </fieldset>
  );
}
