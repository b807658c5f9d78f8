import type { Office } from '../sessions/office.ts';
import type { Play } from '../sessions/play.ts';
import type { Reception } from '../sessions/reception.ts';
import type { Talk } from '../sessions/talk.ts';
import type { Handlers } from './ingress.ts';

/** Who answers what. */
export function createHandlers(rooms: {
  reception: Reception;
  play: Play;
  talk: Talk;
  office: Office;
}): Handlers {
  const { reception, play, talk, office } = rooms;
  return {
    'session:create': (_, message) => reception.create(message),
    'session:join': (connection, message) => reception.join(connection, message),
    'session:resume': (connection, message) => reception.resume(connection, message),
    'session:rejoin': (connection, message) => reception.rejoin(connection, message),
    'session:leave': (connection) => reception.leave(connection),
    'seat:team': (connection, message) => play.team(connection, message),
    'seat:roles': (connection, message) => play.roles(connection, message),
    'team:ping': (connection, message) => talk.ping(connection, message),
    'team:say': (connection, message) => talk.say(connection, message),
    'team:chat': (connection, message) => talk.chat(connection, message),
    'match:look': (connection, message) => play.look(connection, message),
    'match:order': (connection, message) => play.order(connection, message),
    'match:sync': (connection, message) =>
      play.sync(connection, message) ?? office.sync(connection),
    'desk:open': (connection, message) => office.open(connection, message),
    'desk:watch': (connection, message) => office.watch(connection, message),
    'desk:injections': (connection, message) => office.injections(connection, message),
    'desk:act': (connection, message) => office.act(connection, message),
  };
}
