import { reachesServer } from '../../../mechanics/management/server.ts';
import { POLICY } from '../../../mechanics/network/edit.ts';
import { fact } from '../../../world/fact.ts';
import type { Counter } from '../../../world/history.ts';
import { about, hasFlaw } from '../../../world/people/known.ts';
import { find } from '../../../world/table.ts';
import type { Need } from '../../need.ts';
import { letInFacts, shutOff } from '../let-in.ts';

/** Packets get to the management server from where they are (rule N33). `from` (0: the internet) of the strike. */
export const serverOpen: Need<'server-open'> = {
  id: 'server-open',
  words: {
    short: { ko: '관리 서버에 도달 가능', en: 'the management server is reached' },
    failed: {
      ko: '거기서는 관리 서버에 도달하지 못했습니다',
      en: 'the management server could not be reached from there',
    },
  },
  known: {
    around: (known, { from }) =>
      about(known, from, 'server-build') === undefined ? undefined : true,
  },
  holds: (world, { from = 0 }) => reachesServer(world, from),
  facts: (world, { from = 0 }) => {
    const there = [
      fact('policies', POLICY, 'serverBuild'),
      fact('policies', POLICY, 'serverFrom'),
    ] as const;
    return letInFacts(world, from, there);
  },
  counters: (_, { from = 0 }): Counter[] => [
    {
      command: 'restrict-server',
      args: {},
      moment: 'after',
      fact: fact('policies', POLICY, 'serverFrom'),
    },
    ...shutOff(from),
  ],
};

/** The management server is older than the fix. `flaw` of the strike. */
export const serverUnpatched: Need<'server-unpatched'> = {
  id: 'server-unpatched',
  words: {
    short: { ko: '관리 서버 미패치', en: 'management server unpatched' },
    failed: {
      ko: '관리 서버가 이미 패치되어 있었습니다',
      en: 'the management server had been patched',
    },
  },
  known: {
    around: (known, { from, flaw }) =>
      flaw === undefined ? undefined : hasFlaw(known, flaw, about(known, from, 'server-build')),
  },
  holds: (world, { flaw = 0 }) =>
    (find(world.policies, POLICY)?.serverBuild ?? 0) < (find(world.flaws, flaw)?.fixedIn ?? 0),
  facts: (_, { flaw = 0 }) => [
    fact('policies', POLICY, 'serverBuild'),
    fact('flaws', flaw, 'fixedIn'),
  ],
  counters: () => [
    {
      command: 'patch-server',
      args: {},
      moment: 'after',
      fact: fact('policies', POLICY, 'serverBuild'),
    },
  ],
};

/** The host takes orders of the management server: it is on a management network of the room. `host` of the strike. */
export const managedThere: Need<'managed-there'> = {
  id: 'managed-there',
  words: {
    short: { ko: '관리 서버가 관리하는 호스트', en: 'a host that it manages' },
    failed: {
      ko: '그 호스트는 더는 관리 서버에 속하지 않았습니다',
      en: 'the host was no longer one of the management server’s',
    },
  },
  holds: (world, { host = 0 }) => (find(world.hosts, host)?.management ?? 0) > 0,
  facts: (_, { host = 0 }) => [fact('hosts', host, 'management')],
  counters: () => [],
};
