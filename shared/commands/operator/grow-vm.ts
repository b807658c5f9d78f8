import { beginGrowth, giveUpGrowth, growVm } from '../../mechanics/growth.ts';
import { endRequest, reopenRequest } from '../../mechanics/lifecycle.ts';
import { promisable } from '../../mechanics/overcommit.ts';
import { overQuota } from '../../mechanics/pool/quota.ts';
import { fact, provenanceOf, setFact } from '../../world/fact.ts';
import type { RequestId, VmId } from '../../world/ids.ts';
import { isPinned } from '../../world/machine/card.ts';
import { find, rows } from '../../world/table.ts';
import type { ReadonlyWorld } from '../../world/world.ts';
import { define, id, idIn, schemaOf } from '../command.ts';
import { refuse } from '../refusal.ts';

interface GrowVm extends Record<string, number | string> {
  readonly request: RequestId;
}

/** Which VM is to be given how many frames more, or `null` when that is not what is asked for. */
function wishOf(
  world: ReadonlyWorld,
  request: RequestId,
): { readonly vm: VmId; readonly frames: number } | null {
  const wish = find(world.requests, request)?.wish;
  return wish?.kind === 'grow' ? wish : null;
}

/** Gives a tenant's VM more frames of its host, as they are (rule G9). */
export const grow = define<GrowVm>({
  name: 'grow-vm',
  role: 'operator',
  key: 'Y',
  fits: 'always',
  schema: schemaOf<GrowVm>({ request: id }),
  offers: (world, subject) => {
    const request = idIn(subject, 'requests');
    const vm = idIn(subject, 'vms');
    return [...rows(world.requests)]
      .filter(({ state, wish }) => state === 'open' && wish.kind === 'grow')
      .filter(({ id: one, wish }) => one === request || (wish.kind === 'grow' && wish.vm === vm))
      .map(({ id: one }) => ({ request: one }));
  },
  price: () => 0,
  length: (world) => world.pace.growLength,
  load: (world, { request }) => ({
    host: find(world.vms, wishOf(world, request)?.vm ?? 0)?.host ?? 0,
    cycles: world.pace.jobCycles,
  }),
  claims: (world, { request }) => {
    const vm = wishOf(world, request)?.vm;
    return [`requests/${request}`, ...(vm === undefined ? [] : [`vms/${vm}` as const])];
  },
  refusal: (world, { request }) => {
    const wish = wishOf(world, request);
    const vm = find(world.vms, wish?.vm ?? 0);
    if (!wish || find(world.requests, request)?.state !== 'open')
      return refuse(wish ? 'rule.request-closed' : 'rule.no-such-thing');
    if (!vm) return refuse('rule.no-such-thing');
    const { power, host } = vm;
    if (power === 'provisioning') return refuse('rule.wrong-power', { power });
    if (isPinned(vm)) return refuse('rule.pinned');
    const over = overQuota(world, vm.tenant, wish.frames);
    if (over) return refuse('rule.over-quota', over);
    const place = find(world.hosts, host);
    const free = place ? promisable(world, place) : 0;
    const wanted = wish.frames;
    return free < wanted ? refuse('rule.frames-short', { host, free, wanted }) : null;
  },
  start: (turn, { request }, order) => {
    const wish = wishOf(turn.world, request);
    if (!wish) return;
    setFact(turn.world, 'requests', request, 'state', 'in-work', order.seq);
    beginGrowth(turn, wish.vm, wish.frames, order.seq);
  },
  holds: (world, { request }) => {
    const wish = wishOf(world, request);
    const vm = find(world.vms, wish?.vm ?? 0);
    if (!wish || !vm) return 'subject-gone';
    // Someone has moved it meanwhile: what was set aside is at a host that it has left.
    // Of an overcommitted host it is only promised what is not there.
    const promised = find(world.hosts, vm.host)?.overcommit === true;
    return promised || vm.reservedMemory.length === wish.frames ? null : 'no-longer-allowed';
  },
  finish: (turn, { request }, order) => {
    const wish = wishOf(turn.world, request);
    if (!wish) return;
    growVm(turn, wish.vm, wish.frames, { kind: 'seat', id: order.seat }, order.seq);
    endRequest(turn, request, 'served', order.seq);
  },
  abandon: (turn, { request }, order) => {
    const { world } = turn;
    const wish = wishOf(world, request);
    if (wish && find(world.vms, wish.vm)) giveUpGrowth(turn, wish.vm, order.seq);
    reopenRequest(turn, request, [
      provenanceOf(world, fact('requests', request, 'wish')),
      order.seq,
    ]);
  },
  words: {
    name: { ko: '요청대로 메모리 늘리기', en: 'Give the memory asked for' },
    does: {
      ko: '같은 호스트의 빈 프레임을 있는 그대로 더 할당합니다. 잔존 데이터가 있으면 함께 넘어갑니다.',
      en: 'Adds free frames of its host, as they are: residual data in them goes along.',
    },
    done: { ko: '요청받은 만큼 메모리를 늘려 준다', en: 'give the memory that was asked for' },
    control: { ko: 'VM 메모리 늘리기', en: 'Give the VM more memory' },
  },
});
