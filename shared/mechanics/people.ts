import { addRow, fact, provenanceOf } from '../world/fact.ts';
import type { Actor } from '../world/history.ts';
import type { RequestId, Seq, TenantId } from '../world/ids.ts';
import { SCENARIO } from '../world/ids.ts';
import type { Request, RequestWish } from '../world/request.ts';
import { find, rows } from '../world/table.ts';
import { emit, type Turn } from '../world/turn.ts';
import { destroyVm, endRequest, placeVm, runVm } from './lifecycle.ts';

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

/** The people stage: what the calendar holds for this tick, and requests nobody came to (T2, T3). */
export function people(turn: Turn): void {
  dueEntries(turn);
  const { world } = turn;
  for (const request of rows(world.requests)) {
    if (request.state !== 'open' || request.deadline > world.tick) continue;
    const asked = provenanceOf(world, fact('requests', request.id, 'wish'));
    const placed = selfService(turn, request, asked);
    endRequest(turn, request.id, placed ? 'self-served' : 'missed', asked);
  }
}

/**
 * A cloud serves itself when nobody does: the portal places the VM on the hosts in turn, wherever
 * there is room, and looks at nothing else (rule T4).
 * @returns whether there was room
 */
function selfService(turn: Turn, { id, tenant, wish }: Request, asked: Seq): boolean {
  if (wish.kind !== 'create') return false;
  const { world } = turn;
  const { plan } = wish;
  const hosts = [...rows(world.hosts)];
  const turned = [...hosts.slice(id % hosts.length), ...hosts.slice(0, id % hosts.length)];
  const host = turned.find(({ free }) => free.length >= plan.frames);
  if (!host) return false;
  const actor: Actor = { kind: 'tenant', id: tenant };
  const vm = placeVm(turn, { plan, tenant, host: host.id, request: id, actor }, [asked]);
  runVm(turn, vm, asked);
  return true;
}

function dueEntries(turn: Turn): void {
  const { world } = turn;
  for (;;) {
    const entry = world.calendar[world.nextEntry];
    if (!entry || entry.tick > world.tick) break;
    world.nextEntry += 1;
    if (entry.kind === 'wants-vm') {
      openRequest(turn, entry.tenant, { kind: 'create', plan: entry.plan }, SCENARIO);
      continue;
    }
    const vm = find(world.vms, entry.vm);
    if (!vm) continue;
    if (entry.kind === 'wants-rid') {
      openRequest(turn, vm.tenant, { kind: 'destroy', vm: vm.id }, SCENARIO);
    } else {
      const actor: Actor = { kind: 'tenant', id: vm.tenant };
      destroyVm(turn, vm.id, actor, SCENARIO);
    }
  }
}
