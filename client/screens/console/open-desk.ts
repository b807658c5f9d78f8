import { createDeskLink } from '../../net/desk-link.ts';
import { openSocketPort } from '../../net/socket-port.ts';
import { createDesk, type Desk } from '../../state/desk/desk.ts';
import type { DeskName } from '../../state/desk/desk-keys.ts';

/** A desk over a connection of this page. */
export async function openDesk(as: DeskName, code: string, key: string): Promise<Desk> {
  const socket = await openSocketPort();
  const now = (): number => performance.now();
  return createDesk(
    {
      now,
      every: (ms, run) => {
        const timer = setInterval(run, ms);
        return () => clearInterval(timer);
      },
      after: (ms, run) => void setTimeout(run, ms),
    },
    (events) => createDeskLink({ socket, events, code, key, as, now }),
  );
}
