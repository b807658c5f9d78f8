import { useApp } from '../../app-context.ts';
import { Go } from '../go.tsx';

/** The mark: three guests on a hypervisor, one of them about to come loose. */
function Mark() {
  return (
    <svg class="mark" viewBox="0 0 26 26" aria-hidden="true" focusable="false">
      <rect class="fill-accent" x="2" y="14" width="22" height="4" rx="1.5" />
      <rect class="fill-soft" x="4" y="3" width="5" height="9" rx="1.5" />
      <rect class="fill-soft" x="10.5" y="3" width="5" height="9" rx="1.5" />
      <rect class="mark-loose" x="17" y="3" width="5" height="9" rx="1.5" />
      <rect class="fill-ground-line" x="2" y="20" width="22" height="3.4" rx="1.2" />
    </svg>
  );
}

export function Logo() {
  const { words } = useApp();
  return (
    <Go to={{ name: 'landing' }} class="logo">
      <Mark />
      <span>{words.say('ui.common.product')}</span>
    </Go>
  );
}
