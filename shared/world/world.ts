import type { Alert } from './alert.ts';
import type { Breach } from './breach.ts';
import type { Deck } from './deck.ts';
import type { Evidence } from './evidence.ts';
import type { Flaw } from './flaw.ts';
import type { Seq, Tick } from './ids.ts';
import type { Job } from './job.ts';
import type { Block } from './machine/block.ts';
import type { Dedication } from './machine/dedication.ts';
import type { ExitRecord } from './machine/exit.ts';
import type { Frame } from './machine/frame.ts';
import type { HeldExit } from './machine/held.ts';
import type { Host } from './machine/host.ts';
import type { Image } from './machine/image.ts';
import type { Snapshot } from './machine/snapshot.ts';
import type { Copy, Repository, Store } from './machine/store.ts';
import type { ExitTally } from './machine/tally.ts';
import type { Vm } from './machine/vm.ts';
import type { Flow, Policy, Switch, Wire } from './network.ts';
import type { Pace } from './pace.ts';
import type { Act, Attacker, Operation } from './people/attacker.ts';
import type { CalendarEntry } from './people/calendar.ts';
import type { Request } from './people/request.ts';
import type { Seat } from './people/seat.ts';
import type { Asset, Tenant } from './people/tenant.ts';
import type { Deep, Table } from './table.ts';
import type { Segment, Zone } from './zone.ts';

export type Phase = 'prepare' | 'live' | 'over';

/** Sums since the last duty event, from which the score is folded. All integers. */
export interface Tally {
  /** VM-ticks of service that were promised, that were given, and those of them that were right. */
  promised: number;
  given: number;
  correct: number;
  /** VM-ticks that a wanted VM was kept stopped, and those of them where an attacker held it. */
  stopped: number;
  justified: number;
  /** Kilocycles the same demand would have got natively, and the useful work that was done. */
  native: number;
  useful: number;
}

/**
 * Everything that is so. One JSON value: integers, strings, booleans, arrays and plain objects, no
 * Map and no date, so that a copy, a hash and a checkpoint are the same everywhere.
 */
export interface World {
  /** Version of the rules it was built under. */
  readonly rules: number;
  readonly scenario: string;
  readonly seed: number;
  /** Replaced as a whole when an instructor moves the ends of Prepare and of Live. */
  pace: Pace;
  /** `null`: everything there is may be used. */
  readonly deck: Deck | null;
  tick: Tick;
  phase: Phase;
  credits: number;
  /** The phrase that is in the data of every tenant, by its number; 0: none. */
  phrase: number;
  readonly zones: Table<Zone>;
  readonly segments: Table<Segment>;
  readonly policies: Table<Policy>;
  readonly switches: Table<Switch>;
  readonly wires: Table<Wire>;
  /** What services live on, worked out anew whenever the VMs that run have changed. */
  flows: Table<Flow>;
  readonly images: Table<Image>;
  readonly flaws: Table<Flaw>;
  readonly tenants: Table<Tenant>;
  readonly assets: Table<Asset>;
  readonly hosts: Table<Host>;
  /** Hosts that were set apart for one tenant, by their own numbers. */
  readonly dedications: Table<Dedication>;
  readonly frames: Table<Frame>;
  readonly blocks: Table<Block>;
  readonly snapshots: Table<Snapshot>;
  /** Datastores, with the files of VMs. */
  readonly stores: Table<Store>;
  /** Backup servers, and the restore points that they hold. */
  readonly repositories: Table<Repository>;
  readonly copies: Table<Copy>;
  readonly vms: Table<Vm>;
  readonly requests: Table<Request>;
  readonly jobs: Table<Job>;
  readonly seats: Table<Seat>;
  readonly alerts: Table<Alert>;
  readonly evidence: Table<Evidence>;
  /** The latest exit of each host that was worth a record. */
  readonly exits: Table<ExitRecord>;
  /** The trap desk: exits that wait for a human. */
  readonly held: Table<HeldExit>;
  /** What of the exits on record can be looked back on, where decisions are made filters. */
  readonly tallies: Table<ExitTally>;
  readonly breaches: Table<Breach>;
  readonly attackers: Table<Attacker>;
  readonly operations: Table<Operation>;
  /** What people will do, drawn when the world was built; `nextEntry` is the first not yet due. */
  readonly calendar: readonly CalendarEntry[];
  nextEntry: number;
  /** What minds decided in this tick, to be taken in the next. */
  acts: Act[];
  /** What the computer wants that defends where nobody does, to be taken in the next tick. */
  wishes: Pick<Job, 'command' | 'args'>[];
  tally: Tally;
  /** The event behind each fact that has changed: `vms/3/power` → 41, or `vms/3` for a whole row. */
  readonly provenance: Record<string, Seq>;
  /** Length and rolling hash of the history kept beside this world. */
  history: { length: number; hash: number };
}

/** What predicates, refusals, views and minds may be given: the same world, unwritable. */
export type ReadonlyWorld = Deep<World>;

export const RULES_VERSION = 9;
