import { remaining } from '../../../shared/text/clock.ts';
import { rowOf, rowsOf } from '../../../shared/view/reading.ts';
import type { RequestRow } from '../../../shared/view/rows.ts';
import { useApp } from '../../app-context.ts';
import { useGame } from '../../game-context.ts';
import { Bar } from '../../parts/bar.tsx';
import { TenantBadge } from '../../parts/tenant-badge.tsx';
import { wishNote, wishTitle } from './wish.ts';

export function RequestPanel() {
  const { words } = useApp();
  const { view } = useGame();
  if (view.value === null) return null;
  const waiting = rowsOf(view.value, 'requests').filter(
    (request) => request.state === 'open' || request.state === 'in-work',
  );
  return (
    <section class="foot-panel" aria-labelledby="requests-title" data-jump="requests">
      <h2 id="requests-title" class="panel-title">
        {words.say('ui.match.requests')}
        {waiting.length > 0 && (
          <span>{words.say('ui.match.count', { count: waiting.length })}</span>
        )}
      </h2>
      {waiting.length === 0 ? (
        <p class="soft">{words.say('ui.match.noRequests')}</p>
      ) : (
        <ul class="cards">
          {waiting.map((request) => (
            <li key={request.id}>
              <RequestCard request={request} />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

/** Ticks before its deadline from which a request wants attention. */
const SOON = 75;

function RequestCard({ request }: { request: RequestRow }) {
  const { words } = useApp();
  const game = useGame();
  const view = game.view.value;
  if (view === null) return null;
  const ref = `requests/${request.id}` as const;
  const selected = game.selection.value === ref;
  const left = request.deadline - game.clock.tick.value;
  const hint = game.hint.value;
  const hinted = hint?.kind === 'open' && hint.request === request.id;
  const waiting = request.state === 'open';
  const late = waiting && left < SOON;
  return (
    <button
      type="button"
      class={`mini-card request${selected ? ' selected' : ''}${hinted ? ' hinted' : ''}`}
      aria-pressed={selected}
      onClick={() => game.select(ref)}
    >
      <span class="mini-title">
        <TenantBadge tenant={rowOf(view, 'tenants', request.tenant)} />
        <b>{wishTitle(words.say, request)}</b>
      </span>
      <span class="mini-note">{wishNote(words.say, view, request)}</span>
      <span class="mini-time">
        {waiting ? (
          <>
            <Bar
              share={left / (request.deadline - request.openedAt)}
              kind={late ? 'warn' : 'calm'}
              moving
            />
            <span class={late ? 'warn-ink' : ''}>
              {words.say('ui.match.left', { time: remaining(left) })}
            </span>
          </>
        ) : (
          <span>{words.say('ui.match.inWork')}</span>
        )}
      </span>
    </button>
  );
}
