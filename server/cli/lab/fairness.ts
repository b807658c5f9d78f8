import { FAMILIES, type Family } from '../../../shared/attacks/attack.ts';
import { attacks } from '../../../shared/attacks/registry.ts';
import { commandInPlay } from '../../../shared/commands/deck.ts';
import { commands } from '../../../shared/commands/registry.ts';
import { causesOf } from '../../../shared/world/causes.ts';
import type { EventOf, GameEvent } from '../../../shared/world/history.ts';
import type { Scenario } from '../../../shared/world/scenario/schema.ts';
import { type Bout, type LabRow, playWith, runDefender } from './matches.ts';

/** What leaving one family out of the expert's play costs. */
export interface FamilyRow {
  readonly family: Family;
  /** Weight of all harms with the family and without it, over all matches. */
  readonly harmWith: number;
  readonly harmWithout: number;
  /** Weight of the harms that come about only without it, and how many they are. */
  readonly added: number;
  readonly harms: number;
  /** Percent of what was added in whose chain that family's attacks stand, or `null` if nothing was. */
  readonly share: number | null;
}

export interface Fairness {
  readonly defenders: readonly LabRow[];
  /** Every command that may be ordered, given wherever it can be, and nothing else; the highest first. */
  readonly spam: readonly LabRow[];
  readonly families: readonly FamilyRow[];
}

export function fairnessOf(bout: Bout): Fairness {
  return {
    defenders: ['idle', 'clerk', 'novice', 'expert'].map((name) => runDefender(bout, name)),
    spam: spamRows(bout),
    families: familyRows(bout),
  };
}

/** The commands that may be ordered in a scenario. */
export const spamNames = (scenario: Scenario): string[] =>
  [...commands.values()]
    .filter((command) => commandInPlay(scenario, command))
    .map(({ name }) => name);

/** One row for each of some commands, or for all that may be ordered, the highest score first. */
export function spamRows(bout: Bout, names = spamNames(bout.scenario)): LabRow[] {
  return names
    .map((name) => runDefender(bout, `spam:${name}`))
    .sort((a, b) => b.highest - a.highest);
}

/** The families of which a scenario holds attacks. */
function familiesIn({ deck }: Scenario): Family[] {
  if (deck === null) return [...FAMILIES];
  const met = new Set(deck.attacks.map((id) => attacks.get(id)?.family));
  return FAMILIES.filter((family) => met.has(family));
}

/**
 * One row for each family of which the scenario holds attacks.
 * @param enough whether what was found in so many matches is enough to judge by; else all seeds are
 * played
 */
export function familyRows(
  bout: Bout,
  enough: (found: Pick<FamilyRow, 'harms' | 'share'>, matches: number) => boolean = () => false,
): FamilyRow[] {
  // Played once for all families, and only as far as one of them needs.
  const whole = new Map<number, EventOf<'harm'>[]>();
  const harmsWith = (seed: number): EventOf<'harm'>[] => {
    const found = whole.get(seed) ?? harmsOf(playWith(bout, 'expert', seed).match.history);
    whole.set(seed, found);
    return found;
  };
  return familiesIn(bout.scenario).map((family) => {
    let harmWith = 0;
    let harmWithout = 0;
    let added = 0;
    let own = 0;
    let harms = 0;
    for (const [matches, seed] of bout.seeds.entries()) {
      if (enough({ harms, share: shareOf(own, added) }, matches)) break;
      const { history } = playWith(bout, `expert-without:${family}`, seed).match;
      const before = harmsWith(seed);
      const after = harmsOf(history);
      harmWith += weightOf(before);
      harmWithout += weightOf(after);
      const known = new Set(before.map(identity));
      const fresh = after.filter((harm) => !known.has(identity(harm)));
      harms += fresh.length;
      added += weightOf(fresh);
      own += weightOf(fresh.filter((harm) => restsOn(history, harm, family)));
    }
    return { family, harmWith, harmWithout, added, harms, share: shareOf(own, added) };
  });
}

/** Percent of all that is its own, or `null` of nothing. */
const shareOf = (own: number, all: number): number | null =>
  all === 0 ? null : Math.trunc((own * 100) / all);

const harmsOf = (history: readonly GameEvent[]): EventOf<'harm'>[] =>
  history.filter((event): event is EventOf<'harm'> => event.kind === 'harm');

const weightOf = (harms: readonly EventOf<'harm'>[]): number =>
  harms.reduce((sum, { data }) => sum + data.weight, 0);

const identity = ({ data }: EventOf<'harm'>): string =>
  data.kind === 'leak' ? `asset ${data.asset}` : `host ${data.host}`;

/** Whether an attack of that family stands anywhere in the chain of a harm. */
function restsOn(history: readonly GameEvent[], harm: EventOf<'harm'>, family: Family): boolean {
  return causesOf(history, harm).some(
    (event) =>
      (event.kind === 'harm' ||
        event.kind === 'foothold' ||
        event.kind === 'frames-smuggled' ||
        event.kind === 'layout-read' ||
        event.kind === 'image-implanted') &&
      attacks.get(event.data.attack)?.family === family,
  );
}
