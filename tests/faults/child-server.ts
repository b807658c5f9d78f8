import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';

const ROOT = resolve(import.meta.dirname, '../..');
const ADDRESS = /https?:\/\/localhost:\d+/;

/** A test runner's own variables would turn the server into its test variant. */
const FOREIGN = /^(NODE_ENV|NODE_OPTIONS|VITEST.*|TINYPOOL.*|PORT|DATABASE_URL|ORIGINS)$/;

export interface ChildServer {
  readonly url: string;
  /** What it complained about so far. */
  complaints(): string;
  /** Ends it as a power cut would. */
  kill(): Promise<void>;
  /** Asks it to end, as an administrator would. */
  stop(): Promise<void>;
}

/**
 * Starts the server as `npm start` does, on a free port, over what lies in that folder.
 * @param speed how many times faster than life its matches run
 * @returns when it has printed its address
 * @throws when it ends before that
 */
export async function startChild(dataDir: string, speed: number): Promise<ChildServer> {
  const env = Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !FOREIGN.test(name)),
  );
  const child = spawn(process.execPath, ['--import', 'tsx', 'server/cli/start.ts'], {
    cwd: ROOT,
    env: {
      ...env,
      HOST: '127.0.0.1',
      PORT: '0',
      DATA_DIR: dataDir,
      SPEED: String(speed),
      LOG_LEVEL: 'warn',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let complaints = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    complaints += text;
  });
  const url = await addressOf(child, () => complaints);
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const exited = once(child, 'exit');
    child.kill(signal);
    await exited;
  };
  return {
    url,
    complaints: () => complaints,
    kill: () => end('SIGKILL'),
    stop: () => end('SIGTERM'),
  };
}

function addressOf(
  child: ChildProcess & { readonly stdout: NodeJS.ReadableStream },
  complaints: () => string,
): Promise<string> {
  return new Promise((resolve, reject) => {
    let printed = '';
    child.stdout.setEncoding('utf8');
    child.stdout.on('data', (text: string) => {
      printed += text;
      const address = ADDRESS.exec(printed.slice(0, printed.lastIndexOf('\n') + 1))?.[0];
      if (address !== undefined) resolve(address.replace('localhost', '127.0.0.1'));
    });
    child.once('error', reject);
    child.once('exit', (code, signal) => {
      reject(new Error(`the server ended with ${signal ?? code}: ${complaints()}`));
    });
  });
}
