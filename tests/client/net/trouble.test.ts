import { describe, expect, test } from 'vitest';
import { troubleOf, troubleOfError } from '../../../client/net/trouble.ts';

describe('why the server is not heard', () => {
  test.each([
    [0, '', true, 'unreachable'],
    [0, '', false, 'offline'],
    [403, '<html>Blocked by your school</html>', true, 'blocked'],
    [403, '{"code":4,"message":"origin"}', true, 'unwelcome'],
    [404, 'not found', true, 'blocked'],
    [407, '', true, 'blocked'],
    [451, '', true, 'blocked'],
    [429, '', true, 'busy'],
    [502, '<html>Bad gateway</html>', true, 'busy'],
    [503, '', true, 'busy'],
  ] as const)('an answer of %d (%s), online %s, is %s', (status, body, online, trouble) => {
    expect(troubleOf(status, body, online)).toBe(trouble);
  });

  // As Socket.IO's client tells them.
  test.each([
    ['a refused connection', { message: 'xhr poll error', description: 0 }, 'unreachable'],
    ['a filter that says no', { message: 'xhr poll error', description: 403 }, 'blocked'],
    ['a filter’s page', { message: 'server error', code: 'parser error' }, 'blocked'],
    ['a server that restarts', { message: 'xhr poll error', description: 502 }, 'busy'],
    ['no answer at all', { message: 'timeout' }, 'silent'],
    [
      'a page that the server does not know',
      {
        message: 'xhr poll error',
        description: 403,
        context: { responseText: '{"code":4,"message":"origin"}' },
      },
      'unwelcome',
    ],
  ] as const)('%s', (_, error, trouble) => {
    expect(troubleOfError(error, true)).toBe(trouble);
  });
});
