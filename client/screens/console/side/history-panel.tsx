import { useApp } from '../../../app-context.ts';
import { useDeskState } from '../desk-context.ts';
import { actText } from '../words.ts';

const two = (n: number): string => String(n).padStart(2, '0');

/** Time of the day, as the clock in the room shows it. */
function timeOfDay(at: number): string {
  const date = new Date(at);
  return `${two(date.getHours())}:${two(date.getMinutes())}`;
}

/** What was done from this desk, the latest first: folded, for it is rarely asked for. */
export function HistoryPanel() {
  const { say } = useApp().words;
  const { acts, session } = useDeskState();
  return (
    <details class="side-part history">
      <summary class="panel-title">{say('ui.console.history')}</summary>
      {acts.length === 0 ? (
        <p class="soft">{say('ui.console.noHistory')}</p>
      ) : (
        <ol>
          {acts.map(({ n, at, act }) => (
            <li key={n}>
              <time>{timeOfDay(at)}</time>
              <span>{actText(say, session, act)}</span>
            </li>
          ))}
        </ol>
      )}
    </details>
  );
}
