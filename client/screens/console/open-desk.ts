import { createDeskLink } from '../../net/desk-link.ts';
import type { Waiting } from '../../net/patience.ts';
import type { SocketPort } from '../../net/socket-port.ts';
import { createDesk, type Desk } from '../../state/desk/desk.ts';
import type { DeskName } from '../../state/desk/desk-keys.ts';
import type { GamePorts } from '../../state/match/game.ts';

/** A desk over a connection of this page. */
export function openDesk(
  { as, code, key }: { readonly as: DeskName; readonly code: string; readonly key: string },
  socket: SocketPort,
  timers: GamePorts,
  waiting: Waiting,
): Desk {
  const { now } = timers;
  return createDesk(timers, (events) =>
    createDeskLink({ ...waiting, socket, events, code, key, as, now }),
  );
}
