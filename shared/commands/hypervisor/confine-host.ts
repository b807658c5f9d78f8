import { setFact } from '../../world/fact.ts';
import type { HostId } from '../../world/ids.ts';
import type { Host } from '../../world/machine/host.ts';
import { type Deep, find, get } from '../../world/table.ts';
import { emit } from '../../world/turn.ts';
import { define, id, idIn, schemaOf } from '../command.ts';
import { refuse } from '../refusal.ts';

interface ConfineHost extends Record<string, number | string> {
  readonly host: HostId;
}

/** What stands between a guest and the host's own rights: of containers, a filter of system calls. */
const settingOf = ({ platform }: Deep<Host>): 'sandbox' | 'seccomp' =>
  platform === 'container' ? 'seccomp' : 'sandbox';

/** Confines the processes that emulate devices, or filters what containers may call (rule K9). */
export const confineHost = define<ConfineHost>({
  name: 'confine-host',
  role: 'hypervisor',
  key: '',
  schema: schemaOf<ConfineHost>({ host: id }),
  offers: (world, subject) => {
    const host = idIn(subject, 'hosts') as HostId;
    return find(world.hosts, host) ? [{ host }] : [];
  },
  price: (world) => world.pace.confinePrice,
  length: (world) => world.pace.confineLength,
  load: (world, { host }) => ({ host, cycles: world.pace.jobCycles }),
  claims: (_, { host }) => [`hosts/${host}`],
  refusal: (world, { host }) => {
    const row = find(world.hosts, host);
    if (!row) return refuse('rule.no-such-thing');
    return row[settingOf(row)] ? refuse('rule.already-so') : null;
  },
  finish: (turn, { host }, order) => {
    const setting = settingOf(get(turn.world.hosts, host));
    const changed = emit(turn, 'setting-changed', {
      actor: { kind: 'seat', id: order.seat },
      subjects: [`hosts/${host}`],
      causes: [order.seq],
      data: { setting, to: 'on' },
    });
    setFact(turn.world, 'hosts', host, setting, true, changed);
  },
  words: {
    name: { ko: '샌드박스·시스템 콜 필터 적용', en: 'Sandbox or system-call filter' },
    does: {
      ko: '장치 에뮬레이터 프로세스를 샌드박스에 가둡니다. 컨테이너 호스트에서는 시스템 콜 필터(seccomp)를 켭니다.',
      en: 'Puts the device models’ processes into a sandbox. On a container host it switches the system-call filter (seccomp) on.',
    },
    done: {
      ko: '{{host}}에 샌드박스나 시스템 콜 필터를 적용한다',
      en: 'put a sandbox or a system-call filter on {{host}}',
    },
    control: {
      ko: '장치 에뮬레이터 샌드박스와 시스템 콜 필터(seccomp)',
      en: 'Sandbox device models, filter system calls (seccomp)',
    },
  },
});
