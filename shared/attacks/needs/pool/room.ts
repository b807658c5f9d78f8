import { fact } from '../../../world/fact.ts';
import { NONE } from '../../../world/ids.ts';
import { UNLIMITED } from '../../../world/machine/vm.ts';
import { about } from '../../../world/people/known.ts';
import { find } from '../../../world/table.ts';
import type { Need } from '../../need.ts';

/** Nothing bounds what the attacker's VM may have of its host's cycles. `from` of the strike. */
export const noLimit: Need<'no-limit'> = {
  id: 'no-limit',
  words: {
    short: { ko: 'CPU 상한 없음', en: 'no CPU limit' },
    failed: {
      ko: '출발지 VM에 CPU 상한이 걸려 있었습니다',
      en: 'the VM it starts from is limited',
    },
  },
  holds: (world, { from = 0 }) => find(world.vms, from)?.limit === UNLIMITED,
  facts: (_, { from = 0 }) => [fact('vms', from, 'limit')],
  counters: (_, { from = 0 }) => [
    { command: 'limit-vm', args: { vm: from }, moment: 'after', fact: fact('vms', from, 'limit') },
  ],
};

/** What the victim was promised of the host's cycles is not set apart for it. `vm` of the strike. */
export const notReserved: Need<'not-reserved'> = {
  id: 'not-reserved',
  words: {
    short: { ko: '대상 자원 예약 없음', en: 'nothing reserved for it' },
    failed: { ko: '대상 VM의 자원이 예약되어 있었습니다', en: 'its resources are reserved' },
  },
  holds: (world, { vm = 0 }) => find(world.vms, vm)?.reserved === false,
  facts: (_, { vm = 0 }) => [fact('vms', vm, 'reserved')],
  counters: (_, { vm = 0 }) => [
    { command: 'reserve-vm', args: { vm }, moment: 'after', fact: fact('vms', vm, 'reserved') },
  ],
};

/** It does not do so already: twice is no more than once. `from` of the strike. */
export const notYet: Need<'not-yet'> = {
  id: 'not-yet',
  words: {
    short: { ko: '아직 독점하지 않음', en: 'not at it already' },
    failed: { ko: '그 VM은 이미 자원을 독점하고 있었습니다', en: 'that VM was at it already' },
  },
  known: { inside: (known, { from }) => about(known, from, 'burns') !== 1 },
  holds: (world, { from = 0 }) => find(world.vms, from)?.burning === false,
  facts: (_, { from = 0 }) => [fact('vms', from, 'burning')],
  counters: () => [],
};

/** Nothing bounds what one tenant may have of the pool. `tenant` of the strike. */
export const noQuota: Need<'no-quota'> = {
  id: 'no-quota',
  words: {
    short: { ko: '테넌트 할당량 없음', en: 'no tenant quota' },
    failed: { ko: '테넌트 할당량을 넘을 수 없었습니다', en: 'a quota holds the tenant' },
  },
  holds: (world, { tenant = 0 }) => find(world.tenants, tenant)?.quota === 0,
  facts: (_, { tenant = 0 }) => [fact('tenants', tenant, 'quota')],
  counters: (_, { tenant = 0 }) => [
    {
      command: 'set-quota',
      args: { tenant },
      moment: 'after',
      fact: fact('tenants', tenant, 'quota'),
    },
  ],
};

/**
 * A host of the pool has frames left for one of theirs. `host` and `frames` of the strike; `lent`: how many it can
 * promise beside those that are free, if it promises more than it has (rule R10).
 */
export const poolHasRoom: Need<'pool-has-room'> = {
  id: 'pool-has-room',
  words: {
    short: { ko: '풀에 빈자리 있음', en: 'room in the pool' },
    failed: { ko: '풀에 빈자리가 없었습니다', en: 'the pool has no room' },
  },
  holds: (world, { host = 0, frames = 0, lent = 0 }) => {
    const row = find(world.hosts, host);
    return (
      frames > 0 &&
      row !== null &&
      row.free.length + (lent > 0 && row.overcommit ? lent : 0) >= frames
    );
  },
  facts: (_, { host = 0, lent = 0 }) => [
    fact('hosts', host, 'free'),
    ...(lent > 0 ? [fact('hosts', host, 'overcommit')] : []),
  ],
  counters: () => [],
};

/** The host that the attacker's VM is on promises more memory than it has. `from` of the strike. */
export const overcommitted: Need<'overcommitted'> = {
  id: 'overcommitted',
  words: {
    short: { ko: '메모리 오버커밋 켜짐', en: 'memory overcommitted' },
    failed: {
      ko: '호스트가 메모리를 오버커밋하지 않았습니다',
      en: 'its host does not overcommit memory',
    },
  },
  holds: (world, { from = 0 }) =>
    find(world.hosts, find(world.vms, from)?.host ?? 0)?.overcommit === true,
  facts: (world, { from = 0 }) => {
    const host = find(world.hosts, find(world.vms, from)?.host ?? 0);
    return [fact('vms', from, 'host'), ...(host ? [fact('hosts', host.id, 'overcommit')] : [])];
  },
  // It cannot be switched off any more once too much is promised: what is left is to promise less.
  counters: () => [],
};

/** The attacker's VM was promised more memory than it has been given so far. `from` of the strike. */
export const promisedMore: Need<'promised-more'> = {
  id: 'promised-more',
  words: {
    short: { ko: '약속받고 아직 안 쓴 메모리', en: 'memory promised and not yet given' },
    failed: {
      ko: '우리 VM이 더 받을 메모리가 없었습니다',
      en: 'our VM has been given all that it was promised',
    },
  },
  known: { inside: (known, { from }) => (about(known, from, 'short') === 1 ? true : undefined) },
  holds: (world, { from = 0 }) => {
    const row = find(world.vms, from);
    return row !== null && row.frames > row.memory.length;
  },
  facts: (_, { from = 0 }) => [fact('vms', from, 'frames'), fact('vms', from, 'memory')],
  counters: (_, { from = 0 }) => [
    {
      command: 'balloon-vm',
      args: { vm: from },
      moment: 'after',
      fact: fact('vms', from, 'frames'),
    },
  ],
};

/**
 * What is free and what is idle does not reach for what its host would have to give: that frame, which the victim has
 * written, would be swapped. `frame`, `vm` and `from` of the strike.
 */
export const noRoomLeft: Need<'no-room-left'> = {
  id: 'no-room-left',
  words: {
    short: { ko: '빈 프레임과 놀던 프레임 부족', en: 'free and idle frames run out' },
    failed: {
      ko: '빈 프레임과 놀던 프레임으로 충분해 대상이 스왑되지 않았습니다',
      en: 'free and idle frames were enough: it was not swapped',
    },
  },
  holds: (world, { vm = 0, frame = 0 }) => {
    const row = find(world.frames, frame);
    return row !== null && row.owner === vm && row.content !== NONE;
  },
  facts: (_, { frame = 0 }) => [fact('frames', frame, 'owner'), fact('frames', frame, 'content')],
  counters: (world, { from = 0, frame = 0 }) => {
    const host = find(world.vms, from)?.host;
    if (host === undefined) return [];
    const since = fact('frames', frame, 'content');
    return [{ command: 'buy-memory', args: { host }, moment: 'after', fact: since }];
  },
};

/** It does not hold all of it already. `from` of the strike. */
export const notHolding: Need<'not-holding'> = {
  id: 'not-holding',
  words: {
    short: { ko: '아직 쥐고 있지 않음', en: 'not holding it already' },
    failed: {
      ko: '그 VM은 이미 메모리를 모두 쥐고 있었습니다',
      en: 'that VM held all of it already',
    },
  },
  known: { inside: (known, { from }) => about(known, from, 'hoards') !== 1 },
  holds: (world, { from = 0 }) => find(world.vms, from)?.hoards === false,
  facts: (_, { from = 0 }) => [fact('vms', from, 'hoards')],
  counters: () => [],
};
