import { Logo } from './logo.tsx';
import { PageSettings } from './page-settings.tsx';

/** What stands above a page: whose it is, and in what language and light it is read. */
export function PageTop() {
  return (
    <header class="page-top">
      <Logo />
      <PageSettings />
    </header>
  );
}
