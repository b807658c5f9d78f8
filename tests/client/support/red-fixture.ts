import type {
  CardRow,
  Chip,
  KnownVmRow,
  KnownWay,
  StrikeRow,
} from '../../../shared/view/red/red-rows.ts';
import type { RedTeamView } from '../../../shared/view/red/red-team.ts';
import type { ActArgs } from '../../../shared/world/people/attacker.ts';

type CardWish = Partial<CardRow> & { readonly chips?: readonly Chip[] };

/** A card of which only what matters is said. */
export function card({ chips = [], ...wish }: CardWish = {}): CardRow {
  const needs = chips.map((chip, i) => ({ need: `need-${i}`, chip }));
  return {
    id: 1,
    attack: 'net-fw-drift',
    args: {},
    gain: 'loot',
    needs,
    fast: 50,
    quiet: 75,
    ...wish,
  };
}

/** Something of theirs under way, done fast. */
export const strike = (attack: string, args: ActArgs): StrikeRow => ({
  id: 1,
  attack,
  args,
  quiet: false,
  seat: 1,
  startedAt: 10,
  endsAt: 50,
});

/** A VM of which nothing is known but what is said. */
export function knownVm(id: number, wish: Partial<KnownVmRow> = {}): KnownVmRow {
  return {
    id,
    own: false,
    power: 'unknown',
    ring: 'none',
    technique: null,
    platform: null,
    devices: null,
    hostBuild: null,
    deviceBuild: null,
    kernelBuild: null,
    service: null,
    serviceBuild: null,
    memoryRead: false,
    diskRead: false,
    ways: [],
    hostTaken: 0,
    ...wish,
  };
}

export function way(from: number, wish: Partial<KnownWay> = {}): KnownWay {
  return {
    from,
    reach: null,
    sameHost: null,
    sameSegment: null,
    tagged: null,
    sameKeys: null,
    ...wish,
  };
}

function table<Row extends { readonly id: number }>(rows: readonly Row[]): (Row | null)[] {
  const out: (Row | null)[] = [null];
  for (const row of rows) {
    while (out.length <= row.id) out.push(null);
    out[row.id] = row;
  }
  return out;
}

/** An attackers' view with those rows. */
export function redTeamView({
  cards = [],
  knownVms = [],
}: {
  readonly cards?: readonly CardRow[];
  readonly knownVms?: readonly KnownVmRow[];
}): RedTeamView {
  return {
    tick: 1,
    tables: {
      redTeam: [null],
      knownVms: table(knownVms),
      cards: table(cards),
      strikes: [null],
      news: [null],
      redSeats: [null],
    },
  };
}
