import type { Speaker } from '../../../shared/text/speak.ts';
import { rowOf, rowsOf } from '../../../shared/view/reading.ts';
import type { BlueView } from '../../../shared/view/view.ts';
import type { RowRef } from '../../../shared/world/fact.ts';
import type { Loss, LossKind } from '../../../shared/world/losses.ts';
import { assetName, hostName, tenantName, vmName } from './wording.ts';

/** What the subject of each cause is. */
const ABOUT: Readonly<Record<LossKind, 'vm' | 'host' | 'tenant' | 'technique' | 'asset'>> = {
  stopped: 'vm',
  quarantined: 'vm',
  missing: 'tenant',
  'switch-busy': 'host',
  'switch-overloaded': 'host',
  denied: 'vm',
  blocked: 'vm',
  'device-missing': 'vm',
  'device-unsupported': 'vm',
  'exit-refused': 'vm',
  'tool-closed': 'vm',
  'grant-missing': 'vm',
  'clock-lies': 'vm',
  'mac-refused': 'vm',
  'no-nesting': 'vm',
  'no-trunk': 'vm',
  jobs: 'host',
  upkeep: 'host',
  crowded: 'host',
  limited: 'vm',
  technique: 'technique',
  held: 'vm',
  swapped: 'vm',
  leak: 'asset',
  takeover: 'host',
  starved: 'host',
  exhausted: 'host',
  squeezed: 'host',
  flooded: 'host',
};

/** Causes that are harms: open, or what is left of them. */
export const HARMS: ReadonlySet<LossKind> = new Set([
  'leak',
  'takeover',
  'starved',
  'exhausted',
  'squeezed',
  'flooded',
]);

/** Why a duty is lower than a thousand, without its points. */
export function lossText(say: Speaker, view: BlueView, { why, about, open }: Loss): string {
  const path = HARMS.has(why) ? `${why}-${open ? 'open' : 'over'}` : why;
  const id = Number(about);
  const values = {
    vm: () => ({ vm: vmName(id) }),
    host: () => ({ host: hostName(id) }),
    tenant: () => ({ tenant: tenantName(say, view, id) }),
    asset: () => ({ asset: assetName(say, view, id) }),
    technique: () => ({ technique: say(`names.techniques.${about}`) }),
  }[ABOUT[why]]();
  return say(`ui.match.losses.${path}`, values);
}

/** Where one can look at it: `null` when there is nothing to be seen of it now. */
export function lossPlace(view: BlueView, { why, about }: Loss): RowRef | null {
  const id = Number(about);
  switch (ABOUT[why]) {
    case 'vm':
      return rowOf(view, 'vms', id) && `vms/${id}`;
    case 'host':
      return `hosts/${id}`;
    case 'asset':
      return `assets/${id}`;
    case 'tenant': {
      const waiting = rowsOf(view, 'requests').find(
        ({ tenant, kind, state }) => tenant === id && kind === 'create' && state === 'open',
      );
      return waiting ? `requests/${waiting.id}` : null;
    }
    case 'technique':
      return null;
  }
}
