import type { RuleRefusal } from '../../shared/commands/refusal.ts';
import type { Input } from '../../shared/match/input.ts';
import type { Outcome } from '../../shared/match/inputs.ts';
import { createMatch, type Match, stepMatch } from '../../shared/match/match.ts';
import { openRequest } from '../../shared/mechanics/people.ts';
import type { EventKind, EventOf, GameEvent } from '../../shared/world/history.ts';
import { type RequestId, SCENARIO, type TenantId } from '../../shared/world/ids.ts';
import type { VmPlan } from '../../shared/world/machine/vm.ts';
import { DEFAULT_PACE, type Pace } from '../../shared/world/pace.ts';
import type { ActArgs } from '../../shared/world/people/attacker.ts';
import type { RequestWish } from '../../shared/world/people/request.ts';
import { build } from '../../shared/world/scenario/build.ts';
import {
  parseScenario,
  type Scenario,
  type ScenarioFile,
} from '../../shared/world/scenario/schema.ts';
import type { Turn } from '../../shared/world/turn.ts';
import type { World } from '../../shared/world/world.ts';

/** A plain number as the id of whatever the place wants. */
export const id = <Kind extends number>(n: number): Kind => n as Kind;

/** A pace at which everything happens within a few ticks, and no two lengths are alike. */
const PACE: Partial<Pace> = {
  prepare: 0,
  live: 600,
  handsTeam: 4,
  startCredits: 20,
  requestWait: 60,
  createLength: 4,
  stopLength: 2,
  restartLength: 4,
  startLength: 3,
  investigateLength: 5,
  closeLength: 6,
  policyLength: 7,
  policyPrice: 5,
  scrubPerSecond: 5,
  scrubCycles: 300,
  jobCycles: 200,
  fillEvery: 3,
  auditEvery: 10,
  complaintAfter: 20,
  think: 5,
  afterSuccess: 9,
  reconLength: 6,
  accessLength: 4,
  privilegeLength: 3,
  actLength: 4,
  probeLength: 3,
  evictionRest: 8,
  growLength: 3,
  migrateBase: 3,
  migratePerFrame: 1,
  migrationTlsPrice: 4,
  migrationTlsLength: 4,
  reclaimLength: 4,
  snapshotLength: 3,
  rollbackLength: 4,
  rebuildLength: 9,
  rebuildPrice: 2,
  rebuildHostLength: 8,
  rebuildHostPrice: 3,
  investigateHostLength: 6,
  encryptLength: 5,
  patchRebootLength: 11,
  patchRebootPrice: 3,
  patchLiveLength: 6,
  patchLivePrice: 7,
  patchGuestLength: 5,
  patchImageLength: 4,
  mergeExitsLength: 3,
  mergeExitsPrice: 4,
  filterLength: 2,
  filterPrice: 4,
  detachLength: 5,
  machineLength: 6,
  confineLength: 5,
  confinePrice: 4,
  pushLength: 4,
  pushDrop: 5,
  automationLength: 3,
  automationPrice: 5,
  automationDelay: 2,
  verifyLength: 5,
  ruleLength: 2,
  portSecurityLength: 4,
  portSecurityPrice: 3,
  sensorLength: 3,
  sensorPrice: 6,
  ipsPrice: 3,
  tuneLength: 3,
  tunePrice: 2,
  unmergeLength: 4,
  partitionLength: 4,
  smtLength: 8,
  cardLength: 6,
  countersPrice: 3,
  rotateLength: 4,
  serviceLength: 3,
  lockdownLength: 4,
  mfaLength: 4,
  mfaPrice: 3,
  mfaDelay: 2,
  restrictLength: 4,
  restrictPrice: 3,
  hostAuditPrice: 2,
  encryptVmLength: 4,
  encryptVmPrice: 3,
  patchRepositoryLength: 5,
  patchRepositoryPrice: 3,
  encryptBackupsLength: 4,
  encryptBackupsPrice: 3,
  immutableLength: 3,
  immutablePrice: 4,
  restoreLength: 5,
  patchServerLength: 5,
  patchServerPrice: 3,
  attestLength: 3,
  encryptMemoryLength: 6,
  introspectPrice: 4,
  dedicateLength: 5,
  dedicatePrice: 6,
  channelLength: 2,
  remapLength: 6,
  edrPrice: 5,
  agentPrice: 2,
  recipeLength: 4,
  revokeLength: 3,
  revokePrice: 3,
  askLength: 3,
  generationIdLength: 4,
  reseedWindow: 2,
};

const host = {
  year: 2015,
  capacity: 1000,
  frames: 6,
  platform: 'type1',
  virtualisationExtension: true,
  nestedPaging: true,
  build: 43,
  scrub: 'never',
} as const;

/** Zones app 1, data 2. Bank 1 with keys 1 and ledger 2; shop 2 with orders 3; hospital 3 with records 4. */
const BASE: ScenarioFile = {
  id: 'tiny',
  rules: [{ from: 'any', to: 'any', service: 'any', allow: true }],
  zones: [{ name: 'app' }, { name: 'data' }],
  tenants: [
    {
      name: 'bank',
      assets: [
        { name: 'payment-keys', weight: 240 },
        { name: 'ledger', weight: 160 },
      ],
    },
    { name: 'shop', assets: [{ name: 'orders', weight: 60 }] },
    { name: 'hospital', assets: [{ name: 'patient-records', weight: 100 }] },
  ],
  /** Host 1 has frames 1 to 6, host 2 has 7 to 12. */
  hosts: [host, host],
  /** VM 1 of the bank holds frames 1 and 2; VM 2 of the hospital holds 7 and 8. */
  vms: [
    {
      tenant: 'bank',
      host: 1,
      workload: 'payments',
      zone: 'app',
      asset: 'payment-keys',
      frames: 2,
      fills: 2,
      demand: 300,
    },
    {
      tenant: 'hospital',
      host: 2,
      workload: 'patient-db',
      zone: 'data',
      asset: 'patient-records',
      frames: 2,
      fills: 2,
      demand: 400,
    },
  ],
  residue: [],
  people: [],
  attackers: [],
};

/** The shop as an attacker that asks for two frames and fills the first. */
export const hostileShop: ScenarioFile['attackers'][number] = {
  mind: 'opportunist',
  tenant: 'shop',
  plan: {
    workload: 'order-queue',
    zone: 'app',
    asset: 'orders',
    frames: 2,
    fills: 1,
    demand: 100,
  },
};

/** Two hosts, two VMs, three tenants, nobody hostile; whatever a test needs else is put over it. */
export function tiny(over: Partial<ScenarioFile> = {}): Scenario {
  const { pace, ...rest } = over;
  return parseScenario('tiny', { ...BASE, ...rest, pace: { ...PACE, ...pace } }, DEFAULT_PACE);
}

/** The hosts of the tiny world with something else about all of them. */
export const hostsWith = (over: Partial<ScenarioFile['hosts'][number]>): ScenarioFile['hosts'] => [
  { ...host, ...over },
  { ...host, ...over },
];

/** What an ordinary VM of the shop would be. */
export function planOf(over: Partial<VmPlan> = {}): VmPlan {
  return {
    workload: 'order-queue',
    zone: id(1),
    asset: id(3),
    image: id(1),
    frames: 2,
    fills: 2,
    blocks: 0,
    blockFills: 0,
    demand: 100,
    lease: 0,
    ...over,
  };
}

/** A world to call a mechanism on by hand, in tick 1. */
export function turnOf(scenario: Scenario = tiny()): Turn {
  const world = build(scenario, 1);
  world.tick = 1;
  world.phase = 'live';
  return { world, history: [] };
}

export const copyOf = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;

export function eventsOf<Kind extends EventKind>(
  history: readonly GameEvent[],
  kind: Kind,
): EventOf<Kind>[] {
  return history.filter((event): event is EventOf<Kind> => event.kind === kind);
}

/** A match on the bench: one human in seat 1, live from the first tick, minds asleep unless asked. */
export class Bench {
  readonly match: Match;
  /** As a match keeps it: what attackers do is not journalled, unless an instructor put it in. */
  readonly journal = new Map<number, readonly Input[]>();
  private orders = 0;
  private readonly think: boolean;
  private readonly putIn: boolean;

  constructor(scenario: Scenario = tiny(), { seed = 1, think = false, putIn = false } = {}) {
    this.match = createMatch(scenario, seed);
    this.think = think;
    this.putIn = putIn;
    this.tick({ kind: 'seat', seat: 1, pilot: 'human' });
  }

  get world(): World {
    return this.match.world;
  }

  get history(): GameEvent[] {
    return this.match.history;
  }

  tick(...inputs: Input[]): Outcome[] {
    this.journal.set(
      this.world.tick + 1,
      inputs.filter(({ kind }) => this.putIn || kind !== 'act'),
    );
    return stepMatch(this.match, inputs, { think: this.think });
  }

  /** Runs some ticks without inputs. */
  run(ticks: number): this {
    for (let i = 0; i < ticks; i += 1) this.tick();
    return this;
  }

  input(command: string, args: Record<string, number | string>, seat = 1): Input {
    this.orders += 1;
    return { kind: 'order', seat, n: this.orders, command, args };
  }

  /** One tick with one order. Why it was refused, or `null`. */
  give(command: string, args: Record<string, number | string>, seat = 1): RuleRefusal | null {
    return this.tick(this.input(command, args, seat))[0]?.refusal ?? null;
  }

  /** One tick with one act of attacker 1. */
  act(attack: string, args: ActArgs = {}): void {
    this.tick({ kind: 'act', attacker: id(1), attack, args });
  }

  /** A tenant asks, as they do by themselves: now, between two ticks. */
  ask(tenant: number, wish: RequestWish = { kind: 'create', plan: planOf() }): RequestId {
    return openRequest(this.match, id<TenantId>(tenant), wish, SCENARIO);
  }

  events<Kind extends EventKind>(kind: Kind): EventOf<Kind>[] {
    return eventsOf(this.history, kind);
  }

  /** What each of those frames holds, as `owner:content:residue`. */
  frames(...ids: number[]): string[] {
    return ids.map((n) => {
      const frame = this.world.frames[n];
      return `${frame?.owner}:${frame?.content}:${frame?.residue}`;
    });
  }
}

/**
 * The shop's VM 3 runs on host 1 in frames 3 and 4, which the bank's keys were left in. The shop
 * fills the first only, and means harm.
 */
export function benchWithReader(over: Partial<ScenarioFile> = {}, seed = 1): Bench {
  const bench = new Bench(
    tiny({
      residue: [{ host: 1, asset: 'payment-keys', frames: 2 }],
      attackers: [hostileShop],
      ...over,
    }),
    { seed },
  );
  bench.act('entry-tenant');
  bench.run(1);
  bench.give('create-vm', { request: 1, host: 1, technique: 'hvm' });
  return bench.run((over.pace?.createLength ?? 4) - 1);
}
