import type { Admission } from '../sessions/admission.ts';
import type { DeskRequests } from '../sessions/desk-requests.ts';
import type { Play } from '../sessions/play.ts';
import type { Talk } from '../sessions/talk.ts';
import type { Handlers } from './ingress.ts';

/** Who answers what. */
export function createHandlers(rooms: {
  admission: Admission;
  play: Play;
  talk: Talk;
  deskRequests: DeskRequests;
}): Handlers {
  const { admission, play, talk, deskRequests } = rooms;
  return {
    'session:create': (_, message) => admission.create(message),
    'session:join': (connection, message) => admission.join(connection, message),
    'session:resume': (connection, message) => admission.resume(connection, message),
    'session:rejoin': (connection, message) => admission.rejoin(connection, message),
    'session:leave': (connection) => admission.leave(connection),
    'seat:team': (connection, message) => play.team(connection, message),
    'seat:roles': (connection, message) => play.roles(connection, message),
    'team:ping': (connection, message) => talk.ping(connection, message),
    'team:say': (connection, message) => talk.say(connection, message),
    'team:chat': (connection, message) => talk.chat(connection, message),
    'match:look': (connection, message) => play.look(connection, message),
    'match:order': (connection, message) => play.order(connection, message),
    'match:sync': (connection, message) =>
      play.sync(connection, message) ?? deskRequests.sync(connection),
    'desk:open': (connection, message) => deskRequests.open(connection, message),
    'desk:watch': (connection, message) => deskRequests.watch(connection, message),
    'desk:injections': (connection, message) => deskRequests.injections(connection, message),
    'desk:act': (connection, message) => deskRequests.act(connection, message),
  };
}
