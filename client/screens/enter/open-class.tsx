import { useSignal } from '@preact/signals';
import { useApp } from '../../app-context.ts';
import { ScenarioChoice } from '../../parts/scenario-choice.tsx';
import { DEFAULT_SCENARIO, type ScenarioId } from '../../state/scenario.ts';
import { EnterFrame } from './enter-frame.tsx';

/** Opens a session: whoever does it hosts it and has its first seat. */
export function OpenClass() {
  const { say } = useApp().words;
  const scenario = useSignal<ScenarioId>(DEFAULT_SCENARIO);
  return (
    <EnterFrame
      title={say('ui.enter.hostTitle')}
      body={say('ui.enter.hostBody')}
      action={say('ui.enter.hostGo')}
      doing={say('ui.enter.opening')}
      entry={(nickname) => ({ kind: 'create', nickname, scenario: scenario.value })}
    >
      <ScenarioChoice chosen={scenario} />
    </EnterFrame>
  );
}
