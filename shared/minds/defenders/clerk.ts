import type { Offer } from '../../commands/command.ts';
import { lacking } from '../../view/fitness.ts';
import { dirtyFree } from '../../view/reading.ts';
import type { RequestRow } from '../../view/rows.ts';
import type { BlueView } from '../../view/view.ts';
import type { Technique } from '../../world/machine/vm.ts';
import type { Defender, Look, Wish } from './defender.ts';
import { claimed, openRequests } from './reading.ts';

/** Permille of its native cost that a guest's virtual CPUs bear, and of its cycles that fill a host. */
const BORNE = 1250;
const FULL = 950;

/** How a request is answered: wherever there is room, or only where memory is clean. */
export type Care = 'anywhere' | 'clean';

/** Orders that answer open requests, each on the roomiest host that will do, in its cheapest way. */
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
      .filter(({ args }) => care === 'anywhere' || has(request, args.technique))
      .filter(({ args }) => {
        const host = view.tables.hosts[typeof args.host === 'number' ? args.host : home];
        return care === 'anywhere' || !host || dirtyFree(view, host).length === 0;
      });
    // What its virtual CPUs can bear on a host that has cycles left, for whoever takes care; then as much
    // room, then as little cost; of what is alike in all, what is offered first.
    const strain = ({ args, quote }: Offer): number => {
      if (care === 'anywhere') return 0;
      const full = (view.tables.hosts[Number(args.host)]?.load ?? 0) >= FULL;
      return Number((quote?.cost ?? 0) > BORNE) + Number(full);
    };
    const better = (offer: Offer, than: Offer): boolean => {
      const eased = strain(than) - strain(offer);
      if (eased !== 0) return eased > 0;
      const more = room(Number(offer.args.host)) - room(Number(than.args.host));
      return more > 0 || (more === 0 && costOf(offer) < costOf(than));
    };
    let best = offers[0];
    for (const offer of offers) if (best && better(offer, best)) best = offer;
    if (best) wishes.push({ command: best.command, args: best.args });
  }
  return wishes;
}

/** Whether what is asked for would have every device that its work needs, run in that way. */
const has = ({ workload }: RequestRow, technique: unknown): boolean =>
  workload === '' ||
  technique === undefined ||
  lacking(workload, technique as Technique).length === 0;
const costOf = ({ quote }: Offer): number => quote?.cost ?? 0;

/** Serves every request at once on the roomiest host, and looks at nothing else. */
export const clerk: Defender = (view, look) => answers(view, look, 'anywhere');
