import { z } from 'zod';
import { setFact } from '../../world/fact.ts';
import type { HostId } from '../../world/ids.ts';
import { WIPE_POLICIES, type WipePolicy } from '../../world/machine/host.ts';
import { find } from '../../world/table.ts';
import { emit } from '../../world/turn.ts';
import { define, id, idIn, schemaOf } from '../command.ts';
import { refuse } from '../refusal.ts';

interface SetWiping extends Record<string, number | string> {
  readonly host: HostId;
  readonly policy: WipePolicy;
}

/** Sets whether a host clears the blocks of a deleted volume (rule B3). What lies there stays. */
export const wipePolicy = define<SetWiping>({
  name: 'wipe-policy',
  role: 'hypervisor',
  key: '',
  schema: schemaOf<SetWiping>({ host: id, policy: z.enum(WIPE_POLICIES) }),
  offers: (world, subject) => {
    const host = idIn(subject, 'hosts') as HostId;
    const row = find(world.hosts, host);
    if (!row) return [];
    return WIPE_POLICIES.filter((policy) => policy !== row.wipe).map((policy) => ({
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
    return row.wipe === policy ? refuse('rule.already-so') : null;
  },
  finish: (turn, { host, policy }, order) => {
    const set = emit(turn, 'wipe-set', {
      actor: { kind: 'seat', id: order.seat },
      subjects: [`hosts/${host}`],
      causes: [order.seq],
      data: { host, policy },
    });
    setFact(turn.world, 'hosts', host, 'wipe', policy, set);
  },
  words: {
    name: { ko: '디스크 소거 정책: {{policy}}', en: 'Wipe policy: {{policy}}' },
    does: {
      ko: '앞으로 삭제되는 볼륨에만 적용됩니다. 이미 남아 있는 것은 그대로입니다.',
      en: 'For volumes deleted from now on. What lies there already stays.',
    },
    done: {
      ko: '{{host}}의 디스크 소거 정책을 “{{policy}}”{으로/로} 바꾼다',
      en: 'set the wipe policy of {{host}} to “{{policy}}”',
    },
    control: { ko: '디스크 소거 정책', en: 'A wiping policy for disks' },
  },
});
