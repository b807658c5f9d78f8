import { z } from 'zod';
import { setService } from '../../mechanics/management/access.ts';
import type { HostId } from '../../world/ids.ts';
import { HOST_SERVICES, type HostService } from '../../world/machine/management.ts';
import { find } from '../../world/table.ts';
import { define, id, idIn, schemaOf } from '../command.ts';
import { refuse } from '../refusal.ts';

interface StopService extends Record<string, number | string> {
  readonly host: HostId;
  readonly service: HostService;
}

/** Stops a service that listens on the management interface of a host: nobody gets to it any more (rule K124). */
export const stopService = define<StopService>({
  name: 'stop-service',
  role: 'hypervisor',
  key: '',
  fits: ['open-service'],
  contains: ['service-started'],
  schema: schemaOf<StopService>({ host: id, service: z.enum(HOST_SERVICES) }),
  offers: (world, subject) => {
    const host = find(world.hosts, idIn(subject, 'hosts'));
    return (host?.services ?? []).map((service) => ({
      host: idIn(subject, 'hosts') as HostId,
      service,
    }));
  },
  price: () => 0,
  length: (world) => world.pace.serviceLength,
  load: () => ({ host: 0, cycles: 0 }),
  claims: (_, { host }) => [`hosts/${host}`],
  refusal: (world, { host, service }) => {
    const row = find(world.hosts, host);
    if (!row) return refuse('rule.no-such-thing');
    return row.services.includes(service) ? null : refuse('rule.already-so');
  },
  finish: (turn, { host, service }, order) => {
    const actor = { kind: 'seat', id: order.seat } as const;
    setService(turn, { host, service, on: false }, { actor, cause: order.seq });
  },
  words: {
    name: { ko: '{{service}} 서비스 중지', en: 'Stop {{service}}' },
    does: {
      ko: '호스트의 관리 인터페이스에서 이 서비스를 멈춥니다. SSH를 멈추면 백업 제품과 관리자도 셸로 들어올 수 없고, SLP를 멈추면 장비 목록 제품이 호스트를 찾지 못합니다. 이미 들어온 침입자는 그대로입니다.',
      en: 'Stops the service on the host’s management interface. Without SSH backup products and administrators have no shell there either; without SLP an inventory does not find the host. Whoever is in already stays in.',
    },
    done: {
      ko: '{{host}}의 {{service}} 서비스를 멈춘다',
      en: 'stop {{service}} on {{host}}',
    },
    control: { ko: '쓰지 않는 호스트 서비스 중지', en: 'Unused host services stopped' },
  },
});
