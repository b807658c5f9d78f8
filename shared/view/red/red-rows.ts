import type { FlawName } from '../../world/flaws/registry.ts';
import type { Foothold, Power } from '../../world/machine/vm.ts';
import type { ActArgs } from '../../world/people/attacker.ts';
import type { Pilot } from '../../world/people/seat.ts';
import type { Phase } from '../../world/world.ts';

/** The match as the attackers see it: one row, id 1. */
export interface RedTeamRow {
  readonly id: number;
  readonly scenario: string;
  readonly phase: Phase;
  readonly liveFrom: number;
  readonly overAt: number;
  /** Hands of the whole team. */
  readonly hands: number;
  /** They were thrown out: nothing can be begun before this tick. */
  readonly restsUntil: number;
  /** Bodies of others' data that they hold, and hosts that they run code below. */
  readonly loot: number;
  readonly hosts: number;
  /** A VM they asked for has not come yet. */
  readonly waiting: boolean;
  /** Flaws they know how to use, and the first build that is safe from each. */
  readonly flaws: Readonly<Partial<Record<FlawName, number>>>;
}

/** What is known of the way from one VM (0: the internet) to another; `null` is not known. */
export interface KnownWay {
  readonly from: number;
  readonly reach: boolean | null;
  readonly sameHost: boolean | null;
  readonly sameSegment: boolean | null;
  /** With the tag of another VLAN packets get there. */
  readonly tagged: boolean | null;
  /** The host key that it shows is the one that they have there. */
  readonly sameKeys: boolean | null;
  /** Its files lie on a datastore that is mounted there: whether they are not locked. Left out where none was seen. */
  readonly filesFree?: boolean;
}

/** A VM as the attackers know it, by their own number. What they do not know is `null`. */
export interface KnownVmRow {
  readonly id: number;
  /** They rent it, lawfully. */
  readonly own: boolean;
  readonly power: Power | 'gone' | 'unknown';
  readonly ring: Foothold;
  readonly technique: string | null;
  readonly platform: string | null;
  readonly devices: readonly string[] | null;
  readonly hostBuild: number | null;
  /** Of the device models in its own process. */
  readonly deviceBuild: number | null;
  readonly kernelBuild: number | null;
  readonly service: string | null;
  readonly serviceBuild: number | null;
  /** Its memory or its disk has been read through. */
  readonly memoryRead: boolean;
  readonly diskRead: boolean;
  readonly ways: readonly KnownWay[];
  /** When they took the host under it from there, while they hold it; else 0. */
  readonly hostTaken: number;
}

/** Whether a precondition is true, as far as they know. */
export type Chip = 'true' | 'false' | 'unknown';

/** An attack that they could try, and what they know of its preconditions. */
export interface CardRow {
  readonly id: number;
  readonly attack: string;
  readonly args: ActArgs;
  /** What it would bring: see `Gain`. */
  readonly gain: 'vm' | 'frames' | 'ring' | 'loot' | 'host' | 'outage' | 'notes';
  readonly needs: readonly { readonly need: string; readonly chip: Chip }[];
  /** Ticks it takes, fast and quiet. */
  readonly fast: number;
  readonly quiet: number;
}

/** Something of theirs that is under way. */
export interface StrikeRow {
  readonly id: number;
  readonly attack: string;
  readonly args: ActArgs;
  readonly quiet: boolean;
  /** The seat that ordered it; 0: nobody of the team. */
  readonly seat: number;
  readonly startedAt: number;
  readonly endsAt: number;
}

/** What came of it, in the order it happened. */
export interface NewsRow {
  readonly id: number;
  readonly tick: number;
  readonly kind:
    | 'learned'
    | 'nothing'
    | 'failed'
    | 'foothold'
    | 'host'
    | 'loot'
    | 'outage'
    | 'evicted'
    | 'host-lost';
  readonly attack: string;
  /** Their number of the VM it was about, or 0. */
  readonly vm: number;
  /** For `failed` and for what a probe `learned`: the precondition that decided it. */
  readonly need: string;
  readonly holds: boolean | null;
  /** For `loot`: what it is. */
  readonly asset: string;
}

interface RedSeatRow {
  readonly id: number;
  readonly pilot: Pilot;
}

/** The tables of the attackers' view, when people attack. */
export interface RedRows {
  redTeam: RedTeamRow;
  knownVms: KnownVmRow;
  cards: CardRow;
  strikes: StrikeRow;
  news: NewsRow;
  redSeats: RedSeatRow;
}
