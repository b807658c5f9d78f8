import { addRow, setFact } from '../../world/fact.ts';
import type { Actor } from '../../world/history.ts';
import { type FrameId, type HostId, NONE, type Seq } from '../../world/ids.ts';
import { standHost } from '../../world/scenario/stand-host.ts';
import { hostSchema } from '../../world/scenario/written.ts';
import { get, rows } from '../../world/table.ts';
import { emit, type Turn } from '../../world/turn.ts';
import type { ReadonlyWorld } from '../../world/world.ts';

/** What is delivered when a host is bought (our figures): the year's usual server, and nothing on it. */
const MODERN = {
  platform: 'type1',
  year: 2021,
  capacity: 4_000_000,
  frames: 32,
  blocks: 12,
  virtualisationExtension: true,
  nestedPaging: true,
  scrub: 'on-free',
} as const;

/** Hosts that a room has place for: a scenario begins with no more either. */
const MOST_HOSTS = 8;

/** Whether there is place for one more. */
export function hasPlace(world: ReadonlyWorld): boolean {
  return [...rows(world.hosts)].filter(({ retired }) => !retired).length < MOST_HOSTS;
}

/** A host that was bought is there: empty, with the newest build that runs here, and the policy given (R2). */
export function addHost(turn: Turn, actor: Actor, cause: Seq): HostId {
  const { world } = turn;
  const build = Math.max(
    1,
    ...[...rows(world.hosts)]
      .filter(({ platform }) => platform === 'type1' || platform === 'type2')
      .map((host) => host.build),
  );
  const id = world.hosts.length as HostId;
  const added = emit(turn, 'host-added', {
    actor,
    subjects: [`hosts/${id}`],
    causes: [cause],
    data: {},
  });
  standHost(world, hostSchema.parse({ ...MODERN, build }), added);
  return id;
}

/** Modules were put into a host: their frames, which nobody has written, are handed out last (rule R2). */
export function addMemory(turn: Turn, host: HostId, actor: Actor, cause: Seq): void {
  const { world } = turn;
  const count = world.pace.memoryFrames;
  const added = emit(turn, 'memory-added', {
    actor,
    subjects: [`hosts/${host}`],
    causes: [cause],
    data: { frames: count },
  });
  const fresh: FrameId[] = [];
  const empty = { host, owner: NONE, content: NONE, residue: NONE, image: NONE } as const;
  for (let i = 0; i < count; i += 1) {
    fresh.push(addRow(world, 'frames', (id) => ({ id: id as FrameId, ...empty }), added).id);
  }
  const { free } = get(world.hosts, host);
  setFact(world, 'hosts', host, 'free', [...fresh.reverse(), ...free], added);
}

/** Takes an empty box out of the room: it costs nothing any more, and what lay in it goes with it (R2). */
export function retire(turn: Turn, host: HostId, actor: Actor, cause: Seq): void {
  const { world } = turn;
  const retired = emit(turn, 'host-retired', {
    actor,
    subjects: [`hosts/${host}`],
    causes: [cause],
    data: {},
  });
  setFact(world, 'hosts', host, 'retired', true, retired);
}
