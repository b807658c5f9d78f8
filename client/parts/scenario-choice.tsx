import type { Signal } from '@preact/signals';
import { useApp } from '../app-context.ts';
import { SCENARIOS, type ScenarioId } from '../state/scenario.ts';

/** Which scenario a class plays. */
export function ScenarioChoice({ chosen }: { chosen: Signal<ScenarioId> }) {
  const { say } = useApp().words;
  return (
    <fieldset class="scenario-choice">
      <legend>{say('ui.enter.scenario')}</legend>
      {SCENARIOS.map((id) => (
        <label key={id} class={`scenario${chosen.value === id ? ' chosen' : ''}`}>
          <input
            type="radio"
            name="scenario"
            value={id}
            checked={chosen.value === id}
            onChange={() => {
              chosen.value = id;
            }}
          />
          <span>
            <b>{say(`names.scenarios.${id}.name`)}</b>
            <small>{say(`names.scenarios.${id}.length`)}</small>
            <span class="scenario-idea">{say(`names.scenarios.${id}.idea`)}</span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}
