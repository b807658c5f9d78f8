import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { describe, expect, onTestFinished, test } from 'vitest';
import { openThread, type Thread } from '../../server/thread.ts';
import type { Told } from './support/moody-thread.ts';

function open(): Thread<Told, string> {
  const source = '../tests/server/support/moody-thread.ts';
  const thread = openThread<Told, string>(source, 'the thread');
  onTestFinished(() => thread.end());
  return thread;
}

describe('a thread', () => {
  test('does several things at once, so that one may wait for another', async () => {
    const thread = open();
    const both = Promise.all([thread.ask('hold'), thread.ask('let go')]);
    expect(await both).toEqual(['held', 'let go']);
  });

  test('lives on when it throws, and what it threw has its message and its stack', async () => {
    const thread = open();
    const thrown = await thread.ask('throw').catch((error: unknown) => error);
    expect(thrown).toMatchObject({
      message: 'thrown',
      stack: expect.stringMatching(/moody-thread\.ts/),
    });
    // The driver's errors are no real ones: by themselves they arrive without a word.
    const refused = await thread.ask('ask nonsense').catch((error: unknown) => error);
    expect(refused).toMatchObject({
      message: expect.stringMatching(/nonsense/),
      stack: expect.stringMatching(/moody-thread\.ts/),
    });
    expect(refused).toBeInstanceOf(Error);
    expect(await thread.ask('let go')).toBe('let go');
  });

  test.each([
    ['falls', 'fall', { message: 'the thread failed', cause: new Error('it fell') }],
    ['exits', 'exit', { message: 'the thread ended with 4' }],
  ] as const)('that %s rejects all that waits and all that comes after', async (_, told, why) => {
    const thread = open();
    const waiting = expect(thread.ask('hold')).rejects.toMatchObject(why);
    await expect(thread.ask(told)).rejects.toMatchObject(why);
    await waiting;
    expect(thread.alive).toBe(false);
    await expect(thread.ask('let go')).rejects.toMatchObject(why);
  });

  test('that falls while nothing waits takes nothing with it', async () => {
    const thread = open();
    expect(await thread.ask('fall later')).toBe('still here');
    while (thread.alive) await setImmediate();
    await expect(thread.ask('let go')).rejects.toThrow('the thread failed');
  });

  test('whose file is not there rejects what it is asked', async () => {
    const thread = openThread<Told, string>('nowhere.ts', 'the thread');
    await expect(thread.ask('let go')).rejects.toThrow('the thread failed');
    expect(thread.alive).toBe(false);
    await thread.end();
  });

  test('that is ended gives up what it is at, and can be ended again', async () => {
    const thread = open();
    const held = expect(thread.ask('hold')).rejects.toThrow('the thread ended');
    await Promise.all([thread.end(), thread.end()]);
    await held;
    expect(thread.alive).toBe(false);
    await expect(thread.ask('hold')).rejects.toThrow('the thread ended');
  });

  test('keeps a process alive while something waits, and no longer', async () => {
    const script = resolve(import.meta.dirname, 'support/leaving.ts');
    const child = spawn(process.execPath, ['--import', 'tsx', script], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    onTestFinished(() => {
      child.kill('SIGKILL');
    });
    let printed = '';
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
      printed += chunk;
    });
    expect(await once(child, 'close')).toEqual([0, null]);
    expect(printed).toBe('let go');
  });
});
