import { NO_PHRASE } from '../world/people/phrase.ts';
import { BLUE_COLUMNS } from './columns.ts';
import type { BlueRows } from './rows.ts';
import { type BlueView, same } from './view.ts';

type TableName = keyof BlueRows;
type Row = Readonly<Record<string, unknown>> & { readonly id: number };

interface Sight {
  readonly shown: readonly string[];
  readonly instead: Readonly<Record<string, unknown>>;
}

/** The columns of a table that are shown as they are, and what stands in place of every other. */
const sight = <T extends TableName, Shown extends keyof BlueRows[T] & string>(
  _table: T,
  shown: readonly Shown[],
  instead: Omit<BlueRows[T], Shown | 'id'>,
): Sight => ({ shown, instead: instead as Readonly<Record<string, unknown>> });

/**
 * What everyone in the room may see. A table that is not named stays empty, and so does a column
 * that nobody has thought about: it does not compile.
 *
 * Nothing that one side does not know of the other is shown: not what defenders have seen, do, have
 * built or patched, or have left lying; not what their switches enforce. That machines are there,
 * where they stand and who rents them can be seen from the street, and harms are the room's business
 * once they are discovered.
 */
const SIGHTS: { readonly [T in TableName]?: Sight } = {
  match: sight(
    'match',
    [
      'scenario',
      'deck',
      'phase',
      'liveFrom',
      'overAt',
      'hands',
      'fidelity',
      'isolation',
      'performance',
      'score',
      'minutes',
    ],
    { credits: 0, phrase: NO_PHRASE, losses: [] },
  ),
  zones: sight('zones', ['name'], {}),
  segments: sight('segments', ['zone'], {
    promiscuous: false,
    macChanges: true,
    forgedTransmits: true,
    arpInspection: false,
    management: 0,
    dhcpGuard: false,
  }),
  flows: sight('flows', ['from', 'to', 'service'], { state: 'delivered' }),
  images: sight('images', ['name', 'cpu', 'wordSize', 'os', 'container'], {
    kernel: 0,
    service: 0,
    runsAs: 'user',
    legacyOnly: false,
    devices: [],
    nic: 'rtl8139',
    accel3d: false,
    recipe: false,
    revoked: false,
  }),
  advisories: sight('advisories', ['name', 'component', 'fixedIn', 'publishedAt'], {}),
  tenants: sight('tenants', ['name'], { quota: 0 }),
  assets: sight('assets', ['name', 'tenant', 'weight'], {}),
  hosts: sight('hosts', ['platform', 'year', 'virtualisationExtension', 'nestedPaging'], {
    build: 0,
    scrub: 'never',
    wipe: 'never',
    sandbox: true,
    seccomp: true,
    filters: [],
    hypercallAudit: false,
    smt: false,
    microcode: true,
    smtCapacity: 0,
    l1Flush: false,
    dedup: false,
    exitMerging: false,
    cachePartition: false,
    overcommit: false,
    logCap: true,
    vendor: 'intel',
    nested: false,
    rowGuard: true,
    counters: false,
    credential: 0,
    management: 0,
    tpm: false,
    attested: 0,
    memoryEncryption: false,
    introspection: false,
    services: [],
    managedFrom: [],
    lockdown: false,
    exceptionUser: false,
    mfa: false,
    hostAudit: false,
    osBuild: 0,
    runtime: 0,
    programs: [],
    userns: false,
    lsm: true,
    edr: false,
    aslr: true,
    remaps: 'nothing',
    iommu: false,
    interruptRemapping: false,
    vfs: 0,
    spoofCheck: true,
    vfTrust: false,
    load: 0,
    free: [],
    freeBlocks: [],
    logBlocks: [],
  }),
  frames: sight('frames', ['host', 'owner'], { content: 0, residue: 0 }),
  blocks: sight('blocks', ['host', 'owner'], {
    snapshot: 0,
    content: 0,
    residue: 0,
    sealed: false,
  }),
  vms: sight(
    'vms',
    [
      'tenant',
      'workload',
      'zone',
      'asset',
      'host',
      'image',
      'technique',
      'wordSize',
      'power',
      'memory',
      'disk',
      'bornAt',
    ],
    {
      movingTo: 0,
      moveEncrypted: false,
      devices: [],
      diskModel: 'para',
      nicModel: 'para',
      vhost: true,
      accel3d: false,
      card: 'virtual',
      trunk: false,
      filters: [],
      grants: [],
      agent: false,
      nested: false,
      rulings: [],
      deviceBuild: 0,
      kernel: 0,
      service: 0,
      encrypted: false,
      filesEncrypted: false,
      memoryEncrypted: false,
      ransomed: false,
      tools: [],
      limit: 1000,
      reserved: false,
      shares: 'normal',
      owner: 'present',
      ownerAsked: false,
      generationId: false,
      leaseEnds: 0,
      served: 1000,
      cutOff: 0,
      merged: [],
      frames: 0,
      swapped: 0,
      exits: 0,
      faults: [],
      translated: 1000,
      clockLag: 0,
    },
  ),
  requests: sight(
    'requests',
    [
      'tenant',
      'kind',
      'workload',
      'zone',
      'asset',
      'image',
      'frames',
      'blocks',
      'lease',
      'vm',
      'openedAt',
      'deadline',
      'state',
    ],
    {},
  ),
  breaches: sight(
    'breaches',
    ['kind', 'asset', 'victim', 'vm', 'host', 'weight', 'tick', 'discoveredAt', 'open'],
    { attack: '', needs: [] },
  ),
  seats: sight('seats', ['pilot'], {}),
};

/**
 * The view of the projected page: the defenders' view without the secrets of either side. Rows that
 * say the same as before are the same objects again.
 */
export function projectProjector(blue: BlueView, before: BlueView | null = null): BlueView {
  const tables: Partial<Record<TableName, readonly (Row | null)[]>> = {};
  for (const table of Object.keys(BLUE_COLUMNS) as TableName[]) {
    const from = blue.tables[table] as unknown as readonly (Row | null)[];
    const was = before?.tables[table] as unknown as readonly (Row | null)[] | undefined;
    const allowed = SIGHTS[table];
    tables[table] = allowed === undefined ? (was ?? [null]) : seen(allowed, from, was);
  }
  return { tick: blue.tick, tables: tables as unknown as BlueView['tables'] };
}

function seen(
  allowed: Sight,
  from: readonly (Row | null)[],
  was: readonly (Row | null)[] | undefined,
): readonly (Row | null)[] {
  let changed = was === undefined || was.length !== from.length;
  const rows = from.map((row, id) => {
    const old = was?.[id] ?? null;
    const next =
      row !== null && old !== null && alike(allowed, old, row) ? old : copy(allowed, row);
    changed ||= next !== old;
    return next;
  });
  return changed || was === undefined ? rows : was;
}

const alike = ({ shown }: Sight, a: Row, b: Row): boolean =>
  shown.every((column) => a[column] === b[column] || same(a[column], b[column]));

function copy({ shown, instead }: Sight, row: Row | null): Row | null {
  if (row === null) return null;
  const next: Record<string, unknown> = { id: row.id, ...instead };
  for (const column of shown) next[column] = row[column];
  return next as unknown as Row;
}
