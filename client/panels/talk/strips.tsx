import './strips.css';
import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { clockOf } from '../../../shared/text/clock.ts';
import { TICKS_PER_SECOND } from '../../../shared/world/ids.ts';
import { useApp } from '../../app-context.ts';
import { useGame } from '../../game-context.ts';
import { TroubleNote } from '../../parts/waiting.tsx';
import { Calls } from './calls.tsx';

/** What is said over every screen of a game: the connection, match time, the team. */
export function Strips() {
  const { solo } = useGame();
  return (
    <>
      {!solo && <Calls />}
      <div class="strips">
        {solo ? <PauseStrip /> : <TimeStrip />}
        {!solo && <MovedStrip />}
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

const MOVED_SHOWN_MS = 10_000;

/** Whoever is put into another team in the middle of a match is told which. */
function MovedStrip() {
  const { words } = useApp();
  const { session, me } = useGame();
  const before = useRef(0);
  const told = useSignal(0);
  const team = me.value?.team ?? 0;
  const live = session.value?.phase === 'live';
  useEffect(() => {
    const was = before.current;
    before.current = live ? team : 0;
    if (!live || was === 0 || team === 0 || was === team) return;
    told.value = team;
    const hide = setTimeout(() => {
      told.value = 0;
    }, MOVED_SHOWN_MS);
    return () => clearTimeout(hide);
  }, [team, live, told]);
  const shown = live && told.value !== 0;
  return (
    <div class={shown ? 'strip attention' : 'unseen'} role="status">
      {shown && words.say('ui.status.movedTeam', { team: words.say(`names.teams.${told.value}`) })}
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
