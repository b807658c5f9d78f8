import { useApp } from '../../app-context.ts';
import { Go } from '../../parts/go.tsx';

/** Where an instructor goes on whose class is no more. */
export function DeskWays() {
  const { say } = useApp().words;
  return (
    <div class="message-ways">
      <Go to={{ name: 'host' }} class="button primary">
        {say('ui.console.openAnother')}
      </Go>
      <Go to={{ name: 'landing' }} class="button quiet">
        {say('ui.common.home')}
      </Go>
    </div>
  );
}
