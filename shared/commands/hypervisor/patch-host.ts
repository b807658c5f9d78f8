import { z } from 'zod';
import {
  PATCH_WAYS,
  type PatchWay,
  patchHost as patch,
  patchTarget,
} from '../../mechanics/upkeep/patching.ts';
import type { HostId } from '../../world/ids.ts';
import { find, rows } from '../../world/table.ts';
import type { ReadonlyWorld } from '../../world/world.ts';
import { define, id, idIn, schemaOf } from '../command.ts';
import { type RuleRefusal, refuse } from '../refusal.ts';

interface PatchHost extends Record<string, number | string> {
  readonly host: HostId;
  /** While its guests run, which is dear, or with a reboot, for which nothing may run on it. */
  readonly how: PatchWay;
}

/** Why a host cannot be rebooted now: guests run on it. */
function occupied(world: ReadonlyWorld, { host, how }: PatchHost): RuleRefusal | null {
  if (how === 'live') return null;
  const running = [...rows(world.vms)].filter((vm) => vm.host === host && vm.power !== 'stopped');
  return running.length > 0 ? refuse('rule.host-not-empty', { host, vms: running.length }) : null;
}

/** Patches a host's hypervisor, or the kernel that its containers share (rule K7). */
export const patchHost = define<PatchHost>({
  name: 'patch-host',
  role: 'hypervisor',
  key: 'H',
  fits: ['host-outdated'],
  contains: ['syscall', 'exit'],
  // The process that emulates a VM's devices goes on with its old code (rule K10).
  leaves: ['exit'],
  schema: schemaOf<PatchHost>({ host: id, how: z.enum(PATCH_WAYS) }),
  offers: (world, subject) => {
    const host = idIn(subject, 'hosts') as HostId;
    return find(world.hosts, host) ? PATCH_WAYS.map((how) => ({ host, how })) : [];
  },
  price: ({ pace }, { how }) => (how === 'live' ? pace.patchLivePrice : pace.patchRebootPrice),
  length: ({ pace }, { how }) => (how === 'live' ? pace.patchLiveLength : pace.patchRebootLength),
  load: (world, { host }) => ({ host, cycles: world.pace.jobCycles }),
  claims: (_, { host }) => [`hosts/${host}`],
  refusal: (world, args) => {
    const row = find(world.hosts, args.host);
    if (!row) return refuse('rule.no-such-thing');
    if (row.build >= patchTarget(world, row, 'reboot')) return refuse('rule.already-so');
    if (row.build >= patchTarget(world, row, args.how)) return refuse('rule.no-live-patch');
    return occupied(world, args);
  },
  hostOff: ({ how }) => how === 'reboot',
  holds: (world, args) => (occupied(world, args) === null ? null : 'no-longer-allowed'),
  finish: (turn, { host, how }, order) =>
    patch(turn, host, { kind: 'seat', id: order.seat }, order.seq, how),
  words: {
    name: { ko: '호스트 패치: {{how}}', en: 'Patch host: {{how}}' },
    does: {
      ko: '하이퍼바이저(컨테이너 호스트는 공유 커널)를 공개된 최신 빌드로 올립니다. 실행 중인 VM의 장치 프로세스는 재시작하거나 마이그레이션해야 새 코드로 바뀝니다. 재부팅은 저렴하지만 먼저 호스트를 비워야 합니다.',
      en: 'Raises the hypervisor, or the kernel containers share, to the latest published build. Device processes of running VMs keep their old code until a restart or a migration. A reboot is cheap, but the host must be empty.',
    },
    done: { ko: '{{host}}{을/를} 패치한다({{how}})', en: 'patch {{host}} ({{how}})' },
    control: { ko: '하이퍼바이저 패치', en: 'Patch the hypervisor' },
  },
});
