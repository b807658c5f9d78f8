// A thread that does what it is told, and goes wrong in each way that a thread can.
import Database from 'libsql';
import { answering } from '../../../server/thread.ts';

export type Told = 'hold' | 'let go' | 'throw' | 'ask nonsense' | 'fall' | 'fall later' | 'exit';

let release = (): void => undefined;
const released = new Promise<void>((resolve) => {
  release = resolve;
});

function fallSoon(): void {
  setImmediate(() => {
    throw new Error('it fell');
  });
}

export const answer = answering(async (told: Told): Promise<string> => {
  switch (told) {
    case 'hold':
      await released;
      return 'held';
    case 'let go':
      release();
      return 'let go';
    case 'throw':
      // A cause that cannot cross over.
      throw new Error('thrown', { cause: () => undefined });
    case 'ask nonsense':
      new Database(':memory:').prepare('nonsense').all();
      return 'it made sense';
    case 'fall':
      fallSoon();
      return new Promise<never>(() => undefined);
    case 'fall later':
      fallSoon();
      return 'still here';
    case 'exit':
      process.exit(4);
  }
});
