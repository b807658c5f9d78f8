import { setImmediate } from 'node:timers/promises';
import { expect, test } from 'vitest';
import type { LinkStatus } from '../../../client/net/link.ts';
import type { FromWorker, ToWorker } from '../../../client/solo/messages.ts';
import { openSturdyWorker } from '../../../client/solo/sturdy-worker.ts';
import { handTimer } from '../support/hand-timer.ts';

const pace = { paused: false, speed: 1 };
const OPEN: ToWorker = { kind: 'open', scenario: 'first-shift', seed: 7, journal: null, pace };
const PACE: FromWorker = { kind: 'pace', pace };

function begin() {
  const timer = handTimer();
  const workers: {
    told: ToWorker[];
    ended: boolean;
    say: (message: FromWorker) => void;
    fail: (message?: string) => void;
  }[] = [];
  const statuses: LinkStatus[] = [];
  const failures: string[] = [];
  const heard: FromWorker[] = [];
  const worker = openSturdyWorker({
    ...timer,
    open: () => {
      const made = { told: [] as ToWorker[], ended: false, say: () => {}, fail: () => {} };
      workers.push(made);
      return {
        postMessage: (message) => made.told.push(message),
        terminate: () => {
          made.ended = true;
        },
        listen: (hear, fail) => Object.assign(made, { say: hear, fail }),
      };
    },
    hear: (message) => heard.push(message),
    status: (status) => statuses.push(status),
    fail: (message) => failures.push(message),
    diagnose: async () => 'unreachable',
  });
  return { timer, workers, statuses, failures, heard, worker };
}

test('a worker whose script does not come is fetched again, and hears all that was said', async () => {
  const { timer, workers, statuses, failures, heard, worker } = begin();
  worker.post(OPEN);
  workers[0]?.fail();
  await setImmediate();
  expect(statuses.at(-1)).toEqual({ kind: 'connecting', trouble: 'unreachable' });
  timer.pass(5000);
  expect(workers[0]?.ended).toBe(true);
  worker.post({ kind: 'sync', tick: 3 });
  expect(workers[1]?.told).toEqual([OPEN, { kind: 'sync', tick: 3 }]);
  workers[1]?.say(PACE);
  expect(statuses.at(-1)).toEqual({ kind: 'online' });
  expect(heard).toEqual([PACE]);
  expect(failures).toEqual([]);
});

test('one that never says anything is not waited for without a word, and can be begun anew', () => {
  const { timer, workers, statuses, worker } = begin();
  worker.post(OPEN);
  timer.pass(10_000);
  expect(statuses.at(-1)).toEqual({ kind: 'connecting', trouble: 'silent' });
  worker.retry();
  expect(workers.map(({ ended }) => ended)).toEqual([true, false]);
  expect(workers[1]?.told).toEqual([OPEN]);
});

test('one that fails at its work has failed: another would do no better', async () => {
  const { timer, workers, failures, worker } = begin();
  worker.post(OPEN);
  workers[0]?.say(PACE);
  workers[0]?.fail('out of memory');
  const second = begin();
  second.workers[0]?.fail('Uncaught SyntaxError');
  await setImmediate();
  timer.pass(10_000);
  second.timer.pass(10_000);
  expect(failures).toEqual(['out of memory']);
  expect(second.failures).toEqual(['Uncaught SyntaxError']);
  expect([workers.length, second.workers.length]).toEqual([1, 1]);
});

test('once it is ended nothing is begun any more', async () => {
  const { timer, workers, worker } = begin();
  workers[0]?.fail();
  worker.end();
  await setImmediate();
  timer.pass(10_000);
  worker.retry();
  expect(workers).toHaveLength(1);
});
