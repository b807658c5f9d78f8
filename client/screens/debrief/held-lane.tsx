import { clockOf } from '../../../shared/text/clock.ts';
import { TICKS_PER_SECOND } from '../../../shared/world/ids.ts';
import { useApp } from '../../app-context.ts';
import { earlierText } from './report-words.ts';

/** Below so many ticks it was a near thing. */
const CLOSE = 15 * TICKS_PER_SECOND;
/** Shares of the lane that a time, a lead, and both with what is between them take, in percent. */
const TIME_WIDE = 9;
const LEAD_WIDE = 19;
const BOTH_WIDE = 36;

interface HeldLaneProps {
  /** When what was ordered was done. */
  readonly done: number;
  readonly ticks: readonly number[];
  readonly overAt: number;
}

/** One line of time: the order, and struck rings where attempts came to nothing. */
export function HeldLane({ done, ticks, overAt }: HeldLaneProps) {
  const { words } = useApp();
  const share = (tick: number): number => (tick / Math.max(1, overAt)) * 100;
  const [first] = ticks;
  const times = { order: clockOf(done), ticks: ticks.map(clockOf).join(', ') };
  const isClose = first !== undefined && first - done < CLOSE;
  const lead = first === undefined ? '' : earlierText(words.say, first - done);
  return (
    <div
      class={`held-lane${isClose ? ' close' : ''}`}
      role="img"
      aria-label={words.say(`ui.debrief.held.${first === undefined ? 'noAttempt' : 'lane'}`, times)}
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
      <span class="held-sum">{sumOf(done, ticks, lead)}</span>
      {labelsOf(done, ticks, share, lead).map(({ place, text, early }) => (
        <span key={place} class={`held-label${early ? ' early' : ''}`} style={at(place)}>
          {text}
        </span>
      ))}
    </div>
  );
}

const at = (percent: number) => ({ left: `${percent.toFixed(2)}%` });

interface Label {
  readonly place: number;
  readonly text: string;
  readonly early?: true;
}

/** The order's time, the lead and the attempts' times, as far as none lies over another. */
function labelsOf(
  done: number,
  ticks: readonly number[],
  share: (tick: number) => number,
  lead: string,
): Label[] {
  const [first, ...later] = ticks;
  const timeAt = (tick: number): Label => ({
    place: clamped(share(tick), TIME_WIDE),
    text: clockOf(tick),
  });
  if (first === undefined) return [timeAt(done)];
  const middle = (share(done) + share(first)) / 2;
  const isNear = share(first) - share(done) < LEAD_WIDE + TIME_WIDE;
  const both = sumOf(done, ticks, lead);
  const labels: Label[] = isNear
    ? [{ place: clamped(middle, BOTH_WIDE), text: both, early: true }]
    : [timeAt(done), { place: middle, text: lead, early: true }, timeAt(first)];
  let end = Math.max(...labels.map(({ place }) => place)) + (isNear ? BOTH_WIDE : TIME_WIDE) / 2;
  for (const label of later.map(timeAt)) {
    if (label.place - TIME_WIDE / 2 < end) continue;
    labels.push(label);
    end = label.place + TIME_WIDE / 2;
  }
  return labels;
}

/** The order, the first attempt and the lead in one line: all that there is room for on a phone. */
const sumOf = (done: number, [first]: readonly number[], lead: string): string =>
  first === undefined ? clockOf(done) : `${clockOf(done)} → ${clockOf(first)} · ${lead}`;

/** A place at which a label of that width does not leave the lane. */
const clamped = (percent: number, wide: number): number =>
  Math.max(wide / 2, Math.min(100 - wide / 2, percent));
