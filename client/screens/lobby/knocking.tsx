import { useApp } from '../../app-context.ts';
import { useGame } from '../../game-context.ts';
import { Leave } from '../../parts/leave.tsx';
import { PageSettings } from '../../parts/page/page-settings.tsx';

/** At the door: the instructor has to let them in. */
export function Knocking() {
  const { words } = useApp();
  const { me } = useGame();
  const name = me.value?.nickname ?? '';
  return (
    <main class="message">
      <p class="soft">{words.say('ui.lobby.you', { name })}</p>
      <h1>{words.say('ui.lobby.knocking')}</h1>
      <p role="status">{words.say('ui.lobby.knockingBody')}</p>
      <Leave />
      <PageSettings />
    </main>
  );
}

/** In the session, but in no team of the match that is going on. */
export function Unplaced() {
  const { words } = useApp();
  return (
    <main class="message">
      <h1>{words.say('ui.status.noPlace')}</h1>
      <p role="status">{words.say('ui.status.noPlaceBody')}</p>
      <Leave />
    </main>
  );
}
