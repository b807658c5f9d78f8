import './notices.css';
import type { ComponentChildren } from 'preact';
import { useApp } from '../../app-context.ts';
import { useGame } from '../../game-context.ts';

/** A screen of a game, below what the instructor has to say: it covers nothing of it. */
export function Noticed({ children }: { children: ComponentChildren }) {
  const { solo, talk } = useGame();
  const noticed = !solo && talk.notices.value.length > 0;
  return (
    <div class={noticed ? 'noticed' : 'unnoticed'}>
      {!solo && <Notices />}
      {children}
    </div>
  );
}

/** It stays until it is closed, since nobody reads while they act: the latest, then those before. */
function Notices() {
  const { words } = useApp();
  const { talk } = useGame();
  const notices = talk.notices.value;
  const latest = notices.at(-1);
  return (
    <div class="notices" role="log" aria-label={words.say('ui.talk.notice')}>
      {latest !== undefined && (
        <div key={latest.id} class="notice">
          <p>
            <b>{words.say('ui.talk.notice')}</b> {latest.text}
          </p>
          {notices.length > 1 && (
            <small>{words.say('ui.talk.furtherNotices', { count: notices.length - 1 })}</small>
          )}
          <button
            type="button"
            class="cancel"
            aria-label={words.say('ui.talk.closeNotice')}
            onClick={() => talk.close(latest.id)}
          >
            <svg class="icon" viewBox="0 0 12 12" aria-hidden="true">
              <path class="cross" d="M2.5 2.5l7 7m0-7l-7 7" />
            </svg>
          </button>
        </div>
      )}
    </div>
  );
}
