import { addMemory } from '../../mechanics/pool/inventory.ts';
import type { HostId } from '../../world/ids.ts';
import { find } from '../../world/table.ts';
import { define, id, idIn, schemaOf } from '../command.ts';
import { refuse } from '../refusal.ts';

interface BuyMemory extends Record<string, number | string> {
  readonly host: HostId;
}

/** Buys memory for a host (CAPEX): frames that nobody has written (rule R2). */
export const buyMemory = define<BuyMemory>({
  name: 'buy-memory',
  role: 'operator',
  key: '',
  schema: schemaOf<BuyMemory>({ host: id }),
  offers: (world, subject) => {
    const host = find(world.hosts, idIn(subject, 'hosts'));
    return host && !host.retired && host.platform !== 'native' ? [{ host: host.id }] : [];
  },
  price: (world) => world.pace.memoryPrice,
  length: (world) => world.pace.memoryLength,
  load: (world, { host }) => ({ host, cycles: world.pace.jobCycles }),
  claims: (_, { host }) => [`hosts/${host}`],
  refusal: (world, { host }) => {
    const row = find(world.hosts, host);
    const there = row && !row.retired && row.platform !== 'native';
    return there ? null : refuse('rule.no-such-thing');
  },
  finish: (turn, { host }, order) =>
    addMemory(turn, host, { kind: 'seat', id: order.seat }, order.seq),
  words: {
    name: { ko: '메모리 증설', en: 'Buy memory' },
    does: {
      ko: '프레임 8개를 켜 둔 채로 늘립니다(CAPEX). 새 프레임은 빈 프레임 가운데 맨 나중에 할당됩니다. CPU가 모자라면 도움이 되지 않습니다.',
      en: 'Eight frames more while it runs (CAPEX), handed out after those that are free now. Where cycles are short it is no help.',
    },
    done: { ko: '{{host}}의 메모리를 늘린다', en: 'buy memory for {{host}}' },
    control: { ko: '메모리 증설', en: 'More memory' },
  },
});
