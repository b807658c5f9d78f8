import { latestBuild, patchSystem, systemOf } from '../../mechanics/upkeep/patching.ts';
import type { HostId } from '../../world/ids.ts';
import { find } from '../../world/table.ts';
import { define, id, idIn, schemaOf } from '../command.ts';
import { refuse } from '../refusal.ts';

interface PatchHostOs extends Record<string, number | string> {
  readonly host: HostId;
}

/**
 * Patches what stands beside a host's hypervisor or kernel: the OS under a hosted hypervisor, or the
 * runtime that starts containers (rules K7, K95, K96). What runs goes on; its users wait meanwhile.
 */
export const patchHostOs = define<PatchHostOs>({
  name: 'patch-host-os',
  role: 'hypervisor',
  key: '',
  fits: ['system-outdated'],
  contains: ['runtime-written'],
  schema: schemaOf<PatchHostOs>({ host: id }),
  offers: (world, subject) => {
    const host = find(world.hosts, idIn(subject, 'hosts'));
    return host && systemOf(host) ? [{ host: host.id }] : [];
  },
  price: ({ pace }) => pace.patchRebootPrice,
  length: ({ pace }) => pace.patchLiveLength,
  load: (world, { host }) => ({ host, cycles: world.pace.jobCycles }),
  claims: (_, { host }) => [`hosts/${host}`],
  refusal: (world, { host }) => {
    const row = find(world.hosts, host);
    const system = row && systemOf(row);
    if (!row || !system) return refuse('rule.no-such-thing');
    return row[system.field] >= latestBuild(world, system.component)
      ? refuse('rule.already-so')
      : null;
  },
  finish: (turn, { host }, order) => {
    patchSystem(turn, host, { kind: 'seat', id: order.seat }, order.seq);
  },
  words: {
    name: { ko: '호스트 OS·런타임 패치', en: 'Patch the host OS or runtime' },
    does: {
      ko: 'Type 2의 호스트 OS, 또는 컨테이너 런타임(runc)을 공개된 최신 빌드로 올립니다. 하이퍼바이저와 공유 커널은 “호스트 패치”가 맡습니다. 사용자가 이미 실행한 첨부 파일에는 소용없습니다.',
      en: 'Raises the OS under a type 2 hypervisor, or the container runtime (runc), to the latest published build; the hypervisor and a shared kernel are for “Patch host”. It undoes nothing that a user has run.',
    },
    done: {
      ko: '{{host}}의 호스트 OS나 런타임을 패치한다',
      en: 'patch the host OS or the runtime of {{host}}',
    },
    control: { ko: '호스트 OS·컨테이너 런타임 패치', en: 'Patch the host OS or runtime' },
  },
});
