import type { Beat, MatchAuthority } from '../../shared/authority/contract.ts';
import type { MatchRecord } from '../../shared/match/match.ts';
import type { PaceState } from '../net/link.ts';
import { type FromWorker, SOLO_SEAT, type ToWorker } from './messages.ts';

/** Milliseconds of one tick at speed 1. */
const TICK_MS = 200;

export interface SoloHostOptions {
  /** A match from its start, or as it stood at the end of a journal. */
  readonly open: (
    scenario: string,
    seed: number,
    journal: MatchRecord['journal'] | null,
  ) => MatchAuthority;
  readonly post: (message: FromWorker) => void;
  /** Calls back once after so many milliseconds; the answer cancels it. */
  readonly after: (ms: number, run: () => void) => () => void;
}

/** Runs one match for one player: the worker's whole work, without the worker. */
export function createSoloHost({
  open,
  post,
  after,
}: SoloHostOptions): (message: ToWorker) => void {
  let authority: MatchAuthority | null = null;
  let pace: PaceState = { paused: false, speed: 1 };
  let cancel: (() => void) | null = null;

  const publish = (beat: Beat): void => {
    post({
      kind: 'beat',
      frame: beat.frames.get('blue') ?? null,
      seat: beat.seats.find((state) => state.seat === SOLO_SEAT) ?? null,
      answers: beat.answers,
    });
  };

  const schedule = (): void => {
    cancel?.();
    cancel = null;
    if (authority === null || authority.over || pace.paused) return;
    cancel = after(TICK_MS / pace.speed, beat);
  };

  const beat = (): void => {
    if (authority === null) return;
    const passed = authority.step();
    publish(passed);
    const { tick, inputs, over } = passed;
    post({ kind: 'passed', tick, inputs, over });
    schedule();
    if (over) explain(authority);
  };

  const explain = (authority: MatchAuthority): void => {
    // What is known is told at once; what has to be run again for follows.
    post({ kind: 'debrief', debrief: authority.outline() });
    post({ kind: 'debrief', debrief: authority.debrief() });
  };

  /** A seat that stands still is told at once; otherwise it would wait for time to go on. */
  const tellSeat = (): void => {
    if (authority === null) return;
    post({ kind: 'beat', frame: null, seat: authority.seatState(SOLO_SEAT), answers: [] });
  };

  const take = (message: ToWorker): void => {
    switch (message.kind) {
      case 'open':
        authority = open(message.scenario, message.seed, message.journal);
        pace = message.pace;
        if (message.journal === null) {
          authority.submit({ kind: 'seat', seat: SOLO_SEAT, pilot: 'human' });
        }
        post({ kind: 'pace', pace });
        // Beats carry changes only; the page has nothing yet that they could change.
        for (const frame of authority.since('blue', -1)) {
          post({ kind: 'beat', frame, seat: null, answers: [] });
        }
        // A match that is gone on with waits at the moment at which it was left.
        if (message.journal === null) beat();
        else if (authority.over) explain(authority);
        else schedule();
        return;
      case 'order':
        authority?.submit({
          kind: 'order',
          seat: SOLO_SEAT,
          n: message.n,
          command: message.command,
          args: message.args,
        });
        return;
      case 'look':
        authority?.look(SOLO_SEAT, message.subject);
        tellSeat();
        return;
      case 'sync':
        for (const frame of authority?.since('blue', message.tick) ?? []) {
          post({ kind: 'beat', frame, seat: null, answers: [] });
        }
        return;
      case 'pace':
        pace = message.pace;
        post({ kind: 'pace', pace });
        schedule();
        return;
    }
  };

  return (message) => {
    try {
      take(message);
    } catch (error) {
      cancel?.();
      post({ kind: 'failed', message: String(error) });
    }
  };
}
