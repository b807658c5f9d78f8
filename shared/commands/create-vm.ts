import { destroyVm, endRequest, placeVm, runVm } from '../mechanics/lifecycle.ts';
import { fact, provenanceOf, setFact } from '../world/fact.ts';
import { NATURE } from '../world/history.ts';
import type { HostId, RequestId, Seq, VmId } from '../world/ids.ts';
import { find, get, rows } from '../world/table.ts';
import { emit } from '../world/turn.ts';
import type { ReadonlyWorld } from '../world/world.ts';
import { define, id, idIn, schemaOf } from './command.ts';
import { refuse } from './refusal.ts';

interface CreateVm extends Record<string, number | string> {
  readonly request: RequestId;
  readonly host: HostId;
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

/** Makes the VM that a tenant asked for, on a host of the operator's choice (rules V1, V2). */
export const createVm = define<CreateVm>({
  name: 'create-vm',
  role: 'operator',
  key: 'C',
  schema: schemaOf<CreateVm>({ request: id, host: id }),
  offers: (world, subject) => {
    const request = idIn(subject, 'requests') as RequestId;
    const host = idIn(subject, 'hosts') as HostId;
    const pairs: CreateVm[] = [];
    for (const wish of rows(world.requests)) {
      if (wish.wish.kind !== 'create' || wish.state !== 'open') continue;
      for (const place of rows(world.hosts)) {
        if (wish.id === request || place.id === host)
          pairs.push({ request: wish.id, host: place.id });
      }
    }
    return pairs;
  },
  price: () => 0,
  length: (world) => world.pace.createLength,
  load: (world, { host }) => ({ host, cycles: world.pace.jobCycles }),
  claims: (_, { request }) => [`requests/${request}`],
  refusal: (world, { request, host }) => {
    const wish = find(world.requests, request);
    const place = find(world.hosts, host);
    if (!wish || !place || wish.wish.kind !== 'create') return refuse('rule.no-such-thing');
    if (wish.state !== 'open') return refuse('rule.request-closed');
    const wanted = wish.wish.plan.frames;
    const free = place.free.length;
    return free < wanted ? refuse('rule.frames-short', { host, free, wanted }) : null;
  },
  start: (turn, { request, host }, order) => {
    const { tenant, wish } = get(turn.world.requests, request);
    if (wish.kind !== 'create') return;
    const asked = askedFor(turn.world, request);
    setFact(turn.world, 'requests', request, 'state', 'in-work', order.seq);
    const actor = { kind: 'seat', id: order.seat } as const;
    const placement = { plan: wish.plan, tenant, host, request, actor };
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
    const reopened = emit(turn, 'request-reopened', {
      actor: NATURE,
      subjects: [`requests/${request}`],
      causes: [askedFor(turn.world, request), order.seq],
      data: {},
    });
    setFact(turn.world, 'requests', request, 'state', 'open', reopened);
  },
});
