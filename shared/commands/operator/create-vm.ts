import { z } from 'zod';
import { guestPermille } from '../../mechanics/cost/guest-cost.ts';
import { isDeployable } from '../../mechanics/library.ts';
import { destroyVm, endRequest, placeVm, reopenRequest, runVm } from '../../mechanics/lifecycle.ts';
import { promisable } from '../../mechanics/overcommit.ts';
import { overQuota } from '../../mechanics/pool/quota.ts';
import { obstacle } from '../../mechanics/room.ts';
import { boundaryOf } from '../../mechanics/technique/boundary.ts';
import { offeredTechniques } from '../../mechanics/technique/technique.ts';
import { inDeck } from '../../world/deck.ts';
import { fact, provenanceOf, setFact } from '../../world/fact.ts';
import { NATURE } from '../../world/history.ts';
import type { HostId, RequestId, Seq, VmId } from '../../world/ids.ts';
import { TECHNIQUES, type Technique } from '../../world/machine/vm.ts';
import { find, get, rows } from '../../world/table.ts';
import type { ReadonlyWorld } from '../../world/world.ts';
import { define, id, idIn, schemaOf } from '../command.ts';
import { obstructed, refuse } from '../refusal.ts';

interface CreateVm extends Record<string, number | string> {
  readonly request: RequestId;
  readonly host: HostId;
  readonly technique: Technique;
}

/** The VM that is being made for a request. */
function vmOf(world: ReadonlyWorld, request: number): VmId | 0 {
  for (const vm of rows(world.vms)) if (vm.request === request) return vm.id;
  return 0;
}

/** The event in which the tenant asked: what a request wishes never changes after it. */
function askedFor(world: ReadonlyWorld, request: RequestId): Seq {
  return provenanceOf(world, fact('requests', request, 'wish'));
}

/** Every way to run what a request asks for on a host, the cheapest first (rule K22). */
function waysOf(world: ReadonlyWorld, request: RequestId, host: HostId): Technique[] {
  const wish = find(world.requests, request)?.wish;
  const place = find(world.hosts, host);
  const image = wish?.kind === 'create' ? find(world.images, wish.plan.image) : null;
  if (wish?.kind !== 'create' || !place || !image) return [];
  return offeredTechniques(world, place, image, wish.plan.workload);
}

/** Makes the VM that a tenant asked for, where and how the operator chooses (rules V1, V2, K1). */
export const createVm = define<CreateVm>({
  name: 'create-vm',
  role: 'operator',
  key: 'C',
  blunt: true,
  fits: 'always',
  ways: ['request', 'host'],
  schema: schemaOf<CreateVm>({ request: id, host: id, technique: z.enum(TECHNIQUES) }),
  offers: (world, subject) => {
    const request = idIn(subject, 'requests') as RequestId;
    const host = idIn(subject, 'hosts') as HostId;
    // The best way of each host before any second one, so that these get the first letters.
    const best: CreateVm[] = [];
    const others: CreateVm[] = [];
    for (const wish of rows(world.requests)) {
      if (wish.wish.kind !== 'create' || wish.state !== 'open') continue;
      for (const place of rows(world.hosts)) {
        if (place.retired) continue;
        if (wish.id !== request && place.id !== host) continue;
        waysOf(world, wish.id, place.id).forEach((technique, i) => {
          (i === 0 ? best : others).push({ request: wish.id, host: place.id, technique });
        });
      }
    }
    return [...best, ...others];
  },
  price: () => 0,
  quote: (world, { request, host, technique }) => {
    const wish = find(world.requests, request)?.wish;
    const place = find(world.hosts, host);
    if (wish?.kind !== 'create' || !place) return null;
    const { workload, image } = wish.plan;
    const { devices } = get(world.images, image);
    const cost = guestPermille({ workload, technique, devices, filters: [] }, place);
    return { cost, boundary: boundaryOf(technique) };
  },
  length: (world) => world.pace.createLength,
  load: (world, { host }) => ({ host, cycles: world.pace.jobCycles }),
  claims: (_, { request }) => [`requests/${request}`],
  refusal: (world, { request, host, technique }) => {
    const wish = find(world.requests, request);
    if (wish?.wish.kind !== 'create' || !inDeck(world, 'techniques', technique))
      return refuse('rule.no-such-thing');
    if (wish.state !== 'open') return refuse('rule.request-closed');
    const { image, frames, blocks } = wish.wish.plan;
    const template = find(world.images, image);
    if (template && !isDeployable(world, template)) return refuse('rule.image-unsigned');
    const over = overQuota(world, wish.tenant, frames);
    if (over) return refuse('rule.over-quota', over);
    const wanted = { image, frames, blocks, technique, tenant: wish.tenant };
    const place = find(world.hosts, host);
    const room = place ? promisable(world, place) : 0;
    return obstructed(host, technique, obstacle(world, host, wanted, room));
  },
  start: (turn, { request, host, technique }, order) => {
    const { tenant, wish } = get(turn.world.requests, request);
    if (wish.kind !== 'create') return;
    const asked = askedFor(turn.world, request);
    setFact(turn.world, 'requests', request, 'state', 'in-work', order.seq);
    const actor = { kind: 'seat', id: order.seat } as const;
    const placement = { plan: wish.plan, tenant, host, technique, request, actor };
    placeVm(turn, placement, [asked, order.seq]);
  },
  holds: (world, { request }) => (vmOf(world, request) === 0 ? 'subject-gone' : null),
  finish: (turn, { request }, order) => {
    const vm = vmOf(turn.world, request);
    if (vm === 0) return;
    runVm(turn, vm, order.seq);
    endRequest(turn, request, 'served', order.seq);
  },
  abandon: (turn, { request }, order) => {
    const vm = vmOf(turn.world, request);
    if (vm !== 0) destroyVm(turn, vm, NATURE, order.seq);
    reopenRequest(turn, request, [askedFor(turn.world, request), order.seq]);
  },
  words: {
    name: { ko: '{{host}}에 만들기 · {{technique}}', en: 'Create on {{host}} · {{technique}}' },
    does: {
      ko: '맨 위의 빈 프레임과 블록부터 있는 그대로 넘겨받습니다. 배수는 가상화하지 않은 경우에 대한 비용입니다.',
      en: 'It is given the top free frames and blocks, as they are. The multiple is its cost against no virtualisation.',
    },
    done: {
      ko: '{{host}}에 VM을 만든다({{technique}})',
      en: 'create the VM on {{host}} ({{technique}})',
    },
    control: {
      ko: '요청받은 VM을 다른 호스트에 배치',
      en: 'Place the requested VM on another host',
    },
  },
});
