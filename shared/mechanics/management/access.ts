import { setFact } from '../../world/fact.ts';
import { NATURE } from '../../world/history.ts';
import type { HostId, Seq, VmId } from '../../world/ids.ts';
import type { Host } from '../../world/machine/host.ts';
import type { HostService } from '../../world/machine/management.ts';
import { type Deep, find, get } from '../../world/table.ts';
import { emit, type Turn } from '../../world/turn.ts';
import type { ReadonlyWorld } from '../../world/world.ts';
import { type Origin, record } from '../harm/evidence.ts';
import { reachesHost } from './reach.ts';

/** Whether packets get to that service of a host, and it runs. `from`: a VM, or 0 for the internet. */
export const answersThere = (
  world: ReadonlyWorld,
  from: number,
  host: number,
  service: HostService,
): boolean =>
  reachesHost(world, from, host) && find(world.hosts, host)?.services.includes(service) === true;

/**
 * Whether lockdown mode lets an account log in to the host itself: it refuses everybody, but for whoever stands on the
 * list of exception users (rule K122). Source: FACTS B41, section I.
 */
export const letsIn = (
  { lockdown, exceptionUser }: Deep<Host>,
  account: 'root' | 'exception',
): boolean => !lockdown || (account === 'exception' && exceptionUser);

/** Packets to a service of a host, if they get there: for who watches the wire, or reads the host's log. */
export function touchService(
  turn: Turn,
  to: {
    readonly from: number;
    readonly host: HostId;
    readonly service: HostService;
    readonly many?: true;
    readonly taken?: true;
  },
  origin: Origin,
): void {
  const { from, host, service, many = false, taken = false } = to;
  if (!answersThere(turn.world, from, host, service)) return;
  const vm = from as VmId | 0;
  record(turn, { kind: 'management-access', vm, host, service, many, taken }, origin);
}

/**
 * An administrator logs in to a host by SSH from a VM, or a backup product does by the account that it has on the list of
 * exception users: the log says the same of either, and of whoever has guessed a password (rule S71).
 */
export function signIn(turn: Turn, vm: VmId, host: HostId, cause: Seq): void {
  const there = get(turn.world.hosts, host);
  const taken = letsIn(there, there.exceptionUser ? 'exception' : 'root');
  const to = { from: vm, host, service: 'ssh', ...(taken ? { taken } : {}) } as const;
  touchService(turn, to, { actor: NATURE, cause });
}

/** An inventory, or a monitoring product, asks a host by SLP what it is: the packets are those of whoever looks for a way in. */
export const discover = (turn: Turn, vm: VmId, host: HostId, cause: Seq): void =>
  touchService(turn, { from: vm, host, service: 'slp' }, { actor: NATURE, cause });

/** Starts a service of a host, or stops it: from then on it is as it was set, by whomever (rule K124). */
export function setService(
  turn: Turn,
  what: { readonly host: HostId; readonly service: HostService; readonly on: boolean },
  { actor, cause }: Origin,
): void {
  const { host, service, on } = what;
  const { services } = get(turn.world.hosts, host);
  if (services.includes(service) === on) return;
  const changed = emit(turn, 'setting-changed', {
    actor,
    subjects: [`hosts/${host}`],
    causes: [cause],
    data: { setting: service, to: on ? 'on' : 'off' },
  });
  const rest = services.filter((one) => one !== service);
  setFact(turn.world, 'hosts', host, 'services', on ? [...rest, service] : rest, changed);
}
