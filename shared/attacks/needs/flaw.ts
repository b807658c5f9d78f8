import { ringOf } from '../../mechanics/harm/intrusion.ts';
import { moveObstacle } from '../../mechanics/migration.ts';
import { hasLivePatch } from '../../mechanics/upkeep/patching.ts';
import { type FactRef, fact } from '../../world/fact.ts';
import { serviceFlaw } from '../../world/flaws/registry.ts';
import type { Counter } from '../../world/history.ts';
import type { VmId } from '../../world/ids.ts';
import { WORKLOADS } from '../../world/machine/workload.ts';
import type { ServiceName } from '../../world/network.ts';
import { about, hasServiceFlaw } from '../../world/people/known.ts';
import { find } from '../../world/table.ts';
import type { ReadonlyWorld } from '../../world/world.ts';
import { isOlder, ringKnown } from '../knowing.ts';
import type { Need } from '../need.ts';

/**
 * The host's hypervisor (or shared kernel) is older than the fix. `vm`, `host` and `flaw` of the strike.
 */
export const hostUnpatched: Need<'host-unpatched'> = {
  id: 'host-unpatched',
  words: {
    short: { ko: '하이퍼바이저 미패치', en: 'hypervisor unpatched' },
    failed: {
      ko: '하이퍼바이저가 이미 패치되어 있었습니다',
      en: 'the hypervisor had been patched',
    },
  },
  known: { inside: isOlder('host-build') },
  holds: (world, { host = 0, flaw = 0 }) =>
    (find(world.hosts, host)?.build ?? 0) < (find(world.flaws, flaw)?.fixedIn ?? 0),
  facts: (_, { host = 0, flaw = 0 }) => [
    fact('hosts', host, 'build'),
    fact('flaws', flaw, 'fixedIn'),
  ],
  counters: (world, { host = 0, vm = 0, flaw = 0 }) => {
    const since = fact('hosts', host, 'build');
    const args = { host, how: 'live' };
    const patch: Counter = { command: 'patch-host', args, moment: 'after', fact: since };
    const moves = movesToMended(world, vm, flaw, since);
    return patchesLive(world, flaw) ? [patch, ...moves] : moves;
  },
};

/** Whether a running host can take the fix: for some there is none (rule K89). */
function patchesLive(world: ReadonlyWorld, flaw: number): boolean {
  const name = find(world.flaws, flaw)?.name;
  return name === undefined || hasLivePatch(name);
}

/** Moves of a VM to hosts whose build has the fix, and that can take it in. */
function movesToMended(world: ReadonlyWorld, vm: number, flaw: number, since: FactRef): Counter[] {
  const fixedIn = find(world.flaws, flaw)?.fixedIn ?? 0;
  return world.hosts.flatMap((host): Counter[] => {
    if (!host || host.build < fixedIn || moveObstacle(world, vm as VmId, host.id)) return [];
    return [{ command: 'migrate-vm', args: { vm, host: host.id }, moment: 'after', fact: since }];
  });
}

/**
 * The process that emulates the VM's devices runs code that is older than the fix: it began before its
 * host was patched, or its host is not (rule K10). `vm` and `flaw` of the strike.
 */
export const processUnpatched: Need<'process-unpatched'> = {
  id: 'process-unpatched',
  words: {
    short: { ko: '장치 프로세스 미패치', en: 'device process unpatched' },
    failed: {
      ko: '그 VM의 장치 프로세스가 이미 패치된 코드로 실행되고 있었습니다',
      en: 'the VM’s device process ran patched code already',
    },
  },
  known: { inside: isOlder('device-build') },
  holds: (world, { vm = 0, flaw = 0 }) =>
    (find(world.vms, vm)?.deviceBuild ?? 0) < (find(world.flaws, flaw)?.fixedIn ?? 0),
  facts: (_, { vm = 0, flaw = 0 }) => [
    fact('vms', vm, 'deviceBuild'),
    fact('flaws', flaw, 'fixedIn'),
  ],
  counters: (world, { vm = 0, flaw = 0 }) => {
    const since = fact('vms', vm, 'deviceBuild');
    const host = find(world.hosts, find(world.vms, vm)?.host ?? 0);
    const mended = host !== null && host.build >= (find(world.flaws, flaw)?.fixedIn ?? 0);
    const restart = { command: 'restart-vm', args: { vm } } as const;
    const moves = movesToMended(world, vm, flaw, since);
    if (mended) return [{ ...restart, moment: 'after', fact: since }, ...moves];
    // A new process of a host that is not patched would run the same old code.
    if (host === null || find(world.flaws, flaw)?.public !== true) return moves;
    if (!patchesLive(world, flaw)) return moves;
    const args = { host: host.id, how: 'live' };
    return [{ command: 'patch-host', args, next: restart, moment: 'after', fact: since }, ...moves];
  },
};

/** The service that the guest offers is the component that has the flaw. `vm` and `flaw` of the strike. */
export const runsComponent: Need<'runs-component'> = {
  id: 'runs-component',
  words: {
    short: { ko: '취약점이 있는 서비스', en: 'runs the flawed service' },
    failed: {
      ko: '이 취약점이 있는 서비스가 아니었습니다',
      en: 'its service is not the one that has the flaw',
    },
  },
  known: {
    around: (known, { vm }) => {
      const service = about(known, vm, 'service');
      if (service === undefined) return undefined;
      const name = serviceFlaw(service as ServiceName);
      return name !== null && known.flaws[name] !== undefined;
    },
  },
  holds: (world, { vm = 0, flaw = 0 }) => {
    const row = find(world.vms, vm);
    const name = row && serviceFlaw(WORKLOADS[row.workload].serves);
    return name !== null && find(world.flaws, flaw)?.name === name;
  },
  facts: (_, { vm = 0, flaw = 0 }) => [fact('vms', vm, 'workload'), fact('flaws', flaw, 'name')],
  counters: () => [],
};

/**
 * A way into the guest's kernel: it is older than the fix, or they are root in it, who may load a module.
 * `vm`, `attacker` and `flaw` of the strike.
 */
export const kernelOpen: Need<'kernel-open'> = {
  id: 'kernel-open',
  words: {
    short: { ko: '게스트 커널 미패치 또는 root', en: 'guest kernel unpatched, or root' },
    failed: {
      ko: '게스트 커널이 이미 패치되어 있었고 root도 아니었습니다',
      en: 'the guest’s kernel had been patched, and we were not root',
    },
  },
  known: {
    // Root loads a module; anyone else needs a flaw.
    inside: (known, act) =>
      ringKnown(known, act.vm) === 'root' || isOlder('kernel-build')(known, act),
  },
  holds: (world, { vm = 0, attacker = 0, flaw = 0 }) =>
    ringOf(world, attacker, vm) === 'root' ||
    (find(world.vms, vm)?.kernel ?? 0) < (find(world.flaws, flaw)?.fixedIn ?? 0),
  // How old the kernel is matters nothing to root.
  facts: (world, { vm = 0, attacker = 0, flaw = 0 }) => [
    fact('vms', vm, 'intruder'),
    fact('vms', vm, 'foothold'),
    ...(ringOf(world, attacker, vm) === 'root'
      ? []
      : [fact('vms', vm, 'kernel'), fact('flaws', flaw, 'fixedIn')]),
  ],
  counters: (world, { vm = 0, attacker = 0 }) =>
    ringOf(world, attacker, vm) === 'root'
      ? []
      : [
          {
            command: 'patch-guest',
            args: { vm },
            moment: 'after',
            fact: fact('vms', vm, 'kernel'),
          },
        ],
};

/** The service that the guest offers is older than the fix. `vm` and `flaw` of the strike. */
export const serviceUnpatched: Need<'service-unpatched'> = {
  id: 'service-unpatched',
  words: {
    short: { ko: '서비스 미패치', en: 'service unpatched' },
    failed: {
      ko: '대상 서비스가 이미 패치되어 있었습니다',
      en: 'the service had been patched',
    },
  },
  known: { around: (known, { vm }) => hasServiceFlaw(known, vm) },
  holds: (world, { vm = 0, flaw = 0 }) =>
    (find(world.vms, vm)?.service ?? 0) < (find(world.flaws, flaw)?.fixedIn ?? 0),
  facts: (_, { vm = 0, flaw = 0 }) => [fact('vms', vm, 'service'), fact('flaws', flaw, 'fixedIn')],
  counters: (_, { vm = 0 }) => [
    { command: 'patch-guest', args: { vm }, moment: 'after', fact: fact('vms', vm, 'service') },
  ],
};
