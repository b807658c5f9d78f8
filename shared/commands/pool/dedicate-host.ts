import { dedicate, dedicatedTo } from '../../mechanics/pool/dedication.ts';
import type { HostId, TenantId } from '../../world/ids.ts';
import { find, rows } from '../../world/table.ts';
import { define, id, idIn, schemaOf } from '../command.ts';
import { refuse } from '../refusal.ts';

interface DedicateHost extends Record<string, number | string> {
  readonly host: HostId;
  readonly tenant: TenantId;
}

/** Sets a host apart for one tenant: no VM of another comes there any more (rules M30, M31). */
export const dedicateHost = define<DedicateHost>({
  name: 'dedicate-host',
  role: 'operator',
  key: '',
  fits: ['sought-host'],
  ways: ['tenant'],
  schema: schemaOf<DedicateHost>({ host: id, tenant: id }),
  offers: (world, subject) => {
    const host = idIn(subject, 'hosts') as HostId;
    const row = find(world.hosts, host);
    if (!row || row.platform === 'native' || dedicatedTo(world, host) !== 0) return [];
    // For whoever is there already: the host of somebody else is an empty one.
    const there = new Set(
      [...rows(world.vms)].filter((vm) => vm.host === host).map((vm) => vm.tenant),
    );
    return [...rows(world.tenants)]
      .filter((one) => there.size === 0 || there.has(one.id))
      .map((one) => ({ host, tenant: one.id }));
  },
  price: ({ pace }) => pace.dedicatePrice,
  length: ({ pace }) => pace.dedicateLength,
  load: () => ({ host: 0, cycles: 0 }),
  claims: (_, { host }) => [`hosts/${host}`],
  refusal: (world, { host, tenant }) => {
    const row = find(world.hosts, host);
    if (!row || row.retired || row.platform === 'native' || !find(world.tenants, tenant))
      return refuse('rule.no-such-thing');
    return dedicatedTo(world, host) === 0 ? null : refuse('rule.already-so');
  },
  finish: (turn, { host, tenant }, order) =>
    dedicate(turn, host, tenant, {
      actor: { kind: 'seat', id: order.seat },
      cause: order.seq,
    }),
  words: {
    name: { ko: '{{tenant}} 전용 호스트로 지정', en: 'Dedicate to {{tenant}}' },
    does: {
      ko: '이 호스트는 그 테넌트의 VM만 새로 받습니다. 다른 테넌트가 VM을 아무리 만들어도 여기에는 놓이지 않습니다. 이미 있던 VM은 그대로 남고, 다른 테넌트가 쓸 자리는 줄어듭니다.',
      en: 'The host takes in VMs of that tenant alone: however many another one launches, none is placed here. What is here already stays, and there is less room for all others.',
    },
    done: {
      ko: '{{host}}{을/를} {{tenant}} 전용으로 지정한다',
      en: 'dedicate {{host}} to {{tenant}}',
    },
    control: { ko: '테넌트 전용 호스트', en: 'Hosts dedicated to one tenant' },
  },
});
