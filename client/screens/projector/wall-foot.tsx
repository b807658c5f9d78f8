import type { ProjectorState } from '../../../shared/protocol/server.ts';
import { useApp } from '../../app-context.ts';
import { peopleIn } from '../../state/desk/desk-reading.ts';
import { useJoinLink } from '../console/use-join-link.ts';

/** Below whatever is shown, and over nothing of it: what is said to everyone, and the way in. */
export function WallFoot({ state }: { state: ProjectorState }) {
  const { say } = useApp().words;
  const { notice, session } = state;
  const { phase, settings, code } = session;
  const { home } = useJoinLink({ name: 'join', code });
  // In the lobby the code is what the wall is about.
  const enterable = (phase === 'live' || phase === 'debrief') && !settings.locked;
  return (
    <footer class="wall-base">
      <p class={notice === null ? 'unseen' : 'wall-notice'} role="status">
        {notice !== null && (
          <>
            <b>{say('ui.projector.notice')}</b> {notice}
          </>
        )}
      </p>
      {enterable && (
        <p class="wall-way-in">
          <span>
            {say('ui.projector.stillOpen')} {home}
          </span>
          <b role="img" aria-label={say('ui.projector.codeSpoken', { code: [...code].join(' ') })}>
            {code}
          </b>
          <span>{say('ui.projector.here', { count: peopleIn(session).length })}</span>
        </p>
      )}
    </footer>
  );
}
