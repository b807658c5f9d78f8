import './strips.css';
import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { TICKS_PER_SECOND } from '../../../shared/world/ids.ts';
import { useApp } from '../../app-context.ts';
import { useGame } from '../../game-context.ts';
import { TroubleNote } from '../../parts/waiting.tsx';
import { clockOf } from '../../state/match/wording.ts';
import { Calls } from './calls.tsx';

/** What is said over every screen of a game: the connection, match time, the instructor, the team. */
export function Strips() {
  const { solo } = useGame();
  return (
    <>
      {!solo && <Calls />}
      <div class="strips">
        {!solo && <Notices />}
        {solo ? <PauseStrip /> : <TimeStrip />}
        <ConnectionStrip />
      </div>
    </>
  );
}

const BACK_SHOWN_MS = 6000;

/** A lost connection, and what happened meanwhile once it is back. */
function ConnectionStrip() {
  const { words } = useApp();
  const { status, clock, times, link } = useGame();
  const lostAt = useSignal<number | null>(null);
  const missed = useSignal<number | null>(null);
  const now = status.value;
  const { kind } = now;
  useEffect(() => {
    if (kind === 'dropped') lostAt.value = times.peek() === null ? null : clock.tick.peek();
    if (kind !== 'online' || lostAt.peek() === null) return;
    // The frames that were missed follow the seat; a moment later the view is up to date.
    const before = lostAt.peek() ?? 0;
    lostAt.value = null;
    const look = setTimeout(() => {
      missed.value = clock.tick.peek() - before;
    }, 400);
    const hide = setTimeout(() => {
      missed.value = null;
    }, BACK_SHOWN_MS);
    return () => {
      clearTimeout(look);
      clearTimeout(hide);
    };
  }, [kind]);

  const text =
    kind === 'dropped'
      ? words.say('ui.status.dropped')
      : missed.value !== null
        ? missed.value < TICKS_PER_SECOND
          ? words.say('ui.status.backAtOnce')
          : words.say('ui.status.back', { time: clockOf(missed.value) })
        : '';
  return (
    <div
      class={text === '' ? 'unseen' : `strip${kind === 'dropped' ? ' attention' : ''}`}
      role="status"
    >
      {text}
      {now.kind === 'dropped' && now.trouble && (
        <TroubleNote trouble={now.trouble} again={link.retry} />
      )}
    </div>
  );
}

/** Alone, time stands still until it is told to go on: so it does after coming back, too. */
function PauseStrip() {
  const { words } = useApp();
  const { pace, held, clock, times } = useGame();
  const phase = times.value?.phase;
  const stands = pace.value.paused && !held.value && phase !== undefined && phase !== 'over';
  return (
    <div class={stands ? 'strip time paused' : 'unseen'} role="status">
      {stands && words.say('ui.status.pausedAlone', { time: clockOf(clock.tick.value) })}
    </div>
  );
}

/** Why match time stands still, or runs slower than the clock on the wall. */
function TimeStrip() {
  const { words } = useApp();
  const { session, times } = useGame();
  const state = session.value;
  const time = state?.time;
  const left = useCountdown(time?.kind === 'restart' ? time.seconds : 0);
  const t = (key: string, values = {}) => words.say(`ui.status.${key}`, values);
  const live = state?.phase === 'live' && times.value?.phase !== 'over';
  let text = '';
  if (live && time?.kind === 'paused') text = t('paused');
  if (live && time?.kind === 'restart') {
    text = left > 0 ? t('restart', { seconds: left }) : t('restartSoon');
  }
  if (live && time?.kind === 'running' && time.slow) text = t('slow');
  return (
    <div class={text === '' ? 'unseen' : `strip time ${time?.kind ?? ''}`} role="status">
      {text}
    </div>
  );
}

/** Counts whole seconds down from what the server said last. */
function useCountdown(seconds: number): number {
  const left = useSignal(seconds);
  useEffect(() => {
    left.value = seconds;
    if (seconds === 0) return;
    const timer = setInterval(() => {
      left.value = Math.max(0, left.peek() - 1);
    }, 1000);
    return () => clearInterval(timer);
  }, [seconds, left]);
  return left.value;
}

/** What the instructor has to say stays until it is closed: nobody reads while they act. */
function Notices() {
  const { words } = useApp();
  const { talk } = useGame();
  return (
    <div class="notices" role="log" aria-label={words.say('ui.talk.notice')}>
      {talk.notices.value.map(({ id, text }) => (
        <div key={id} class="strip notice">
          <p>
            <b>{words.say('ui.talk.notice')}</b>
            {text}
          </p>
          <button
            type="button"
            class="cancel"
            aria-label={words.say('ui.talk.closeNotice')}
            onClick={() => talk.close(id)}
          >
            <svg class="icon" viewBox="0 0 12 12" aria-hidden="true">
              <path class="cross" d="M2.5 2.5l7 7m0-7l-7 7" />
            </svg>
          </button>
        </div>
      ))}
    </div>
  );
}
