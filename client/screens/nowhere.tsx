import { useApp } from '../app-context.ts';
import { Go } from '../parts/go.tsx';

export function Nowhere() {
  const { words } = useApp();
  return (
    <main class="message">
      <h1>{words.say('ui.common.nowhere')}</h1>
      <p>{words.say('ui.common.nowhereBody')}</p>
      <Go to={{ name: 'landing' }} class="button primary">
        {words.say('ui.common.home')}
      </Go>
    </main>
  );
}
