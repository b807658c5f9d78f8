import { endSessions } from '../../mechanics/host-os/users.ts';
import { setFact } from '../../world/fact.ts';
import type { HostId } from '../../world/ids.ts';
import type { Host } from '../../world/machine/host.ts';
import { EVERYDAY, type Program } from '../../world/machine/host-os.ts';
import { type Deep, find, get } from '../../world/table.ts';
import { emit } from '../../world/turn.ts';
import { define, id, idIn, schemaOf } from '../command.ts';
import { refuse } from '../refusal.ts';

interface RemovePrograms extends Record<string, number | string> {
  readonly host: HostId;
}

const isEveryday = (program: Program): boolean =>
  (EVERYDAY as readonly Program[]).includes(program);

const isUsed = ({ programs }: Pick<Deep<Host>, 'programs'>): boolean => programs.some(isEveryday);

/**
 * Makes a type 2 host one for VMs alone: no mail, no browser, and nobody logged in with the rights that
 * started the VMs (rule K98). Whoever worked there is given another machine, which is the price.
 */
export const removePrograms = define<RemovePrograms>({
  name: 'remove-programs',
  role: 'hypervisor',
  key: '',
  fits: ['used-host'],
  contains: ['mail-child', 'vm-files-read', 'user-code'],
  schema: schemaOf<RemovePrograms>({ host: id }),
  offers: (world, subject) => {
    const host = find(world.hosts, idIn(subject, 'hosts'));
    return host?.platform === 'type2' ? [{ host: host.id }] : [];
  },
  price: ({ pace }) => pace.dedicatePrice,
  length: ({ pace }) => pace.dedicateLength,
  load: (world, { host }) => ({ host, cycles: world.pace.jobCycles }),
  claims: (_, { host }) => [`hosts/${host}`],
  refusal: (world, { host }) => {
    const row = find(world.hosts, host);
    if (row?.platform !== 'type2') return refuse('rule.no-such-thing');
    return isUsed(row) ? null : refuse('rule.already-so');
  },
  finish: (turn, { host }, order) => {
    const removed = emit(turn, 'programs-removed', {
      actor: { kind: 'seat', id: order.seat },
      subjects: [`hosts/${host}`],
      causes: [order.seq],
      data: { host },
    });
    const { programs } = get(turn.world.hosts, host);
    const left = programs.filter((program) => !isEveryday(program));
    setFact(turn.world, 'hosts', host, 'programs', left, removed);
    endSessions(turn, host, removed);
  },
  words: {
    name: { ko: 'VM 전용 호스트로 전환', en: 'Make it a host for VMs alone' },
    does: {
      ko: '호스트 OS에서 메일과 브라우저를 없애고 사용자를 모두 내보냅니다. 그들이 실행한 것도 끝납니다. 일하던 사람들에게 다른 컴퓨터를 마련해 주는 값이 듭니다. 백업 에이전트는 남습니다.',
      en: 'Takes mail and browser off the host OS and logs its users out, which ends what they had started. The price is other machines for those who worked there. The backup agent stays.',
    },
    done: { ko: '{{host}}{을/를} VM 전용으로 바꾼다', en: 'make {{host}} a host for VMs alone' },
    control: { ko: '호스트를 VM 전용으로', en: 'A host for VMs alone' },
  },
});
