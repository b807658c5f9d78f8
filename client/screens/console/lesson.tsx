import './lesson.css';
import { useSignal } from '@preact/signals';
import { LESSON, partAfter } from '../../../shared/protocol/lesson.ts';
import { digits } from '../../../shared/text/clock.ts';
import { useApp } from '../../app-context.ts';
import { ActNote } from './act-note.tsx';
import { useDesk, useDeskState } from './desk-context.ts';
import { Confirm } from './dialog.tsx';
import { partName } from './words.ts';

/** The 50 minutes on one line under the bar: what is on and for how long, and the step to what comes next. */
export function LessonStrip() {
  const { say } = useApp().words;
  const { lesson } = useDeskState();
  const now = lesson === null ? undefined : LESSON[lesson.part];
  if (lesson === null || now === undefined) return null;
  const planned = now.to - now.from;
  const minutes = Math.trunc(lesson.seconds / 60);
  return (
    <section class="lesson-strip" aria-label={say('ui.console.lesson')}>
      <p class="lesson-now">
        <b>{partName(say, lesson.part)}</b>
        <small class={minutes >= planned ? 'warn-ink' : ''}>
          {say('ui.console.lessonTime', { now: digits(lesson.seconds), planned })}
        </small>
      </p>
      <ol class="lesson-scale">
        {LESSON.map((part, i) => (
          <Part key={part.id} part={i} now={lesson.part} />
        ))}
      </ol>
      <Next of={lesson.part} />
    </section>
  );
}

/** A part, as wide as it is long. */
function Part({ part, now }: { part: number; now: number }) {
  const { say } = useApp().words;
  const { from = 0, to = 0 } = LESSON[part] ?? {};
  const state = part < now ? 'past' : part === now ? 'now' : 'later';
  const name = partName(say, part);
  const minutes = say('ui.console.lessonMinutes', { minutes: to - from });
  return (
    <li
      class={state}
      style={{ flexGrow: to - from }}
      title={`${name} · ${minutes}`}
      {...(state === 'now' ? { 'aria-current': 'step' as const } : {})}
    >
      <span class="lesson-name">{name}</span>
      <span class="unseen">
        {minutes}
        {state === 'past' && say('ui.console.lessonPast')}
      </span>
    </li>
  );
}

/** On to the next part that has something behind it. Going on ends a match that is being played. */
function Next({ of: now }: { of: number }) {
  const { say } = useApp().words;
  const desk = useDesk();
  const { session, replayable } = useDeskState();
  const asking = useSignal(false);
  const part = partAfter(now, { phase: session.phase, replayable });
  if (part === -1) return <span class="soft">{say('ui.console.lessonDone')}</span>;
  const name = partName(say, part);
  const go = (): void => void desk.act('lesson', { kind: 'lesson', part });
  return (
    <>
      <button
        type="button"
        class="button lesson-next"
        onClick={() => {
          if (session.phase === 'live') asking.value = true;
          else go();
        }}
      >
        {say('ui.console.lessonNext', { part: name })}
      </button>
      <span class="desk-bar-note">
        <ActNote of="lesson" />
      </span>
      {asking.value && (
        <Confirm
          title={say('ui.console.lessonSure')}
          body={say('ui.console.lessonBody', { part: name })}
          action={say('ui.console.lessonNext', { part: name })}
          act={go}
          close={() => (asking.value = false)}
        />
      )}
    </>
  );
}

/** Begins the 50 minutes: with the code, wherever the class is. A match that is played goes first. */
export function LessonBegin() {
  const { say } = useApp().words;
  const desk = useDesk();
  const { lesson, session } = useDeskState();
  if (lesson !== null || session.phase === 'live') return null;
  return (
    <section class="side-part" aria-labelledby="lesson-title">
      <h3 id="lesson-title" class="panel-title">
        {say('ui.console.lesson')}
      </h3>
      <button
        type="button"
        class="button quiet wide-button"
        onClick={() => void desk.act('lesson', { kind: 'lesson', part: 0 })}
      >
        {say('ui.console.lessonStart')}
      </button>
      <ActNote of="lesson" />
    </section>
  );
}
