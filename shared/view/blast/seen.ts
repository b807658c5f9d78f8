import { NONE, type TenantId, type VmId } from '../../world/ids.ts';
import type { Block } from '../../world/machine/block.ts';
import type { Frame } from '../../world/machine/frame.ts';
import type { Host } from '../../world/machine/host.ts';
import type { Image } from '../../world/machine/image.ts';
import type { Snapshot } from '../../world/machine/snapshot.ts';
import type { Copy, Store } from '../../world/machine/store.ts';
import type { Vm } from '../../world/machine/vm.ts';
import { DEFAULT_PACE, type Pace } from '../../world/pace.ts';
import type { Attacker } from '../../world/people/attacker.ts';
import { emptyWorld } from '../../world/scenario/build.ts';
import { shapedLike, type Table } from '../../world/table.ts';
import type { World } from '../../world/world.ts';
import type { BlockRow, FrameRow, HostRow, SnapshotRow, VmRow } from '../machine-rows.ts';
import type { BlueRows, CopyRow, ImageRow, StoreRow } from '../rows.ts';
import type { BlueView } from '../view.ts';

/** Whoever might come: a tenant that nothing belongs to, who knows every VM by its id. */
export const SOMEBODY = 1;

type Hidden<Row, Seen> = Omit<Row, keyof Seen>;

/**
 * What defenders are not told, as it is where nobody has done anything. A need that reads one of these
 * decides nothing: see `isKnowable`.
 */
const HIDDEN_VM: Hidden<Vm, VmRow> = {
  request: NONE,
  home: NONE as Vm['home'],
  fills: 0,
  blocks: 0,
  blockFills: 0,
  demand: 0,
  lease: 0,
  snare: 'none',
  revertedFrom: 0,
  burning: false,
  looping: false,
  hoards: false,
  batchUntil: 0,
  foothold: 'none',
  intruder: NONE,
  deviceProcess: NONE,
  layoutKnownBy: NONE,
  swapFile: NONE,
  reservedMemory: [],
  reservedDisk: [],
  filled: 0,
  diskFilled: 0,
  fillIn: 0,
  arrivesAt: 0,
  rogueDhcp: false,
  onLeave: false,
  keysFrom: NONE,
  reseedsAt: 0,
  leftSecret: NONE,
  gateway: NONE,
  clockCause: '',
};

const HIDDEN_HOST: Hidden<Host, HostRow> = {
  capacity: 0,
  weakFrames: [],
  retired: false,
  intruder: NONE,
  stolen: 0,
  tampered: false,
  weakAccount: 'none',
  inbox: NONE,
  ran: NONE,
  clipboard: NONE,
};

const HIDDEN_FRAME: Hidden<Frame, FrameRow> = { image: NONE };
const HIDDEN_BLOCK: Hidden<Block, BlockRow> = {};
const HIDDEN_IMAGE: Hidden<Image, ImageRow> = {
  alike: 0,
  leftSecret: NONE,
  sampleKey: false,
  seeded: false,
};
const HIDDEN_SNAPSHOT: Hidden<Snapshot, SnapshotRow> = {
  block: NONE as Snapshot['block'],
  foothold: 'none',
  intruder: NONE,
};

const HIDDEN_COPY: Hidden<Copy, CopyRow> = { foothold: 'none', intruder: NONE };

const AS_RECORDED = { drifted: false, implant: NONE } as const;

type StoreSeen = Omit<Store, 'id' | 'hosts'> & Pick<StoreRow, 'id' | 'hosts'>;

/** Where a scenario has no library nothing is ever verified. */
const storeSeen = (row: StoreRow | null): StoreSeen | null => {
  if (row === null) return null;
  const { id, hosts, reachedFrom, library, verified } = row;
  return { id, hosts, reachedFrom, ...(verified === null ? {} : { library, verified }) };
};

/** What the library’s book tells of images and VMs, beside their rows. */
const withBook = <Row extends { readonly id: number }, More extends object>(
  rows: Table<Row>,
  book: readonly (object | null)[],
  hidden: More,
): Table<Row> =>
  rows.map((row) => {
    const more = row && book[row.id];
    return row && more ? { ...row, ...hidden, ...more, id: row.id } : row;
  });

/** Fresh rows of the world's own kind: whoever is given them may change them. */
function grown<Row, Seen extends object>(
  seen: readonly (Seen | null)[],
  hidden: Hidden<Row, Seen> | null = null,
): Table<Row> {
  let first: object | undefined;
  return seen.map((row) => {
    if (row === null) return null;
    const own = shapedLike<object>(first, { ...hidden, ...row });
    first ??= own;
    return own as unknown as Row;
  });
}

/**
 * The world as the defenders see it, with somebody in it who has nothing yet: what a hypothesis is tried
 * on. It follows from the view alone, so that nothing hidden can show in what comes of it.
 * @param pace how long things take and what they cost there: no view tells
 */
export function seenWorld({ tick, tables }: BlueView, pace: Pace = DEFAULT_PACE): World {
  const [, match] = tables.match;
  const deck = match?.deck ? { ...match.deck, attacks: [] } : null;
  const world = emptyWorld({ id: match?.scenario ?? '', deck, pace }, 0);
  const { policies, switches } = tables;
  return {
    ...world,
    tick,
    phase: match?.phase ?? 'live',
    credits: match?.credits ?? 0,
    zones: grown(tables.zones),
    segments: grown(tables.segments),
    policies: grown(policies),
    // What one of an older version was given nobody sees: it is taken for what it will be given.
    switches: grown(switches.map((row) => row && { ...row, rules: policies[1]?.rules ?? [] })),
    wires: grown(tables.wires),
    images: withBook(
      grown<Image, ImageRow>(tables.images, HIDDEN_IMAGE),
      tables.shelf,
      AS_RECORDED,
    ),
    flaws: grown(tables.advisories.map((row) => row && { ...row, public: true })),
    tenants: [
      ...grown<World['tenants'][number] & object, BlueRows['tenants']>(tables.tenants),
      nobody(tables.tenants.length),
    ],
    assets: grown(tables.assets),
    hosts: grown<Host, HostRow>(tables.hosts, HIDDEN_HOST),
    dedications: grown(tables.dedications),
    frames: grown<Frame, FrameRow>(tables.frames, HIDDEN_FRAME),
    blocks: grown<Block, BlockRow>(tables.blocks, HIDDEN_BLOCK),
    snapshots: grown<Snapshot, SnapshotRow>(tables.snapshots, HIDDEN_SNAPSHOT),
    stores: grown<Store, StoreSeen>(tables.stores.map(storeSeen)),
    repositories: grown(tables.repositories),
    copies: grown<Copy, CopyRow>(tables.copies, HIDDEN_COPY),
    vms: withBook(grown<Vm, VmRow>(tables.vms, HIDDEN_VM), tables.origins, { drifted: false }),
    attackers: [null, somebody(tables.vms.length, tables.tenants.length)],
  };
}

/** A copy to try something on, of which only hosts, VMs, datastores and somebody change: the rest is the same as there. */
export function toTry(seen: World): World {
  return {
    ...seen,
    hosts: seen.hosts.map((row) => row && { ...row }),
    vms: seen.vms.map((row) => row && { ...row }),
    stores: seen.stores.map((row) => row && { ...row }),
    breaches: [null],
    evidence: [null],
    attackers: seen.attackers.map(
      (row) => row && { ...row, knownVms: [...row.knownVms], notes: {}, loot: [], hosts: [] },
    ),
    provenance: {},
    history: { ...seen.history },
  };
}

const nobody = (id: number): World['tenants'][number] => ({
  id: id as TenantId,
  name: 'bank',
  quota: 0,
});

const somebody = (vms: number, tenant: number): Attacker => ({
  id: SOMEBODY as Attacker['id'],
  mind: 'crew',
  tenant: tenant as TenantId,
  plan: {} as Attacker['plan'],
  zeroDays: [],
  knownVms: Array.from({ length: Math.max(0, vms - 1) }, (_, i) => (i + 1) as VmId),
  knownRequests: [],
  notes: {},
  loot: [],
  hosts: [],
  memory: {
    waitUntil: 0,
    tried: {},
    doing: [],
    temper: 0,
    lootBefore: 0,
    plan: [],
    reason: '',
  },
  begun: 0,
  restsUntil: 0,
});
