// A thread that never answers, and ends when it is asked to commit.
import { answering } from '../../../server/thread.ts';

export const answer = answering(({ name }: { readonly name: string }) => {
  if (name === 'commit') process.exit(3);
  return new Promise<never>(() => undefined);
});
