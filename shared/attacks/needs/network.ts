import { moveObstacle } from '../../mechanics/migration.ts';
import { isAutomatic } from '../../mechanics/network/automation.ts';
import { isOnSwitch } from '../../mechanics/network/card.ts';
import { POLICY } from '../../mechanics/network/edit.ts';
import { blocksExploit } from '../../mechanics/network/ips.ts';
import { intended, namedByPolicy, reaches, routeOf, zoneOf } from '../../mechanics/network/path.ts';
import { deciding, isAnyAny } from '../../mechanics/network/policy.ts';
import { shareSegment } from '../../mechanics/network/segments.ts';
import { type FactRef, fact } from '../../world/fact.ts';
import type { Counter } from '../../world/history.ts';
import { type HostId, NONE, type VmId } from '../../world/ids.ts';
import { WORKLOADS } from '../../world/machine/workload.ts';
import { type Rule, SERVICES, type ServiceName } from '../../world/network.ts';
import { between } from '../../world/people/known.ts';
import { type Deep, find } from '../../world/table.ts';
import type { ReadonlyWorld } from '../../world/world.ts';
import { isNoted, noted } from '../knowing.ts';
import type { Need, Strike } from '../need.ts';

/** The service that a strike names by its place in `SERVICES`. */
export const serviceOf = ({ service = 0 }: Strike): ServiceName => SERVICES[service] ?? 'web';

/** What the zone of a packet's end is read from. */
function zoneFacts(world: ReadonlyWorld, vm: number): FactRef[] {
  if (vm !== NONE) return [fact('vms', vm, 'zone')];
  const refs: FactRef[] = [];
  for (const zone of world.zones) {
    if (!zone) continue;
    refs.push(fact('zones', zone.id, 'name'));
    if (zone.name === 'internet') break;
  }
  return refs;
}

/** What tells whether a VM is in quarantine. */
function isolationFacts(world: ReadonlyWorld, vm: number): FactRef[] {
  const zone = find(world.vms, vm)?.zone ?? NONE;
  return [fact('vms', vm, 'zone'), ...(zone === NONE ? [] : [fact('zones', zone, 'name')])];
}

/** What the switch of one end decides by, of a packet whose other end is `peer`. */
function gateFacts(world: ReadonlyWorld, vm: number, peer: number): FactRef[] {
  const own = portFacts(world, vm);
  const asked = own.some((ref) => ref.endsWith('/rules'));
  return asked ? [...own, ...zoneFacts(world, peer)] : own;
}

/** The same, whatever zone the other end is in. */
export function portFacts(world: ReadonlyWorld, vm: number): FactRef[] {
  if (vm === NONE) return [];
  const host = find(world.vms, vm)?.host ?? NONE;
  const gate = find(world.switches, host);
  const own = [...isolationFacts(world, vm), fact('vms', vm, 'card')];
  // No switch is asked about what goes past it (rule N15).
  if (!isOnSwitch(world, vm as VmId)) return own;
  const refs: FactRef[] = [
    ...own,
    fact('vms', vm, 'host'),
    fact('switches', host, 'overloaded'),
    fact('switches', host, 'ports'),
  ];
  if (!gate?.ports.some((port) => port.vm === vm)) return refs;
  return [...refs, fact('switches', host, 'rules')];
}

/** Facts by which a flow gets from `from` to `vm`. */
export function wayFacts(world: ReadonlyWorld, from: number, vm: number): FactRef[] {
  return [...new Set([...gateFacts(world, from, vm), ...gateFacts(world, vm, from)])];
}

/** Packets get from `from` (0: the internet) to the service of `vm`, by what switches really enforce. */
export const reachable: Need<'reachable'> = {
  id: 'reachable',
  words: {
    short: { ko: '대상 포트에 도달 가능', en: 'its port is reachable' },
    failed: {
      ko: '대상 포트로 가는 경로가 막혀 있었습니다',
      en: 'the path to its port was blocked',
    },
  },
  known: { around: (known, { from, vm }) => noted(between(known, from, vm, 'reach')) },
  holds: (world, strike) => {
    const { from = 0, vm = 0, service = 0 } = strike;
    if (SERVICES[service] === undefined) return false;
    return reaches(world, from as VmId | 0, vm as VmId, serviceOf(strike));
  },
  facts: (world, { from = 0, vm = 0 }) => wayFacts(world, from, vm),
  counters: (world, strike): Counter[] => {
    const { from = 0, vm = 0 } = strike;
    const host = find(world.vms, vm)?.host ?? NONE;
    const since = fact('switches', host, 'ports');
    // What the policy allows, its switch would let in as before.
    const meant = intended(world, from as VmId | 0, vm as VmId, serviceOf(strike));
    const push: Counter = { command: 'push-policy', args: { host }, moment: 'after', fact: since };
    const ways = isOnSwitch(world, vm as VmId)
      ? [push, ...automation(world, since)]
      : [behindSwitch(vm, host)];
    return [
      ...(meant ? [] : ways),
      { command: 'quarantine-vm', args: { vm }, moment: 'after', fact: since },
    ];
  },
};

/** Has switches pushed to by themselves from then on (rule N18); where they are, one is behind for a while all the same. */
const automation = (world: ReadonlyWorld, since: FactRef): Counter[] =>
  isAutomatic(world) ? [] : [{ command: 'automate-push', args: {}, moment: 'after', fact: since }];

/** Puts a VM behind its host's switch again, which then has to be told of its port (rules N4, N15). */
export const behindSwitch = (vm: number, host: number): Counter => ({
  command: 'virtual-card',
  args: { vm },
  next: { command: 'push-policy', args: { host } },
  moment: 'after',
  fact: fact('vms', vm, 'card'),
});

/** What decides whether an IPS stops it: what watches each place of the way, and its exceptions. */
function watchFacts(world: ReadonlyWorld, from: number, vm: number): FactRef[] {
  const { switches, uplink } = routeOf(world, from as VmId | 0, vm as VmId);
  return [
    ...[from, vm]
      .filter((id) => id !== NONE)
      .flatMap((id) => [fact('vms', id, 'host'), fact('vms', id, 'card')]),
    ...switches.flatMap((host) => {
      const tuned = find(world.switches, host)?.watch === 'ips';
      const watch = fact('switches', host, 'watch');
      return tuned ? [watch, fact('switches', host, 'exceptions')] : [watch];
    }),
    ...(uplink ? [fact('wires', 1, 'watch')] : []),
  ];
}

/** An IPS in a switch that would stop it there. */
const placeIps = (host: HostId): Counter => ({
  command: 'place-sensor',
  args: { host, watch: 'ips' },
  moment: 'after',
  fact: fact('switches', host, 'watch'),
});

/**
 * No inline IPS on the way stops what matches a signature of an exploit: there is none, or it was told
 * to make an exception of what passes between these two (rule N12).
 */
export const nothingBlocks: Need<'nothing-blocks'> = {
  id: 'nothing-blocks',
  words: {
    short: { ko: '막는 IPS 없음', en: 'no IPS stops it' },
    failed: { ko: '경로의 IPS가 막았습니다', en: 'an IPS on the path stopped it' },
  },
  holds: (world, strike) => {
    const { from = 0, vm = 0 } = strike;
    return !blocksExploit(world, from as VmId | 0, vm as VmId, serviceOf(strike));
  },
  facts: (world, { from = 0, vm = 0 }) => watchFacts(world, from, vm),
  counters: (world, { from = 0, vm = 0 }) =>
    routeOf(world, from as VmId | 0, vm as VmId)
      .switches.filter((host) => find(world.switches, host)?.watch !== 'ips')
      .map(placeIps),
};

/** The same of a false ARP claim, of which no IPS makes an exception. */
export const nothingBlocksClaims: Need<'nothing-blocks'> = {
  id: 'nothing-blocks',
  words: {
    short: { ko: '막는 IPS 없음', en: 'no IPS stops it' },
    failed: { ko: '경로의 IPS가 막았습니다', en: 'an IPS on the path stopped it' },
  },
  holds: (world, { from = 0, vm = 0 }) => {
    const { switches, uplink } = routeOf(world, from as VmId | 0, vm as VmId);
    if (uplink && find(world.wires, 1)?.watch === 'ips') return false;
    return switches.every((host) => find(world.switches, host)?.watch !== 'ips');
  },
  facts: (world, { from = 0, vm = 0 }) =>
    watchFacts(world, from, vm).filter((ref) => !ref.endsWith('/exceptions')),
  counters: nothingBlocks.counters,
};

/** The rule by which the switch of a strike's target lets it in or not, or `null`: it knows no port, or is not asked. */
function rulingThere(world: ReadonlyWorld, strike: Strike): Deep<Rule> | null {
  const { from = 0, vm = 0 } = strike;
  if (!isOnSwitch(world, vm as VmId)) return null;
  const gate = find(world.switches, find(world.vms, vm)?.host ?? NONE);
  const port = gate?.ports.find((one) => one.vm === vm);
  if (!gate || !port) return null;
  return deciding(gate.rules, zoneOf(world, from as VmId | 0), port.zone, serviceOf(strike));
}

/**
 * Nobody meant it: no rule of the intended policy names it, by the zones in which both ends really
 * are. Where the switch lets it in by a rule that allows everything, that is the cause (B53), and not
 * that it was not told.
 */
export const notIntended: Need<'not-intended'> = {
  id: 'not-intended',
  words: {
    short: { ko: '정책에 없는 경로', en: 'a path not in the policy' },
    failed: {
      ko: '정책이 허용한 경로였습니다. 어긋난 규칙은 없었습니다',
      en: 'the policy allows that path: nothing had drifted',
    },
  },
  holds: (world, strike) => {
    const { from = 0, vm = 0 } = strike;
    if (namedByPolicy(world, from as VmId | 0, vm as VmId, serviceOf(strike))) return false;
    const there = rulingThere(world, strike);
    return there === null || !isAnyAny(there);
  },
  facts: (world, { from = 0, vm = 0 }) => [
    ...new Set([
      fact('policies', POLICY, 'rules'),
      ...zoneFacts(world, from),
      ...zoneFacts(world, vm),
      ...gateFacts(world, vm, from),
    ]),
  ],
  counters: () => [],
};

/** What lets it in is a rule that joins everything with everything, before any that says more. */
export const anyAnyFirst: Need<'any-any-first'> = {
  id: 'any-any-first',
  words: {
    short: { ko: '모두 허용하는 규칙', en: 'an any-any rule' },
    failed: {
      ko: '모두 허용하는 규칙이 맨 앞에 없었습니다',
      en: 'no any-any rule stood first',
    },
  },
  holds: (world, strike) => {
    const there = rulingThere(world, strike);
    return there !== null && isAnyAny(there);
  },
  facts: (world, { from = 0, vm = 0 }) => gateFacts(world, vm, from),
  counters: (world, { vm = 0 }): Counter[] => {
    const host = find(world.vms, vm)?.host ?? NONE;
    const rules = find(world.policies, POLICY)?.rules ?? [];
    const rule = rules.findIndex(isAnyAny) + 1;
    const since = fact('switches', host, 'rules');
    const takenOut: Counter = {
      command: 'remove-rule',
      args: { rule },
      moment: 'before',
      fact: since,
    };
    // Taken out before the switch was given it; once it is out, the switch has to be told, or is by itself.
    if (rule > 0 && isAutomatic(world)) return [takenOut, { ...takenOut, moment: 'after' }];
    if (rule > 0) return [takenOut];
    return [{ command: 'push-policy', args: { host }, moment: 'after', fact: since }];
  },
};

/** Both ends are in one layer 2 segment: what one of them claims, the other hears. */
export const sameSegment: Need<'same-segment'> = {
  id: 'same-segment',
  words: {
    short: { ko: '같은 L2 세그먼트', en: 'same L2 segment' },
    failed: {
      ko: '두 VM이 같은 L2 세그먼트에 있지 않았습니다',
      en: 'the two are not in one L2 segment',
    },
  },
  known: { around: (known, { from, vm }) => noted(between(known, from, vm, 'segment')) },
  holds: (world, { from = 0, vm = 0 }) => shareSegment(world, from, vm),
  facts: (world, { from = 0, vm = 0 }) => [
    ...new Set([
      ...isolationFacts(world, from),
      ...isolationFacts(world, vm),
      fact('vms', from, 'card'),
      fact('vms', vm, 'card'),
    ]),
  ],
  counters: (_, { from = 0, vm = 0 }) =>
    [from, vm].map((id) => ({
      command: 'quarantine-vm',
      args: { vm: id },
      moment: 'after',
      fact: fact('vms', id, 'zone'),
    })),
};

/** Both ends are on one host: what passes between them never comes to a wire. */
export const sameHost: Need<'same-host'> = {
  id: 'same-host',
  words: {
    short: { ko: '같은 호스트', en: 'same host' },
    failed: {
      ko: '두 VM이 같은 호스트에 있지 않았습니다',
      en: 'the two are on different hosts',
    },
  },
  known: { around: (known, { from, vm }) => noted(between(known, from, vm, 'host')) },
  holds: (world, { from = 0, vm = 0 }) => {
    const host = find(world.vms, from)?.host;
    return host !== undefined && from !== vm && host === find(world.vms, vm)?.host;
  },
  facts: (_, { from = 0, vm = 0 }) => [fact('vms', from, 'host'), fact('vms', vm, 'host')],
  counters: (world, { vm = 0 }) =>
    world.hosts.flatMap((host): Counter[] => {
      if (!host || moveObstacle(world, vm as VmId, host.id) !== null) return [];
      const args = { vm, host: host.id };
      return [{ command: 'migrate-vm', args, moment: 'after', fact: fact('vms', vm, 'host') }];
    }),
};

/** Its service hands its data to whoever gets to it: a database that trusts its network. */
export const servesData: Need<'serves-data'> = {
  id: 'serves-data',
  words: {
    short: { ko: '인증 없는 데이터베이스', en: 'unauthenticated database' },
    failed: {
      ko: '인증 없이 응답하는 데이터베이스가 아니었습니다',
      en: 'its service is no unauthenticated database',
    },
  },
  known: { around: isNoted('service', 'db') },
  holds: (world, strike) => {
    const row = find(world.vms, strike.vm ?? NONE);
    return row !== null && WORKLOADS[row.workload].serves === 'db' && serviceOf(strike) === 'db';
  },
  facts: (_, { vm = 0 }) => [fact('vms', vm, 'workload')],
  counters: () => [],
};
