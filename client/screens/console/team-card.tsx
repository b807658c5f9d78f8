import type { RosterEntry, WorldSummary } from '../../../shared/protocol/server.ts';
import type { TeamState } from '../../../shared/protocol/team.ts';
import { clockOf } from '../../../shared/text/clock.ts';
import { TICKS_PER_MINUTE } from '../../../shared/world/ids.ts';
import { useApp } from '../../app-context.ts';
import { type Board, idleOf, KEPT, longWaitOf, moodOf } from '../../state/desk/desk-reading.ts';
import { halvesOf } from '../../state/desk/halves.ts';
import { membersOf, watchersOf } from '../../state/match/team.ts';
import { useDeskState } from './desk-context.ts';
import { OpenBoard } from './open-board.tsx';
import { idleText, teamName } from './words.ts';

interface TeamCardProps {
  readonly board: Board;
  readonly open: () => void;
  readonly choose: (seat: number) => void;
}

/** One world at a glance: how its defenders stand, what wants attention, and who plays there. */
export function TeamCard({ board, open, choose }: TeamCardProps) {
  const { say } = useApp().words;
  const { teams, summary } = board;
  return (
    <article class={`world-card ${moodOf(summary)}`}>
      <h2>
        <OpenBoard board={board} of="look" open={open} />
        {summary !== null && (
          <b class={`card-score ${summary.score >= KEPT ? '' : 'warn-ink'}`}>
            <span class="unseen">{say('ui.console.scoreNow', { score: summary.score })}</span>
            <span aria-hidden="true">{summary.score}</span>
          </b>
        )}
      </h2>
      {summary !== null && (
        <>
          <Standing summary={summary} />
          <FirstHalf board={board} />
          <Minutes summary={summary} />
          <Duties summary={summary} />
        </>
      )}
      {teams.map((team) => (
        <Members key={team.id} team={team} choose={choose} />
      ))}
    </article>
  );
}

/** After a swap: what those who attack now have scored in defence. */
function FirstHalf({ board }: { board: Board }) {
  const { say } = useApp().words;
  const { session } = useDeskState();
  const [first] = halvesOf(session, board.world, 0);
  if (session.half === 1 || first === undefined || first.score === null) return null;
  const { team, score } = first;
  return (
    <p class="card-standing">
      {say('ui.console.firstHalfOf', { team: teamName(say, team), score })}
    </p>
  );
}

/** What is open, in the order of how much it matters. */
function Standing({ summary }: { summary: WorldSummary }) {
  const { say } = useApp().words;
  const { alertsOpen, harms, harmsOpen, requestsWaiting, hands } = summary;
  const waited = longWaitOf(summary);
  const t = (key: string, values: Record<string, number>) => say(`ui.console.${key}`, values);
  const parts = [
    harmsOpen > 0 ? t('harmsOpen', { count: harmsOpen }) : '',
    harmsOpen === 0 && harms > 0 ? t('harmsAll', { count: harms }) : '',
    alertsOpen > 0 ? t('alertsOpen', { count: alertsOpen }) : '',
    requestsWaiting > 0 ? t('requestsWaiting', { count: requestsWaiting }) : '',
    waited > 0 ? say('ui.console.waited', { time: clockOf(waited) }) : '',
  ].filter((part) => part !== '');
  const calm = parts.length === 0 ? [say('ui.console.quiet')] : parts;
  return <p class="card-standing">{[...calm, t('hands', { ...hands })].join(' · ')}</p>;
}

/** Below this a minute was a bad one; below the contract's line it wants a look. */
const BAD = 600;

function Minutes({ summary }: { summary: WorldSummary }) {
  const { say } = useApp().words;
  const { minutes, liveFrom, overAt } = summary;
  const all = Math.max(minutes.length, Math.ceil((overAt - liveFrom) / TICKS_PER_MINUTE));
  const points = minutes.map((values) => values[3] ?? 0);
  const said =
    points.length === 0
      ? say('ui.console.noMinutes')
      : say('ui.console.minutesSaid', { points: points.join(', ') });
  return (
    <div class="card-minutes" role="img" aria-label={said}>
      {Array.from({ length: all }, (_, minute) => {
        const bar = points[minute];
        if (bar === undefined) return <i key={minute} class="to-come" />;
        const kind = bar < BAD ? 'bad' : bar < KEPT ? 'below' : '';
        return <i key={minute} class={kind} style={{ height: `${Math.max(4, bar / 10)}%` }} />;
      })}
    </div>
  );
}

const DUTIES = ['fidelity', 'isolation', 'performance'] as const;

function Duties({ summary }: { summary: WorldSummary }) {
  const { say } = useApp().words;
  return (
    <dl class="card-duties">
      {DUTIES.map((duty) => (
        <div key={duty}>
          <dt title={say(`ui.match.inFull.${duty}`)}>{say(`ui.match.${duty}`)}</dt>
          <dd class={summary[duty] >= KEPT ? '' : 'warn-ink'}>{summary[duty]}</dd>
        </div>
      ))}
    </dl>
  );
}

function Members({ team, choose }: { team: TeamState; choose: (seat: number) => void }) {
  const { say } = useApp().words;
  const { session } = useDeskState();
  const members = [...membersOf(session, team.id), ...watchersOf(session, team.id)];
  return (
    <ul class={`card-people ${team.side}`} aria-label={teamName(say, team.id)}>
      {members.length === 0 && <li class="soft">{say('ui.console.nobody')}</li>}
      {members.map((entry) => (
        <li key={entry.seat}>
          <Person entry={entry} choose={choose} />
        </li>
      ))}
    </ul>
  );
}

function Person({ entry, choose }: { entry: RosterEntry; choose: (seat: number) => void }) {
  const { say } = useApp().words;
  const idle = idleOf(useDeskState(), entry.seat);
  const dropped = entry.presence === 'dropped';
  const watches = entry.presence === 'watching';
  return (
    <button
      type="button"
      class={`card-person ${dropped ? 'dropped' : idle > 0 && !watches ? 'idle' : ''}`}
      onClick={() => choose(entry.seat)}
    >
      {dropped ? <s>{entry.nickname}</s> : entry.nickname}
      {dropped && <span class="unseen">{say('ui.console.droppedPerson')}</span>}
      {watches && <small>{say('ui.console.watchesOnly')}</small>}
      {!dropped && !watches && idle > 0 && <small>{idleText(say, idle)}</small>}
    </button>
  );
}
