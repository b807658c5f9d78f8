import { useApp } from '../../app-context.ts';

const DUTIES = ['fidelity', 'isolation', 'performance'] as const;

/** Three bars for each minute, and the numbers for those who read them. */
export function Duties({ minutes }: { minutes: readonly (readonly number[])[] }) {
  const { words } = useApp();
  return (
    <section class="card duties-card" aria-labelledby="duties-title">
      <h2 id="duties-title" class="card-title">
        {words.say('ui.debrief.duties')}
        <span>{words.say('ui.debrief.perMinute')}</span>
      </h2>
      <div class="duty-chart" aria-hidden="true">
        {minutes.map((values, minute) => (
          <div key={minute} class="duty-minute">
            <div class="duty-bars">
              {DUTIES.map((duty, i) => (
                <span
                  key={duty}
                  class={`duty-bar ${duty}`}
                  style={{ height: `${((values[i] ?? 0) / 10).toFixed(1)}%` }}
                />
              ))}
            </div>
            <span>{words.say('ui.debrief.minute', { minute: minute + 1 })}</span>
          </div>
        ))}
      </div>
      <ul class="legend" aria-hidden="true">
        {DUTIES.map((duty) => (
          <li key={duty}>
            <span class={`swatch duty-bar ${duty}`} />
            {words.say(`ui.match.${duty}`)}
          </li>
        ))}
      </ul>
      <table class="unseen">
        <caption>{words.say('ui.debrief.duties')}</caption>
        <thead>
          <tr>
            <td />
            {DUTIES.map((duty) => (
              <th key={duty} scope="col">
                {words.say(`ui.match.${duty}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {minutes.map((values, minute) => (
            <tr key={minute}>
              <th scope="row">{words.say('ui.debrief.minute', { minute: minute + 1 })}</th>
              {DUTIES.map((duty, i) => (
                <td key={duty}>{values[i] ?? 0}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
