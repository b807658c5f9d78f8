import { LanguageSwitch } from './language-switch.tsx';
import { ThemeSwitch } from './theme-switch.tsx';

/** What one may change about every page: its language and its light. */
export function PageSettings({ short = false }: { short?: boolean }) {
  return (
    <div class="page-settings">
      <LanguageSwitch short={short} />
      <ThemeSwitch />
    </div>
  );
}
