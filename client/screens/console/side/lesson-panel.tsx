import { useSignal } from '@preact/signals';
import { LESSON } from '../../../../shared/protocol/lesson.ts';
import { useApp } from '../../../app-context.ts';
import { ActNote } from '../act-note.tsx';
import { useDesk, useDeskState } from '../desk-context.ts';
import { Confirm } from '../dialog.tsx';
import { partName } from '../words.ts';

/** The 50 minutes: what is past, what is now and for how long, and the step to what comes next. */
export function LessonPanel() {
  const { say } = useApp().words;
  const desk = useDesk();
  const { lesson, session } = useDeskState();
  const asking = useSignal(false);
  const now = lesson?.part ?? -1;
  const next = now + 1;
  const go = (): void => void desk.act('lesson', { kind: 'lesson', part: next });
  return (
    <section class="side-part" aria-labelledby="lesson-title">
      <h3 id="lesson-title" class="panel-title">
        {say('ui.console.lesson')}
      </h3>
      {lesson !== null && (
        <ol class="lesson-parts">
          {LESSON.map((part, i) => (
            <Part key={part.id} part={i} now={now} seconds={lesson.seconds} />
          ))}
        </ol>
      )}
      {next < LESSON.length && (
        <button
          type="button"
          class="button quiet wide-button"
          onClick={() => {
            // Going on ends a match that is being played.
            if (session.phase === 'live') asking.value = true;
            else go();
          }}
        >
          {lesson === null
            ? say('ui.console.lessonStart')
            : say('ui.console.lessonNext', { part: partName(say, next) })}
        </button>
      )}
      {asking.value && (
        <Confirm
          title={say('ui.console.lessonSure')}
          body={say('ui.console.lessonBody', { part: partName(say, next) })}
          action={say('ui.console.lessonNext', { part: partName(say, next) })}
          act={go}
          close={() => (asking.value = false)}
        />
      )}
      <ActNote of="lesson" />
    </section>
  );
}

/** @param seconds since the part that is on now began. */
function Part({ part, now, seconds }: { part: number; now: number; seconds: number }) {
  const { say } = useApp().words;
  const { from = 0, to = 0 } = LESSON[part] ?? {};
  const planned = to - from;
  const state = part < now ? 'past' : part === now ? 'now' : 'later';
  const mark = { past: '✓', now: '●', later: '○' }[state];
  const minutes = Math.trunc(seconds / 60);
  const spent = `${minutes}:${String(seconds % 60).padStart(2, '0')}`;
  return (
    <li class={state} {...(state === 'now' ? { 'aria-current': 'step' as const } : {})}>
      <span class="lesson-mark" aria-hidden="true">
        {mark}
      </span>
      <span>
        {partName(say, part)}
        {state === 'past' && <span class="unseen">{say('ui.console.lessonPast')}</span>}
      </span>
      <small class={state === 'now' && minutes >= planned ? 'warn-ink' : ''}>
        {state === 'now'
          ? say('ui.console.lessonTime', { now: spent, planned })
          : say('ui.console.lessonMinutes', { minutes: planned })}
      </small>
    </li>
  );
}
