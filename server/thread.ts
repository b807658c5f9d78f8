import { basename, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parentPort, Worker } from 'node:worker_threads';

/** What goes to a thread, and what comes back. Everything in it is plain data. */
interface Letter<Asked> {
  readonly id: number;
  readonly asked: Asked;
}

type Reply<Given> =
  | { readonly id: number; readonly given: Given }
  | { readonly id: number; readonly problem: string; readonly stack: string | undefined };

interface Waiting<Given> {
  readonly resolve: (given: Given) => void;
  readonly reject: (problem: Error) => void;
}

/** A thread that is asked things and answers each of them, not always in order. */
export interface Thread<Asked, Given> {
  /** False once it has ended: whatever it is asked is then rejected. */
  readonly alive: boolean;
  ask(asked: Asked): Promise<Given>;
  /** Ends it wherever it stands. What it has not answered is rejected. */
  end(): Promise<void>;
}

/** Built, a thread is a file beside this one; from source it needs a loader for TypeScript first. */
function open(source: string): Worker {
  if (!import.meta.filename.endsWith('.ts')) {
    return new Worker(resolve(import.meta.dirname, basename(source).replace(/\.ts$/, '.js')));
  }
  // Both by their whole address: the text below belongs to no file that it could be seen from.
  const file = pathToFileURL(resolve(import.meta.dirname, source)).href;
  const loader = import.meta.resolve('tsx/esm/api');
  return new Worker(
    `import(${JSON.stringify(loader)}).then(({ register }) => {
      register();
      return import(${JSON.stringify(file)});
    });`,
    { eval: true },
  );
}

/**
 * Opens a thread. It keeps a process alive only while something waits for its answer.
 * @param source its file, as seen from here; a built server has it under the same name
 * @param name what it is called when it has ended
 */
export function openThread<Asked, Given>(source: string, name: string): Thread<Asked, Given> {
  const worker = open(source);
  const waiting = new Map<number, Waiting<Given>>();
  let ended: Error | null = null;
  let last = 0;

  worker.unref();
  worker.on('message', (reply: Reply<Given>) => {
    const asked = waiting.get(reply.id);
    waiting.delete(reply.id);
    if (waiting.size === 0) worker.unref();
    if ('given' in reply) asked?.resolve(reply.given);
    else asked?.reject(Object.assign(new Error(reply.problem), { stack: reply.stack }));
  });
  const fail = (problem: Error): void => {
    ended ??= problem;
    for (const asked of waiting.values()) asked.reject(ended);
    waiting.clear();
  };
  worker.once('error', (error) => fail(new Error(`${name} failed`, { cause: error })));
  worker.once('exit', (code) => fail(new Error(`${name} ended with ${code}`)));

  return {
    get alive() {
      return ended === null;
    },
    ask: (asked) =>
      new Promise((resolve, reject) => {
        if (ended !== null) {
          reject(ended);
          return;
        }
        last += 1;
        waiting.set(last, { resolve, reject });
        worker.ref();
        worker.postMessage({ id: last, asked } satisfies Letter<Asked>);
      }),
    end: async () => {
      await worker.terminate();
    },
  };
}

/** In a thread: answers all that it is asked. What `work` throws is the answer too. */
export function answer<Asked, Given>(work: (asked: Asked) => Given | Promise<Given>): void {
  const port = parentPort;
  port?.on('message', async ({ id, asked }: Letter<Asked>) => {
    const reply = await settle(id, asked, work);
    port.postMessage(reply);
  });
}

async function settle<Asked, Given>(
  id: number,
  asked: Asked,
  work: (asked: Asked) => Given | Promise<Given>,
): Promise<Reply<Given>> {
  try {
    return { id, given: await work(asked) };
  } catch (error) {
    if (!(error instanceof Error)) return { id, problem: String(error), stack: undefined };
    return { id, problem: error.message, stack: error.stack };
  }
}
