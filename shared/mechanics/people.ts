import { addRow, fact, provenanceOf } from '../world/fact.ts';
import type { Actor } from '../world/history.ts';
import { NONE, type RequestId, type Seq, type TenantId } from '../world/ids.ts';
import type { Host } from '../world/machine/host.ts';
import type { Technique, VmPlan } from '../world/machine/vm.ts';
import { WORKLOADS } from '../world/machine/workload.ts';
import type { Request, RequestWish } from '../world/people/request.ts';
import { type Deep, get, rows } from '../world/table.ts';
import { emit, type Turn } from '../world/turn.ts';
import type { ReadonlyWorld } from '../world/world.ts';
import { canHave } from './fidelity/models.ts';
import { endRequest, placeVm, runVm } from './lifecycle.ts';
import { promisable } from './overcommit.ts';
import { isClosedTo } from './pool/dedication.ts';
import { overQuota } from './pool/quota.ts';
import { offeredTechniques } from './technique/technique.ts';

/**
 * A tenant asks the operators for something. A hostile tenant asks through this very door: nothing
 * in the request tells (rule T1).
 */
export function openRequest(
  turn: Turn,
  tenant: TenantId,
  wish: RequestWish,
  cause: Seq,
): RequestId {
  const { world } = turn;
  const opened = emit(turn, 'request-opened', {
    actor: { kind: 'tenant', id: tenant },
    subjects: [`requests/${world.requests.length}`],
    causes: [cause],
    data: { tenant, wish: wish.kind },
  });
  const request = addRow(
    world,
    'requests',
    (id) => ({
      id: id as RequestId,
      tenant,
      wish,
      openedAt: world.tick,
      deadline: world.tick + world.pace.requestWait,
      state: 'open',
    }),
    opened,
  );
  return request.id;
}

/** Requests that nobody came to within their time (rules T3, T4). */
export function impatience(turn: Turn): void {
  const { world } = turn;
  for (const request of rows(world.requests)) {
    if (request.state !== 'open' || request.deadline > world.tick) continue;
    const asked = provenanceOf(world, fact('requests', request.id, 'wish'));
    const placed = selfService(turn, request, asked);
    endRequest(turn, request.id, placed ? 'self-served' : 'missed', asked);
  }
}

/**
 * Where and how the portal would place a VM of a tenant now, the hosts taken in turn from the `turn`-th; or `null`.
 * It looks at what is free, and at nothing that nobody could work out beforehand (rule A160).
 */
export function portalPlace(
  world: ReadonlyWorld,
  plan: Deep<VmPlan>,
  turn: number,
  tenant: TenantId | 0 = NONE,
): { readonly host: Deep<Host>; readonly technique: Technique } | null {
  const image = get(world.images, plan.image);
  const hosts = [...rows(world.hosts)].filter(({ retired }) => !retired);
  const turned = [...hosts.slice(turn % hosts.length), ...hosts.slice(0, turn % hosts.length)];
  for (const host of turned) {
    if (isClosedTo(world, host.id, tenant)) continue;
    if (promisable(world, host) < plan.frames || host.freeBlocks.length < plan.blocks) continue;
    const technique = offeredTechniques(world, host, image, plan.workload).find((way) =>
      WORKLOADS[plan.workload].needs.every((device) => canHave(way, device)),
    );
    if (technique !== undefined) return { host, technique };
  }
  return null;
}

/**
 * A cloud serves itself when nobody does: the portal places the VM on the hosts in turn, wherever
 * there is room and it can run with the devices that its work needs, and looks at nothing else but its
 * tenant's quota (rules T4, R7).
 * @returns whether there was such a place
 */
export function selfService(turn: Turn, { id, tenant, wish }: Request, asked: Seq): boolean {
  if (wish.kind !== 'create') return false;
  const { plan } = wish;
  if (overQuota(turn.world, tenant, plan.frames)) return false;
  const place = portalPlace(turn.world, plan, id, tenant);
  if (place === null) return false;
  const actor: Actor = { kind: 'tenant', id: tenant };
  const { host, technique } = place;
  const placement = { plan, tenant, host: host.id, technique, request: id, actor };
  runVm(turn, placeVm(turn, placement, [asked]), asked);
  return true;
}
