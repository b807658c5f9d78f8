import { causesOf } from '../../world/causes.ts';
import type { FactRef } from '../../world/fact.ts';
import type { EventKind, EventOf, GameEvent } from '../../world/history.ts';
import type { ChainStep } from '../report.ts';
import type { Names } from './names.ts';
import { valuesOf } from './words.ts';

/** Events that say something to a reader; the others are only links between them. */
const TOLD: ReadonlySet<EventKind> = new Set([
  'request-opened',
  'vm-placed',
  'vm-moved',
  'vm-zoned',
  'vm-reverted',
  'vm-destroyed',
  'snapshot-taken',
  'frames-freed',
  'frames-smuggled',
  'pages-merged',
  'blocks-freed',
  'policy-set',
  'wipe-set',
  'rules-edited',
  'rules-pushed',
  'setting-changed',
  'ips-tuned',
  'devices-changed',
  'technique-changed',
  'filter-set',
  'owner-left',
  'injected',
  'act',
  'foothold',
  'harm',
]);

/** Events in which data is left behind. */
const LEAVING: ReadonlySet<EventKind> = new Set([
  'frames-freed',
  'blocks-freed',
  'frames-smuggled',
]);

/** Whether a fact is what a frame or a block still holds. */
const isResidue = (ref: FactRef): boolean => ref.endsWith('/residue');

/** The chain of a harm: a walk backward over causes, told forward. */
export function chainOf(
  history: readonly GameEvent[],
  harm: EventOf<'harm'>,
  names: Names,
): ChainStep[] {
  const events = causesOf(history, harm).filter((event) => TOLD.has(event.kind));
  const steps = events.map((event) => step(event, names));
  // Residue that nobody in this match left was there before it began.
  const residue = harm.data.needs.some(({ facts }) => facts.some(isResidue));
  const left = events.some(({ kind }) => LEAVING.has(kind));
  if (!residue || left) return steps;
  const { asset, host, victim } = harm.data;
  const facts = { asset: names.asset(asset), host, tenant: names.tenant(victim) };
  return [{ seq: 0, tick: 0, kind: 'scenario', actor: 'scenario', who: 0, facts }, ...steps];
}

function step(event: GameEvent, names: Names): ChainStep {
  const { actor } = event;
  return {
    seq: event.seq,
    tick: event.tick,
    kind: event.kind,
    actor: actor.kind,
    who: 'id' in actor ? actor.id : 0,
    facts: valuesOf(event, names),
  };
}
