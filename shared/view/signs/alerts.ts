import type { Observation } from '../../world/alert.ts';
import { rowOf, rowsOf } from '../reading.ts';
import type { AlertRow } from '../rows.ts';
import type { BlueView } from '../view.ts';
import type { About } from './sign.ts';

/** The VM of ours that an alert is about: of traffic from outside, the one that it came to. */
export function vmOf({ vm, seen }: AlertRow): number {
  return vm === 0 && seen.kind === 'traffic' ? seen.peer : vm;
}

/** What an answer to an alert would have to be about, as far as that is to be seen and still there. */
export function aboutOf(view: BlueView, alert: AlertRow): About {
  const vm = vmOf(alert);
  return {
    ...(rowOf(view, 'vms', vm) === null ? {} : { vm }),
    ...(alert.host === 0 ? {} : { host: alert.host }),
    ...closerTo(view, alert.seen),
  };
}

/** What was seen may say it more closely than where it was seen. */
function closerTo(view: BlueView, seen: Observation): About {
  if (seen.kind === 'moved') return { host: seen.to };
  if (seen.kind !== 'port-setting' || seen.to === 'reject') return {};
  const segment = rowsOf(view, 'segments').find(({ zone }) => zone === seen.zone)?.id;
  return segment === undefined ? {} : { segment, setting: 'reject-all' };
}
