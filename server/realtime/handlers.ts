import type { Reception } from '../sessions/reception.ts';
import type { Stage } from '../sessions/stage.ts';
import type { Handlers } from './ingress.ts';

/** Who answers what. */
export function createHandlers(reception: Reception, stage: Stage): Handlers {
  return {
    'session:create': (connection, message) => reception.create(connection, message),
    'session:join': (connection, message) => reception.join(connection, message),
    'session:resume': (connection, message) => reception.resume(connection, message),
    'session:leave': (connection) => reception.leave(connection),
    'session:start': (connection) => stage.start(connection),
    'session:again': (connection) => stage.again(connection),
    'match:look': (connection, message) => stage.look(connection, message),
    'match:order': (connection, message) => stage.order(connection, message),
    'match:sync': (connection, message) => stage.sync(connection, message),
  };
}
