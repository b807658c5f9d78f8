import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { promisify } from 'node:util';

const ROOT = resolve(import.meta.dirname, '../../..');
const START_TIMEOUT_MS = 30_000;
const STOP_TIMEOUT_MS = 10_000;
const ADDRESS = /https?:\/\/[\w.[\]:-]+:\d+/;

/** The runner's own variables would turn the build and the server into their test variants. */
export function cleanEnv(): NodeJS.ProcessEnv {
  const dropped = /^(NODE_ENV|NODE_OPTIONS|MODE|DEV|PROD|SSR|BASE_URL|TEST|VITEST.*|TINYPOOL.*)$/;
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !dropped.test(name)));
}

/** Builds client and server into dist/, as `npm start` does. */
export async function build(): Promise<void> {
  const vite = resolve(ROOT, 'node_modules/vite/bin/vite.js');
  const run = (...args: string[]) =>
    promisify(execFile)(process.execPath, [vite, 'build', '--logLevel', 'warn', ...args], {
      cwd: ROOT,
      env: cleanEnv(),
    });
  await run();
  await run('--config', 'vite.server.config.ts');
}

export interface RunningServer {
  readonly url: string;
  readonly port: number;
  /** Everything it has printed so far, for a failing journey's message. */
  output(): string;
  /** Asks it to end; throws when it does not end by itself in time. */
  stop(): Promise<void>;
  /** Takes the ground from under it, as a power cut would. */
  kill(): Promise<void>;
}

/** A folder of its own for a server's data, or for several that come after each other. */
export function dataFolder(): Promise<string> {
  return mkdtemp(join(tmpdir(), 'hyperward-data-'));
}

/**
 * Starts the built server on a free port and waits for the address it prints. Its data goes into a
 * folder that is its own, unless one is given.
 */
export async function startServer(env: Record<string, string> = {}): Promise<RunningServer> {
  const own = env.DATA_DIR === undefined ? await dataFolder() : null;
  const child = spawn(process.execPath, ['dist/server/start.js'], {
    cwd: ROOT,
    env: { ...cleanEnv(), HOST: '127.0.0.1', PORT: '0', DATA_DIR: own ?? '', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let printed = '';
  const exited = once(child, 'exit');

  const url = await new Promise<string>((found, failed) => {
    const fail = (why: string) => failed(new Error(`The server ${why}. It printed:\n${printed}`));
    const timer = setTimeout(() => {
      child.kill('SIGKILL');
      fail(`printed no address within ${START_TIMEOUT_MS} ms`);
    }, START_TIMEOUT_MS);
    child.once('error', failed);
    child.once('exit', (code, signal) => {
      clearTimeout(timer);
      fail(`ended at once (${signal ?? code})`);
    });
    child.stderr.on('data', (chunk) => {
      printed += chunk;
    });
    let line = '';
    child.stdout.on('data', (chunk) => {
      printed += chunk;
      line += chunk;
      const end = line.lastIndexOf('\n');
      if (end < 0) return;
      // Only whole lines count: half a line may hold half a port.
      const address = ADDRESS.exec(line.slice(0, end))?.[0];
      line = line.slice(end + 1);
      if (address === undefined) return;
      clearTimeout(timer);
      found(address);
    });
  });

  const clear = async (): Promise<void> => {
    if (own !== null) await rm(own, { recursive: true, force: true });
  };

  return {
    url,
    port: Number(new URL(url).port),
    async kill() {
      child.kill('SIGKILL');
      await exited;
      await clear();
    },
    output: () => printed,
    async stop() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      child.kill('SIGTERM');
      const timely = new AbortController();
      const late = delay(STOP_TIMEOUT_MS, 'late', { signal: timely.signal });
      if ((await Promise.race([exited, late])) === 'late') {
        child.kill('SIGKILL');
        throw new Error(`The server ignored SIGTERM for ${STOP_TIMEOUT_MS} ms`);
      }
      late.catch(() => undefined);
      timely.abort();
      await clear();
    },
  };
}
