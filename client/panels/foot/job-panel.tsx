import { remaining } from '../../../shared/text/clock.ts';
import type { Speaker } from '../../../shared/text/speak.ts';
import { rowsOf } from '../../../shared/view/reading.ts';
import type { JobRow } from '../../../shared/view/rows.ts';
import type { BlueView } from '../../../shared/view/view.ts';
import { useApp } from '../../app-context.ts';
import { useGame } from '../../game-context.ts';
import { Bar } from '../../parts/bar.tsx';
import { OrderNote } from '../../parts/order-note.tsx';
import { handsShown } from '../../state/match/hands.ts';
import type { PendingOrder } from '../../state/match/orders.ts';
import { orderKey } from '../../state/match/orders.ts';
import { whoAt } from '../../state/match/team.ts';
import { commandName, hostName, imageName, vmName, zoneName } from '../../state/match/wording.ts';
import { wishName } from './wish.ts';

/** Orders that never become jobs: they are done at once. */
const AT_ONCE: ReadonlySet<string> = new Set([
  '',
  'acknowledge-alert',
  'cancel-job',
  'decide-trap',
]);

export function JobPanel() {
  const { words } = useApp();
  const game = useGame();
  const { view, match, orders } = game;
  if (view.value === null) return null;
  const jobs = rowsOf(view.value, 'jobs');
  const coming = orders.pending.value.filter((order) => !AT_ONCE.has(order.command));
  const hands = handsShown(game, { all: match.value?.hands ?? 0, used: jobs.length });
  return (
    <section class="foot-panel" aria-labelledby="jobs-title">
      <h2 id="jobs-title" class="panel-title">
        {words.say('ui.match.jobs')}
        {hands !== null && <span>{words.say('ui.match.hands', hands)}</span>}
      </h2>
      {jobs.length + coming.length === 0 ? (
        <p class="soft">{words.say('ui.match.noJobs')}</p>
      ) : (
        <ul class="cards">
          {jobs.map((job) => (
            <li key={job.id}>
              <JobCard job={job} />
            </li>
          ))}
          {coming.map((order) => (
            <li key={order.key}>
              <ComingJob order={order} />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

/** What it is done for or to. */
function subjectOf(say: Speaker, args: JobRow['args'], view: BlueView | null): string {
  if (typeof args.request === 'number') return wishName(say, view, args.request);
  if (typeof args.image === 'number') return imageName(say, view, args.image);
  if (typeof args.zone === 'number') return zoneName(say, view, args.zone);
  if (typeof args.vm === 'number') return vmName(args.vm);
  return typeof args.host === 'number' ? hostName(args.host) : '';
}

function JobCard({ job }: { job: JobRow }) {
  const { words } = useApp();
  const game = useGame();
  const name = commandName(words.say, job.command, job.args, game.view.value);
  const about = subjectOf(words.say, job.args, game.view.value);
  const now = game.clock.tick.value;
  const cancel = orderKey('cancel-job', { job: job.id });
  return (
    <div class="mini-card">
      <span class="mini-title">
        <b>{name}</b>
        {!game.watching && (
          <button
            type="button"
            class="cancel"
            aria-label={words.say('ui.match.cancel', { job: `${name} ${about}`.trim() })}
            onClick={() => game.orders.give('cancel-job', { job: job.id })}
          >
            <svg class="icon" viewBox="0 0 12 12" aria-hidden="true">
              <path class="cross" d="M2.5 2.5l7 7m0-7l-7 7" />
            </svg>
          </button>
        )}
      </span>
      <span class="mini-note">
        {about === '' ? '' : `${about} · `}
        <Worker place={job.seat} />
        <OrderNote of={cancel} />
      </span>
      <span class="mini-time">
        <Bar
          share={(now - job.startedAt) / Math.max(1, job.endsAt - job.startedAt)}
          kind="accent"
          moving
        />
        <span>{words.say('ui.match.left', { time: remaining(job.endsAt - now) })}</span>
      </span>
    </div>
  );
}

function Worker({ place }: { place: number }) {
  const { words } = useApp();
  const { session, world, myPlace, watching } = useGame();
  if (!watching && place === myPlace.value) return <>{words.say('ui.common.you')}</>;
  const who = whoAt(session.value, world.value, place);
  return <>{who?.nickname ?? words.say('ui.talk.someone')}</>;
}

/** An order that is on its way: there at once, and marked as not yet certain. */
function ComingJob({ order }: { order: PendingOrder }) {
  const { words } = useApp();
  const { view, pace } = useGame();
  return (
    <div class="mini-card coming">
      <span class="mini-title">
        <b>{commandName(words.say, order.command, order.args, view.value)}</b>
      </span>
      <span class="mini-note">
        {words.say(`ui.match.${pace.value.paused ? 'waitsForPlay' : 'sending'}`)}
      </span>
    </div>
  );
}
