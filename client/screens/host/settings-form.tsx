import './host.css';
import type { Signal } from '@preact/signals';
import { TEAMS_PER_SESSION } from '../../../shared/protocol/limits.ts';
import { peopleAttack } from '../../../shared/protocol/modes/mode.ts';
import { MODES, modes } from '../../../shared/protocol/modes/registry.ts';
import type { SessionSettings } from '../../../shared/protocol/settings.ts';
import { MIND_NAMES } from '../../../shared/world/people/attacker.ts';
import { useApp } from '../../app-context.ts';
import { ScenarioChoice } from '../../parts/scenario-choice.tsx';
import { inMode, LENGTHS, withScenario, withTeams } from '../../state/desk/class-settings.ts';
import { isPeaceful } from '../../state/page/scenario.ts';

type Switch = {
  readonly [K in keyof SessionSettings]: SessionSettings[K] extends boolean ? K : never;
}[keyof SessionSettings];

/** Less often needed, so folded away. `versed` stands with the modes that ask for it. */
const SWITCHES: readonly Switch[] = [
  'lesson',
  'choose',
  'lockRoles',
  'chat',
  'standings',
  'approve',
  'locked',
];

interface SettingsFormProps {
  readonly value: Signal<SessionSettings>;
  /** The folded part is open from the start. */
  readonly unfolded?: boolean;
}

/** Everything an instructor settles for a class, before the match or between two. */
export function SettingsForm({ value, unfolded = false }: SettingsFormProps) {
  const { say } = useApp().words;
  const now = value.value;
  const change = (part: Partial<SessionSettings>): void => {
    value.value = { ...value.peek(), ...part };
  };
  return (
    <div class="settings-form">
      <div class="settings-column">
        <ScenarioChoice
          chosen={now.scenario}
          choose={(scenario) => {
            value.value = withScenario(value.peek(), scenario);
          }}
        />
        <label class="setting-line">
          <span>{say('ui.host.minutes')}</span>
          <select
            class="select"
            value={String(now.minutes ?? '')}
            onChange={(event) => {
              const chosen = event.currentTarget.value;
              change({ minutes: chosen === '' ? null : Number(chosen) });
            }}
          >
            <option value="">{say('ui.host.asScenario')}</option>
            {LENGTHS.map((count) => (
              <option key={count} value={String(count)}>
                {say('ui.host.minutesCount', { count })}
              </option>
            ))}
          </select>
        </label>
      </div>
      <div class="settings-column">
        <Modes value={value} />
        {isPeaceful(now.scenario) ? (
          <p class="hint">{say('ui.host.nobodyAttacks')}</p>
        ) : (
          <Level level={now.level} choose={(level) => change({ level })} />
        )}
      </div>
      <details class="settings-more" open={unfolded}>
        <summary>{say('ui.host.further')}</summary>
        <div class="switches">
          {SWITCHES.map((name) => (
            <Toggle key={name} name={name} on={now[name]} set={(on) => change({ [name]: on })} />
          ))}
        </div>
      </details>
    </div>
  );
}

function Modes({ value }: { value: Signal<SessionSettings> }) {
  const { say } = useApp().words;
  const now = value.value;
  const chosen = modes[now.mode];
  return (
    <div class="mode-choice">
      <fieldset>
        <legend>{say('ui.host.mode')}</legend>
        {MODES.filter((mode) => !(isPeaceful(now.scenario) && peopleAttack(modes[mode]))).map(
          (mode) => (
            <label key={mode} class={`choice${now.mode === mode ? ' chosen' : ''}`}>
              <input
                type="radio"
                name="mode"
                value={mode}
                checked={now.mode === mode}
                onChange={() => {
                  value.value = inMode(value.peek(), mode);
                }}
              />
              <span>
                <b>{say(`modes.${mode}.name`)}</b>
                <span class="choice-note">{say(`modes.${mode}.does`)}</span>
              </span>
            </label>
          ),
        )}
      </fieldset>
      {chosen.usualWorlds !== null && <TeamCount value={value} />}
      {peopleAttack(chosen) && (
        <>
          <Toggle
            name="versed"
            on={now.versed}
            set={(versed) => {
              value.value = { ...value.peek(), versed };
            }}
          />
          <p class="hint">{say('ui.host.law')}</p>
        </>
      )}
    </div>
  );
}

function TeamCount({ value }: { value: Signal<SessionSettings> }) {
  const { say } = useApp().words;
  const { mode, teams } = value.value;
  const perWorld = modes[mode].sides.length;
  const step = (by: number): void => {
    value.value = withTeams(value.peek(), teams + by);
  };
  const name = say(perWorld > 1 ? 'ui.host.worlds' : 'ui.host.teams');
  return (
    <fieldset class="setting-line team-count">
      <legend class="unseen">{name}</legend>
      <span aria-hidden="true">{name}</span>
      <span class="stepper">
        <button
          type="button"
          class="step-button"
          aria-label={say('ui.host.fewer')}
          aria-disabled={teams <= 1}
          onClick={() => step(-1)}
        >
          −
        </button>
        <output>
          {perWorld > 1
            ? say('ui.host.worldsCount', { count: teams, teams: perWorld * teams })
            : say('ui.host.teamsCount', { count: teams })}
        </output>
        <button
          type="button"
          class="step-button"
          aria-label={say('ui.host.more')}
          aria-disabled={teams >= TEAMS_PER_SESSION}
          onClick={() => step(1)}
        >
          +
        </button>
      </span>
    </fieldset>
  );
}

function Level(props: {
  level: SessionSettings['level'];
  choose: (level: SessionSettings['level']) => void;
}) {
  const { say } = useApp().words;
  return (
    <fieldset class="level-choice">
      <legend>{say('ui.host.level')}</legend>
      {MIND_NAMES.map((level) => (
        <label key={level} class={`choice${props.level === level ? ' chosen' : ''}`}>
          <input
            type="radio"
            name="level"
            value={level}
            checked={props.level === level}
            onChange={() => props.choose(level)}
          />
          <span>
            <b>{say(`ui.host.levels.${level}`)}</b>
            <span class="choice-note">{say(`ui.host.levelNotes.${level}`)}</span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}

function Toggle(props: { name: Switch; on: boolean; set: (on: boolean) => void }) {
  const { say } = useApp().words;
  return (
    <label class="toggle">
      <input
        type="checkbox"
        checked={props.on}
        onChange={(event) => props.set(event.currentTarget.checked)}
      />
      <span>
        <b>{say(`ui.host.switches.${props.name}`)}</b>
        <span class="choice-note">{say(`ui.host.switchNotes.${props.name}`)}</span>
      </span>
    </label>
  );
}
