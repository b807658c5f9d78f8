import { useSignal } from '@preact/signals';
import { modes } from '../../../shared/protocol/modes/registry.ts';
import { useApp } from '../../app-context.ts';
import { SPEEDS } from '../../net/link.ts';
import { PageSettings } from '../../parts/page-settings.tsx';
import { leadingWorld } from '../../state/desk/desk-reading.ts';
import { clockOf } from '../../state/match/wording.ts';
import { ActButton, ActNote } from './act-note.tsx';
import { useDesk, useDeskState } from './desk-context.ts';
import { Confirm } from './dialog.tsx';

/** What is played, how time stands, and everything that stops or moves the whole class. */
export function DeskBar() {
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
        <Time />
      </div>
      <div class="desk-controls">
        {phase === 'live' && <Pace />}
        {phase === 'lobby' && (
          <ActButton class="button primary" act={{ kind: 'start', sameSeed: false }}>
            {say('ui.console.start')}
          </ActButton>
        )}
        <OpenProjector />
        <End />
        <PageSettings short />
        <span class="desk-bar-note">
          {['start', 'pause', 'resume', 'speed', 'end', 'close'].map((key) => (
            <ActNote key={key} of={key} />
          ))}
        </span>
      </div>
    </header>
  );
}

/** The time of the world that has come furthest, and what else there is to say about time. */
function Time() {
  const { say } = useApp().words;
  const { session, worlds } = useDeskState();
  const leading = leadingWorld(worlds);
  if (session.phase !== 'live' || leading === null) {
    return <span class="desk-phase">{say(`ui.console.phases.${session.phase}`)}</span>;
  }
  const { time } = session;
  const trouble =
    time.kind === 'paused'
      ? say('ui.console.paused')
      : time.kind === 'restart'
        ? say('ui.console.restart', { seconds: time.seconds })
        : time.slow
          ? say('ui.console.slow')
          : '';
  return (
    <>
      <b>{clockOf(Math.min(leading.tick, leading.overAt))}</b>
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

/** Ends the match while there is one, and the class otherwise. */
function End() {
  const { say } = useApp().words;
  const desk = useDesk();
  const { phase, retentionHours } = useDeskState().session;
  const asking = useSignal(false);
  const live = phase === 'live';
  const what = live ? 'end' : 'close';
  return (
    <>
      <button type="button" class="button danger-quiet" onClick={() => (asking.value = true)}>
        {say(`ui.console.${what}`)}
      </button>
      {asking.value && (
        <Confirm
          title={say(live ? 'ui.console.endSure' : 'ui.console.closeSure')}
          body={
            live
              ? say('ui.console.endBody')
              : say('ui.console.closeWarning', { hours: retentionHours })
          }
          action={say(`ui.console.${what}`)}
          act={() => void desk.act(what, { kind: what })}
          close={() => (asking.value = false)}
        />
      )}
    </>
  );
}
