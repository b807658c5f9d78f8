import { useApp } from '../../app-context.ts';

/** One press to the other theme: it shows what one would get. */
export function ThemeSwitch() {
  const { words, theme } = useApp();
  const other = theme.theme.value === 'light' ? 'dark' : 'light';
  return (
    <button
      type="button"
      class="theme"
      aria-label={words.say(`ui.common.${other === 'light' ? 'toLight' : 'toDark'}`)}
      onClick={() => theme.choose(other)}
    >
      <svg class="icon" viewBox="0 0 16 16" aria-hidden="true">
        {other === 'light' ? (
          <>
            <circle cx="8" cy="8" r="3.4" />
            <path
              class="cross"
              d="M8 .9v1.7M8 13.4v1.7M.9 8h1.7M13.4 8h1.7M3 3l1.2 1.2M11.8 11.8L13 13M13 3l-1.2 1.2M4.2 11.8L3 13"
            />
          </>
        ) : (
          <path d="M13.6 9.9A6 6 0 0 1 6.1 2.4a6 6 0 1 0 7.5 7.5z" />
        )}
      </svg>
    </button>
  );
}
