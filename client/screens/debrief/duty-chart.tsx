import { KEPT } from './kept.ts';

/** The drawing's own units; it is scaled to the card. */
const WIDTH = 360;
const HEIGHT = 176;
const LEFT = 34;
const RIGHT = 8;
const TOP = 10;
const BOTTOM = 22;

/** Points of a full score. */
const FULL = 1000;

export const DUTIES = ['fidelity', 'isolation', 'performance'] as const;

const yOf = (points: number): number => TOP + ((FULL - points) / FULL) * (HEIGHT - TOP - BOTTOM);

interface DutyChartProps {
  readonly minutes: readonly (readonly number[])[];
  /** What is written under a minute. */
  readonly minuteName: (minute: number) => string;
}

/** A bar for the points of each minute, and over the bars a line for each duty. */
export function DutyChart({ minutes, minuteName }: DutyChartProps) {
  const step = (WIDTH - LEFT - RIGHT) / Math.max(1, minutes.length);
  const xOf = (minute: number): number => LEFT + step * (minute + 0.5);
  const bar = Math.min(26, step * 0.6);
  return (
    <svg class="duty-chart" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true">
      {[0, KEPT, FULL].map((points) => (
        <g key={points} class={points === KEPT ? 'kept' : 'rule'}>
          <line x1={LEFT} x2={WIDTH - RIGHT} y1={yOf(points)} y2={yOf(points)} />
          <text x={LEFT - 6} y={yOf(points) + 4}>
            {points}
          </text>
        </g>
      ))}
      {minutes.map((values, minute) => {
        const points = values[3] ?? 0;
        return (
          <rect
            key={minute}
            class={`minute${points < KEPT ? ' below' : ''}`}
            x={xOf(minute) - bar / 2}
            y={yOf(points)}
            width={bar}
            height={yOf(0) - yOf(points)}
            rx="2"
          />
        );
      })}
      {DUTIES.map((duty, i) => (
        <g key={duty} class={`line ${duty}`}>
          <polyline
            points={minutes
              .map((values, minute) => `${xOf(minute)},${yOf(values[i] ?? 0)}`)
              .join(' ')}
          />
          {minutes.map((values, minute) => (
            <Point key={minute} duty={duty} x={xOf(minute)} y={yOf(values[i] ?? 0)} />
          ))}
        </g>
      ))}
      {minutes.map((_, minute) => (
        <text key={minute} class="minute-name" x={xOf(minute)} y={HEIGHT - 6}>
          {minuteName(minute)}
        </text>
      ))}
    </svg>
  );
}

interface PointProps {
  readonly duty: (typeof DUTIES)[number];
  readonly x: number;
  readonly y: number;
}

/** Each duty has a shape of its own: colour is never the only sign. */
export function Point({ duty, x, y }: PointProps) {
  switch (duty) {
    case 'fidelity':
      return <circle cx={x} cy={y} r="3.6" />;
    case 'isolation':
      return <rect x={x - 3.3} y={y - 3.3} width="6.6" height="6.6" />;
    case 'performance':
      return <path d={`M${x} ${y - 4.4}l4.2 7.6h-8.4z`} />;
  }
}
