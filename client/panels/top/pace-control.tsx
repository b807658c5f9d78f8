import { useApp } from '../../app-context.ts';
import { useGame } from '../../game-context.ts';
import { SPEEDS } from '../../net/link.ts';
import { Key } from '../../parts/key.tsx';

/** Pause and speed, where one may decide about time: alone. */
export function PaceControl() {
  const { words } = useApp();
  const { link, pace, setPace } = useGame();
  if (link.alone === null) return null;
  const { paused, speed } = pace.value;
  return (
    <div class="pace">
      <button
        type="button"
        class={`button quiet pause${paused ? ' on' : ''}`}
        aria-pressed={paused}
        aria-label={words.say('ui.match.pauseKey')}
        aria-keyshortcuts="Space"
        onClick={() => setPace({ paused: !paused, speed })}
      >
        <svg class="icon" viewBox="0 0 12 12" aria-hidden="true">
          {paused ? <path d="M3 1.5v9l7.5-4.5z" /> : <path d="M2 1.5h3v9H2zM7 1.5h3v9H7z" />}
        </svg>
        <Key name="Space" />
      </button>
      <select
        class="speed"
        aria-label={words.say('ui.match.speed')}
        value={String(speed)}
        onChange={(event) => {
          const chosen = SPEEDS.find((value) => String(value) === event.currentTarget.value);
          if (chosen !== undefined) setPace({ paused, speed: chosen });
        }}
      >
        {SPEEDS.map((value) => (
          <option key={value} value={String(value)}>
            {value}×
          </option>
        ))}
      </select>
    </div>
  );
}
