import { reaches } from '../../mechanics/fall/credentials.ts';
import { fact } from '../../world/fact.ts';
import { type HostId, NONE, type VmId } from '../../world/ids.ts';
import type { ActArgs, Attacker } from '../../world/people/attacker.ts';
import { about, type Known, type Prospect } from '../../world/people/known.ts';
import { type Deep, find } from '../../world/table.ts';
import type { ReadonlyWorld } from '../../world/world.ts';
import type { Need, Strike } from '../need.ts';

/** They run code below the guests of the host: all its memory is theirs to map. `host`, `attacker`. */
export const hostIsTheirs: Need<'host-is-theirs'> = {
  id: 'host-is-theirs',
  words: {
    short: { ko: '호스트 장악', en: 'the host is ours' },
    failed: {
      ko: '그 호스트는 더는 장악된 상태가 아니었습니다',
      en: 'the host is no longer ours',
    },
  },
  known: { inside: (known, { vm }) => (about(known, vm, 'below') === 1 ? true : undefined) },
  holds: (world, { host = 0, attacker = 0 }) =>
    attacker !== NONE && find(world.hosts, host)?.intruder === attacker,
  facts: (_, { host = 0 }) => [fact('hosts', host, 'intruder')],
  counters: (_, { host = 0 }) => [
    {
      command: 'rebuild-host',
      args: { host },
      moment: 'after',
      fact: fact('hosts', host, 'intruder'),
    },
  ],
};

/** The same of the host that they work from, at another. `from` of the strike. */
export const sourceIsTheirs: Need<'source-is-theirs'> = {
  ...hostIsTheirs,
  id: 'source-is-theirs',
  words: {
    short: { ko: '다른 호스트 장악', en: 'another host is ours' },
    failed: hostIsTheirs.words.failed,
  },
  holds: (world, { from = 0, attacker = 0 }) => hostIsTheirs.holds(world, { host: from, attacker }),
  facts: (world, { from = 0 }) => hostIsTheirs.facts(world, { host: from }),
  counters: (world, { from = 0 }) => hostIsTheirs.counters(world, { host: from }),
};

/** Its management interface is on a network that the other one reaches. `from` and `host` of the strike. */
export const managementReachable: Need<'management-reachable'> = {
  id: 'management-reachable',
  words: {
    short: { ko: '같은 관리 네트워크', en: 'the same management network' },
    failed: {
      ko: '그 호스트의 관리 인터페이스에 도달할 수 없었습니다',
      en: 'its management interface could not be reached',
    },
  },
  holds: (world, { from = 0, host = 0 }) => reaches(world, from, host),
  facts: (_, { from = 0, host = 0 }) => [
    fact('hosts', from, 'management'),
    fact('hosts', host, 'management'),
  ],
  counters: () => [],
};

/** Its VM has written another tenant's data into it. `tenant` and `frame` of the strike. */
export const holdsForeignContent: Need<'foreign-content'> = {
  id: 'foreign-content',
  words: {
    short: { ko: '타 테넌트의 데이터가 있는 프레임', en: 'others’ data in the frame' },
    failed: {
      ko: '그 프레임에는 다른 테넌트의 데이터가 없었습니다',
      en: 'nothing of another tenant was in the frame',
    },
  },
  holds: (world, { tenant = 0, frame = 0 }) => {
    const asset = find(world.assets, find(world.frames, frame)?.content ?? NONE);
    return asset !== null && find(world.tenants, tenant) !== null && asset.tenant !== tenant;
  },
  facts: (world, { frame = 0 }) => {
    const content = find(world.frames, frame)?.content ?? NONE;
    return [
      fact('frames', frame, 'content'),
      ...(content === NONE ? [] : [fact('assets', content, 'tenant')]),
    ];
  },
  counters: () => [],
};

/**
 * World ids for what is done from below: by a VM of theirs on a host that they hold, whichever they fell
 * into it from. `host` is that host.
 */
export function belowStrike(
  world: ReadonlyWorld,
  attacker: Deep<Attacker>,
  { vm = 0 }: ActArgs,
): Strike | null {
  const row = find(world.vms, attacker.knownVms[vm - 1] ?? NONE);
  if (!row || !attacker.hosts.includes(row.host)) return null;
  return { attacker: attacker.id, tenant: attacker.tenant, host: row.host };
}

/** VMs of a host, in the order in which they were made. */
export const guestsOf = (world: ReadonlyWorld, host: number): VmId[] =>
  world.vms.flatMap((vm) => (vm?.host === (host as HostId) ? [vm.id] : []));

/**
 * One after another: of so many things the next falls due whenever as much of the work is done, and the
 * last with the last of it.
 */
export const inTurn = <T>(all: readonly T[], done: number, length: number): T[] =>
  all.filter((_, i) => done === Math.max(1, Math.trunc((length * (i + 1)) / all.length)));

/** Hosts that are known to be theirs and from which that has not been tried: by a VM that is there. */
export const fromBelow = (
  known: Known,
  done: 'guests-read' | 'guests-run' | 'spread',
  prospect: (vm: number) => Omit<Prospect, 'args' | 'sure'>,
): Prospect[] =>
  known.vms
    .filter(({ number, power }) => power !== 'gone' && about(known, number, 'below') === 1)
    .filter(({ number }) => about(known, number, done) === undefined)
    .map(({ number }) => ({ ...prospect(number), args: { vm: number }, sure: false }));
