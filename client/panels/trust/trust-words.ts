import type { OneThing } from '../../../shared/match/one-thing.ts';
import type { Speaker } from '../../../shared/text/speak.ts';
import type { Blast } from '../../../shared/view/blast/blast.ts';
import { rowsOf } from '../../../shared/view/reading.ts';
import { keyShapeOf } from '../../../shared/view/trust.ts';
import type { BlueView } from '../../../shared/view/view.ts';
import { TICKS_PER_SECOND } from '../../../shared/world/ids.ts';
import {
  commandValues,
  hostName,
  placeOf,
  storeName,
  zoneName,
} from '../../state/match/wording.ts';

/** A credential by the shape of its key: the triangle key. */
export const keyName = (say: Speaker, view: BlueView, credential: number): string =>
  say('ui.trust.key', { name: say(`ui.trust.shape.${keyShapeOf(view, credential)}`) });

/** What is asked, in a sentence. */
export function asked(say: Speaker, view: BlueView, { kind, id }: Blast['start']): string {
  switch (kind) {
    case 'vm':
      return say('ui.trust.fromVm', { what: placeOf(say, view, `vms/${id}`) });
    case 'host':
      return say('ui.trust.fromVm', { what: hostName(id) });
    case 'zone':
      return say('ui.trust.fromZone', { what: zoneName(say, view, id) });
    case 'credential': {
      const shape = say(`ui.trust.shape.${keyShapeOf(view, id)}`);
      return say('ui.trust.fromKey', { what: shape });
    }
    case 'store':
      return say('ui.trust.fromStore', { what: storeName(id) });
  }
}

/** How many are named before the rest are counted. */
const NAMED = 8;

/** Hosts and VMs by name, hosts first; of many the first, and how many more. */
export function named(say: Speaker, view: BlueView, nodes: readonly string[]): string {
  const ordered = [
    ...nodes.filter((node) => node.startsWith('hosts/')),
    ...nodes.filter((node) => node.startsWith('vms/')),
  ].map((node) => placeOf(say, view, node));
  if (ordered.length <= NAMED + 1) return ordered.join(' · ');
  const first = ordered.slice(0, NAMED).join(' · ');
  return say('ui.trust.all', { first, count: ordered.length - NAMED });
}

/** Hosts that a credential opens. */
export const opened = (view: BlueView, credential: number): string =>
  rowsOf(view, 'hosts')
    .filter((host) => host.credential === credential)
    .map(({ id }) => hostName(id))
    .join(' · ');

/** What is to be ordered, as it stands on a button. */
export function orderWords(say: Speaker, view: BlueView, { orders }: OneThing): string {
  const [first = '', second] = orders.map(({ command, args }) =>
    say(`commands.${command}.done`, commandValues(say, args, view)),
  );
  return second === undefined ? first : say('ui.trust.followed', { first, next: second });
}

/** What it costs: credits and time. */
export function costWords(say: Speaker, { price, length }: OneThing): string {
  const seconds = Math.ceil(length / TICKS_PER_SECOND);
  return say('ui.trust.costs', {
    price: price === 0 ? say('ui.trust.free') : say('ui.trust.credits', { price }),
    time: length === 0 ? say('ui.trust.atOnce') : say('ui.trust.seconds', { seconds }),
  });
}
