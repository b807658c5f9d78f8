import { computed, type ReadonlySignal, signal } from '@preact/signals';

const KEY = 'hyperward/theme';

const THEMES = ['light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

export interface ThemeState {
  readonly theme: ReadonlySignal<Theme>;
  choose(theme: Theme): void;
}

/** The part of a media query list that is listened to. */
export interface Wish {
  readonly matches: boolean;
  addEventListener(type: 'change', heard: () => void): void;
}

/**
 * The theme that was chosen in this browser; until one is, what the system asks for, as it asks now.
 * @param light whether a light page is asked for: where nothing is, the page is dark
 */
export function createTheme(
  storage: Pick<Storage, 'getItem' | 'setItem'>,
  light: Wish,
): ThemeState {
  const saved = storage.getItem(KEY);
  const chosen = signal(THEMES.find((theme) => theme === saved));
  const wished = signal<Theme>('dark');
  const hear = (): void => {
    wished.value = light.matches ? 'light' : 'dark';
  };
  hear();
  light.addEventListener('change', hear);
  return {
    theme: computed(() => chosen.value ?? wished.value),
    choose: (theme) => {
      chosen.value = theme;
      storage.setItem(KEY, theme);
    },
  };
}
