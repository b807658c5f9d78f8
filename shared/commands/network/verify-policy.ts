import { verify } from '../../mechanics/sensors/verification.ts';
import type { HostId } from '../../world/ids.ts';
import { find } from '../../world/table.ts';
import { define, id, idIn, schemaOf } from '../command.ts';
import { refuse } from '../refusal.ts';

interface VerifyPolicy extends Record<string, number | string> {
  readonly host: HostId;
}

/** Works out every way that stands open into a host's VMs and is not meant to be (rule S24). */
export const verifyPolicy = define<VerifyPolicy>({
  name: 'verify-policy',
  role: 'network',
  key: 'V',
  fits: ['drift'],
  schema: schemaOf<VerifyPolicy>({ host: id }),
  offers: (world, subject) => {
    const host = idIn(subject, 'hosts') as HostId;
    return find(world.hosts, host) ? [{ host }] : [];
  },
  price: () => 0,
  length: (world) => world.pace.verifyLength,
  load: () => ({ host: 0, cycles: 0 }),
  claims: () => [],
  refusal: (world, { host }) => (find(world.switches, host) ? null : refuse('rule.no-such-thing')),
  finish: (turn, { host }, order) => verify(turn, host, order.seq),
  words: {
    name: { ko: '정책 검증', en: 'Verify the policy' },
    does: {
      ko: '이 호스트의 VM으로 들어가는 경로를 모두 계산해, 의도하지 않았는데 열린 경로를 찾습니다. 고치지는 않습니다.',
      en: 'Works out every path into this host’s VMs and finds those that nobody intended. It fixes none of them.',
    },
    done: { ko: '{{host}}의 정책을 검증한다', en: 'verify the policy on {{host}}' },
    control: { ko: '정책이 지켜지는지 검증', en: 'Verify that policy is kept' },
  },
});
