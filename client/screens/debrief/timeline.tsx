import './timeline.css';
import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { Debrief, TimelineMark } from '../../../shared/match/report.ts';
import { clockOf } from '../../../shared/text/clock.ts';
import { TICKS_PER_MINUTE, TICKS_PER_SECOND } from '../../../shared/world/ids.ts';
import { useApp } from '../../app-context.ts';
import { useGame } from '../../game-context.ts';
import { markText, whyText } from './report-words.ts';
import { isPeaceful } from './stored.ts';

/** Ticks that a key moves by: a pointer finds each of them, a hand on the keys would press for ever. */
const KEY_STEPS: Readonly<Record<string, number>> = {
  ArrowRight: 5 * TICKS_PER_SECOND,
  ArrowUp: 5 * TICKS_PER_SECOND,
  ArrowLeft: -5 * TICKS_PER_SECOND,
  ArrowDown: -5 * TICKS_PER_SECOND,
  PageUp: TICKS_PER_MINUTE / 2,
  PageDown: -TICKS_PER_MINUTE / 2,
};

const LANES = ['defenders', 'world', 'attacker'] as const;

/** The newest mark of a lane that is not after a moment. */
function markBefore(
  marks: readonly TimelineMark[],
  lane: TimelineMark['lane'],
  tick: number,
): TimelineMark | null {
  let found: TimelineMark | null = null;
  for (const mark of marks) {
    if (mark.lane === lane && mark.tick <= tick && (found === null || mark.tick >= found.tick)) {
      found = mark;
    }
  }
  return found;
}

/** The whole match on one strip, the attacker's hidden moves included. */
export function Timeline({ report, at }: { report: Debrief; at: number }) {
  const { words } = useApp();
  const { view } = useGame();
  const tick = useSignal(at);
  const lanes = LANES.filter((lane) => lane !== 'attacker' || !isPeaceful(report));
  useEffect(() => {
    tick.value = at;
  }, [at, tick]);
  const share = (t: number): string => `${((t / Math.max(1, report.overAt)) * 100).toFixed(3)}%`;
  const minutes = Array.from(
    { length: Math.floor(report.overAt / TICKS_PER_MINUTE) + 1 },
    (_, minute) => minute * TICKS_PER_MINUTE,
  );
  return (
    <section class="card timeline" aria-labelledby="timeline-title">
      <h2 id="timeline-title" class="card-title">
        {words.say('ui.debrief.timeline')}
        <b>{clockOf(tick.value)}</b>
        <span>{words.say('ui.debrief.timelineHint')}</span>
      </h2>
      <div class="strip-box">
        {lanes.map((lane) => (
          <div key={lane} class={`lane ${lane}`}>
            <span class="lane-name">{words.say(`ui.debrief.${lane}`)}</span>
            <div class="lane-line">
              {report.timeline
                .filter((mark) => mark.lane === lane)
                .map((mark, i) => (
                  <span
                    key={`${mark.tick}-${mark.kind}-${i}`}
                    class={`lane-mark of-${mark.kind}`}
                    style={{ left: share(mark.tick) }}
                  />
                ))}
            </div>
          </div>
        ))}
        <div class="scrub">
          <span class="playhead" aria-hidden="true" style={{ left: share(tick.value) }} />
          <input
            type="range"
            min={0}
            max={report.overAt}
            step={1}
            value={tick.value}
            aria-label={words.say('ui.debrief.timeline')}
            aria-valuetext={clockOf(tick.value)}
            onInput={(event) => {
              tick.value = Number(event.currentTarget.value);
            }}
            onKeyDown={(event) => {
              const step = KEY_STEPS[event.key];
              if (step === undefined || event.ctrlKey || event.altKey || event.metaKey) return;
              event.preventDefault();
              tick.value = Math.min(report.overAt, Math.max(0, tick.value + step));
            }}
          />
        </div>
        <div class="minutes" aria-hidden="true">
          {minutes.map((minute) => (
            <span
              key={minute}
              class={minute === report.overAt ? 'end' : ''}
              style={{ left: share(minute) }}
            >
              {clockOf(minute)}
            </span>
          ))}
        </div>
      </div>
      <ul class="readout" aria-live="polite">
        {lanes.map((lane) => {
          const mark = markBefore(report.timeline, lane, tick.value);
          return (
            <li key={lane} class={lane}>
              {mark !== null && (
                <>
                  <time>{clockOf(mark.tick)}</time>
                  {markText(words.say, mark, view.value)}
                  {mark.kind === 'act' && <small>{whyText(words.say, mark)}</small>}
                </>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
