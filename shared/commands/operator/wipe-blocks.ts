import { dirtyBlocks, zeroBlock } from '../../mechanics/disk.ts';
import { type HostId, TICKS_PER_SECOND } from '../../world/ids.ts';
import { find } from '../../world/table.ts';
import { emit } from '../../world/turn.ts';
import { define, id, idIn, schemaOf } from '../command.ts';
import { refuse } from '../refusal.ts';

interface WipeBlocks extends Record<string, number | string> {
  readonly host: HostId;
}

/** Overwrites a host's free blocks with zeros, the next to be handed out first (rule B5). */
export const wipeBlocks = define<WipeBlocks>({
  name: 'wipe-blocks',
  role: 'operator',
  key: 'W',
  fits: ['readable-blocks'],
  contains: ['residue-blocks'],
  schema: schemaOf<WipeBlocks>({ host: id }),
  offers: (world, subject) => {
    const host = idIn(subject, 'hosts') as HostId;
    return find(world.hosts, host) ? [{ host }] : [];
  },
  price: () => 0,
  length: (world, { host }) => {
    const blocks = Math.max(1, dirtyBlocks(world, host).length);
    return Math.ceil((blocks * TICKS_PER_SECOND) / world.pace.scrubPerSecond);
  },
  load: (world, { host }) => ({ host, cycles: world.pace.scrubCycles }),
  claims: (_, { host }) => [`hosts/${host}`],
  refusal: (world, { host }) => {
    if (!find(world.hosts, host)) return refuse('rule.no-such-thing');
    return dirtyBlocks(world, host).length === 0 ? refuse('rule.nothing-to-wipe', { host }) : null;
  },
  work: (turn, { host }, job, order) => {
    const { scrubPerSecond } = turn.world.pace;
    const before = Math.trunc(((job.done - 1) * scrubPerSecond) / TICKS_PER_SECOND);
    const now = Math.trunc((job.done * scrubPerSecond) / TICKS_PER_SECOND);
    for (const block of dirtyBlocks(turn.world, host).slice(0, now - before)) {
      zeroBlock(turn.world, block, order.seq);
    }
  },
  finish: (turn, { host }, order) => {
    emit(turn, 'blocks-wiped', {
      actor: { kind: 'seat', id: order.seat },
      subjects: [`hosts/${host}`],
      causes: [order.seq],
      data: { host, left: dirtyBlocks(turn.world, host).length },
    });
  },
  words: {
    name: { ko: '빈 블록 소거', en: 'Wipe free blocks' },
    does: {
      ko: '디스크의 빈 블록에 남은 데이터를 0으로 덮어씁니다. 호스트의 사이클을 조금 씁니다.',
      en: 'Overwrites what is left in free blocks with zeros. Takes some of the host’s cycles.',
    },
    done: { ko: '{{host}}의 빈 블록을 소거한다', en: 'wipe the free blocks of {{host}}' },
    control: { ko: '빈 디스크 블록 소거', en: 'Wipe free disk blocks' },
  },
});
