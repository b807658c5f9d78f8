import { z } from 'zod';
import { setFact } from '../../world/fact.ts';
import type { HostId } from '../../world/ids.ts';
import { SCRUB_POLICIES, type ScrubPolicy } from '../../world/machine/host.ts';
import { find } from '../../world/table.ts';
import { emit } from '../../world/turn.ts';
import { define, id, idIn, schemaOf } from '../command.ts';
import { refuse } from '../refusal.ts';

interface SetPolicy extends Record<string, number | string> {
  readonly host: HostId;
  readonly policy: ScrubPolicy;
}

/** Sets when a host's hypervisor clears memory (rules M5, M6). Clears nothing that lies there now. */
export const scrubPolicy = define<SetPolicy>({
  name: 'scrub-policy',
  role: 'hypervisor',
  key: 'P',
  schema: schemaOf<SetPolicy>({
    host: id,
    policy: z.enum(SCRUB_POLICIES),
  }),
  offers: (world, subject) => {
    const host = idIn(subject, 'hosts') as HostId;
    const row = find(world.hosts, host);
    if (!row) return [];
    return SCRUB_POLICIES.filter((policy) => policy !== row.scrub).map((policy) => ({
      host,
      policy,
    }));
  },
  price: (world, { policy }) => (policy === 'never' ? 0 : world.pace.policyPrice),
  length: (world) => world.pace.policyLength,
  load: (world, { host }) => ({ host, cycles: world.pace.jobCycles }),
  claims: (_, { host }) => [`hosts/${host}`],
  refusal: (world, { host, policy }) => {
    const row = find(world.hosts, host);
    if (!row) return refuse('rule.no-such-thing');
    return row.scrub === policy ? refuse('rule.already-so') : null;
  },
  finish: (turn, { host, policy }, order) => {
    const set = emit(turn, 'policy-set', {
      actor: { kind: 'seat', id: order.seat },
      subjects: [`hosts/${host}`],
      causes: [order.seq],
      data: { host, policy },
    });
    setFact(turn.world, 'hosts', host, 'scrub', policy, set);
  },
  words: {
    name: { ko: '소거 정책: {{policy}}', en: 'Scrub policy: {{policy}}' },
    does: {
      ko: '앞으로의 프레임에만 적용됩니다. 해제 시 소거는 성능의 3~5%를 씁니다. 할당 시 소거는 1% 안팎이지만 그때까지 빈 메모리에 데이터가 남아, 호스트를 장악한 자는 읽을 수 있습니다.',
      en: 'For frames from now on. Scrubbing on free costs 3–5% of performance; on allocate about 1%, but until then data lies in free memory, where whoever holds the host can read it.',
    },
    done: {
      ko: '{{host}}의 소거 정책을 “{{policy}}”{으로/로} 바꾼다',
      en: 'set the scrub policy of {{host}} to “{{policy}}”',
    },
    control: { ko: '메모리 소거(scrubbing) 정책', en: 'A scrubbing policy for memory' },
  },
});
