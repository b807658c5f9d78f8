import { fact } from '../../world/fact.ts';
import { about } from '../../world/people/known.ts';
import { find } from '../../world/table.ts';
import { isNoted, noted } from '../knowing.ts';
import type { Need } from '../need.ts';

/** The guest is a container: the host's kernel is its kernel. `vm` of the strike. */
export const sharesKernel: Need<'shares-kernel'> = {
  id: 'shares-kernel',
  words: {
    short: { ko: '호스트 커널을 함께 씀', en: 'shares the host’s kernel' },
    failed: {
      ko: '호스트 커널을 함께 쓰는 컨테이너가 아니었습니다',
      en: 'it is no container: it has a kernel of its own',
    },
  },
  known: { inside: isNoted('technique', 'container') },
  holds: (world, { vm = 0 }) => find(world.vms, vm)?.technique === 'container',
  facts: (_, { vm = 0 }) => [fact('vms', vm, 'technique')],
  counters: () => [],
};

/**
 * The guest is none: it has a kernel, and a raw volume, of its own. What is root in a container is a process
 * of the host's kernel, which loads no module for it and hands it files (rule K20).
 */
export const ownKernel: Need<'own-kernel'> = {
  id: 'own-kernel',
  words: {
    short: { ko: '컨테이너가 아님', en: 'no container' },
    failed: {
      ko: '호스트 커널을 함께 쓰는 컨테이너였습니다',
      en: 'it is a container, and shares the host’s kernel',
    },
  },
  known: {
    inside: (known, { vm }) => {
      const technique = about(known, vm, 'technique');
      return technique === undefined ? undefined : technique !== 'container';
    },
  },
  holds: (world, { vm = 0 }) => {
    const row = find(world.vms, vm);
    return row !== null && row.technique !== 'container';
  },
  facts: (_, { vm = 0 }) => [fact('vms', vm, 'technique')],
  counters: () => [],
};

/** No filter of system calls stands before the call that it takes. `host` of the strike. */
export const callsUnfiltered: Need<'calls-unfiltered'> = {
  id: 'calls-unfiltered',
  words: {
    short: { ko: '시스템 콜 필터 없음', en: 'calls unfiltered' },
    failed: {
      ko: '시스템 콜 필터(seccomp)가 막았습니다',
      en: 'a system-call filter (seccomp) stopped it',
    },
  },
  known: {
    inside: (known, { vm }) => {
      const filtered = noted(about(known, vm, 'seccomp'));
      return filtered === undefined ? undefined : !filtered;
    },
  },
  holds: (world, { host = 0 }) => find(world.hosts, host)?.seccomp === false,
  facts: (_, { host = 0 }) => [fact('hosts', host, 'seccomp')],
  counters: (_, { host = 0 }) => [
    {
      command: 'confine-host',
      args: { host },
      moment: 'after',
      fact: fact('hosts', host, 'seccomp'),
    },
  ],
};
