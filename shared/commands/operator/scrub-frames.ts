import { dirtyFrames, zero } from '../../mechanics/memory.ts';
import { type HostId, TICKS_PER_SECOND } from '../../world/ids.ts';
import { find } from '../../world/table.ts';
import { emit } from '../../world/turn.ts';
import { define, id, idIn, schemaOf } from '../command.ts';
import { refuse } from '../refusal.ts';

interface ScrubFrames extends Record<string, number | string> {
  readonly host: HostId;
}

/** Overwrites a host's free frames with zeros, the next to be handed out first (rule M8). */
export const scrubFrames = define<ScrubFrames>({
  name: 'scrub-frames',
  role: 'operator',
  key: 'S',
  fits: ['dirty-frames'],
  contains: ['residue-free', 'scrubbed-not-empty'],
  schema: schemaOf<ScrubFrames>({ host: id }),
  offers: (world, subject) => {
    const host = idIn(subject, 'hosts') as HostId;
    return find(world.hosts, host) ? [{ host }] : [];
  },
  price: () => 0,
  length: (world, { host }) => {
    const frames = Math.max(1, dirtyFrames(world, host).length);
    return Math.ceil((frames * TICKS_PER_SECOND) / world.pace.scrubPerSecond);
  },
  load: (world, { host }) => ({ host, cycles: world.pace.scrubCycles }),
  claims: (_, { host }) => [`hosts/${host}`],
  refusal: (world, { host }) => {
    if (!find(world.hosts, host)) return refuse('rule.no-such-thing');
    return dirtyFrames(world, host).length === 0 ? refuse('rule.nothing-to-scrub', { host }) : null;
  },
  // Frames that were freed after it began are scrubbed too when their turn comes; frames that were
  // handed out meanwhile are no longer its business.
  work: (turn, { host }, job, order) => {
    const { scrubPerSecond } = turn.world.pace;
    const before = Math.trunc(((job.done - 1) * scrubPerSecond) / TICKS_PER_SECOND);
    const now = Math.trunc((job.done * scrubPerSecond) / TICKS_PER_SECOND);
    for (const frame of dirtyFrames(turn.world, host).slice(0, now - before)) {
      zero(turn.world, frame, order.seq);
    }
  },
  finish: (turn, { host }, order) => {
    emit(turn, 'frames-scrubbed', {
      actor: { kind: 'seat', id: order.seat },
      subjects: [`hosts/${host}`],
      causes: [order.seq],
      data: { host, left: dirtyFrames(turn.world, host).length },
    });
  },
  words: {
    name: { ko: '빈 프레임 소거', en: 'Scrub free frames' },
    does: {
      ko: '남은 데이터를 0으로 덮어씁니다. 호스트의 사이클을 조금 씁니다.',
      en: 'Overwrites what is left with zeros. Takes some of the host’s cycles.',
    },
    done: {
      ko: '{{host}}의 빈 프레임을 소거한다',
      en: 'scrub the free frames of {{host}}',
    },
    control: { ko: '빈 메모리 프레임 소거', en: 'Scrub free memory frames' },
  },
});
