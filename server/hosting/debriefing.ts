import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { Debrief } from '../../shared/match/report.ts';
import type { Debriefing } from '../ports.ts';
import type { DebriefAsked } from './debrief-worker.ts';

/** What comes back from the thread. */
type Told =
  | { readonly id: number; readonly debrief: Debrief }
  | { readonly id: number; readonly problem: string };

interface Waiting {
  readonly resolve: (debrief: Debrief) => void;
  readonly reject: (problem: Error) => void;
}

/** Built, the thread is a file beside this one; from source it needs a loader for TypeScript first. */
function openThread(): Worker {
  const source = import.meta.filename.endsWith('.ts');
  const file = resolve(import.meta.dirname, source ? 'debrief-worker.ts' : 'debrief-worker.js');
  const thread = source
    ? new Worker(
        `import('tsx/esm/api').then(({ register }) => {
          register();
          return import(${JSON.stringify(pathToFileURL(file).href)});
        });`,
        { eval: true },
      )
    : new Worker(file);
  // It must not keep a process alive that has nothing else to do.
  thread.unref();
  return thread;
}

/**
 * Debriefs in a thread of its own, which is opened for the first match that ends and kept. A thread
 * that dies takes what it was doing with it; the next match gets a new one.
 */
export function createDebriefing(): Debriefing {
  let thread: Worker | null = null;
  let last = 0;
  const waiting = new Map<number, Waiting>();

  const open = (): Worker => {
    const opened = openThread();
    opened.on('message', (told: Told) => {
      const asked = waiting.get(told.id);
      waiting.delete(told.id);
      if ('debrief' in told) asked?.resolve(told.debrief);
      else asked?.reject(new Error(told.problem));
    });
    const fail = (problem: Error): void => {
      thread = null;
      for (const asked of waiting.values()) asked.reject(problem);
      waiting.clear();
    };
    opened.once('error', fail);
    opened.once('exit', (code) => fail(new Error(`the debriefing thread ended with ${code}`)));
    return opened;
  };

  return {
    of: (authority) =>
      new Promise((resolve, reject) => {
        thread ??= open();
        last += 1;
        waiting.set(last, { resolve, reject });
        thread.postMessage({ id: last, record: authority.record() } satisfies DebriefAsked);
      }),
    close: async () => {
      await thread?.terminate();
    },
  };
}
