import { framesOf } from '../../mechanics/pool/quota.ts';
import { setFact } from '../../world/fact.ts';
import type { TenantId } from '../../world/ids.ts';
import { find, rows } from '../../world/table.ts';
import { emit } from '../../world/turn.ts';
import { define, id, schemaOf } from '../command.ts';
import { refuse } from '../refusal.ts';
import { type OfTenant, tenantIn } from '../tenant-of.ts';

/** Frames that a quota leaves a tenant beside what it has (our figure): room for one VM more. */
const SPARE = 4;

/** Bounds what one tenant may have of the pool: what it has, and a little more (rule R7). */
export const setQuota = define<OfTenant>({
  name: 'set-quota',
  role: 'operator',
  key: '',
  contains: ['api-calls', 'launch-burst', 'pool-empty'],
  schema: schemaOf<OfTenant>({ tenant: id }),
  offers: (world, subject) => {
    const tenant = tenantIn(world, subject) as TenantId;
    return find(world.tenants, tenant) ? [{ tenant }] : [];
  },
  price: () => 0,
  length: (world) => world.pace.quotaLength,
  load: () => ({ host: 0, cycles: 0 }),
  claims: (_, { tenant }) => [`tenants/${tenant}`],
  refusal: (world, { tenant }) => {
    const row = find(world.tenants, tenant);
    if (!row) return refuse('rule.no-such-thing');
    return row.quota === 0 ? null : refuse('rule.already-so');
  },
  finish: (turn, { tenant }, order) => {
    const { world } = turn;
    let asked = 0;
    for (const { state, wish, tenant: whose } of rows(world.requests)) {
      if (whose === tenant && state === 'open' && wish.kind === 'create') asked += wish.plan.frames;
    }
    const set = emit(turn, 'setting-changed', {
      actor: { kind: 'seat', id: order.seat },
      subjects: [`tenants/${tenant}`],
      causes: [order.seq],
      data: { setting: 'quota', to: 'on' },
    });
    setFact(world, 'tenants', tenant, 'quota', framesOf(world, tenant) + asked + SPARE, set);
  },
  words: {
    name: { ko: '{{tenant}}에 할당량 걸기', en: 'Set a quota for {{tenant}}' },
    does: {
      ko: '지금 가진 프레임과 요청한 프레임에 4개를 더한 만큼만 받을 수 있습니다. 그보다 더 달라는 요청은 정상적인 것도 거절됩니다.',
      en: 'It may have the frames that it has and has asked for, and 4 more. Whatever it asks for beyond that is refused, in good faith or not.',
    },
    done: { ko: '{{tenant}}에 할당량을 건다', en: 'set a quota for {{tenant}}' },
    control: { ko: '테넌트 할당량(quota)', en: 'A tenant quota' },
  },
});
