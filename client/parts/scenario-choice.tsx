import { sectionsOf } from '../../shared/course/lecture/registry.ts';
import { useApp } from '../app-context.ts';
import { readScenario, SCENARIOS } from '../state/page/scenario.ts';

/** Which scenario a class plays. */
export function ScenarioChoice(props: { chosen: string; choose: (scenario: string) => void }) {
  const { say } = useApp().words;
  const chosen = readScenario(props.chosen);
  return (
    <fieldset class="scenario-choice">
      <legend>{say('ui.host.scenario')}</legend>
      {SCENARIOS.map((id) => (
        <label key={id} class={`choice${chosen === id ? ' chosen' : ''}`}>
          <input
            type="radio"
            name="scenario"
            value={id}
            checked={chosen === id}
            onChange={() => props.choose(id)}
          />
          <span>
            <b>{say(`scenarios.${id}.name`)}</b>
            <small>
              {say(`scenarios.${id}.length`)} ·{' '}
              {say('ui.lecture.sections', { sections: numbered(sectionsOf(id)) })}
            </small>
            <span class="choice-note">{say(`scenarios.${id}.idea`)}</span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}

/** `§8 §23 §27` */
const numbered = (sections: readonly number[]): string =>
  sections.map((number) => `§${number}`).join(' ');
