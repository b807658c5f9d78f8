import { addRow } from '../fact.ts';
import { type BlockId, type FrameId, type HostId, NONE, type Seq } from '../ids.ts';
import type { Host } from '../machine/host.ts';
import { get } from '../table.ts';
import type { World } from '../world.ts';
import type { Scenario } from './schema.ts';

/** A host as a scenario writes it, whole. */
export type NewHost = Scenario['hosts'][number];

/** Numbers of shared credentials end here. */
const OWN_CREDENTIALS = 100;

type Fresh = Pick<
  Host,
  | 'smtCapacity'
  | 'osBuild'
  | 'runtime'
  | 'inbox'
  | 'ran'
  | 'clipboard'
  | 'intruder'
  | 'stolen'
  | 'tampered'
  | 'attested'
  | 'load'
>;

/** What a host has of its own beside what a scenario writes of it, before its first tick. */
const freshOf = (host: NewHost): Fresh => ({
  smtCapacity: host.smtCapacity ?? (host.smt ? host.capacity : 0),
  osBuild: host.platform === 'type2' ? (host.osBuild ?? host.build) : 0,
  runtime: host.platform === 'container' ? (host.runtime ?? host.build) : 0,
  inbox: NONE,
  ran: NONE,
  clipboard: NONE,
  intruder: NONE,
  stolen: 0,
  tampered: false,
  attested: 0,
  load: 0,
});

/** A host with its frames, its blocks and its switch, which knows the policy of the day and no port. */
export function standHost(world: World, host: NewHost, cause: Seq): void {
  const { frames, blocks, watch, weakFrames: weak, credential: shared, ...rest } = host;
  const id = world.hosts.length as HostId;
  const free: FrameId[] = [];
  const freeBlocks: BlockId[] = [];
  const empty = { host: id, owner: NONE, content: NONE, residue: NONE } as const;
  const weakFrames: FrameId[] = [];
  for (let i = 0; i < frames; i += 1) {
    const frame = addRow(
      world,
      'frames',
      (n) => ({ id: n as FrameId, ...empty, image: NONE }),
      cause,
    );
    free.push(frame.id);
    if (weak.includes(i + 1)) weakFrames.push(frame.id);
  }
  for (let i = 0; i < blocks; i += 1) {
    const block = addRow(
      world,
      'blocks',
      (n) => ({ id: n as BlockId, ...empty, snapshot: NONE, sealed: false }),
      cause,
    );
    freeBlocks.push(block.id);
  }
  // The allocator takes from the end, so the lowest frame goes first.
  const stacks = { free: free.reverse(), freeBlocks: freeBlocks.reverse(), logBlocks: [] };
  // Its own has a number that no scenario writes.
  const credential = shared === 0 ? OWN_CREDENTIALS + id : shared;
  const state = { credential, ...freshOf(host) };
  addRow(world, 'hosts', () => ({ id, ...rest, weakFrames, ...stacks, ...state }), cause);
  const { version, rules } = get(world.policies, 1);
  const given = {
    version,
    rules,
    ports: [],
    watch,
    exceptions: [],
    overloaded: false,
    dropsUntil: 0,
    pushAt: 0,
  };
  addRow(world, 'switches', () => ({ id, ...given }), cause);
}
