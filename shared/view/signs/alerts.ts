import type { Observation } from '../../world/alert.ts';
import { BOUNDED } from '../../world/machine/host.ts';
import type { Rule } from '../../world/network.ts';
import type { Deep } from '../../world/table.ts';
import { joinsAll } from '../network/traffic.ts';
import type { About } from './sign.ts';

/** As much of an alert as tells what it is about. */
export interface Told {
  readonly host: number;
  readonly vm: number;
  readonly seen: Deep<Observation>;
}

type Rows<Row> = readonly (Row | null)[];

/** Where what an alert is about may be found: in a view, or in the world itself. */
export interface Places {
  readonly vms: Rows<{ readonly id: number }>;
  readonly segments: Rows<{ readonly id: number; readonly zone: number }>;
  readonly policies: Rows<{ readonly version: number; readonly rules: readonly Deep<Rule>[] }>;
  readonly switches: Rows<{ readonly id: number; readonly version: number }>;
}

/** The VM of ours that an alert is about: of traffic from outside, the first that it came to and that is there. */
export function vmOf({ vms }: Pick<Places, 'vms'>, { vm, seen }: Told): number {
  if (vm !== 0 || seen.kind !== 'traffic') return vm;
  return [seen.peer, ...seen.others].find((peer) => vms[peer]) ?? seen.peer;
}

/** What an answer to an alert would have to be about, as far as that is to be seen and still there. */
export function aboutOf(places: Places, alert: Told): About {
  const vm = vmOf(places, alert);
  return {
    ...(places.vms[vm] ? { vm } : {}),
    ...(alert.host === 0 ? {} : { host: alert.host }),
    ...closerTo(places, alert.seen),
  };
}

/** A filter that would have an eye on what an exit was for. */
function aimedAt(seen: Extract<Deep<Observation>, { kind: 'exit' }>): About {
  const trap = BOUNDED.find((name) => name === (seen.device || seen.call));
  return trap === undefined ? {} : { trap, action: 'bounds-check' };
}

/** What was seen may say it more closely than where it was seen. */
function closerTo(places: Places, seen: Deep<Observation>): About {
  switch (seen.kind) {
    case 'moved':
      return { host: seen.to };
    // It is found out where they came from.
    case 'host-login-refused':
      return { host: seen.from };
    case 'complaint':
      return { asset: seen.asset };
    case 'odd-path':
      return { tool: 'shared-folders', to: 'off' };
    case 'clipboard-taken':
      return { tool: 'clipboard', to: 'off' };
    case 'image-secret':
    case 'image-outdated':
    case 'image-drift':
      return { image: seen.image };
    case 'api-calls':
    case 'launch-burst':
    case 'pool-empty':
      return { tenant: seen.tenant };
    case 'exit':
      return { how: 'live', ...aimedAt(seen) };
    case 'debug-registers':
      return { trap: 'exception', action: 'refuse' };
    case 'slp-request':
      return { service: 'slp' };
    case 'mass-read':
    case 'copies-deleted':
      return { repository: seen.repository };
    case 'snapshot-export':
    case 'store-mounted':
    case 'store-opened':
      return { store: seen.store };
    case 'service-started':
      return { service: seen.service };
    case 'syscall':
      return { how: 'live' };
    case 'policy-edited':
      return joiningRule(places) ?? staleSwitch(places);
    case 'open-door':
      return seen.why === 'any-any' ? (joiningRule(places) ?? {}) : {};
    case 'port-setting':
      return seen.to === 'reject' ? {} : openedPorts(places, seen.zone);
    default:
      return {};
  }
}

/** The first rule of the policy that joins everything with everything. */
function joiningRule({ policies }: Places): About | null {
  const rule = (policies[1]?.rules ?? []).findIndex(joinsAll) + 1;
  return rule === 0 ? null : { rule };
}

/** The first switch that has not been given the policy as it is now. */
function staleSwitch({ policies, switches }: Places): About {
  const version = policies[1]?.version ?? 0;
  const host = switches.find((gate) => gate !== null && gate.version < version)?.id;
  return host === undefined ? {} : { host };
}

function openedPorts({ segments }: Places, zone: number): About {
  const segment = segments.find((row) => row?.zone === zone)?.id;
  return segment === undefined ? {} : { segment, setting: 'reject-all' };
}
