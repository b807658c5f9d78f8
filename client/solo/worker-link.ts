import { isRedRef, type Link, type LinkEvents } from '../net/link.ts';
import { createOutbox } from '../net/outbox.ts';
import type { Waiting } from '../net/patience.ts';
import type { FromWorker, ToWorker } from './messages.ts';
import { openSturdyWorker, type WorkerLike } from './sturdy-worker.ts';

export interface WorkerLinkOptions {
  readonly events: LinkEvents;
  readonly waiting: Waiting;
  readonly scenario: string | null;
  readonly seed: number;
  /** A new match in place of this one. */
  readonly again: () => void;
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
  const { events, waiting, scenario, seed, again } = options;
  const outbox = createOutbox(1);
  const fail = (message: string): void => {
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
      case 'pace':
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
  send({ kind: 'open', scenario, seed });

  return {
    order: (command, args) => {
      const { order, reply } = outbox.add(command, args, 0);
      send({ kind: 'order', n: order.n, command, args });
      return reply;
    },
    look: (subject) => {
      // Alone one defends: there is nothing of the attackers' view to look at.
      if (subject === null || !isRedRef(subject)) send({ kind: 'look', subject });
    },
    sync: (tick) => send({ kind: 'sync', tick }),
    retry: () => worker.retry(),
    takeBack: () => {},
    leave: () => {
      worker.end();
      return Promise.resolve();
    },
    close: () => worker.end(),
    team: null,
    again,
    setPace: (pace) => send({ kind: 'pace', pace }),
  };
}
