import { patchServer as patch, serverPatch } from '../../mechanics/management/server.ts';
import { POLICY } from '../../mechanics/network/edit.ts';
import { find } from '../../world/table.ts';
import { define, idIn, schemaOf } from '../command.ts';
import { refuse } from '../refusal.ts';

/** Patches the management server of the room (rule K127). */
export const patchServer = define<Record<string, never>>({
  name: 'patch-server',
  role: 'hypervisor',
  key: '',
  fits: ['server-outdated'],
  schema: schemaOf<Record<string, never>>({}),
  offers: (world, subject) => {
    const about =
      find(world.hosts, idIn(subject, 'hosts')) ?? find(world.policies, idIn(subject, 'policies'));
    const there = (find(world.policies, POLICY)?.serverBuild ?? 0) > 0;
    return about === null || !there ? [] : [{}];
  },
  price: (world) => world.pace.patchServerPrice,
  length: (world) => world.pace.patchServerLength,
  load: () => ({ host: 0, cycles: 0 }),
  claims: () => [`policies/${POLICY}`],
  refusal: (world) => {
    const build = find(world.policies, POLICY)?.serverBuild ?? 0;
    if (build === 0) return refuse('rule.no-such-thing');
    return build >= serverPatch(world) ? refuse('rule.already-so') : null;
  },
  finish: (turn, _, order) => patch(turn, { kind: 'seat', id: order.seat }, order.seq),
  words: {
    name: { ko: '관리 서버 패치', en: 'Patch the management server' },
    does: {
      ko: '관리 서버를 공개된 최신 빌드로 올립니다. VM은 멈추지 않습니다. 호스트의 빌드는 그대로이고, 이미 넘어간 호스트도 그대로입니다.',
      en: 'Raises the management server to the latest published build. No VM stops. Hosts keep their builds, and those that fell already stay fallen.',
    },
    done: { ko: '관리 서버를 패치한다', en: 'patch the management server' },
    control: { ko: '관리 서버 패치', en: 'Patch the management server' },
  },
});
