import { basename, resolve } from 'node:path';
import { Tinypool } from 'tinypool';

/** A thread that is asked things and answers each of them, not always in order. */
export interface Thread<Asked, Given> {
  /** False once it has ended: whatever it is asked is then rejected. */
  readonly alive: boolean;
  ask(asked: Asked): Promise<Given>;
  /** Ends it wherever it stands. What it has not answered is rejected. */
  end(): Promise<void>;
}

/** Built, a thread is a file beside this one; from source it needs a loader for TypeScript first. */
function fileOf(source: string): { filename: string; execArgv?: string[] } {
  if (!import.meta.filename.endsWith('.ts')) {
    return { filename: resolve(import.meta.dirname, basename(source).replace(/\.ts$/, '.js')) };
  }
  // Not `--import tsx`, which in Node 20 does nothing in a thread.
  const loader = JSON.stringify(import.meta.resolve('tsx/esm/api'));
  const text = encodeURIComponent(`import { register } from ${loader}; register();`);
  return {
    filename: resolve(import.meta.dirname, source),
    execArgv: ['--import', `data:text/javascript,${text}`],
  };
}

/**
 * Opens a thread: a pool of one, which is given up when that one dies. It keeps a process alive only
 * while something waits for its answer.
 * @param source its file, as seen from here, which exports an {@link answering} as `answer`; a built
 * server has it under the same name
 * @param name what it is called when it has ended
 */
export function openThread<Asked, Given>(source: string, name: string): Thread<Asked, Given> {
  const pool = new Tinypool({
    ...fileOf(source),
    name: 'answer',
    minThreads: 1,
    maxThreads: 1,
    // All that is asked is passed on at once: its order is for the thread to keep.
    concurrentTasksPerWorker: Number.POSITIVE_INFINITY,
    // With atomics it would stand still until it is asked something, and hear of no line that broke.
    useAtomics: false,
  });
  let ended: Error | null = null;
  let gone: Promise<void> | null = null;
  const end = (why: Error): Promise<void> => {
    ended ??= why;
    // Rejected only when the thread falls while it is ended, which ends it as well.
    gone ??= pool.destroy().catch(() => undefined);
    return gone;
  };

  // Without a listener, a thread that dies while nothing waits would take the process with it.
  pool.on('error', () => undefined);
  for (const thread of pool.threads) {
    // The pool puts a new one in its place, in which nothing is as it was: that one is never asked.
    thread.once('error', (cause: Error) => end(new Error(`${name} failed`, { cause })));
    // The pool hears of errors only: what waits for a thread that merely exits would wait for ever.
    thread.once('exit', (code: number) => {
      if (ended !== null) return;
      ended = new Error(`${name} ended with ${code}`);
      thread.emit('error', ended);
    });
  }

  return {
    get alive() {
      return ended === null;
    },
    ask: async (asked) => {
      if (ended !== null) throw ended;
      try {
        return await pool.run(asked);
      } catch (error) {
        throw ended ?? error;
      }
    },
    end: () => end(new Error(`${name} ended`)),
  };
}

/**
 * What a thread does with all that it is asked. Of what `work` throws, message and stack cross over.
 * Thrown as they are, errors of the embedded database would arrive without either, and one with a
 * cause that cannot be copied would end the thread.
 */
export function answering<Asked, Given>(
  work: (asked: Asked) => Given | Promise<Given>,
): (asked: Asked) => Promise<Given> {
  return async (asked) => {
    try {
      return await work(asked);
    } catch (error) {
      if (!(error instanceof Error)) throw new Error(String(error));
      throw Object.assign(new Error(error.message), { stack: error.stack });
    }
  };
}
