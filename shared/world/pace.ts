import type { Tick } from './ids.ts';

/**
 * Every tunable number of a match, in ticks, credits and permille. A scenario may override any of
 * them; `DEFAULT_PACE` is the one place they are set.
 */
export interface Pace {
  readonly prepare: Tick;
  readonly live: Tick;
  /** Hands that one player alone has, and that a team shares. */
  readonly handsSolo: number;
  readonly handsTeam: number;
  /** The same for people who attack. */
  readonly handsRedSolo: number;
  readonly handsRedTeam: number;

  readonly startCredits: number;
  /** Credits a minute: for each promised VM that runs, and the upkeep of each host and virtual IDS. */
  readonly feePerVm: number;
  readonly upkeepPerHost: number;
  readonly upkeepPerSensor: number;
  /** The same for each agent in a guest. */
  readonly upkeepPerAgent: number;
  readonly missedRequest: number;

  /** How long a request waits. */
  readonly requestWait: Tick;
  readonly createLength: Tick;
  readonly growLength: Tick;
  readonly stopLength: Tick;
  /** A power cycle. */
  readonly restartLength: Tick;
  readonly startLength: Tick;
  readonly migrateBase: Tick;
  readonly migratePerFrame: Tick;
  /** Permille of that which an encrypted move takes; and what having moves encrypted costs and takes. */
  readonly migrateEncrypted: number;
  readonly migrationTlsPrice: number;
  readonly migrationTlsLength: Tick;
  /** Permille of the time of a move that the scheduler of the cluster takes for one; 0: it is done at once. */
  readonly balanceTakes: number;
  readonly reclaimLength: Tick;
  readonly snapshotLength: Tick;
  readonly rollbackLength: Tick;
  readonly rebuildLength: Tick;
  readonly rebuildPrice: number;
  readonly rebuildHostLength: Tick;
  readonly rebuildHostPrice: number;

  readonly investigateLength: Tick;
  readonly investigateHostLength: Tick;
  readonly closeLength: Tick;

  readonly policyLength: Tick;
  readonly policyPrice: number;
  /** Frames (or blocks) that a scrub by hand clears in a second, and kilocycles a tick it takes. */
  readonly scrubPerSecond: number;
  readonly scrubCycles: number;
  /** Frames that each host clears by itself in a second; 0 is off. */
  readonly backgroundScrub: number;
  readonly encryptLength: Tick;
  readonly jobCycles: number;

  readonly patchRebootLength: Tick;
  readonly patchRebootPrice: number;
  readonly patchLiveLength: Tick;
  readonly patchLivePrice: number;
  readonly patchGuestLength: Tick;
  readonly patchImageLength: Tick;
  /** To build an image anew from a recipe; to have the keys changed that may lie in it; to ask a tenant who answers. */
  readonly recipeLength: Tick;
  readonly revokeLength: Tick;
  readonly revokePrice: number;
  readonly askLength: Tick;
  /** To give a VM a generation ID, and how long its kernel then takes to reseed and to make new keys. */
  readonly generationIdLength: Tick;
  readonly reseedWindow: Tick;
  /** How long after a fix comes out, or a VM is made, whoever answers for it takes to update it; 0: nobody does. */
  readonly ownerPatches: Tick;
  readonly filterLength: Tick;
  readonly filterPrice: number;
  /** How long an exit waits on the trap desk, and how long a decision stands for what is alike. */
  readonly holdLength: Tick;
  readonly rulingLength: Tick;
  /** Exits that may wait at once, and VMs that may be marked by a hold of their own. */
  readonly deskPlaces: number;
  readonly holdMarks: number;
  readonly detachLength: Tick;
  readonly machineLength: Tick;
  readonly confineLength: Tick;
  readonly confinePrice: number;

  readonly pushLength: Tick;
  /** How long a switch that takes in a policy drops every packet. */
  readonly pushDrop: Tick;
  /** To have pushes come by themselves, and how long a switch is behind before the controller begins one. */
  readonly automationLength: Tick;
  readonly automationPrice: number;
  readonly automationDelay: Tick;
  readonly verifyLength: Tick;
  readonly ruleLength: Tick;
  readonly portSecurityLength: Tick;
  readonly portSecurityPrice: number;
  readonly sensorLength: Tick;
  readonly sensorPrice: number;
  readonly ipsPrice: number;
  readonly tuneLength: Tick;
  readonly tunePrice: number;
  /** To part merged pages, to partition a cache, to restart a host without SMT, to merge exits; to read its counters. */
  readonly unmergeLength: Tick;
  readonly partitionLength: Tick;
  readonly smtLength: Tick;
  readonly mergeExitsLength: Tick;
  readonly mergeExitsPrice: number;
  /** Plugging another network card into a VM that runs. */
  readonly cardLength: Tick;
  readonly countersPrice: number;
  /** To give a host a credential of its own, to attest it, to encrypt a guest's memory, to look into guests. */
  readonly rotateLength: Tick;
  /** To stop a service of a host; to lock a host down; to have a second factor asked for, and what each order takes longer then. */
  readonly serviceLength: Tick;
  readonly lockdownLength: Tick;
  readonly mfaLength: Tick;
  readonly mfaPrice: number;
  readonly mfaDelay: Tick;
  /** To shut the way to a host's management interface but from its own network; to have its audit records sent. */
  readonly restrictLength: Tick;
  readonly restrictPrice: number;
  readonly hostAuditPrice: number;
  /** To encrypt all files of a VM. */
  readonly encryptVmLength: Tick;
  readonly encryptVmPrice: number;
  /** To patch a backup server, to encrypt what it holds, to make that immutable, and to restore a VM from it. */
  readonly patchRepositoryLength: Tick;
  readonly patchRepositoryPrice: number;
  readonly encryptBackupsLength: Tick;
  readonly encryptBackupsPrice: number;
  readonly immutableLength: Tick;
  readonly immutablePrice: number;
  readonly restoreLength: Tick;
  /** To patch the management server. */
  readonly patchServerLength: Tick;
  readonly patchServerPrice: number;
  readonly attestLength: Tick;
  readonly encryptMemoryLength: Tick;
  readonly introspectPrice: number;
  /** To make a host one for VMs alone, and what other machines for its users cost. */
  readonly dedicateLength: Tick;
  readonly dedicatePrice: number;
  /** To have signatures of images verified at deployment, and to sign one; to have configurations checked, and to approve one. */
  readonly verifyImagesPrice: number;
  readonly verifyImagesLength: Tick;
  readonly signImageLength: Tick;
  readonly checkConfigsPrice: number;
  readonly checkConfigsLength: Tick;
  readonly approveConfigLength: Tick;
  /** To open or shut a channel of guest tools; to take a container's grants; to remap users. */
  readonly channelLength: Tick;
  readonly remapLength: Tick;
  /** An agent on a host's OS, and one in a guest. */
  readonly edrPrice: number;
  readonly agentPrice: number;

  /** To limit a VM, reserve or weigh it; to set a quota; to take memory back from a VM. */
  readonly limitLength: Tick;
  readonly limitPrice: number;
  readonly quotaLength: Tick;
  readonly balloonLength: Tick;
  /** Frames that a balloon takes back. */
  readonly balloonFrames: number;
  /** To image a machine and boot it as a VM; to take an empty box out of the room. */
  readonly consolidateLength: Tick;
  readonly retireLength: Tick;
  /** What a new host costs, and how long until it runs; the same of memory, and how many frames that is. */
  readonly hostPrice: number;
  readonly hostLength: Tick;
  readonly memoryPrice: number;
  readonly memoryLength: Tick;
  readonly memoryFrames: number;
  /** VMs that a storm of creations asks for at the most, and how long each is asked for. */
  readonly stormMost: number;
  readonly stormLease: Tick;
  /** Harm of starved neighbours for each of them, and its limit; of an exhausted pool; of a host's full disk. */
  readonly starvedPerVm: number;
  readonly starvedMost: number;
  readonly exhaustedWeight: number;
  readonly floodedWeight: number;

  /** Ticks between two frames that a guest writes for the first time. */
  readonly fillEvery: Tick;
  /** Permille of a host's cycles that a scrub policy costs. */
  readonly taxOnFree: number;
  readonly taxOnAllocate: number;
  /**
   * Permille of a host's cycles that a virtual IDS takes, which is given copies of packets, and an
   * IPS, which every packet waits for. Both are figures of the game: none was measured.
   */
  readonly taxSensor: number;
  readonly taxIps: number;
  /** Permille of a host's cycles that looking into its guests takes (a figure of the game). */
  readonly taxIntrospection: number;
  /** The same of an agent on a host's OS, and of one in a guest: figures of the game too. */
  readonly taxEdr: number;
  readonly taxAgent: number;
  /** Permille of its native demand that a VM's virtual CPUs can deliver at the most. */
  readonly headroom: number;
  /** Ticks between two rounds of an auditor. */
  readonly auditEvery: Tick;
  /** Ticks after a harm that nobody saw until the victim complains. */
  readonly complaintAfter: Tick;
  /** How long an open breach goes on bleeding. */
  readonly bleed: Tick;
  /** Harm of a takeover for each VM on the host, and its limit. */
  readonly takeoverPerVm: number;
  readonly takeoverMost: number;

  /** How long an opportunist takes; `act-lengths.ts` has the others in terms of it. */
  readonly think: Tick;
  readonly afterSuccess: Tick;
  readonly reconLength: Tick;
  readonly accessLength: Tick;
  readonly privilegeLength: Tick;
  readonly actLength: Tick;

  /** A look at one precondition takes the same for everyone. */
  readonly probeLength: Tick;
  /** How long people who attack begin nothing after they were thrown out. */
  readonly evictionRest: Tick;
}

const S = 5;

/** Sources: `numbers.md` of the design; the scrub taxes are C56 of the facts (Linux
 * help text), those of sensors are the game's own. */
export const DEFAULT_PACE: Pace = {
  prepare: 20 * S,
  live: 220 * S,
  handsSolo: 3,
  handsTeam: 8,
  handsRedSolo: 2,
  handsRedTeam: 4,
  startCredits: 300,
  feePerVm: 4,
  upkeepPerHost: 10,
  upkeepPerSensor: 4,
  upkeepPerAgent: 1,
  missedRequest: 10,
  requestWait: 75 * S,
  createLength: 15 * S,
  growLength: 6 * S,
  stopLength: 2 * S,
  restartLength: 12 * S,
  startLength: 10 * S,
  migrateBase: 8 * S,
  migratePerFrame: 1 * S,
  migrateEncrypted: 1500,
  migrationTlsPrice: 40,
  migrationTlsLength: 6 * S,
  balanceTakes: 0,
  reclaimLength: 6 * S,
  snapshotLength: 6 * S,
  rollbackLength: 6 * S,
  rebuildLength: 25 * S,
  rebuildPrice: 15,
  rebuildHostLength: 40 * S,
  rebuildHostPrice: 20,
  investigateLength: 15 * S,
  investigateHostLength: 25 * S,
  closeLength: 25 * S,
  policyLength: 20 * S,
  policyPrice: 50,
  scrubPerSecond: 4,
  scrubCycles: 60_000,
  backgroundScrub: 0,
  encryptLength: 12 * S,
  jobCycles: 20_000,
  patchRebootLength: 30 * S,
  patchRebootPrice: 20,
  patchLiveLength: 12 * S,
  patchLivePrice: 70,
  patchGuestLength: 12 * S,
  patchImageLength: 10 * S,
  recipeLength: 14 * S,
  revokeLength: 8 * S,
  revokePrice: 30,
  askLength: 6 * S,
  generationIdLength: 10 * S,
  reseedWindow: 2 * S,
  ownerPatches: 0,
  filterLength: 3 * S,
  filterPrice: 40,
  holdLength: 12 * S,
  rulingLength: 20 * S,
  deskPlaces: 3,
  holdMarks: 2,
  detachLength: 8 * S,
  machineLength: 14 * S,
  confineLength: 10 * S,
  confinePrice: 40,
  pushLength: 6 * S,
  pushDrop: 2 * S,
  automationLength: 10 * S,
  automationPrice: 150,
  automationDelay: 10 * S,
  verifyLength: 10 * S,
  ruleLength: 3 * S,
  portSecurityLength: 6 * S,
  portSecurityPrice: 30,
  sensorLength: 5 * S,
  sensorPrice: 60,
  ipsPrice: 30,
  tuneLength: 4 * S,
  tunePrice: 10,
  unmergeLength: 4 * S,
  partitionLength: 5 * S,
  smtLength: 30 * S,
  mergeExitsLength: 6 * S,
  mergeExitsPrice: 30,
  cardLength: 8 * S,
  countersPrice: 30,
  rotateLength: 10 * S,
  serviceLength: 4 * S,
  lockdownLength: 6 * S,
  mfaLength: 8 * S,
  mfaPrice: 30,
  mfaDelay: 3 * S,
  restrictLength: 6 * S,
  restrictPrice: 30,
  hostAuditPrice: 20,
  encryptVmLength: 12 * S,
  encryptVmPrice: 20,
  patchRepositoryLength: 15 * S,
  patchRepositoryPrice: 30,
  encryptBackupsLength: 12 * S,
  encryptBackupsPrice: 30,
  immutableLength: 4 * S,
  immutablePrice: 40,
  restoreLength: 10 * S,
  patchServerLength: 20 * S,
  patchServerPrice: 40,
  attestLength: 10 * S,
  encryptMemoryLength: 16 * S,
  introspectPrice: 50,
  dedicateLength: 10 * S,
  dedicatePrice: 60,
  verifyImagesPrice: 80,
  verifyImagesLength: 6 * S,
  signImageLength: 8 * S,
  checkConfigsPrice: 40,
  checkConfigsLength: 6 * S,
  approveConfigLength: 8 * S,
  channelLength: 2 * S,
  remapLength: 12 * S,
  edrPrice: 50,
  agentPrice: 15,
  limitLength: 4 * S,
  limitPrice: 10,
  quotaLength: 3 * S,
  balloonLength: 4 * S,
  balloonFrames: 2,
  consolidateLength: 18 * S,
  retireLength: 6 * S,
  hostPrice: 250,
  hostLength: 30 * S,
  memoryPrice: 60,
  memoryLength: 8 * S,
  memoryFrames: 8,
  stormMost: 12,
  stormLease: 20 * S,
  starvedPerVm: 40,
  starvedMost: 240,
  exhaustedWeight: 160,
  floodedWeight: 80,
  fillEvery: 8 * S,
  taxOnFree: 40,
  taxOnAllocate: 10,
  taxSensor: 30,
  taxIps: 60,
  taxIntrospection: 20,
  taxEdr: 20,
  taxAgent: 5,
  headroom: 1250,
  auditEvery: 10 * S,
  complaintAfter: 20 * S,
  bleed: 60 * S,
  takeoverPerVm: 60,
  takeoverMost: 240,
  think: 12 * S,
  afterSuccess: 32 * S,
  reconLength: 15 * S,
  accessLength: 20 * S,
  privilegeLength: 15 * S,
  actLength: 20 * S,
  probeLength: 8 * S,
  evictionRest: 20 * S,
};
