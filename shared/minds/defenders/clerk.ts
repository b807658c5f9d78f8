import type { BlueView } from '../../view/view.ts';
import type { Defender, Look, Wish } from './defender.ts';
import { claimed, dirty, openRequests } from './reading.ts';

/** How a request is answered: wherever there is room, or only where memory is clean. */
export type Care = 'anywhere' | 'clean';

/** Orders that answer open requests, each on the roomiest host that will do. */
export function answers(view: BlueView, look: Look, care: Care): Wish[] {
  const wishes: Wish[] = [];
  for (const request of openRequests(view)) {
    if (request.kind === 'destroy') {
      if (!claimed(view, `vms/${request.vm}`)) {
        wishes.push({ command: 'destroy-vm', args: { vm: request.vm } });
      }
      continue;
    }
    const room = (host: number): number => view.tables.hosts[host]?.free.length ?? 0;
    const home = request.kind === 'grow' ? (view.tables.vms[request.vm]?.host ?? 0) : 0;
    const offers = look(`requests/${request.id}`)
      .filter(({ refusal }) => refusal === null)
      .filter(({ args }) => {
        const host = view.tables.hosts[typeof args.host === 'number' ? args.host : home];
        return care === 'anywhere' || !host || dirty(view, host) === 0;
      });
    // The offers of one host come with the best technique first: the first of the roomiest wins.
    let best = offers[0];
    for (const offer of offers) {
      if (best && room(Number(offer.args.host)) > room(Number(best.args.host))) best = offer;
    }
    if (best) wishes.push({ command: best.command, args: best.args });
  }
  return wishes;
}

/** Serves every request at once on the roomiest host, and looks at nothing else. */
export const clerk: Defender = (view, look) => answers(view, look, 'anywhere');
