import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Due, FromHouse, ToHouse, Usage } from './letters.ts';

/** The core that the server has for itself. */
const CORE = 0;

export interface LoadServer {
  readonly url: string;
  /** `null`: it could not be pinned to one. */
  readonly core: number | null;
  /** What every tick since the beginning was told to be due. */
  onDue(take: (due: Due) => void): void;
  usage(): Promise<Usage>;
  /** Ends it, and deletes what it stored. */
  close(): Promise<void>;
}

/**
 * Starts a real server in a process of its own, on one core where the machine has `taskset`, with its
 * store in a file of a temporary folder. This process leaves that core alone, when there is another.
 */
export async function startLoadServer(nodeFlags: readonly string[] = []): Promise<LoadServer> {
  const folder = mkdtempSync(join(tmpdir(), 'hyperward-load-'));
  const core = leaveCore() ? CORE : null;
  const measured = resolve(import.meta.dirname, 'measured.ts');
  const command = [process.execPath, ...nodeFlags, '--import', 'tsx', measured, folder];
  const [program = '', ...args] =
    core === null ? command : ['taskset', '-c', String(core), ...command];
  const child = spawn(program, args, { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  const letters = new Letters(child);
  const { port } = await letters.next('open');
  return {
    url: `http://127.0.0.1:${port}`,
    core,
    onDue: (take) => letters.onDue(take),
    usage: () => {
      const answer = letters.next('usage');
      child.send({ kind: 'usage' } satisfies ToHouse);
      return answer;
    },
    close: async () => {
      const exited = once(child, 'exit');
      child.send({ kind: 'close' } satisfies ToHouse);
      await exited;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** @returns whether processes can be pinned here */
function leaveCore(): boolean {
  try {
    const cores = availableParallelism();
    const others = cores > 1 ? `1-${cores - 1}` : String(CORE);
    execFileSync('taskset', ['-acp', others, String(process.pid)], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/** What the server's process says, sorted. */
class Letters {
  readonly #waiting = new Map<FromHouse['kind'], (letter: FromHouse) => void>();
  #ended: Error | null = null;
  #fail: ((error: Error) => void) | null = null;
  #take: ((due: Due) => void) | null = null;

  constructor(child: ChildProcess) {
    child.on('message', (letter: FromHouse) => {
      if (letter.kind === 'due') {
        for (const due of letter.ticks) this.#take?.(due);
        return;
      }
      this.#waiting.get(letter.kind)?.(letter);
      this.#waiting.delete(letter.kind);
    });
    child.once('exit', (code, signal) => {
      this.#ended = new Error(`the server ended with ${signal ?? code}`);
      this.#fail?.(this.#ended);
    });
  }

  onDue(take: (due: Due) => void): void {
    this.#take = take;
  }

  next<Kind extends FromHouse['kind']>(kind: Kind): Promise<Extract<FromHouse, { kind: Kind }>> {
    return new Promise((resolve, reject) => {
      if (this.#ended) reject(this.#ended);
      this.#fail = reject;
      this.#waiting.set(kind, (letter) => resolve(letter as Extract<FromHouse, { kind: Kind }>));
    });
  }
}
