import { openRequest } from '../../mechanics/people.ts';
import { ASKED_FOR, ownNote } from '../../world/people/known.ts';
import { rows } from '../../world/table.ts';
import { defineAttack } from '../attack.ts';
import { isTenant } from '../needs/pool/tenant.ts';

/**
 * The lawful tenant asks for a VM, like anyone. `att.tenant` of the facts' vocabulary: renting is no
 * attack, and the request is served unmarked in the defenders' queue.
 */
export const entryTenant = defineAttack({
  id: 'entry-tenant',
  catalogue: null,
  targets: [6],
  family: null,
  takes: [],
  saysItAll: true,
  brings: 'vm',
  needs: [isTenant],
  length: () => 1,
  resolve: (world, attacker) => {
    for (const request of rows(world.requests)) {
      const open = request.state === 'open' || request.state === 'in-work';
      if (open && attacker.knownRequests.includes(request.id)) return null;
    }
    return { tenant: attacker.tenant };
  },
  strikes: (_, about) => [about],
  effect: (turn, { attacker, operation }) => {
    const wish = { kind: 'create', plan: attacker.plan } as const;
    attacker.knownRequests.push(openRequest(turn, attacker.tenant, wish, operation.act));
  },
  prospects: ({ vms, notes, waiting }) => {
    const rented = vms.some(
      ({ number, power }) => notes[ownNote(number)] === ASKED_FOR && power !== 'gone',
    );
    if (waiting || rented) return [];
    return [{ attack: 'entry-tenant', args: {}, gain: { kind: 'vm' }, sure: true }];
  },
  words: {
    name: { ko: '정식 고객으로 VM 임대', en: 'Renting a VM as an ordinary customer' },
    does: {
      ko: '여느 고객처럼 VM을 요청합니다. 방어자의 대기열에는 다른 요청과 똑같이 보입니다. 누군가 만들어 줄 때까지 기다립니다.',
      en: 'Asks for a VM as an ordinary customer. In the defenders’ queue it looks like any other request, and waits until somebody serves it.',
    },
    lead: {
      ko: '공격자는 여느 고객처럼 VM을 요청했습니다.',
      en: 'The attacker asked for a VM as an ordinary customer.',
    },
    title: { ko: '정식 고객의 요청', en: 'An ordinary customer’s request' },
    needs: { 'is-tenant': { ko: '테넌트이다', en: 'They are a tenant' } },
  },
});
