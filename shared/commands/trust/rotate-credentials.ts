import { rotate } from '../../mechanics/fall/credentials.ts';
import type { HostId } from '../../world/ids.ts';
import { find } from '../../world/table.ts';
import { define, id, idIn, schemaOf } from '../command.ts';
import { refuse } from '../refusal.ts';

interface RotateCredentials extends Record<string, number | string> {
  readonly host: HostId;
}

/**
 * Gives a host a management credential of its own (rule K60), and its accounts passwords that nobody guesses (rule K121). Whoever is below its guests already stays
 * there: a lock is changed, and nobody is thrown out.
 */
export const rotateCredentials = define<RotateCredentials>({
  name: 'rotate-credentials',
  role: 'analyst',
  key: '',
  fits: ['shared-credential'],
  contains: ['host-login', 'admin-login'],
  schema: schemaOf<RotateCredentials>({ host: id }),
  offers: (world, subject) => {
    const host = idIn(subject, 'hosts') as HostId;
    return find(world.hosts, host) ? [{ host }] : [];
  },
  price: () => 0,
  length: (world) => world.pace.rotateLength,
  load: () => ({ host: 0, cycles: 0 }),
  claims: (_, { host }) => [`hosts/${host}`],
  refusal: (world, { host }) => (find(world.hosts, host) ? null : refuse('rule.no-such-thing')),
  finish: (turn, { host }, order) =>
    rotate(turn, host, { kind: 'seat', id: order.seat }, order.seq),
  words: {
    name: { ko: '자격 증명 교체', en: 'Rotate the credential' },
    does: {
      ko: '이 호스트에 자기만의 관리 자격 증명을 줍니다. 기본값이나 약한 비밀번호도 없어집니다. 함께 쓰던 것으로는 이 호스트가 열리지 않고, 나머지 호스트는 그대로 열립니다. 이미 들어온 침입자는 내보내지 못합니다.',
      en: 'Gives the host a management credential of its own; no default or weak password is left. The shared one no longer opens it, and still opens the others. Whoever is in already stays in.',
    },
    done: { ko: '{{host}}의 관리 자격 증명을 교체한다', en: 'rotate the credential of {{host}}' },
    control: { ko: '호스트별 관리 자격 증명', en: 'A management credential for each host' },
  },
});
