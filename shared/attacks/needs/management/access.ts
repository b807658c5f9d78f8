import { letsIn } from '../../../mechanics/management/access.ts';
import { reachesHost } from '../../../mechanics/management/reach.ts';
import { type FactRef, fact } from '../../../world/fact.ts';
import type { Counter } from '../../../world/history.ts';
import { NONE } from '../../../world/ids.ts';
import type { HostService } from '../../../world/machine/management.ts';
import { about, hasFlaw, type Known } from '../../../world/people/known.ts';
import { find } from '../../../world/table.ts';
import type { ReadonlyWorld } from '../../../world/world.ts';
import type { Need, Strike } from '../../need.ts';
import { hostUnpatched } from '../flaw.ts';
import { letInFacts } from '../let-in.ts';

/** What was heard of hosts from there, or `undefined`: nobody has looked around from there. */
const heard = (known: Known, from: number): string | undefined =>
  about(known, from, 'host-services');

const reachFacts = (world: ReadonlyWorld, { from = 0, host = 0 }: Strike): FactRef[] => {
  const there = letInFacts(world, from, [fact('hosts', host, 'managedFrom')]);
  if (from === NONE) return there;
  const zone = find(world.vms, from)?.zone ?? NONE;
  const name = find(world.zones, zone)?.name;
  const routed = find(world.hosts, host)?.managedFrom.some((one) => one === name) === true;
  return [
    ...there,
    // By the VLAN of that network itself, where no zone of theirs is let through.
    ...(routed ? [] : [fact('segments', zone, 'management'), fact('hosts', host, 'management')]),
  ];
};

/** Packets get to its management interface from where they are (rule N31). `from` (0: the internet) and `host` of the strike. */
export const managementOpen: Need<'management-open'> = {
  id: 'management-open',
  words: {
    short: { ko: '관리 인터페이스에 도달 가능', en: 'its management interface is reached' },
    failed: {
      ko: '거기서는 호스트의 관리 인터페이스에 도달하지 못했습니다',
      en: 'the management interface of the host could not be reached from there',
    },
  },
  known: {
    around: (known, { from }) => {
      const services = heard(known, from);
      return services === undefined ? undefined : services !== '';
    },
  },
  holds: (world, { from = 0, host = 0 }) => reachesHost(world, from, host),
  facts: reachFacts,
  counters: (world, { from = 0, host = 0 }): Counter[] => {
    const zone = find(world.vms, from)?.zone ?? NONE;
    const name = from === NONE ? 'internet' : find(world.zones, zone)?.name;
    const routed = find(world.hosts, host)?.managedFrom.some((one) => one === name) === true;
    const wired = from !== NONE && find(world.segments, zone)?.management !== 0;
    return [
      ...(routed && !wired
        ? [
            {
              command: 'restrict-management',
              args: { host },
              moment: 'after',
              fact: fact('hosts', host, 'managedFrom'),
            } as const,
          ]
        : []),
      ...(wired && !routed
        ? [
            {
              command: 'port-security',
              args: { segment: zone, setting: 'own-vlan' },
              moment: 'after',
              fact: fact('segments', zone, 'management'),
            } as const,
          ]
        : []),
      ...(from === NONE
        ? []
        : [
            {
              command: 'quarantine-vm',
              args: { vm: from },
              moment: 'after',
              fact: fact('vms', from, 'zone'),
            } as const,
          ]),
    ];
  },
};

/** A service of the host runs: nothing else would answer there. `host` of the strike. */
function serviceRuns<Id extends string>(
  id: Id,
  service: HostService,
  words: Need['words'],
): Need<Id> {
  return {
    id,
    words,
    known: {
      around: (known, { from }) => heard(known, from)?.split(',').includes(service),
    },
    holds: (world, { host = 0 }) => find(world.hosts, host)?.services.includes(service) === true,
    facts: (_, { host = 0 }) => [fact('hosts', host, 'services')],
    counters: (_, { host = 0 }) => [
      {
        command: 'stop-service',
        args: { host, service },
        moment: 'after',
        fact: fact('hosts', host, 'services'),
      },
    ],
  };
}

export const sshRuns = serviceRuns('ssh-runs', 'ssh', {
  short: { ko: 'SSH 서비스 실행 중', en: 'SSH runs' },
  failed: { ko: '호스트의 SSH 서비스가 멈춰 있었습니다', en: 'SSH of the host was stopped' },
});

export const slpRuns = serviceRuns('slp-runs', 'slp', {
  short: { ko: 'SLP 서비스 실행 중', en: 'SLP runs' },
  failed: { ko: '호스트의 SLP 서비스가 멈춰 있었습니다', en: 'SLP of the host was stopped' },
});

/** There is an account whose password is a default, or short: whoever tries long enough has it. `host` of the strike. */
export const passwordGuessed: Need<'password-guessed'> = {
  id: 'password-guessed',
  words: {
    short: { ko: '추측할 수 있는 비밀번호', en: 'a password that can be guessed' },
    failed: {
      ko: '어느 계정의 비밀번호도 추측하지 못했습니다',
      en: 'no password of any account could be guessed',
    },
  },
  holds: (world, { host = 0 }) => (find(world.hosts, host)?.weakAccount ?? 'none') !== 'none',
  facts: (_, { host = 0 }) => [fact('hosts', host, 'weakAccount')],
  counters: (_, { host = 0 }) => [
    {
      command: 'rotate-credentials',
      args: { host },
      moment: 'after',
      fact: fact('hosts', host, 'weakAccount'),
    },
  ],
};

/**
 * Lockdown mode is off, or the account whose password can be guessed is exempt from it: SSH that runs lets an exception user
 * in all the same (FACTS I-1, B41). `host` of the strike.
 */
export const lockdownLetsIn: Need<'lockdown-lets-in'> = {
  id: 'lockdown-lets-in',
  words: {
    short: { ko: '잠금 모드가 막지 않음', en: 'no lockdown for that account' },
    failed: {
      ko: '잠금 모드가 그 계정의 로그인을 거부했습니다',
      en: 'lockdown mode refused the login of that account',
    },
  },
  holds: (world, { host = 0 }) => {
    const row = find(world.hosts, host);
    if (row === null || !row.lockdown) return row !== null;
    return letsIn(row, row.weakAccount === 'exception' ? 'exception' : 'root');
  },
  facts: (world, { host = 0 }) => {
    const lockdown = fact('hosts', host, 'lockdown');
    if (find(world.hosts, host)?.lockdown !== true) return [lockdown];
    return [lockdown, fact('hosts', host, 'weakAccount'), fact('hosts', host, 'exceptionUser')];
  },
  counters: (world, { host = 0 }): Counter[] => {
    const row = find(world.hosts, host);
    if (row === null || row.lockdown || row.weakAccount === 'exception') return [];
    return [
      {
        command: 'lockdown-host',
        args: { host },
        moment: 'after',
        fact: fact('hosts', host, 'lockdown'),
      },
    ];
  },
};

/** A password alone is enough to log in. `host` of the strike. */
export const oneFactor: Need<'one-factor'> = {
  id: 'one-factor',
  words: {
    short: { ko: '비밀번호만으로 로그인', en: 'a password is enough' },
    failed: {
      ko: '두 번째 인증 요소가 없어 로그인하지 못했습니다',
      en: 'the login took a second factor',
    },
  },
  holds: (world, { host = 0 }) => find(world.hosts, host)?.mfa === false,
  facts: (_, { host = 0 }) => [fact('hosts', host, 'mfa')],
  counters: (_, { host = 0 }) => [
    { command: 'require-mfa', args: { host }, moment: 'after', fact: fact('hosts', host, 'mfa') },
  ],
};

/** The SLP service is older than the fix: it is part of the hypervisor's build. `host` and `flaw` of the strike. */
export const slpUnpatched: Need<'host-unpatched'> = {
  ...hostUnpatched,
  known: {
    around: (known, { from, flaw }) =>
      flaw === undefined ? undefined : hasFlaw(known, flaw, about(known, from, 'slp-build')),
  },
};
