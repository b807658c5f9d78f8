import { isRedRef, type Link, type LinkEvents } from '../net/link.ts';
import { createOutbox } from '../net/outbox.ts';
import type { Waiting } from '../net/patience.ts';
import { journalOf, type Keeper, nextOrder } from './keeper.ts';
import type { SoloMatch } from './kept-matches.ts';
import type { FromWorker, ToWorker } from './messages.ts';
import { openSturdyWorker, type WorkerLike } from './sturdy-worker.ts';

export interface WorkerLinkOptions {
  readonly events: LinkEvents;
  readonly waiting: Waiting;
  readonly match: SoloMatch;
  readonly keeper: Keeper;
  /** A new match in place of this one. */
  readonly again: () => void;
  /** The same match from its start. */
  readonly restart: () => void;
  /** The same match from where another tab has come to with it. */
  readonly takeBack: () => void;
}

const BROKEN = { ok: false, refusal: { code: 'protocol.internal', facts: {} } } as const;

function openWorker(): WorkerLike {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
  return {
    postMessage: (message) => worker.postMessage(message),
    terminate: () => worker.terminate(),
    listen: (hear, fail) => {
      worker.addEventListener('message', ({ data }: MessageEvent<FromWorker>) => hear(data));
      worker.addEventListener('error', ({ message }) => fail(message));
    },
  };
}

export function createWorkerLink(options: WorkerLinkOptions): Link {
  const { events, waiting, match, keeper, again, restart, takeBack } = options;
  const { found } = keeper;
  const outbox = createOutbox(found === null ? 1 : nextOrder(found));
  const fail = (message: string): void => {
    keeper.drop();
    outbox.abandon(BROKEN);
    events.status({ kind: 'broken', message });
  };

  const hear = (data: FromWorker): void => {
    switch (data.kind) {
      case 'beat':
        // The view first: whoever waits for an answer may look for its effect there.
        if (data.frame !== null) events.frame(data.frame);
        if (data.seat !== null) events.seat(data.seat);
        for (const answer of data.answers) outbox.answer(answer.n, answer.reply);
        return;
      case 'passed':
        keeper.passed(data.tick, data.inputs, data.over);
        return;
      case 'pace':
        keeper.setSpeed(data.pace.speed);
        events.pace(data.pace);
        return;
      case 'debrief':
        events.debrief(data.debrief);
        return;
      case 'failed':
        fail(data.message);
        return;
    }
  };
  const worker = openSturdyWorker({
    ...waiting,
    open: openWorker,
    hear,
    status: (status) => events.status(status),
    fail,
  });
  const send = (message: ToWorker): void => worker.post(message);
  // The last that a page hears before it is put to sleep or thrown away.
  const flush = (): void => keeper.flush();
  addEventListener('pagehide', flush);
  document.addEventListener('visibilitychange', flush);
  const end = (): void => {
    removeEventListener('pagehide', flush);
    document.removeEventListener('visibilitychange', flush);
    flush();
    worker.end();
  };
  const pace = { paused: found !== null, speed: found?.speed ?? 1 };
  send({ kind: 'open', ...match, journal: found && journalOf(found), pace });
  for (const order of found?.waiting ?? []) send({ kind: 'order', ...order });

  return {
    order: (command, args) => {
      const { order, reply } = outbox.add(command, args, 0);
      keeper.ordered({ n: order.n, command, args });
      send({ kind: 'order', n: order.n, command, args });
      return reply;
    },
    look: (subject) => {
      // Alone one defends: there is nothing of the attackers' view to look at.
      if (subject === null || !isRedRef(subject)) send({ kind: 'look', subject });
    },
    sync: (tick) => send({ kind: 'sync', tick }),
    retry: () => worker.retry(),
    takeBack,
    leave: () => {
      end();
      return Promise.resolve();
    },
    close: end,
    team: null,
    alone: {
      ...match,
      safe: keeper.safe,
      pace,
      setPace: (next) => send({ kind: 'pace', pace: next }),
      restart: () => {
        keeper.drop();
        restart();
      },
      again,
      giveWay: () => {
        const handed = keeper.giveWay();
        end();
        events.status({ kind: 'elsewhere' });
        return handed;
      },
    },
  };
}
