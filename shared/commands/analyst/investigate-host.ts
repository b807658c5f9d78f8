import { investigateHost as investigate } from '../../mechanics/sensors/host-investigation.ts';
import type { HostId } from '../../world/ids.ts';
import { find } from '../../world/table.ts';
import { define, id, idIn, schemaOf } from '../command.ts';
import { refuse } from '../refusal.ts';

interface InvestigateHost extends Record<string, number | string> {
  readonly host: HostId;
}

/** Measures what runs below the guests of a host (rule S31). It touches nothing. */
export const investigateHost = define<InvestigateHost>({
  name: 'investigate-host',
  role: 'analyst',
  key: 'J',
  fits: ['alert-of-host'],
  investigates: [
    'host-complaint',
    'host-login-refused',
    'host-claims-host',
    'admin-login',
    'ssh-burst',
    'mail-child',
    'vm-files-read',
    'device-child',
    'shortage',
  ],
  schema: schemaOf<InvestigateHost>({ host: id }),
  offers: (world, subject) => {
    const host = idIn(subject, 'hosts') as HostId;
    const row = find(world.hosts, host);
    // Below the system of a machine of its own is nothing.
    return row && row.platform !== 'native' ? [{ host }] : [];
  },
  price: () => 0,
  length: (world) => world.pace.investigateHostLength,
  load: (world, { host }) => ({ host, cycles: world.pace.jobCycles }),
  claims: (_, { host }) => [`hosts/${host}`],
  refusal: (world, { host }) => (find(world.hosts, host) ? null : refuse('rule.no-such-thing')),
  finish: (turn, { host }, order) => investigate(turn, host, order.seq),
  words: {
    name: { ko: '호스트 조사', en: 'Investigate the host' },
    does: {
      ko: '게스트 아래와 장치 프로세스에서 실행 중인 코드를 있어야 할 코드와 비교합니다. 게스트 안에서 벌어지는 일은 보지 않습니다.',
      en: 'Compares what runs below the guests, and in their device processes, with what should. It does not look into the guests.',
    },
    done: { ko: '{{host}}{을/를} 조사한다', en: 'investigate {{host}}' },
    control: { ko: '호스트 조사', en: 'Investigate the host' },
  },
});
