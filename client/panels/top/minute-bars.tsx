import { TICKS_PER_MINUTE } from '../../../shared/world/ids.ts';
import { useApp } from '../../app-context.ts';
import { useGame } from '../../game-context.ts';

const DUTIES = ['fidelity', 'isolation', 'performance'] as const;

/** Points that keep the contract, of a thousand. */
const KEPT = 700;

/** One bar for each minute that is banked, beside the line of the contract. */
export function MinuteBars() {
  const { words } = useApp();
  const { match } = useGame();
  const row = match.value;
  if (row === null) return null;
  const t = (key: string, values = {}) => words.say(`ui.match.${key}`, values);
  // Those still to come have their place, so that the row does not grow under the eye.
  const all = Math.max(
    row.minutes.length,
    Math.ceil((row.overAt - row.liveFrom) / TICKS_PER_MINUTE),
  );
  return (
    <div class="minute-bars">
      <span class="chip">
        <b class={row.score >= KEPT ? '' : 'warn-ink'}>{row.score}</b>
        <span class="chip-name">{t('bankedScore')}</span>
      </span>
      <ol aria-label={t('banked', { kept: KEPT })}>
        {Array.from({ length: all }, (_, minute) => (
          <Minute key={minute} minute={minute} values={row.minutes[minute]} />
        ))}
      </ol>
    </div>
  );
}

function Minute({ minute, values }: { minute: number; values: readonly number[] | undefined }) {
  const { words } = useApp();
  if (values === undefined) return <li class="minute-bar to-come" aria-hidden="true" />;
  const bar = values[3] ?? 0;
  const said = [
    words.say('ui.match.minuteBar', { minute: minute + 1, points: bar }),
    ...DUTIES.map((duty, i) => `${words.say(`ui.match.${duty}`)} ${values[i] ?? 0}`),
  ].join(' · ');
  return (
    <li class="minute-bar">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what it says on hover is for a keyboard too. */}
      <span role="img" aria-label={said} tabIndex={0}>
        <span class={`fill${bar >= KEPT ? '' : ' below'}`} style={{ height: `${bar / 10}%` }} />
      </span>
      <span class="minute-said" aria-hidden="true">
        {said}
      </span>
    </li>
  );
}
