import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { availableParallelism } from 'node:os';
import { resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';
import type { z } from 'zod';

const ROOT = resolve(import.meta.dirname, '../..');

/** How many processes work at once. */
export const WIDTH = availableParallelism();

/**
 * Runs a program of Node at the root of the project.
 * @param shown what it prints is shown as it comes
 * @returns what it printed
 * @throws when it failed
 */
export async function run(args: readonly string[], shown = false): Promise<string> {
  const child = spawn(process.execPath, args, { cwd: ROOT, stdio: ['ignore', 'pipe', 'inherit'] });
  if (shown) child.stdout.pipe(process.stderr, { end: false });
  const exited = once(child, 'exit');
  const printed = await text(child.stdout);
  const [code, signal] = await exited;
  if (code !== 0) throw new Error(`${args.join(' ')} ended with ${signal ?? code}`);
  return printed;
}

/**
 * Runs a script of the tests that prints one value. What it runs there is not counted in the coverage,
 * which would make it half as slow again.
 * @param script its path from `tests/`
 */
export async function ask<T>(
  script: string,
  args: readonly number[],
  schema: z.ZodType<T>,
  flags: readonly string[] = [],
): Promise<T> {
  const path = `tests/${script}`;
  const printed = await run([...flags, '--import', 'tsx', path, ...args.map(String)]);
  return schema.parse(JSON.parse(printed));
}

/** A process that is asked one thing after another. */
export interface Helper<T> {
  /** One thing at a time. @throws when the process has ended */
  ask(what: number): Promise<T>;
  end(): void;
}

/**
 * Opens a script of the tests that answers each line with a line. What it runs is not counted in the
 * coverage either.
 * @param script its path from `tests/`
 */
export function openHelper<T>(
  script: string,
  args: readonly number[],
  schema: z.ZodType<T>,
): Helper<T> {
  const path = `tests/${script}`;
  const child = spawn(process.execPath, ['--import', 'tsx', path, ...args.map(String)], {
    cwd: ROOT,
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  return {
    ask: async (what) => {
      child.stdin.write(`${what}\n`);
      const { value, done } = await lines.next();
      if (done) throw new Error(`${script} ended before it answered`);
      return schema.parse(JSON.parse(value));
    },
    end: () => {
      child.stdin.end();
    },
  };
}

/** Does everything, as much at once as there are cores. What it finds is in the order of the tasks. */
export async function all<T>(tasks: readonly (() => Promise<T>)[]): Promise<T[]> {
  const found: T[] = [];
  const waiting = tasks.map((task, i) => ({ task, i }));
  const work = async (): Promise<void> => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      found[next.i] = await next.task();
    }
  };
  await Promise.all(Array.from({ length: WIDTH }, work));
  return found;
}
