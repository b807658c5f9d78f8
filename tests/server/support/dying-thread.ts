// A thread that never answers, and ends when it is asked to commit.
import { answer } from '../../../server/thread.ts';

answer(({ name }: { readonly name: string }) => {
  if (name === 'commit') process.exit(3);
  return new Promise<never>(() => undefined);
});
