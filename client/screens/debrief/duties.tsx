import { useApp } from '../../app-context.ts';
import { DUTIES, DutyChart, Point } from './duty-chart.tsx';
import { KEPT } from './kept.ts';

interface DutiesProps {
  readonly minutes: readonly (readonly number[])[];
  /** What each minute was shown as in play; `null` where nobody noted it. */
  readonly known: readonly number[] | null;
}

/** The duties over time as a chart, and the same numbers in a table. */
export function Duties({ minutes, known }: DutiesProps) {
  const { words } = useApp();
  const t = (key: string, values = {}) => words.say(`ui.debrief.${key}`, values);
  return (
    <section class="card duties-card" aria-labelledby="duties-title">
      <h2 id="duties-title" class="card-title">
        {t('duties')}
        <span>{t('perMinute')}</span>
      </h2>
      <DutyChart minutes={minutes} minuteName={(minute) => String(minute + 1)} />
      <ul class="legend duty-legend">
        {DUTIES.map((duty) => (
          <li key={duty} title={words.say(`ui.match.counted.${duty}`)}>
            <svg class={`line ${duty}`} viewBox="0 0 22 12" aria-hidden="true">
              <polyline points="0,6 22,6" />
              <Point duty={duty} x={11} y={6} />
            </svg>
            {words.say(`ui.match.inFull.${duty}`)}
          </li>
        ))}
        <li>
          <span class="swatch minute" />
          {t('bar')}
        </li>
      </ul>
      <p class="soft">{words.say('ui.match.counted.fidelity')}</p>
      <details class="folded">
        <summary>{t('asTable')}</summary>
        <table class="duty-table">
          <caption class="unseen">{t('chart', { kept: KEPT })}</caption>
          <thead>
            <tr>
              <td />
              {DUTIES.map((duty) => (
                <th key={duty} scope="col">
                  {words.say(`ui.match.${duty}`)}
                </th>
              ))}
              <th scope="col">{t('total')}</th>
              {known !== null && <th scope="col">{t('inPlay')}</th>}
            </tr>
          </thead>
          <tbody>
            {minutes.map((values, minute) => (
              <tr key={minute}>
                <th scope="row">{t('minute', { minute: minute + 1 })}</th>
                {[0, 1, 2, 3].map((column) => (
                  <td key={column}>{values[column] ?? 0}</td>
                ))}
                {known !== null && <td class="soft">{known[minute] ?? ''}</td>}
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </section>
  );
}
