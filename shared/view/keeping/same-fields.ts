import type { Fields } from '../../world/remembered.ts';
import { BLUE_COLUMNS } from '../columns.ts';
import type { BlockRow, FrameRow, HostRow, VmRow } from '../machine-rows.ts';

// To read a field by its name takes a tenth of what it takes to read it by a name that varies, and comparing these
// tables was most of what a look cost: of machines many fields are seen, and of memory many rows.

const HOST: Fields<Omit<HostRow, 'id'>> = {
  platform: ({ platform }) => platform,
  year: ({ year }) => year,
  virtualisationExtension: ({ virtualisationExtension }) => virtualisationExtension,
  nestedPaging: ({ nestedPaging }) => nestedPaging,
  build: ({ build }) => build,
  scrub: ({ scrub }) => scrub,
  wipe: ({ wipe }) => wipe,
  sandbox: ({ sandbox }) => sandbox,
  seccomp: ({ seccomp }) => seccomp,
  filters: ({ filters }) => filters,
  hypercallAudit: ({ hypercallAudit }) => hypercallAudit,
  exitMerging: ({ exitMerging }) => exitMerging,
  smt: ({ smt }) => smt,
  microcode: ({ microcode }) => microcode,
  smtCapacity: ({ smtCapacity }) => smtCapacity,
  l1Flush: ({ l1Flush }) => l1Flush,
  dedup: ({ dedup }) => dedup,
  cachePartition: ({ cachePartition }) => cachePartition,
  overcommit: ({ overcommit }) => overcommit,
  logCap: ({ logCap }) => logCap,
  vendor: ({ vendor }) => vendor,
  nested: ({ nested }) => nested,
  rowGuard: ({ rowGuard }) => rowGuard,
  counters: ({ counters }) => counters,
  credential: ({ credential }) => credential,
  management: ({ management }) => management,
  tpm: ({ tpm }) => tpm,
  attested: ({ attested }) => attested,
  memoryEncryption: ({ memoryEncryption }) => memoryEncryption,
  introspection: ({ introspection }) => introspection,
  services: ({ services }) => services,
  managedFrom: ({ managedFrom }) => managedFrom,
  lockdown: ({ lockdown }) => lockdown,
  exceptionUser: ({ exceptionUser }) => exceptionUser,
  mfa: ({ mfa }) => mfa,
  hostAudit: ({ hostAudit }) => hostAudit,
  osBuild: ({ osBuild }) => osBuild,
  runtime: ({ runtime }) => runtime,
  programs: ({ programs }) => programs,
  userns: ({ userns }) => userns,
  lsm: ({ lsm }) => lsm,
  edr: ({ edr }) => edr,
  aslr: ({ aslr }) => aslr,
  remaps: ({ remaps }) => remaps,
  iommu: ({ iommu }) => iommu,
  interruptRemapping: ({ interruptRemapping }) => interruptRemapping,
  vfs: ({ vfs }) => vfs,
  spoofCheck: ({ spoofCheck }) => spoofCheck,
  vfTrust: ({ vfTrust }) => vfTrust,
  load: ({ load }) => load,
  free: ({ free }) => free,
  freeBlocks: ({ freeBlocks }) => freeBlocks,
  logBlocks: ({ logBlocks }) => logBlocks,
};

const VM: Fields<Omit<VmRow, 'id'>> = {
  tenant: ({ tenant }) => tenant,
  workload: ({ workload }) => workload,
  zone: ({ zone }) => zone,
  asset: ({ asset }) => asset,
  host: ({ host }) => host,
  image: ({ image }) => image,
  technique: ({ technique }) => technique,
  wordSize: ({ wordSize }) => wordSize,
  movingTo: ({ movingTo }) => movingTo,
  moveEncrypted: ({ moveEncrypted }) => moveEncrypted,
  power: ({ power }) => power,
  devices: ({ devices }) => devices,
  diskModel: ({ diskModel }) => diskModel,
  nicModel: ({ nicModel }) => nicModel,
  vhost: ({ vhost }) => vhost,
  accel3d: ({ accel3d }) => accel3d,
  card: ({ card }) => card,
  trunk: ({ trunk }) => trunk,
  filters: ({ filters }) => filters,
  tools: ({ tools }) => tools,
  grants: ({ grants }) => grants,
  agent: ({ agent }) => agent,
  nested: ({ nested }) => nested,
  rulings: ({ rulings }) => rulings,
  deviceBuild: ({ deviceBuild }) => deviceBuild,
  kernel: ({ kernel }) => kernel,
  service: ({ service }) => service,
  encrypted: ({ encrypted }) => encrypted,
  filesEncrypted: ({ filesEncrypted }) => filesEncrypted,
  memoryEncrypted: ({ memoryEncrypted }) => memoryEncrypted,
  ransomed: ({ ransomed }) => ransomed,
  limit: ({ limit }) => limit,
  reserved: ({ reserved }) => reserved,
  shares: ({ shares }) => shares,
  owner: ({ owner }) => owner,
  ownerAsked: ({ ownerAsked }) => ownerAsked,
  generationId: ({ generationId }) => generationId,
  leaseEnds: ({ leaseEnds }) => leaseEnds,
  memory: ({ memory }) => memory,
  merged: ({ merged }) => merged,
  frames: ({ frames }) => frames,
  swapped: ({ swapped }) => swapped,
  disk: ({ disk }) => disk,
  served: ({ served }) => served,
  cutOff: ({ cutOff }) => cutOff,
  exits: ({ exits }) => exits,
  faults: ({ faults }) => faults,
  translated: ({ translated }) => translated,
  clockLag: ({ clockLag }) => clockLag,
  bornAt: ({ bornAt }) => bornAt,
};

const FRAME: Fields<Omit<FrameRow, 'id'>> = {
  host: ({ host }) => host,
  owner: ({ owner }) => owner,
  content: ({ content }) => content,
  residue: ({ residue }) => residue,
};

const BLOCK: Fields<Omit<BlockRow, 'id'>> = {
  host: ({ host }) => host,
  owner: ({ owner }) => owner,
  snapshot: ({ snapshot }) => snapshot,
  content: ({ content }) => content,
  residue: ({ residue }) => residue,
  sealed: ({ sealed }) => sealed,
};

type Same = (a: object, b: object) => boolean;

function byName<Row extends object>(fields: Fields<Row>): Same {
  const readers: readonly ((row: Row) => unknown)[] = Object.values(fields);
  return (a, b) => {
    for (let i = 0; i < readers.length; i += 1) {
      if (readers[i]?.(a as Row) !== readers[i]?.(b as Row)) return false;
    }
    return true;
  };
}

const BY_NAME: ReadonlyMap<readonly string[], Same> = new Map<readonly string[], Same>([
  [BLUE_COLUMNS.hosts, byName(HOST)],
  [BLUE_COLUMNS.vms, byName(VM)],
  [BLUE_COLUMNS.frames, byName(FRAME)],
  [BLUE_COLUMNS.blocks, byName(BLOCK)],
]);

/** Compares two rows of a table by its columns. */
export function sameFields(columns: readonly string[]): Same {
  return BY_NAME.get(columns) ?? ((a, b) => sameByColumns(columns, a, b));
}

function sameByColumns(columns: readonly string[], a: object, b: object): boolean {
  const left = a as Readonly<Record<string, unknown>>;
  const right = b as Readonly<Record<string, unknown>>;
  for (let i = 0; i < columns.length; i += 1) {
    const column = columns[i] as string;
    if (left[column] !== right[column]) return false;
  }
  return true;
}
