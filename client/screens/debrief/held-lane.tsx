import { TICKS_PER_SECOND } from '../../../shared/world/ids.ts';
import { useApp } from '../../app-context.ts';
import { clockOf } from '../../state/match/wording.ts';
import { earlierText } from './report-words.ts';

/** Below so many ticks it was a near thing. */
const CLOSE = 15 * TICKS_PER_SECOND;
/** Shares of the lane that a time and a lead take, in percent. */
const TIME_WIDE = 9;
const LEAD_WIDE = 24;

interface HeldLaneProps {
  /** When what was ordered was done. */
  readonly done: number;
  readonly ticks: readonly number[];
  readonly overAt: number;
}

/** One line of time: the order, and struck rings where attempts came to nothing. */
export function HeldLane({ done, ticks, overAt }: HeldLaneProps) {
  const { words } = useApp();
  const t = (key: string, values = {}) => words.say(`ui.debrief.held.${key}`, values);
  const share = (tick: number): number => (tick / Math.max(1, overAt)) * 100;
  const at = (percent: number) => ({ left: `${percent.toFixed(2)}%` });
  const [first] = ticks;
  const times = { order: clockOf(done), ticks: ticks.map(clockOf).join(', ') };
  const lead = first === undefined ? '' : earlierText(words.say, first - done);
  const isClose = first !== undefined && first - done < CLOSE;
  const isNear = first !== undefined && share(first) - share(done) < LEAD_WIDE + TIME_WIDE;
  const near = isNear ? `${clockOf(done)} → ${clockOf(first)} · ${lead}` : '';
  const middle = first === undefined ? 0 : (share(done) + share(first)) / 2;
  return (
    <div
      class={`held-lane${isClose ? ' close' : ''}`}
      role="img"
      aria-label={t(first === undefined ? 'noAttempt' : 'lane', times)}
    >
      <span class="held-rule" />
      {first !== undefined && (
        <span
          class="held-lead"
          style={{ ...at(share(done)), width: `${(share(first) - share(done)).toFixed(2)}%` }}
        />
      )}
      <span class="held-act" style={at(share(done))} />
      {ticks.map((tick, i) => (
        <svg
          key={`${tick} ${i}`}
          class="held-ring"
          viewBox="0 0 16 16"
          aria-hidden="true"
          style={at(share(tick))}
        >
          <circle cx="8" cy="8" r="6.5" />
          <path d="M5 11 11 5" />
        </svg>
      ))}
      {isNear ? (
        <span class="held-label lead" style={at(clamped(middle, LEAD_WIDE))}>
          {near}
        </span>
      ) : (
        <>
          <span class="held-label" style={at(clamped(share(done), TIME_WIDE / 2))}>
            {clockOf(done)}
          </span>
          {first !== undefined && (
            <>
              <span class="held-label lead" style={at(middle)}>
                {lead}
              </span>
              <span class="held-label" style={at(clamped(share(first), TIME_WIDE / 2))}>
                {clockOf(first)}
              </span>
            </>
          )}
        </>
      )}
    </div>
  );
}

/** A place at which a label so wide to each side does not leave the lane. */
const clamped = (percent: number, wide: number): number =>
  Math.max(wide, Math.min(100 - wide, percent));
