import { setFact } from '../../world/fact.ts';
import { find } from '../../world/table.ts';
import { emit } from '../../world/turn.ts';
import { define, id, schemaOf } from '../command.ts';
import { refuse } from '../refusal.ts';
import { type OfTenant, tenantIn } from '../tenant-of.ts';

/** Lets a tenant have as much of the pool as there is again (rule R15). */
export const liftQuota = define<OfTenant>({
  name: 'lift-quota',
  role: 'operator',
  key: '',
  schema: schemaOf<OfTenant>({ tenant: id }),
  offers: (world, subject) => {
    const tenant = find(world.tenants, tenantIn(world, subject));
    return tenant && tenant.quota > 0 ? [{ tenant: tenant.id }] : [];
  },
  price: () => 0,
  length: (world) => world.pace.quotaLength,
  load: () => ({ host: 0, cycles: 0 }),
  claims: (_, { tenant }) => [`tenants/${tenant}`],
  refusal: (world, { tenant }) => {
    const row = find(world.tenants, tenant);
    if (!row) return refuse('rule.no-such-thing');
    return row.quota > 0 ? null : refuse('rule.already-so');
  },
  finish: (turn, { tenant }, order) => {
    const lifted = emit(turn, 'setting-changed', {
      actor: { kind: 'seat', id: order.seat },
      subjects: [`tenants/${tenant}`],
      causes: [order.seq],
      data: { setting: 'quota', to: 'off' },
    });
    setFact(turn.world, 'tenants', tenant, 'quota', 0, lifted);
  },
  words: {
    name: { ko: '{{tenant}}의 할당량 풀기', en: 'Lift the quota of {{tenant}}' },
    does: {
      ko: '풀에 자리가 있는 만큼 다시 받을 수 있습니다. 정상적인 요청이 거절되지 않지만, 풀을 다 차지해도 막는 것이 없습니다.',
      en: 'It may have whatever the pool has room for again. Nothing that it asks for in good faith is refused, nor anything else.',
    },
    done: { ko: '{{tenant}}의 할당량을 푼다', en: 'lift the quota of {{tenant}}' },
  },
});
