import { dedicatedTo, isClosedTo } from '../../../mechanics/pool/dedication.ts';
import { fact } from '../../../world/fact.ts';
import { NONE } from '../../../world/ids.ts';
import { find } from '../../../world/table.ts';
import type { Need } from '../../need.ts';

/**
 * Their tenant may have one VM more: it has no quota, or one that reaches for `has` frames, those of the launch
 * included (rule R7). `tenant` and `has` of the strike.
 */
export const quotaReaches: Need<'quota-reaches'> = {
  id: 'quota-reaches',
  words: {
    short: { ko: '할당량에 여유 있음', en: 'the quota leaves room' },
    failed: {
      ko: '테넌트 할당량 때문에 VM을 더 만들지 못했습니다',
      en: 'the quota allowed no further VM',
    },
  },
  holds: (world, { tenant = 0, has = 0 }) => {
    const row = find(world.tenants, tenant);
    return row !== null && (row.quota === 0 || has <= row.quota);
  },
  facts: (_, { tenant = 0 }) => [fact('tenants', tenant, 'quota')],
  // Where there is one already, no other is set.
  counters: (world, { tenant = 0 }) =>
    find(world.tenants, tenant)?.quota === 0
      ? [
          {
            command: 'set-quota',
            args: { tenant },
            moment: 'after',
            fact: fact('tenants', tenant, 'quota'),
          },
        ]
      : [],
};

/** The host of the target takes in VMs of their tenant: it is set apart for nobody else (rule M30). `vm` and `tenant`. */
export const hostShared: Need<'host-shared'> = {
  id: 'host-shared',
  words: {
    short: { ko: '다른 테넌트도 받는 호스트', en: 'a host that takes in anybody' },
    failed: {
      ko: '대상의 호스트가 그 테넌트 전용이었습니다',
      en: 'the host of the target was dedicated to its tenant',
    },
  },
  holds: (world, { tenant = 0, vm = 0 }) => {
    const host = find(world.vms, vm)?.host ?? NONE;
    return host !== NONE && !isClosedTo(world, host, tenant);
  },
  facts: (world, { vm = 0 }) => {
    const host = find(world.vms, vm)?.host ?? NONE;
    const own = fact('vms', vm, 'host');
    return host === NONE ? [own] : [own, fact('dedications', host, 'tenant')];
  },
  counters: (world, { vm = 0 }) => {
    const row = find(world.vms, vm);
    if (!row || dedicatedTo(world, row.host) !== NONE) return [];
    const { host, tenant } = row;
    const since = fact('dedications', host, 'tenant');
    return [{ command: 'dedicate-host', args: { host, tenant }, moment: 'after', fact: since }];
  },
};

/**
 * The portal places this launch where the target is: it takes the hosts in turn, wherever there is room, and so it can be
 * worked out how many launches it takes (rule A160). `host` of the strike, and `vm`.
 */
export const landsBeside: Need<'lands-beside'> = {
  id: 'lands-beside',
  words: {
    short: { ko: '대상의 호스트에 놓임', en: 'it lands on the target’s host' },
    failed: {
      ko: '만든 VM이 모두 다른 호스트에 놓였습니다',
      en: 'every launch landed on another host',
    },
  },
  holds: (world, { host = 0, vm = 0 }) => host !== NONE && find(world.vms, vm)?.host === host,
  facts: (_, { vm = 0 }) => [fact('vms', vm, 'host')],
  counters: () => [],
};
