import type { Stage } from '../../../../shared/mechanics/exits/pipeline/stage.ts';
import { useApp } from '../../../app-context.ts';

/** Height of a line's drawing, and where it runs while the CPU is privileged and while it is not. */
const HEIGHT = 18;
const HIGH = 3;
const LOW = 15;

interface Axis {
  readonly name: string;
  /** What stands below the line, where its height does not say it. */
  readonly value?: (stage: Stage) => number;
  readonly privileged: (stage: Stage) => boolean;
}

/**
 * Root mode, ring and mode bit over the stages, one under the other: that they are axes of their own is
 * seen at once (FACTS §17.1). For the eye: every stage says the same in words.
 */
export function Axes({ stages, current }: { stages: readonly Stage[]; current: number }) {
  const { words } = useApp();
  const axes: Axis[] = [
    { name: words.say('ui.inspector.rootMode'), privileged: ({ mode }) => mode === 'root' },
    {
      name: words.say('ui.inspector.axisRing'),
      value: ({ cpl }) => cpl,
      privileged: ({ cpl }) => cpl === 0,
    },
    {
      name: words.say('ui.inspector.axisBit'),
      value: ({ modeBit }) => modeBit,
      privileged: ({ modeBit }) => modeBit === 0,
    },
  ];
  const shown = stages.some(({ mode }) => mode !== null) ? axes : axes.slice(1);
  const share = 100 / stages.length;
  return (
    <div class="axes" aria-hidden="true">
      {shown.map(({ name, value, privileged }) => (
        <div key={name} class="axis">
          <span>{name}</span>
          <div class="axis-field">
            <i style={{ left: `${current * share}%`, width: `${share}%` }} />
            <svg
              viewBox={`0 0 ${stages.length} ${HEIGHT}`}
              preserveAspectRatio="none"
              aria-hidden="true"
            >
              <path
                class="axis-ahead"
                d={lineOf(stages.map(privileged), current, stages.length - 1)}
              />
              <path class="axis-line" d={lineOf(stages.map(privileged), 0, current)} />
            </svg>
            {value !== undefined && (
              <div class="axis-values">
                {stages.map((stage) => (
                  <span key={stage.what}>{value(stage)}</span>
                ))}
              </div>
            )}
          </div>
        </div>
      ))}
    </div>
  );
}

/** A line over the stages from one to another, level in each. */
function lineOf(high: readonly boolean[], from: number, to: number): string {
  const y = (i: number): number => (high[i] ? HIGH : LOW);
  let path = `M${from} ${y(from)}`;
  for (let i = from; i <= to; i += 1) path += `V${y(i)}H${i + 1}`;
  return path;
}
