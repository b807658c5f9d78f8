import { exhaust } from '../../mechanics/harm/harm.ts';
import { endRequest } from '../../mechanics/lifecycle.ts';
import { promisable } from '../../mechanics/overcommit.ts';
import { openRequest, portalPlace, selfService } from '../../mechanics/people.ts';
import { isEmpty } from '../../mechanics/pool/contention.ts';
import { callApi } from '../../mechanics/pool/everyday.ts';
import { NONE, type VmId } from '../../world/ids.ts';
import { lookedFrom, lookedInto } from '../../world/people/known.ts';
import { get, rows } from '../../world/table.ts';
import { atTheEnd, defineAttack } from '../attack.ts';
import { noQuota, poolHasRoom } from '../needs/pool/room.ts';
import { isTenant } from '../needs/pool/tenant.ts';

/**
 * B57 (c): a storm of creations. A tenant asks the portal’s API for one VM after another, and each is lawful;
 * without a quota the pool is theirs to the last frame, and nobody else is given anything. What they were given they
 * may read, too. Source: FACTS B57.
 */
export const dosCreateStorm = defineAttack({
  id: 'dos-create-storm',
  catalogue: 'B57',
  targets: [5],
  family: 'availability',
  takes: [],
  brings: 'outage',
  needs: [isTenant, noQuota, poolHasRoom],
  headline: ['no-quota'],
  length: (lengths) => lengths.recon + lengths.access + lengths.privilege + lengths.act,
  resolve: (world, attacker) => {
    const { tenant, plan } = attacker;
    const place = portalPlace(world, plan, 0, tenant);
    const host = place?.host ?? [...rows(world.hosts)].find(({ retired }) => !retired);
    if (!host) return { tenant, host: NONE, frames: plan.frames, lent: 0 };
    const lent = promisable(world, host) - host.free.length;
    return { tenant, host: host.id, frames: plan.frames, lent };
  },
  strikes: atTheEnd,
  // It asks the API what is free, and how much of it one may have.
  opening: (turn, { attacker, operation }) => callApi(turn, attacker.tenant, operation.act),
  trace: (turn, { attacker, operation }) => callApi(turn, attacker.tenant, operation.act),
  effect: (turn, { attacker, operation }, strike, proof) => {
    const { world } = turn;
    const plan = { ...attacker.plan, lease: world.pace.stormLease };
    let last: VmId | 0 = 0;
    for (
      let i = 0;
      i < world.pace.stormMost && portalPlace(world, plan, i, attacker.tenant);
      i += 1
    ) {
      const wish = { kind: 'create', plan } as const;
      const id = openRequest(turn, attacker.tenant, wish, operation.act);
      attacker.knownRequests.push(id);
      last = world.vms.length as VmId;
      selfService(turn, get(world.requests, id), operation.act);
      endRequest(turn, id, 'served', operation.act);
    }
    if (last === 0 || !isEmpty(world)) return;
    exhaust(turn, { attacker, attack: operation.attack, vm: last, args: strike, proof });
  },
  // Whoever has looked around in a VM of theirs, and from it, knows that it is one of many in a pool.
  prospects: (known) =>
    known.vms.some(
      ({ own, number }) =>
        own &&
        known.notes[lookedInto(number)] !== undefined &&
        known.notes[lookedFrom(number)] !== undefined,
    )
      ? [{ attack: 'dos-create-storm', args: {}, gain: { kind: 'outage' }, sure: false }]
      : [],
  words: {
    name: { ko: 'VM 생성 폭주', en: 'A storm of creations' },
    does: {
      ko: '셀프서비스 포털로 VM을 쉬지 않고 만들어 풀의 프레임을 모두 차지합니다. 테넌트 할당량이 없어야 합니다. 관리 감사 로그에 포털 호출이 보입니다.',
      en: 'Creates VM after VM by the self-service API, to the last frame of the pool. It takes a tenant without a quota. The audit log shows the API calls.',
    },
    lead: {
      ko: '공격자는 테넌트라면 누구나 쓰는 셀프서비스 포털로 VM을 계속 만들었습니다. 하나하나는 정상적인 요청이었지만, 테넌트 할당량이 없어 풀이 바닥났고 다른 테넌트의 VM을 만들 자리가 없어졌습니다.',
      en: 'The attacker created VM after VM by the API that every tenant has. Each request was in order; but no quota held the tenant, so the pool ran dry, and there was no room for what others asked for.',
    },
    title: {
      ko: '한 테넌트가 VM을 끝없이 만들어 자원 풀이 바닥났습니다',
      en: 'One tenant created VMs until the pool was empty',
    },
    needs: {
      'is-tenant': { ko: '공격자가 테넌트였다', en: 'The attacker was a tenant' },
      'no-quota': { ko: '그 테넌트에 할당량이 없었다', en: 'No quota held that tenant' },
      'pool-has-room': {
        ko: '풀에 VM을 더 만들 자리가 있었다',
        en: 'There was room in the pool',
      },
    },
  },
});
