import { clerk } from './clerk.ts';
import type { Defender, Wish } from './defender.ts';
import { claimed, dirty, freeHands, openRequests, present, roomiest } from './reading.ts';

/** Scrubs before anyone moves in, serves where memory is clean, and closes what leaked. */
export const expert: Defender = (view) => {
  const wishes: Wish[] = [];
  for (const breach of present(view.tables.breaches)) {
    if (!breach.open || claimed(view, `assets/${breach.asset}`)) continue;
    wishes.push({ command: 'close-breach', args: { asset: breach.asset } });
  }
  for (const host of roomiest(view)) {
    if (dirty(view, host) === 0 || claimed(view, `hosts/${host.id}`)) continue;
    wishes.push({ command: 'scrub-frames', args: { host: host.id } });
  }
  const clean = roomiest(view).filter((host) => dirty(view, host) === 0);
  for (const request of openRequests(view)) {
    if (request.kind === 'destroy') continue;
    const host = clean.find(({ free }) => free.length >= request.frames);
    if (host) wishes.push({ command: 'create-vm', args: { request: request.id, host: host.id } });
  }
  wishes.push(...clerk(view).filter(({ command }) => command === 'destroy-vm'));
  return wishes.slice(0, Math.max(0, freeHands(view)));
};
