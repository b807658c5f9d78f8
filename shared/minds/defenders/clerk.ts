import type { Defender, Wish } from './defender.ts';
import { claimed, freeHands, openRequests, roomiest } from './reading.ts';

/** Serves every request at once on the roomiest host, and looks at nothing else. */
export const clerk: Defender = (view) => {
  const wishes: Wish[] = [];
  for (const request of openRequests(view)) {
    if (wishes.length >= freeHands(view)) break;
    if (request.kind === 'destroy') {
      if (claimed(view, `vms/${request.vm}`)) continue;
      wishes.push({ command: 'destroy-vm', args: { vm: request.vm } });
      continue;
    }
    const host = roomiest(view).find(({ free }) => free.length >= request.frames);
    if (host) wishes.push({ command: 'create-vm', args: { request: request.id, host: host.id } });
  }
  return wishes;
};
