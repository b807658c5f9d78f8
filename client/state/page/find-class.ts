import type { FoundClass, Reply } from '../../../shared/protocol/server.ts';
import { type Attempt, askServer, keepTrying } from '../../net/ask-server.ts';
import type { Waiting } from '../../net/patience.ts';
import type { Trouble } from '../../net/trouble.ts';

function isReply(value: unknown): value is Reply<FoundClass> {
  return typeof value === 'object' && value !== null && 'ok' in value;
}

/**
 * Whether there is a class of that code, asked until the server says so or not.
 * @param hear told what is wrong, and `null` when nothing is known to be
 */
export function findClass(
  code: string,
  waiting: Waiting,
  hear: (trouble: Trouble | null) => void,
): Attempt<boolean> {
  return keepTrying(
    async () => {
      const answer = await askServer(`api/classes/${code}`, waiting.online);
      if ('trouble' in answer) return answer;
      return isReply(answer.value) ? { value: answer.value.ok } : { trouble: 'blocked' };
    },
    waiting,
    hear,
  );
}
