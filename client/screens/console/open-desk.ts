import { createDeskLink } from '../../net/desk-link.ts';
import type { Waiting } from '../../net/patience.ts';
import type { SocketPort } from '../../net/socket-port.ts';
import { createDesk, type Desk } from '../../state/desk/desk.ts';
import type { DeskName } from '../../state/desk/desk-keys.ts';

/** A desk over a connection of this page. */
export function openDesk(
  { as, code, key }: { readonly as: DeskName; readonly code: string; readonly key: string },
  socket: SocketPort,
  waiting: Waiting,
): Desk {
  const now = (): number => performance.now();
  return createDesk(
    {
      now,
      every: (ms, run) => {
        const timer = setInterval(run, ms);
        return () => clearInterval(timer);
      },
      after: waiting.after,
    },
    (events) => createDeskLink({ ...waiting, socket, events, code, key, as, now }),
  );
}
