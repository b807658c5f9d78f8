import { useSignal } from '@preact/signals';
import { modes } from '../../../shared/protocol/modes/registry.ts';
import { clockOf } from '../../../shared/text/clock.ts';
import { useApp } from '../../app-context.ts';
import { SPEEDS } from '../../net/link.ts';
import { PageSettings } from '../../parts/page/page-settings.tsx';
import { leadingWorld } from '../../state/desk/desk-reading.ts';
import { ActButton, ActNote } from './act-note.tsx';
import { useDesk, useDeskState } from './desk-context.ts';
import { Confirm } from './dialog.tsx';
import { useToldClock } from './use-told-clock.ts';

/**
 * What is played, how time stands, and everything that stops or moves the whole class.
 * @param world that is looked into: its time is told, else that of the whole class
 */
export function DeskBar({ world = 0 }: { world?: number }) {
  const { say } = useApp().words;
  const { session } = useDeskState();
  const { phase, code, settings } = session;
  return (
    <header class="desk-bar">
      <h1
        class="desk-code"
        aria-label={say('ui.console.codeSpoken', { code: [...code].join(' ') })}
      >
        {code}
      </h1>
      <p class="desk-played">
        <b>{say(`scenarios.${settings.scenario}.name`)}</b>
        <span>
          {say(`modes.${settings.mode}.name`)}
          {modes[settings.mode].swaps && ` · ${say(`ui.console.halves.${session.half}`)}`}
        </span>
      </p>
      <div class="desk-time" role="timer">
        <Time key={world} world={world} />
      </div>
      <div class="desk-controls">
        {phase === 'live' && <Pace />}
        {phase === 'lobby' && (
          <ActButton class="button primary" act={{ kind: 'start', sameSeed: false }}>
            {say('ui.console.start')}
          </ActButton>
        )}
        {phase === 'live' && <End />}
        <span class="desk-gap" />
        {phase !== 'closed' && <OpenProjector />}
        <PageSettings short />
        <span class="desk-bar-note">
          {['start', 'pause', 'resume', 'speed', 'end'].map((key) => (
            <ActNote key={key} of={key} />
          ))}
        </span>
      </div>
    </header>
  );
}

/** The time of that world, or of the one that has come furthest, and what else there is to say of it. */
function Time({ world }: { world: number }) {
  const { say } = useApp().words;
  const state = useDeskState();
  const { session, worlds } = state;
  const leading = worlds.find((one) => one.world === world) ?? leadingWorld(worlds);
  const { time } = session;
  const { tick, lost } = useToldClock(state, leading, time);
  if (session.phase !== 'live' || leading === null) {
    return <span class="desk-phase">{say(`ui.console.phases.${session.phase}`)}</span>;
  }
  const trouble = lost
    ? say('ui.console.lostLine')
    : time.kind === 'paused'
      ? say('ui.console.paused')
      : time.kind === 'restart'
        ? say('ui.console.restart', { seconds: time.seconds })
        : time.slow
          ? say('ui.console.slow')
          : '';
  return (
    <>
      <b>{clockOf(Math.min(tick.value, leading.overAt))}</b>
      <span class="desk-total">/ {clockOf(leading.overAt)}</span>
      <span class={`desk-phase${trouble === '' ? '' : ' warn-ink'}`}>
        {trouble === '' ? say(`ui.console.phases.${leading.phase}`) : trouble}
      </span>
    </>
  );
}

function Pace() {
  const { say } = useApp().words;
  const desk = useDesk();
  const { time } = useDeskState().session;
  const paused = time.kind === 'paused';
  return (
    <>
      <ActButton
        class={`button quiet desk-pause${paused ? ' on' : ''}`}
        act={{ kind: paused ? 'resume' : 'pause' }}
      >
        <svg class="icon" viewBox="0 0 12 12" aria-hidden="true">
          {paused ? <path d="M3 1.5v9l7.5-4.5z" /> : <path d="M2 1.5h3v9H2zM7 1.5h3v9H7z" />}
        </svg>
        {say(paused ? 'ui.console.resume' : 'ui.console.pause')}
      </ActButton>
      <select
        class="select"
        aria-label={say('ui.console.speed')}
        value={String(time.speed)}
        onChange={(event) => {
          const chosen = SPEEDS.find((value) => String(value) === event.currentTarget.value);
          if (chosen !== undefined) void desk.act('speed', { kind: 'speed', speed: chosen });
        }}
      >
        {SPEEDS.map((value) => (
          <option key={value} value={String(value)}>
            {value}×
          </option>
        ))}
      </select>
    </>
  );
}

function OpenProjector() {
  const { words, router } = useApp();
  const { say } = words;
  const key = useDesk().projectorKey.value;
  const { code } = useDeskState().session;
  if (key === '') return null;
  return (
    <a
      class="button quiet"
      href={router.address({ name: 'projector', code, key })}
      target="_blank"
      rel="noopener"
    >
      {say('ui.console.openProjector')}
      <span class="unseen">{say('ui.console.newTab')}</span>
      <svg class="icon" viewBox="0 0 12 12" aria-hidden="true">
        <path class="cross" d="M4.5 2.5H2v7.5h7.500V7.500M7 2h3v3M10 2L5.500 6.500" />
      </svg>
    </a>
  );
}

/** Ends the match of everyone, after asking once more. */
function End() {
  const { say } = useApp().words;
  const desk = useDesk();
  const asking = useSignal(false);
  return (
    <>
      <button type="button" class="button danger-quiet" onClick={() => (asking.value = true)}>
        {say('ui.console.end')}
      </button>
      {asking.value && (
        <Confirm
          title={say('ui.console.endSure')}
          body={say('ui.console.endBody')}
          action={say('ui.console.end')}
          act={() => void desk.act('end', { kind: 'end' })}
          close={() => (asking.value = false)}
        />
      )}
    </>
  );
}
