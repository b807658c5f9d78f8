import { commands } from '../../../shared/commands/registry.ts';
import { causesOf } from '../../../shared/match/debrief/chain.ts';
import { FAMILIES, type Family } from '../../../shared/minds/defenders/duties.ts';
import type { EventOf, GameEvent } from '../../../shared/world/history.ts';
import { type Bout, type LabRow, playWith, runDefender } from './matches.ts';

/** Families of attacks by the first word of their ids, as the catalogue groups them. */
const FAMILY_OF: Readonly<Record<string, Family>> = {
  res: 'memory',
  esc: 'hypervisor',
  hc: 'hypervisor',
  ct: 'hypervisor',
  net: 'network',
  img: 'images',
  snap: 'images',
};

/** What leaving one family out of the expert's play costs. */
export interface FamilyRow {
  readonly family: Family;
  /** Weight of all harms with the family and without it, over all matches. */
  readonly harmWith: number;
  readonly harmWithout: number;
  /** Percent of the added harm in whose chain that family's attacks stand, or `null` if none was. */
  readonly share: number | null;
}

export interface Fairness {
  readonly defenders: readonly LabRow[];
  /** Every command of the deck given wherever it can be, and nothing else; the highest first. */
  readonly spam: readonly LabRow[];
  readonly families: readonly FamilyRow[];
}

export function fairnessOf(bout: Bout): Fairness {
  const deck = bout.scenario.deck?.commands ?? [...commands.keys()];
  const spam = deck.map((command) => runDefender(bout, `spam:${command}`));
  return {
    defenders: ['idle', 'clerk', 'novice', 'expert'].map((name) => runDefender(bout, name)),
    spam: spam.sort((a, b) => b.highest - a.highest),
    families: familyRows(bout),
  };
}

function familyRows(bout: Bout): FamilyRow[] {
  const whole = bout.seeds.map((seed) => harmsOf(playWith(bout, 'expert', seed).match.history));
  return FAMILIES.map((family) => {
    let harmWith = 0;
    let harmWithout = 0;
    let own = 0;
    bout.seeds.forEach((seed, i) => {
      const { history } = playWith(bout, `expert-without:${family}`, seed).match;
      const before = whole[i] ?? [];
      const after = harmsOf(history);
      harmWith += weightOf(before);
      harmWithout += weightOf(after);
      const known = new Set(before.map(identity));
      const added = after.filter((harm) => !known.has(identity(harm)));
      own += weightOf(added.filter((harm) => restsOn(history, harm, family)));
    });
    const added = harmWithout - harmWith;
    const share = added <= 0 ? null : Math.min(100, Math.round((own * 100) / added));
    return { family, harmWith, harmWithout, share };
  });
}

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
      (event.kind === 'harm' || event.kind === 'foothold' || event.kind === 'frames-smuggled') &&
      FAMILY_OF[event.data.attack.split('-')[0] ?? ''] === family,
  );
}
