import { setFact } from '../../world/fact.ts';
import type { HostId } from '../../world/ids.ts';
import { find } from '../../world/table.ts';
import { emit } from '../../world/turn.ts';
import { define, id, idIn, schemaOf } from '../command.ts';
import { refuse } from '../refusal.ts';

interface AuditHypercalls extends Record<string, number | string> {
  readonly host: HostId;
}

/**
 * Has a hypervisor log the hypercalls of its paravirtual guests that ask for what no kernel needs. Each
 * call takes longer from then on (rules S32, W5).
 */
export const auditHypercalls = define<AuditHypercalls>({
  name: 'audit-hypercalls',
  role: 'hypervisor',
  key: '',
  schema: schemaOf<AuditHypercalls>({ host: id }),
  offers: (world, subject) => {
    const host = find(world.hosts, idIn(subject, 'hosts'));
    return host && host.platform !== 'container' ? [{ host: host.id }] : [];
  },
  price: () => 0,
  length: (world) => world.pace.filterLength,
  load: (world, { host }) => ({ host, cycles: world.pace.jobCycles }),
  claims: (_, { host }) => [`hosts/${host}`],
  refusal: (world, { host }) => {
    const row = find(world.hosts, host);
    if (!row || row.platform === 'container') return refuse('rule.no-such-thing');
    return row.hypercallAudit ? refuse('rule.already-so') : null;
  },
  finish: (turn, { host }, order) => {
    const changed = emit(turn, 'setting-changed', {
      actor: { kind: 'seat', id: order.seat },
      subjects: [`hosts/${host}`],
      causes: [order.seq],
      data: { setting: 'hypercallAudit', to: 'on' },
    });
    setFact(turn.world, 'hosts', host, 'hypercallAudit', true, changed);
  },
  words: {
    name: { ko: '하이퍼콜 감사', en: 'Audit hypercalls' },
    does: {
      ko: '반가상화 게스트가 부르는 이상한 하이퍼콜을 하이퍼바이저 로그에 남깁니다. 하이퍼콜마다 사이클을 씁니다.',
      en: 'Writes odd hypercalls of paravirtual guests into the hypervisor’s log. Each hypercall costs cycles.',
    },
    done: { ko: '{{host}}의 하이퍼콜을 감사한다', en: 'audit the hypercalls of {{host}}' },
    control: { ko: '하이퍼콜 감사', en: 'Audit hypercalls' },
  },
});
